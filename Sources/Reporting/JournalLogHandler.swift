import Logging

/// Writes log entries to the systemd journal, with all their fields.
package struct JournalLogHandler: ContextualLogHandler {
    var context: LogContext

    package init(level: Logger.Level) { context = LogContext(logLevel: level) }

    package func log(event: LogEvent) {
        let entry = Self.entry(of: event, fields: context.fields(of: event))
        guard entry.send() < 0 else { return }
        // What was to be told is not lost with the journal: standard error is read as well.
        let line = TerminalLine.text(
            level: event.level, message: event.message.description,
            fields: context.fields(of: event), time: nil, inColour: false)
        StandardError.write("<\(event.level.syslogPriority)>\(line)\n")
    }

    static func entry(
        of event: LogEvent, fields: [(name: String, value: String)]
    ) -> JournalEntry {
        var entry = JournalEntry()
        entry.add("MESSAGE", PrintableText.line(event.message.description))
        entry.add("PRIORITY", String(event.level.syslogPriority))
        entry.add("SYSLOG_IDENTIFIER", "wireroom")
        // The catalog shows them on terminals as they are.
        for field in fields { entry.add(field.name, PrintableText.lines(field.value)) }
        return entry
    }
}
