import Articles
import Normalising
import Reading
import Settings

extension Reason {
    static func refused(_ refusal: Refusal) -> Reason {
        Reason(.noText, what: "No article is in it.", advice: refusal.description)
    }

    static let noArticles = Reason(
        .noText, what: "No article is in it.",
        advice: "Drop it again with an article, or delete it.")

    static func tooLarge(_ size: Int64, limit: Int) -> Reason {
        Reason(
            .tooLarge, what: "It has \(size) bytes; the limit is \(limit).",
            advice: "Split it, or raise limits.fileBytes.")
    }
}

extension Settings.Limits {
    var forReading: ReadingLimits {
        var limits = ReadingLimits()
        limits.articleBytes = articleBytes
        limits.articlesPerFile = articlesPerFile
        limits.depth = depth
        limits.containerDepth = min(limits.containerDepth, depth)
        limits.expansionRatio = expansionRatio
        return limits
    }
}

extension Settings.Feed {
    var forReading: FeedHints {
        var hints = FeedHints()
        hints.format = format
        hints.encoding = encoding
        hints.fields = fields
        return hints
    }
}
