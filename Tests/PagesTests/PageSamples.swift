import Markup

@testable import Pages

/// Pages of made-up news to try the rules on.
enum PageSamples {
    /// Paragraphs that are told apart by their numbers.
    static func paragraphs(_ count: Int, of subject: String = "harbour") -> [String] {
        (1...count).map {
            """
            The \(subject) office said in its statement number \($0) that the work would go on until \
            autumn, that nobody had been hurt, and that the bill would be paid by the town.
            """
        }
    }

    static func html(_ paragraphs: [String]) -> String {
        paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
    }

    static func body(_ html: String) throws -> PageBody {
        Page(try MarkupTree(html: Array(html.utf8))).body
    }

    static func text(_ html: String) throws -> String {
        String(decoding: try body(html).text, as: UTF8.self)
    }
}
