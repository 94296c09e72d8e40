import Platform
import Settings
import SystemPackage

/// Whether a unit lets the daemon write to the directories of its configuration, and what to do where
/// it does not.
struct UnitExamination {
    private let settings: Settings
    private let unit: ServiceUnit

    init(_ settings: Settings, _ unit: ServiceUnit) {
        self.settings = settings
        self.unit = unit
    }

    var findings: [Finding] {
        var findings: [Finding] = []
        if CurrentUser.isRoot {
            findings.append(
                Finding(
                    subject: "user", grade: .doubtful,
                    text:
                        "root may do anything; what the service may: sudo -u wireroom wireroom check"
                        + (settings.file.map { " --config \($0.string)" } ?? "")))
        }
        findings.append(writing)
        return findings
    }

    private var writing: Finding {
        let roots = WritableRoots(settings, of: unit).paths
        guard !roots.isEmpty else {
            return Finding(
                subject: "systemd", grade: .good,
                text: "\(unit.name) may write to all of them, in \(unit.stateDirectory.string)")
        }
        do throws(SystemError) {
            let leaves = try unit.leaves()
            let missing = roots.filter { root in !leaves.contains { DropIn.names(root, in: $0) } }
            guard missing.isEmpty else { return advice(for: missing, of: roots) }
            return Finding(
                subject: "systemd", grade: .good,
                text: "\(unit.name) may write to \(roots.map(\.printable).joined(separator: ", "))")
        } catch {
            return Finding(subject: "systemd", grade: .doubtful, text: error.description)
        }
    }

    private func advice(for missing: [FilePath], of roots: [FilePath]) -> Finding {
        var lines = [
            "\(unit.name) may not write to \(missing.map(\.printable).joined(separator: ", "))"
        ]
        let commands = makingCommands
        if !commands.isEmpty {
            lines += ["make what is not there yet:"] + commands.map { "  " + $0 }
        }
        lines.append(
            "then run systemctl edit \(unit.name), and add, unless it is there in another form:")
        let dropIn = DropIn(paths: roots, mounts: directories.map(\.path)).text
        lines += dropIn.split(separator: "\n").map { "  " + $0 }
        return Finding(subject: "systemd", grade: .doubtful, text: lines.joined(separator: "\n"))
    }

    /// Those outside of the unit's own: what is dropped belongs to the group that drops, what is
    /// archived to the group that reads, as the package makes those in the state directory.
    private var directories: [(path: FilePath, group: String, mode: String)] {
        var all: [(path: FilePath, group: String, mode: String)] = [
            (settings.inbox.path, "wireroom-drop", "2770"),
            (settings.inbox.done, "wireroom-drop", "2750"),
            (settings.inbox.quarantine, "wireroom-drop", "2750"),
            (settings.archive.path, "wireroom-read", "2750"),
        ]
        if let metrics = settings.metrics.path {
            all.append((metrics.removingLastComponent(), "wireroom", "755"))
        }
        return all.filter {
            let path = AbsolutePath.asFarAsThere($0.path)
            return !path.starts(with: unit.stateDirectory)
                && !path.starts(with: unit.runtimeDirectory)
        }
    }

    private var makingCommands: [String] {
        let missing = directories.filter { !Self.isThere($0.path) }
        var commands = missing.map { path, group, mode in
            "install -d -o wireroom -g \(group) -m \(mode) \(Self.quoted(path))"
        }
        if missing.contains(where: { $0.path == settings.inbox.path }) {
            commands.append(
                "setfacl -d -m u::rwx,u:wireroom:rwx,g::rwx,m::rwx,o::- "
                    + Self.quoted(settings.inbox.path))
        }
        return commands
    }

    private static func isThere(_ path: FilePath) -> Bool {
        do throws(SystemError) {
            _ = try Directory.open(path)
            return true
        } catch {
            return error.cause != .missing
        }
    }

    /// As one word of a shell.
    private static func quoted(_ path: FilePath) -> String {
        let plain = path.string.utf8.allSatisfy { byte in
            switch byte {
            case 0x2B...0x3A, 0x40...0x5A, 0x5F, 0x61...0x7A: true
            default: byte >= 0x80
            }
        }
        if plain { return path.string }
        return "'"
            + path.string.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''") + "'"
    }
}
