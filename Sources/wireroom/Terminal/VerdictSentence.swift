import Articles

/// What an article is to those that were known, in a sentence.
enum VerdictSentence {
    static func text(_ record: Record) -> String {
        let judgement = record.judgement
        let what =
            switch judgement.verdict {
            case .original: "An original"
            case .revision: "Revision \(judgement.revision) of \(judgement.original.hex)"
            case .duplicate where judgement.match == .exact:
                "An exact copy of \(record.id.hex)"
                    + (judgement.original == record.id ? "" : ", of \(judgement.original.hex)")
            case .duplicate: "A copy of \(judgement.original.hex)"
            case .withdrawal where judgement.isOfUnknown:
                "A notice that takes back what was not known"
            case .withdrawal: "A notice that takes back \(judgement.original.hex)"
            }
        return what + (match(judgement) ?? "")
            + (judgement.corrects.map { ", by a correction of \($0)" } ?? "") + "."
    }

    private static func match(_ judgement: Judgement) -> String? {
        guard let match = judgement.match, match != .exact else { return nil }
        let share = judgement.similarity.map { "\(Int(($0 * 100).rounded())) %" }
        return switch match {
        case .partial: share.map { ", which has \($0) of it" } ?? ""
        case .guid, .url: ", by its \(match.rawValue)" + (share.map { ", \($0) alike" } ?? "")
        default: share.map { ", \($0) alike" } ?? ""
        }
    }
}
