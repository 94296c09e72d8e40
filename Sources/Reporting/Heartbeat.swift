/// Decides whether the service manager may be told that all is well.
///
/// A beat is due only if the pipeline moved since the beat before, has nothing to do, or waits for
/// something it knows; a pipeline that hangs with work in hand is left to the watchdog.
package struct Heartbeat: Sendable {
    /// What the pipeline is at.
    package enum Activity: Sendable, Equatable {
        case working
        /// Nothing is in work.
        case idle
        /// For room, for the inbox to come back…
        case waiting
    }

    private var lastSteps: UInt64?

    package init() {}

    /// Whether to send a beat now. `steps` counts what the pipeline got done; it may wrap around.
    package mutating func beats(steps: UInt64, activity: Activity) -> Bool {
        defer { lastSteps = steps }
        return activity != .working || steps != lastSteps
    }
}
