import Articles
import Judging

/// What was measured of one batch.
struct Round {
    /// Nanoseconds of all articles.
    struct Steps {
        /// SHA-256 of headline and text; the only one that is no part of judging.
        var identity: Int64 = 0
        var features: Int64 = 0
        var judging: Int64 = 0
        var admitting: Int64 = 0
    }

    var steps = Steps()
    /// Nanoseconds of features, judging and admitting in which the thread had the processor.
    var processor: Int64 = 0
    var articles = 0
    var copies = 0
    /// Copies that were called duplicate or revision.
    var copiesFound = 0
    /// Articles that are no copies and were called so.
    var wronglyFound = 0
    /// Records read back from the archive.
    var records = 0

    mutating func count(_ judgement: Judgement, isCopy: Bool) {
        articles += 1
        copies += isCopy ? 1 : 0
        guard judgement.verdict != .original else { return }
        if isCopy { copiesFound += 1 } else { wronglyFound += 1 }
    }

    /// Nanoseconds of features, judging and admitting.
    var judged: Int64 { steps.features + steps.judging + steps.admitting }

    var articlesPerSecond: Double { Double(articles) * 1e9 / Double(max(judged, 1)) }
}

/// The longest that one article waited for being taken in.
struct LongestAdmission {
    /// Nanoseconds that passed, and that the thread had the processor, of the longest each.
    private(set) var wall: Int64 = 0
    private(set) var processor: Int64 = 0
    /// How many articles were known after the one that took the processor longest.
    private(set) var known = 0

    mutating func note(wall: Int64, processor: Int64, known: Int) {
        self.wall = max(self.wall, wall)
        guard processor > self.processor else { return }
        self.processor = processor
        self.known = known
    }
}
