/// Lets the first few events of the same kind and reason through, and counts the others.
///
/// What goes on and on is told ever more seldom: each window that was used up is followed by one twice
/// as long, up to an hour.
///
/// Time is given, in seconds of any steady clock, so that it can be tested.
package struct RepetitionLimiter: Sendable {
    /// Events that were counted instead of told.
    package struct Untold: Sendable, Equatable {
        package var kind: EventKind
        package var reason: String?
        package var count: Int
    }

    private struct Key: Hashable {
        var kind: EventKind
        var reason: String?
    }

    private struct Window {
        var start: Int
        var length: Int
        var told = 0
        var untold = 0
    }

    /// How many of the same are told in one window.
    private let allowance: Int
    /// Seconds of the first window, and of the longest.
    private let windowSeconds: Int
    private let longestWindow: Int
    /// Reasons may hold words of the input: beyond this many they are counted together.
    private let capacity: Int
    private var windows: [Key: Window] = [:]

    package init(
        allowance: Int = 5, windowSeconds: Int = 60, longestWindow: Int = 3_600, capacity: Int = 128
    ) {
        self.allowance = allowance
        self.windowSeconds = windowSeconds
        self.longestWindow = longestWindow
        self.capacity = capacity
    }

    /// Whether an event is told; else it is counted.
    package mutating func admits(_ kind: EventKind, reason: String?, at now: Int) -> Bool {
        var key = Key(kind: kind, reason: reason)
        if windows[key] == nil, windows.count >= capacity {
            windows = windows.filter {
                $0.value.untold > 0 || now - $0.value.start < $0.value.length
            }
            if windows.count >= capacity { key.reason = nil }
        }
        var window = windows[key] ?? Window(start: now, length: windowSeconds)
        let age = now - window.start
        if age >= window.length {
            let goesOn = window.told == allowance && age < 2 * window.length
            window.length = goesOn ? min(2 * window.length, longestWindow) : windowSeconds
            window.start = now
            window.told = 0
        }
        let isTold = window.told < allowance
        if isTold { window.told += 1 } else { window.untold += 1 }
        windows[key] = window
        return isTold
    }

    /// What was counted since the last call.
    package mutating func drain() -> [Untold] {
        var untold: [Untold] = []
        for (key, window) in windows where window.untold > 0 {
            untold.append(Untold(kind: key.kind, reason: key.reason, count: window.untold))
            windows[key]?.untold = 0
        }
        return untold.sorted { ($1.count, $0.reason ?? "") < ($0.count, $1.reason ?? "") }
    }
}
