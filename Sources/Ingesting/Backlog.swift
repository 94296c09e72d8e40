import Platform

/// How many files wait when there are more than are known by name: counted now and then, on a thread
/// that is there for as long only.
final class Backlog: Sendable {
    /// Nanoseconds between two counts; or more, so that counting takes a twentieth of a processor at
    /// most.
    private static let pause: Int64 = 5_000_000_000
    private static let share: Int64 = 20
    /// Nanoseconds after which a count says nothing any more.
    private static let age: Int64 = 120_000_000_000

    private struct State {
        var isCounting = false
        var files = 0
        /// How many files were done with when it was begun, and when it was.
        var finished = 0
        var counted = Int64.min
        var next = Int64.min
    }

    private let state = Monitor(State())

    /// What is left of the last count, if it is not old, now that `finished` files are done with;
    /// begins another if it is time, and does not wait for that.
    func files(finished: Int, count: @escaping @Sendable () -> Int) -> Int {
        let now = SystemClock.monotonic
        let (files, isDue) = state.change { state in
            let isDue = !state.isCounting && now >= state.next
            if isDue { state.isCounting = true }
            let isFresh = now - Self.age < state.counted
            return (isFresh ? state.files - (finished - state.finished) : 0, isDue)
        }
        if isDue { begin(finished, count) }
        return max(0, files)
    }

    private func begin(_ finished: Int, _ count: @escaping @Sendable () -> Int) {
        do throws(SystemError) {
            let thread = try WorkerThread("backlog") {
                WorkerThread.lowerPriority()
                let begun = SystemClock.monotonic
                let files = count()
                self.end(files, finished: finished, begun: begun)
            }
            thread.detach()
        } catch {
            // Without a thread there is no count for now; who has files in hand tells of the shortage.
            end(0, finished: finished, begun: SystemClock.monotonic)
        }
    }

    private func end(_ files: Int, finished: Int, begun: Int64) {
        let now = SystemClock.monotonic
        state.change { state in
            state.isCounting = false
            state.files = files
            state.finished = finished
            state.counted = now
            state.next = now + max(Self.pause, (now - begun) * Self.share)
        }
    }
}
