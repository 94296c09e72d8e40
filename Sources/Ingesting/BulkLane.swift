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
        state.change { Self.add(file, to: &$0) ?? false }
    }

    /// The same, but waits for room; false where the lane is closed.
    func addInTurn(_ file: ClaimedFile) -> Bool {
        state.wait { Self.add(file, to: &$0) } ?? false
    }

    /// Nil where there is no room, false where the lane is closed.
    private static func add(_ file: ClaimedFile, to state: inout State) -> Bool? {
        if state.isClosed { return false }
        guard state.files.count < capacity else { return nil }
        state.files.append(file)
        return true
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
