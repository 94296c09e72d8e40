import Glibc
import Logging

/// Writes log entries as lines that people read, to standard error.
package struct TerminalLogHandler: ContextualLogHandler {
    var context: LogContext
    private let inColour: Bool

    package init(level: Logger.Level, inColour: Bool) {
        context = LogContext(logLevel: level)
        self.inColour = inColour
    }

    package func log(event: LogEvent) {
        let line = TerminalLine.text(
            level: event.level, message: event.message.description,
            fields: context.fields(of: event), time: time(nil), inColour: inColour)
        StandardError.write(line + "\n")
    }
}
