import Articles
import JSON
import Normalising
import Reading

/// A document of any format that is held whole gives drafts of valid UTF-8 that can be normalised, or
/// says why not; what it points at lies in it.
///
/// The first byte of the input chooses the format by its place among all, the rest is the document.
enum DocumentProperties {
    static func check(_ bytes: [UInt8]) throws {
        guard let first = bytes.first else { return }
        let format = Format.allCases[Int(first) % Format.allCases.count]
        guard let reader = format.documents else { return }
        let raw = Array(bytes.dropFirst())
        let text = Array(String(decoding: raw, as: UTF8.self).utf8)
        var limits = ReadingLimits()
        limits.articlesPerFile = 1000
        var found: [DocumentItem] = []
        try raw.withUnsafeBytes { raw in
            try text.withUnsafeBytes { text in
                do throws(Reason) {
                    found = try reader.items(of: Document(bytes: raw, text: text, limits: limits))
                } catch {
                    try checkWords(of: error, format)
                }
            }
        }
        let lines = raw.count { $0 == 0x0A } + raw.count { $0 == 0x0D } + 1
        for item in found {
            try require(
                (1...lines).contains(item.line), "\(format): line \(item.line) of \(lines)")
            switch item.content {
            case .failure(let reason): try checkWords(of: reason, format)
            case .success(let draft): try check(draft, of: format)
            }
        }
    }

    private static func check(_ draft: Draft, of format: Format) throws {
        try require(
            draft.text.withUnsafeBytes { UTF8Validation.isValid($0) },
            "\(format): the text is no UTF-8")
        for cut in draft.notes?.cuts ?? [] {
            try require(cut.line > 0, "\(format): a cut on line \(cut.line)")
        }
        do throws(Refusal) {
            _ = try Normaliser().normalise(draft)
        } catch {
            // An article may be empty; the daemon says so.
            return
        }
    }

    private static func checkWords(of reason: Reason, _ format: Format) throws {
        try require(!reason.what.isEmpty && !reason.advice.isEmpty, "\(format): no words")
    }
}
