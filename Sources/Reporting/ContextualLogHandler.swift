import Logging

/// A log handler that keeps level and metadata in a context, so that only where entries go differs.
protocol ContextualLogHandler: LogHandler {
    var context: LogContext { get set }
}

extension ContextualLogHandler {
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
