/// Decides whether the service manager may be told that all is well.
///
/// A beat is due only if each thread that has something in hand got on since the beat before, and the
/// pipeline as a whole moved, has nothing to do, or waits for something it knows; what hangs with work
/// in hand is left to the watchdog.
package struct Heartbeat: Sendable {
    /// What the pipeline is at.
    package enum Activity: Sendable, Equatable {
        case working
        /// Nothing is in work.
        case idle
        /// For room, for the inbox to come back…
        case waiting
    }

    /// The pipeline at one moment; what is counted may wrap around.
    package struct Pulse: Sendable {
        /// What the pipeline got done.
        package var steps: UInt64
        package var activity: Activity
        /// What each of its threads got done; nil for one at rest.
        package var paces: [UInt64?] = []
    }

    private var lastSteps: UInt64?
    /// Of the last beat: a thread may take longer for a step than from one look to the next.
    private var lastPaces: [UInt64?] = []

    package init() {}

    /// Whether to send a beat now.
    package mutating func beats(_ pulse: Pulse) -> Bool {
        defer { lastSteps = pulse.steps }
        guard pulse.activity == .waiting || isGettingOn(pulse) else { return false }
        lastPaces = pulse.paces
        return true
    }

    /// Threads that are all at rest while there is work wait for one another.
    private func isGettingOn(_ pulse: Pulse) -> Bool {
        let hang = pulse.paces.enumerated().contains { index, pace in
            pace != nil && index < lastPaces.count && pace == lastPaces[index]
        }
        if hang { return false }
        return pulse.activity == .idle || pulse.steps != lastSteps
            || pulse.paces.contains { $0 != nil }
    }
}
