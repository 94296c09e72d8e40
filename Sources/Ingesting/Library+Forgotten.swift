import Archiving
import Articles
import Judging

extension Library {
    /// A record of a removed segment is known by its id alone: a copy of it is an exact duplicate,
    /// and nothing is ever compared with it.
    mutating func admit(_ forgotten: ForgottenRecord) {
        let judgement = Judgement(
            verdict: forgotten.id == forgotten.original ? .original : .revision,
            original: forgotten.original, revision: 0, match: nil, similarity: nil,
            story: forgotten.story)
        admit(
            Features(ofForgotten: forgotten.id, time: forgotten.received), judgement,
            at: RecordLocation(segment: 0, offset: 0, length: 0))
    }
}
