import Glibc
import Logging

/// Writes log entries as lines that people read, to standard error.
package struct TerminalLogHandler: LogHandler {
    private var context: LogContext
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

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { context.metadata[key] }
        set { context.metadata[key] = newValue }
    }

    package var metadata: Logger.Metadata {
        get { context.metadata }
        set { context.metadata = newValue }
    }

    package var metadataProvider: Logger.MetadataProvider? {
        get { context.metadataProvider }
        set { context.metadataProvider = newValue }
    }

    package var logLevel: Logger.Level {
        get { context.logLevel }
        set { context.logLevel = newValue }
    }
}
