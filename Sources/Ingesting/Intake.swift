import Inbox
import Platform
import SystemPackage

/// Candidates on their way from the watch to the readers: in order, each name once, no more than a
/// bounded number at a time.
final class Intake: Sendable {
    /// A run of candidates that one reader takes; tickets give their order.
    struct Batch: Sendable {
        var ticket: UInt64
        var candidates: [Candidate]
        /// No other file is in hand until this one is done with.
        var isAlone = false
    }

    /// Names that wait for a reader; the watch is held back beyond that.
    static let capacity = 4096
    private static let batchSize = 16

    private struct State {
        var waiting: [Candidate] = []
        var head = 0
        /// Names that wait or are taken; true where something happened to one meanwhile.
        var inFlight: [FilePath: Bool] = [:]
        var taken = 0
        /// Names that wait until nothing else is in hand, and the one that has come so far.
        var setAside: [Candidate] = []
        var alone: FilePath?
        /// Those of the taken ones that are large, and may be in hand for long.
        var large: Set<FilePath> = []
        var nextTicket: UInt64 = 0
        var isClosed = false

        var count: Int { waiting.count - head }
    }

    private let state = Monitor(State())
    /// Files that may be open at once.
    private let window: Int

    init(window: Int) { self.window = window }

    /// Adds a candidate; waits while there is no room. One whose name is on its way already is
    /// looked at again when that is finished.
    func offer(_ candidate: Candidate) {
        _ = state.wait { state -> Void? in
            if state.isClosed { return () }
            let name = candidate.whole
            if state.inFlight[name] != nil {
                if candidate.sighting != .found { state.inFlight[name] = true }
                return ()
            }
            guard state.count < Self.capacity else { return nil }
            state.inFlight[name] = false
            state.waiting.append(candidate)
            return ()
        }
    }

    /// The next candidates; nil once the intake is closed.
    func take() -> Batch? {
        let batch = state.wait { state -> Batch?? in
            if state.isClosed { return .some(nil) }
            if state.alone != nil { return nil }
            if !state.setAside.isEmpty {
                if state.taken == 0 { return Self.takeAlone(&state) }
                // Those in hand are finished first; a large one holds up nobody.
                if state.large.isEmpty { return nil }
            }
            let count = min(Self.batchSize, state.count, self.window - state.taken)
            guard count > 0 else { return nil }
            let candidates = Array(state.waiting[state.head..<state.head + count])
            state.head += count
            if state.head >= 1024 || state.head == state.waiting.count {
                state.waiting.removeSubrange(..<state.head)
                state.head = 0
            }
            state.taken += count
            defer { state.nextTicket += 1 }
            return Batch(ticket: state.nextTicket, candidates: candidates)
        }
        return batch ?? nil
    }

    private static func takeAlone(_ state: inout State) -> Batch {
        let candidate = state.setAside.removeFirst()
        state.alone = candidate.whole
        state.taken = 1
        defer { state.nextTicket += 1 }
        return Batch(ticket: state.nextTicket, candidates: [candidate], isAlone: true)
    }

    /// A candidate that was taken is given out again when no other is in hand.
    func setAside(_ candidate: Candidate) {
        state.change { state in
            state.taken -= 1
            state.setAside.append(candidate)
        }
    }

    /// Whether a candidate waits until nothing else is in hand: then no large one is begun.
    var hasSetAside: Bool { state.look { !$0.setAside.isEmpty } }

    /// A candidate that was taken is a large one.
    func isLarge(_ candidate: Candidate) { state.change { _ = $0.large.insert(candidate.whole) } }

    /// Whether a candidate that was taken is the only one in hand.
    func isAlone(_ candidate: Candidate) -> Bool { state.look { $0.alone == candidate.whole } }

    /// The file of this name is done with, in whatever way.
    /// - Parameter wasAlone: called where it was the only one in hand, before others are given out.
    /// - Returns: whether something happened to the name meanwhile, so that it must be looked at.
    func finish(_ candidate: Candidate, wasAlone: () -> Void) -> Bool {
        state.change { state in
            state.taken -= 1
            if state.alone == candidate.whole {
                wasAlone()
                state.alone = nil
            }
            if !state.large.isEmpty { state.large.remove(candidate.whole) }
            return state.inFlight.removeValue(forKey: candidate.whole) ?? false
        }
    }

    /// Nothing is given out any more; what waits stays in the inbox.
    func close() { state.change { $0.isClosed = true } }

    /// Files that wait for a reader or are on their way.
    var inFlight: Int { state.look { $0.inFlight.count } }

    /// The same by their names, from the root of the file system.
    var names: [FilePath] { state.look { Array($0.inFlight.keys) } }

    /// Waits until nothing is on its way; false when `seconds` have passed before.
    func waitUntilEmpty(seconds: Double) -> Bool {
        state.wait(seconds: seconds) { $0.inFlight.isEmpty ? true : nil } ?? false
    }
}
