import Logging

/// Where log entries go.
package enum LogOutput: Sendable, Equatable {
    /// The journal, natively.
    case journal
    /// Readable lines on standard error.
    case lines(inColour: Bool)

    /// What fits the process: the journal where standard error is connected to it, else lines, in
    /// colour on a terminal unless `NO_COLOR` is set (no-color.org).
    package static func fitting(environment: [String: String]) -> LogOutput {
        if StandardError.isJournal(environment["JOURNAL_STREAM"]) { return .journal }
        return .lines(
            inColour: StandardError.isTerminal && (environment["NO_COLOR"] ?? "").isEmpty)
    }

    package func logger(level: Logger.Level) -> Logger {
        Logger(label: "wireroom") { _ in
            switch self {
            case .journal: JournalLogHandler(level: level)
            case .lines(let inColour): TerminalLogHandler(level: level, inColour: inColour)
            }
        }
    }
}
