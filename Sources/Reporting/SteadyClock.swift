import Glibc

/// CLOCK_MONOTONIC, which service managers and journals count by.
enum SteadyClock {
    static var microseconds: UInt64 {
        var time = timespec()
        // It fails only for clocks that do not exist.
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1_000
    }

    static var seconds: Int { Int(microseconds / 1_000_000) }
}
