import Platform

/// A correction on its way to the committer and back.
final class PendingCorrection: Sendable {
    let correction: Correction
    private let state = Monitor(State())

    private struct State {
        var answer: CorrectionAnswer?
        var isAbandoned = false
    }

    init(_ correction: Correction) { self.correction = correction }

    /// It is safe in the archive, or was not to be done.
    func answer(_ answer: CorrectionAnswer) { state.change { $0.answer = answer } }

    /// Nobody will answer any more in this run; whether it was done, the next one finds out.
    func abandon() { state.change { $0.isAbandoned = true } }

    /// Waits for the answer; nil where there will be none.
    func wait() -> CorrectionAnswer? {
        let answer = state.wait { state -> CorrectionAnswer?? in
            if let answer = state.answer { return .some(answer) }
            return state.isAbandoned ? .some(nil) : nil
        }
        return answer ?? nil
    }
}
