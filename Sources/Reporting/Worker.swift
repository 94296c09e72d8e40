import Synchronization

/// A thread of the pipeline as the watchdog sees it: at rest, or at work and getting on.
///
/// A thread that hangs is told from its neighbours, which may go on for long without it. Only its
/// own thread calls it; others look.
package final class Worker: Sendable {
    private let steps = Atomic<UInt64>(0)
    private let isAtWork = Atomic<Bool>(false)

    package init() {}

    /// It has something in hand, until ``end()``.
    package func begin() {
        step()
        isAtWork.store(true, ordering: .relaxed)
    }

    package func end() { isAtWork.store(false, ordering: .relaxed) }

    /// Something got done: a block was read, an article judged.
    package func step() { steps.add(1, ordering: .relaxed) }

    /// Waits in the middle of its work for another, which is no hanging of its own.
    package func rest<Result>(_ wait: () throws -> Result) rethrows -> Result {
        end()
        defer { begin() }
        return try wait()
    }

    /// What it got done so far, which may wrap around; nil while it is at rest.
    var pace: UInt64? {
        isAtWork.load(ordering: .relaxed) ? steps.load(ordering: .relaxed) : nil
    }
}
