import Glibc

/// The machine's clocks.
package enum SystemClock {
    /// The time of day, nanoseconds since 1970; may be set forward or back.
    package static var now: Int64 { read(CLOCK_REALTIME) }

    /// Nanoseconds since some fixed moment; only ever rises.
    package static var monotonic: Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
