import Articles

/// The items of a file that became no articles.
struct Rejections {
    /// Those that could not be read.
    private(set) var faulty = 0
    /// Those that could be read and hold none.
    private(set) var withoutArticle = 0
    /// Of the first that could not be read; where all could be, of the first.
    private(set) var reason: Reason?

    mutating func add(_ reason: Reason) {
        if reason.isFault {
            if faulty == 0 { self.reason = reason }
            faulty += 1
        } else {
            withoutArticle += 1
            self.reason = self.reason ?? reason
        }
    }
}
