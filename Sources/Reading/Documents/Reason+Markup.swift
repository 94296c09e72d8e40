import Articles
import Markup

extension Reason {
    init(_ fault: MarkupFault) {
        switch fault {
        case .tooDeep(let line):
            self.init(
                .tooDeep, what: "Its elements lie in one another too deep, at line \(line).",
                advice: "Correct it and drop it again.", line: UInt64(max(1, line)))
        case .crowdedTag(let line):
            self.init(
                .brokenMarkup, what: "A tag has thousands of attributes, at line \(line).",
                advice: "Correct it and drop it again.", line: UInt64(max(1, line)))
        case .broken(let line, let what):
            self.init(
                .brokenMarkup, what: "It is broken XML at line \(line): \(what).",
                advice: "Correct it and drop it again.", line: UInt64(max(1, line)))
        case .truncated(let line):
            self.init(
                .truncated,
                what: "The XML ends in the middle of its structure, at line \(line).",
                advice: "The file was probably cut off: drop it again, whole.",
                line: UInt64(max(1, line)))
        case .noMemory:
            self.init(
                .tooLarge, what: "There is not enough memory for its markup.",
                advice: "Drop it again, or raise MemoryMax in the service's unit.")
        }
    }

    static let noMarkup = Reason(
        .brokenMarkup, what: "There is no element in it.", advice: "Correct it and drop it again.")

    static let noEntries = Reason(
        .noArticle, what: "The feed has no entries.",
        advice: "Nothing need be done if that was meant.")

    static func longText(_ limit: Int) -> Reason {
        Reason(
            .tooLarge, what: "The article's text is longer than \(limit) bytes.",
            advice: "If it is one article, raise limits.articleBytes.")
    }
}
