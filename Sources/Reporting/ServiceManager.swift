import CSystemd

/// The service manager that started us: what it is told by sd_notify(3).
///
/// Every message is without effect where there is none (no `$NOTIFY_SOCKET`). A message that
/// cannot be sent is dropped: there is nobody else to tell, and the manager has its own timeouts.
package struct ServiceManager: Sendable {
    package init() {}

    /// The start is complete.
    package func ready(_ status: String) { send("READY=1", "STATUS=" + Self.line(status)) }

    /// The line that `systemctl status` shows.
    package func status(_ line: String) { send("STATUS=" + Self.line(line)) }

    /// The configuration is being read anew; ``ready(_:)`` ends it.
    package func reloading() {
        send("RELOADING=1", "MONOTONIC_USEC=\(SteadyClock.microseconds)")
    }

    /// The stop has begun.
    package func stopping(_ status: String) { send("STOPPING=1", "STATUS=" + Self.line(status)) }

    /// All is well (see ``Heartbeat``).
    package func beat() { send("WATCHDOG=1") }

    /// Start, reload or stop go on for so much longer; to be repeated before that time is over;
    /// at most a day.
    package func extendTimeout(seconds: Int) {
        send("EXTEND_TIMEOUT_USEC=\(min(max(seconds, 1), 86_400) * 1_000_000)")
    }

    /// Why the start failed, or what keeps the daemon from working, with its errno.
    package func failed(_ status: String, errno: Int32) {
        send("STATUS=" + Self.line(status), "ERRNO=\(errno)")
    }

    /// How long the manager waits for a beat, in microseconds; nil where it does not watch us.
    /// Beats are due twice in that time or more often.
    package var watchdogMicroseconds: UInt64? {
        var microseconds: UInt64 = 0
        return sd_watchdog_enabled(0, &microseconds) > 0 ? microseconds : nil
    }

    /// Values are single lines: what follows a line feed would be an assignment of its own, and a
    /// backslash escapes what follows it or, at the end, spoils the message (systemd 252).
    static func line(_ status: String) -> String {
        String(PrintableText.line(status, limit: 512).map { $0 == "\\" ? "\u{FFFD}" : $0 })
    }

    private func send(_ assignments: String...) {
        _ = sd_notify(0, assignments.joined(separator: "\n"))
    }
}
