import Logging

/// What every log handler keeps: the level and the metadata of its logger.
struct LogContext: Sendable {
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel: Logger.Level

    /// The metadata of an event with that of its logger, sorted by name; the event's counts.
    func fields(of event: LogEvent) -> [(name: String, value: String)] {
        var merged = metadata
        if let provided = metadataProvider?.get() { merged.merge(provided) { $1 } }
        if let own = event.metadata { merged.merge(own) { $1 } }
        var fields = merged.map { (name: $0.key, value: "\($0.value)") }
        if let error = event.error { fields.append((name: "error", value: "\(error)")) }
        return fields.sorted { $0.name < $1.name }
    }
}
