/// When an article was published or updated, as far as the input says.
package struct PublishedTime: Sendable, Hashable {
    /// How much of the time the input gave.
    package enum Precision: String, Sendable {
        case second, minute, day, month, year
        /// A time of day without a zone: the feed's zone was taken, else UTC.
        case local
    }

    /// The time, in UTC; what the input left out is zero or the first.
    package var moment: Moment
    package var precision: Precision
    /// As it stood in the input.
    package var printed: String

    package init(moment: Moment, precision: Precision, printed: String) {
        self.moment = moment
        self.precision = precision
        self.printed = printed
    }
}
