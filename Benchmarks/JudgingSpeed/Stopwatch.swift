import Glibc
import Platform

/// Time that has passed, and time that this thread had the processor: the two differ where others
/// work on the machine at the same time.
struct Stopwatch {
    private let wallStart = SystemClock.monotonic
    private let processorStart = Stopwatch.processorTime

    /// Nanoseconds.
    var wall: Int64 { SystemClock.monotonic - wallStart }

    /// Nanoseconds; asking takes a system call, some hundreds of them.
    var processor: Int64 { Self.processorTime - processorStart }

    private static var processorTime: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
