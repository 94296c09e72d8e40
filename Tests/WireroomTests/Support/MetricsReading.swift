import Glibc

extension Daemon {
    /// Where tests have metrics written to.
    var metricsPath: String { scratch.at("metrics/wireroom.prom") }

    /// Writes a config.json with metrics, each second; without a path where `path` is empty.
    func configureMetrics(_ path: String = "metrics/wireroom.prom") throws {
        let members = path.isEmpty ? "" : "\"path\": \"\(path)\", "
        try configure(more: "\"metrics\": {\(members)\"seconds\": 1}")
    }

    /// The samples of the last page, by name and labels; none where there is no page.
    var metrics: [String: Double] { Self.samples(Files.text(metricsPath)) }

    static func samples(_ page: String) -> [String: Double] {
        var samples: [String: Double] = [:]
        for line in page.split(separator: "\n") where !line.hasPrefix("#") {
            guard let space = line.lastIndex(of: " ") else { continue }
            samples[String(line[..<space])] = Double(line[line.index(after: space)...])
        }
        return samples
    }

    /// Waits for a page that says so.
    @discardableResult
    func waitForMetrics(
        seconds: Double = 20, _ isSo: ([String: Double]) -> Bool
    ) async -> [String: Double] {
        await waitUntil(seconds: seconds) { isSo(metrics) }
        return metrics
    }
}
