import Inbox
import Platform

/// Large files, which wait here for a thread of their own, so that no small file waits for them.
final class BulkLane: Sendable {
    /// So many open files wait at the most.
    private static let capacity = 32

    private struct State {
        var files: [ClaimedFile] = []
        var isClosed = false
    }

    private let state = Monitor(State())

    /// - Returns: false where there is no room; the file stays in the inbox and is seen again.
    func add(_ file: ClaimedFile) -> Bool {
        state.change { state in
            guard state.files.count < Self.capacity, !state.isClosed else { return false }
            state.files.append(file)
            return true
        }
    }

    /// The same, but waits for room; false where the lane is closed.
    func addInTurn(_ file: ClaimedFile) -> Bool {
        state.wait { state -> Bool? in
            if state.isClosed { return false }
            guard state.files.count < Self.capacity else { return nil }
            state.files.append(file)
            return true
        } ?? false
    }

    /// The next file; nil once the lane is closed, whatever waits.
    func take() -> ClaimedFile? {
        state.wait { state -> ClaimedFile?? in
            if state.isClosed { return .some(nil) }
            return state.files.isEmpty ? nil : .some(state.files.removeFirst())
        } ?? nil
    }

    func close() { state.change { $0.isClosed = true } }
}
