import SystemPackage

extension Settings {
    /// What is measured, for those who collect metrics.
    package struct Metrics: Sendable, Equatable {
        /// The file that the metrics are written to; nil for none.
        package var path: FilePath?
        /// Seconds between two writes, 1 to 3,600.
        package var seconds: Int
    }
}

extension Settings.Metrics {
    init(from reader: inout SettingsReader) {
        path = reader.path("metrics.path")
        seconds = reader.integer("metrics.seconds", in: 1...3_600, default: 15)
    }
}
