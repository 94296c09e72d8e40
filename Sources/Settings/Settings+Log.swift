extension Settings {
    /// What is told.
    package struct Log: Sendable, Equatable {
        /// The least severe kind of entry that is written.
        package enum Level: String, Sendable, CaseIterable {
            /// Every single article.
            case debug
            case info, notice, warning, error
        }

        package var level: Level
        /// Seconds between two summaries, 1 to 86,400; 0 for none.
        package var summarySeconds: Int
    }
}

extension Settings.Log {
    init(from reader: inout SettingsReader) {
        level = reader.choice("log.level", default: .info)
        summarySeconds = reader.integer("log.summarySeconds", in: 0...86_400, default: 60)
    }
}
