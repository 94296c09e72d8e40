import Articles
import Normalising
import Testing

/// What the tests ask of a normalised text.
extension Normalised {
    var text: String { String(decoding: article.text, as: UTF8.self) }
    var paragraphs: [String] {
        article.text.isEmpty ? [] : text.split(separator: "\n\n").map(String.init)
    }
    var rules: [Rule] { cuts.map(\.rule) }
}

func plain(_ text: String, defaults: FeedDefaults = FeedDefaults()) throws -> Normalised {
    try plain(Array(text.utf8), defaults: defaults)
}

func plain(_ text: [UInt8], defaults: FeedDefaults = FeedDefaults()) throws -> Normalised {
    var draft = Draft(form: .plainText)
    draft.text = text
    return try Normaliser(defaults: defaults).normalise(draft)
}

func fields(_ text: String, _ fill: (inout Draft) -> Void = { _ in }) throws -> Normalised {
    var draft = Draft(form: .fields)
    draft.text = Array(text.utf8)
    fill(&draft)
    return try Normaliser().normalise(draft)
}

extension Draft {
    /// The draft that a record becomes when it is dropped again.
    init(again article: Article) {
        self.init(form: .fields)
        text = article.text
        headline = article.headline
        summary = article.summary
        bylines = article.bylines
        dateline = article.dateline
        source = article.source
        credit = article.credit
        guid = article.guid
        url = article.url
        published = article.published?.printed
        updated = article.updated?.printed
        language = article.language
        place = article.place
        keywords = article.keywords
        section = article.section
        image = article.image
        license = article.license
        extra = article.extra
    }
}

/// Checks that an article which comes in again as it went out comes out the same.
func expectAtRest(_ first: Normalised, _ location: SourceLocation = #_sourceLocation) throws {
    let again = try Normaliser().normalise(Draft(again: first.article))
    #expect(again.article.text == first.article.text, sourceLocation: location)
    #expect(again.article.headline == first.article.headline, sourceLocation: location)
    #expect(again.article.bylines == first.article.bylines, sourceLocation: location)
    #expect(again.article.dateline == first.article.dateline, sourceLocation: location)
    #expect(again.article.source == first.article.source, sourceLocation: location)
    #expect(again.article.url == first.article.url, sourceLocation: location)
    #expect(again.article.license == first.article.license, sourceLocation: location)
    #expect(again.article.published == first.article.published, sourceLocation: location)
    #expect(again.cuts.isEmpty, sourceLocation: location)
}

/// A report of three paragraphs, to put things before and after.
enum Report {
    static let paragraphs = [
        "The harbour authority of Ostermund said on Tuesday that it would close the northern basin "
            + "for eleven months while divers replace the lock gates, which are ninety years old.",
        "Fishing crews, who land most of their catch there, have asked for a temporary quay near the "
            + "old cannery. The authority has set aside four million crowns for such a quay.",
        "A decision is expected before the herring season opens in March, according to the harbour "
            + "master, Ingrid Solvang.",
    ]
    static let text = paragraphs.joined(separator: "\n")

    static func with(tail: String) -> String { text + "\n" + tail }
}

/// The same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
