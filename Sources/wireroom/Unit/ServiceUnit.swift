import Platform
import SystemPackage

/// The systemd unit that runs with a configuration: `wireroom.service` with
/// `/etc/wireroom/config.json`, `wireroom@NAME.service` with `/etc/wireroom/NAME.json`.
struct ServiceUnit {
    private static let configurations: FilePath = "/etc/wireroom"
    /// Where administrators and generators put drop-ins (systemd.unit(5)).
    private static let dropInPlaces: [FilePath] = ["/etc/systemd/system", "/run/systemd/system"]

    let name: String
    /// Where it may write without further ado, and where it may while it runs.
    let stateDirectory: FilePath
    let runtimeDirectory: FilePath

    /// Nil for a configuration that no unit has.
    init?(configuration: FilePath?) {
        guard let configuration, configuration.removingLastComponent() == Self.configurations,
            configuration.extension == "json", let stem = configuration.stem
        else { return nil }
        let isInstance = stem != "config"
        let directory = isInstance ? "wireroom-\(stem)" : "wireroom"
        name = isInstance ? "wireroom@\(stem).service" : "wireroom.service"
        stateDirectory = FilePath("/var/lib").appending(directory)
        runtimeDirectory = FilePath("/run").appending(directory)
    }

    /// What its drop-ins let it write to: the values of their assignments, as they stand there. An
    /// empty one takes back those before it.
    ///
    /// - Throws: where a drop-in is there and cannot be read.
    func leaves() throws(SystemError) -> [String] {
        var leaves: [String] = []
        for place in Self.dropInPlaces {
            for unit in namesOfDropIns {
                try readDropIns(of: place.appending(unit + ".d")) { Self.read($0, into: &leaves) }
            }
        }
        return leaves
    }

    /// For all services, for all instances, for this one.
    private var namesOfDropIns: [String] {
        let template = name.firstIndex(of: "@").map { name[...$0] + ".service" }
        return ["service"] + (template.map { [String($0)] } ?? []) + [name]
    }

    private static func read(_ text: String, into leaves: inout [String]) {
        for line in text.replacing("\\\n", with: " ").split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let key = parts[0].filter { !$0.isWhitespace }
            guard parts.count == 2, ["ReadWritePaths", "BindPaths"].contains(key) else { continue }
            if parts[1].allSatisfy(\.isWhitespace) {
                leaves = []
            } else {
                leaves.append(String(parts[1]))
            }
        }
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
}
