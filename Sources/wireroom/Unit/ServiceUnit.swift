import Platform
import SystemPackage

/// The systemd unit that runs with a configuration: `wireroom.service` with
/// `/etc/wireroom/config.json`, `wireroom@NAME.service` with `/etc/wireroom/NAME.json`.
struct ServiceUnit {
    private static let configurations: FilePath = "/etc/wireroom"
    /// Where administrators and generators put drop-ins (systemd.unit(5)).
    private static let dropInPlaces: [FilePath] = ["/etc/systemd/system", "/run/systemd/system"]

    let name: String
    /// Where it may write without further ado.
    let stateDirectory: FilePath

    /// Nil for a configuration that no unit has.
    init?(configuration: FilePath?) {
        guard let configuration, configuration.removingLastComponent() == Self.configurations,
            configuration.extension == "json", let stem = configuration.stem
        else { return nil }
        let isInstance = stem != "config"
        name = isInstance ? "wireroom@\(stem).service" : "wireroom.service"
        stateDirectory = FilePath("/var/lib").appending(
            isInstance ? "wireroom-\(stem)" : "wireroom")
    }

    /// The directories that its drop-ins let it write to.
    ///
    /// - Throws: where a drop-in is there and cannot be read.
    func writablePaths() throws(SystemError) -> [FilePath] {
        var paths: [FilePath] = []
        for place in Self.dropInPlaces {
            try readDropIns(of: place.appending(name + ".d")) {
                paths += Self.writablePaths(in: $0)
            }
        }
        return paths
    }

    private func readDropIns(
        of path: FilePath, _ take: (String) -> Void
    ) throws(SystemError) {
        do throws(SystemError) {
            let directory = try Directory.open(path)
            let entries = try DirectoryEntries(directory)
            while let entry = try entries.next() {
                guard entry.name.extension == "conf" else { continue }
                let file = try directory.file(FilePath(root: nil, [entry.name]))
                take(String(decoding: try file.bytes(at: 0, count: 1 << 20), as: UTF8.self))
            }
        } catch {
            guard error.cause == .missing else { throw error }
        }
    }

    /// Paths of one drop-in; an empty assignment takes back those before it, and `-`, `+` are no part
    /// of a path (systemd.exec(5)). Of `BindPaths=` what stands before a colon is the path outside.
    private static func writablePaths(in dropIn: String) -> [FilePath] {
        var paths: [FilePath] = []
        for line in dropIn.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, ["ReadWritePaths", "BindPaths"].contains(trimmed(parts[0]))
            else { continue }
            let values = parts[1].split(whereSeparator: \.isWhitespace)
            if values.isEmpty { paths = [] }
            paths += values.map { value in
                FilePath(String(value.prefix { $0 != ":" }.drop { "-+\"".contains($0) }))
            }
        }
        return paths
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined()
    }
}
