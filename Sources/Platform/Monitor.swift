import Glibc

/// A value that threads share, with a place to wait until it has changed (Hoare's monitor).
///
/// For threads of their own only: waiting blocks the thread.
package final class Monitor<Value>: @unchecked Sendable {
    // Proof for @unchecked: `value` is touched only between lock and unlock of `mutex`, and the
    // closures that see it get it inout, so that it cannot leave.
    private var value: Value
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>

    package init(_ value: sending Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        condition = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // The clock that no administrator sets.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Looks at or changes the value, and wakes those who wait.
    package func change<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(condition)
            pthread_mutex_unlock(mutex)
        }
        return try body(&value)
    }

    /// Looks at the value without waking anybody.
    package func look<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }

    /// Waits until `body` gives something, trying again after each change; nil when `seconds` have
    /// passed before. Those who wait are woken when it gave something.
    package func wait<Result>(
        seconds: Double = .infinity, until body: (inout Value) throws -> Result?
    ) rethrows -> Result? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        var deadline = timespec()
        if seconds.isFinite {
            clock_gettime(CLOCK_MONOTONIC, &deadline)
            let end = Double(deadline.tv_nsec) / 1e9 + seconds
            deadline.tv_sec += Int(end)
            deadline.tv_nsec = Int((end - Double(Int(end))) * 1e9)
        }
        while true {
            if let result = try body(&value) {
                pthread_cond_broadcast(condition)
                return result
            }
            if seconds.isFinite {
                if pthread_cond_timedwait(condition, mutex, &deadline) == ETIMEDOUT {
                    return try body(&value)
                }
            } else {
                pthread_cond_wait(condition, mutex)
            }
        }
    }
}
