/// What a feed's settings say of articles that do not say it themselves.
package struct FeedDefaults: Sendable, Equatable {
    /// The publisher or agency.
    package var source: String?
    /// BCP 47.
    package var language: String?
    /// Seconds east of UTC, for times of day without a zone; UTC where nil.
    package var zone: Int?

    package init(source: String? = nil, language: String? = nil, zone: Int? = nil) {
        self.source = source
        self.language = language
        self.zone = zone
    }
}
