import Archiving
import JSON
import Judging
import Platform

/// Threads that decode parts of segments side by side; the results come out in the order in which
/// the parts went in.
final class Decoders: Sendable {
    typealias Decoded = (
        segment: SegmentName, records: [DecodedRecord], damaged: [Int64]
    )

    private struct State {
        var waiting: [(number: Int, part: SegmentPart)] = []
        var done: [Int: Decoded] = [:]
        var nextIn = 0
        var nextOut = 0
        var isClosed = false
    }

    private let state = Monitor(State())
    private let threads = Monitor<[WorkerThread]>([])

    init(count: Int) throws(SystemError) {
        for number in 1...count {
            let thread = try WorkerThread("decoder-\(number)") { self.work() }
            threads.change { $0.append(thread) }
        }
    }

    /// How many parts are in hand: waiting, being decoded, or done and not taken.
    var inHand: Int { state.look { $0.nextIn - $0.nextOut } }

    func add(_ part: SegmentPart) {
        state.change { state in
            state.waiting.append((state.nextIn, part))
            state.nextIn += 1
        }
    }

    /// The next part's records; waits for them. Nil where no part is in hand.
    func next() -> Decoded? {
        guard inHand > 0 else { return nil }
        return state.wait { state in
            guard let decoded = state.done.removeValue(forKey: state.nextOut) else { return nil }
            state.nextOut += 1
            return decoded
        }
    }

    /// Ends the threads.
    func close() {
        state.change { $0.isClosed = true }
        for thread in threads.look({ $0 }) { thread.join() }
    }

    private func work() {
        var parser = JSONParser()
        var workspace = Features.Workspace()
        while let (number, part) = take() {
            let (records, damaged) = part.decoded(using: &parser, &workspace)
            state.change { $0.done[number] = (part.segment, records, damaged) }
        }
    }

    private func take() -> (number: Int, part: SegmentPart)? {
        state.wait { state -> (number: Int, part: SegmentPart)?? in
            if !state.waiting.isEmpty { return .some(state.waiting.removeFirst()) }
            return state.isClosed ? .some(nil) : nil
        } ?? nil
    }
}
