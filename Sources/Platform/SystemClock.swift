import Glibc

/// The machine's clocks.
package enum SystemClock {
    /// The time of day, nanoseconds since 1970; may be set forward or back.
    package static var now: Int64 { read(CLOCK_REALTIME) }

    /// Nanoseconds since some fixed moment; only ever rises.
    package static var monotonic: Int64 { read(CLOCK_MONOTONIC) }

    /// When the machine started, nanoseconds since 1970, as its clocks have it now: the same, but for
    /// microseconds, until it starts again or its time of day is set.
    package static var started: Int64 { now &- read(CLOCK_BOOTTIME) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
