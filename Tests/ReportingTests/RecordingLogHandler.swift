import Logging
import Synchronization

/// Keeps what is logged.
final class Recorder: Sendable {
    struct Entry: Sendable {
        var level: Logger.Level
        var message: String
        var fields: [String: String]
    }

    private let kept = Mutex<[Entry]>([])

    var entries: [Entry] { kept.withLock { $0 } }
    var messages: [String] { entries.map(\.message) }

    func logger(level: Logger.Level = .debug) -> Logger {
        Logger(label: "test") { _ in RecordingLogHandler(recorder: self, logLevel: level) }
    }

    fileprivate func keep(_ entry: Entry) { kept.withLock { $0.append(entry) } }
}

private struct RecordingLogHandler: LogHandler {
    let recorder: Recorder
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    init(recorder: Recorder, logLevel: Logger.Level) {
        self.recorder = recorder
        self.logLevel = logLevel
    }

    func log(event: LogEvent) {
        recorder.keep(
            Recorder.Entry(
                level: event.level, message: event.message.description,
                fields: (event.metadata ?? [:]).mapValues { "\($0)" }))
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
