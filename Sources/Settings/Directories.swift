import Platform
import SystemPackage

/// The directories of a configuration, which must lie apart: a done file inside the inbox would be
/// ingested again, and an archive inside it would feed on itself.
struct Directories {
    private let byKey: [(key: SettingKey, path: FilePath)]
    private let metrics: FilePath?

    init(of settings: Settings) {
        metrics = settings.metrics.path
        byKey = [
            ("inbox.path", settings.inbox.path), ("inbox.done", settings.inbox.done),
            ("inbox.quarantine", settings.inbox.quarantine),
            ("archive.path", settings.archive.path),
        ]
    }

    func refuseOverlaps(in reader: inout SettingsReader) {
        let real = byKey.map { AbsolutePath.asFarAsThere($0.path) }
        for later in 1..<byKey.count {
            for earlier in 0..<later {
                let relation: String
                if real[later] == real[earlier] {
                    relation = "must be another directory than"
                } else if real[later].starts(with: real[earlier]) {
                    relation = "must not lie inside"
                } else if real[earlier].starts(with: real[later]) {
                    relation = "must not contain"
                } else {
                    continue
                }
                reader.refuse(
                    byKey[later].key,
                    "(\(byKey[later].path)) \(relation) \(byKey[earlier].key) (\(byKey[earlier].path))",
                    "give each a directory of its own, as in inbox, done, quarantine and archive")
            }
        }
        refuseMetrics(inside: real, in: &reader)
    }

    /// In the inbox the file would be taken for an article, in the archive for a part of that.
    private func refuseMetrics(inside real: [FilePath], in reader: inout SettingsReader) {
        guard let metrics,
            let directory = real.firstIndex(where: AbsolutePath.asFarAsThere(metrics).starts(with:))
        else { return }
        reader.refuse(
            "metrics.path",
            "(\(metrics)) must not lie inside \(byKey[directory].key) (\(byKey[directory].path))",
            "give it a directory of its own, as in /run/wireroom/wireroom.prom")
    }
}
