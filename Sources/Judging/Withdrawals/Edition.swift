import Articles

/// Which state of an article somebody sent: by number where the sender numbers them, else by time.
struct Edition {
    /// Nil where it has none, or one that is no number.
    var number: UInt64?
    /// When it was updated, or published; nil where that is not known.
    var time: Moment?

    init(of article: Article) {
        number = article.version.flatMap { UInt64($0) }
        time = (article.updated ?? article.published)?.moment
    }

    init(number: UInt64?, time: Moment?) {
        (self.number, self.time) = (number, time)
    }

    /// Whether it is certain to be later than another: of two that cannot be compared none is.
    func isLater(than other: Edition) -> Bool {
        if let number, let theirs = other.number { return number > theirs }
        if let time, let theirs = other.time { return time > theirs }
        return false
    }
}
