import Platform

/// Parcels on their way from the readers to the committer: those of small files in the order of
/// their tickets, those of large files between them.
final class CommitQueue: Sendable {
    /// Bytes of text that wait at the most, but for the parcel that is next in order.
    private static let budget = 8 << 20
    /// Parcels of large files that wait at the most.
    private static let bulkCapacity = 2

    private struct State {
        var next: UInt64 = 0
        var small: [UInt64: (parcels: [Parcel], isComplete: Bool)] = [:]
        var bulk: [Parcel] = []
        var weight = 0
        var corrections: [PendingCorrection] = []
        var areCorrectionsTaken = true
        var isClosed = false
    }

    private let state = Monitor(State())

    /// Adds parcels of a batch; `isLast` ends it. Waits for room.
    func deliver(_ parcels: [Parcel], of ticket: UInt64, isLast: Bool) {
        let weight = parcels.reduce(0) { $0 + $1.weight }
        _ = state.wait { state -> Void? in
            guard state.weight + weight <= Self.budget || ticket == state.next || state.isClosed
            else { return nil }
            state.weight += weight
            var pending = state.small[ticket] ?? ([], false)
            pending.parcels += parcels
            pending.isComplete = isLast
            state.small[ticket] = pending
            return ()
        }
    }

    /// Adds a parcel of a large file; waits for room.
    func deliverBulk(_ parcel: Parcel) {
        _ = state.wait { state -> Void? in
            guard state.bulk.count < Self.bulkCapacity || state.isClosed else { return nil }
            state.weight += parcel.weight
            state.bulk.append(parcel)
            return ()
        }
    }

    /// All that is next in order, up to a group's size, and one parcel of a large file; waits for
    /// something, and then so long for more. Nothing where nothing came within `seconds`, or only a
    /// correction; nil once the queue is closed and empty.
    func take(
        files: Int, bytes: Int, patienceMilliseconds: Int, seconds: Double = .infinity
    ) -> [Parcel]? {
        if patienceMilliseconds > 0 {
            let hasCome: Bool? = state.wait(seconds: seconds) {
                $0.isClosed || $0.weight > 0 || !$0.corrections.isEmpty ? true : nil
            }
            if hasCome == nil { return [] }
            let seconds = Double(patienceMilliseconds) / 1000
            _ = state.wait(seconds: seconds) {
                $0.isClosed || $0.weight >= bytes || !$0.corrections.isEmpty ? () : nil
            }
        }
        let taken = state.wait(seconds: seconds) { state -> [Parcel]?? in
            var taken: [Parcel] = []
            var weight = 0
            while taken.count < files, weight < bytes, let pending = state.small[state.next] {
                taken += pending.parcels
                weight += pending.parcels.reduce(0) { $0 + $1.weight }
                if pending.isComplete {
                    state.small[state.next] = nil
                    state.next += 1
                } else {
                    state.small[state.next] = ([], false)
                    break
                }
            }
            if !state.bulk.isEmpty { taken.append(state.bulk.removeFirst()) }
            if taken.isEmpty {
                if !state.corrections.isEmpty { return .some([]) }
                return state.isClosed ? .some(nil) : nil
            }
            state.weight -= taken.reduce(0) { $0 + $1.weight }
            return .some(taken)
        }
        return taken ?? []
    }

    // MARK: Corrections

    /// Adds a correction, to be taken between two groups.
    func deliver(_ correction: PendingCorrection) {
        let isTaken = state.change { state in
            if state.areCorrectionsTaken { state.corrections.append(correction) }
            return state.areCorrectionsTaken
        }
        if !isTaken { correction.abandon() }
    }

    func takeCorrections() -> [PendingCorrection] {
        state.look { state in
            defer { state.corrections = [] }
            return state.corrections
        }
    }

    /// Nobody takes corrections any more.
    func abandonCorrections() {
        let left = state.change { state in
            state.areCorrectionsTaken = false
            defer { state.corrections = [] }
            return state.corrections
        }
        for correction in left { correction.abandon() }
    }

    /// No more comes after what is there.
    func close() { state.change { $0.isClosed = true } }
}
