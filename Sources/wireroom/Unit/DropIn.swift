import Platform
import SystemPackage

/// What an administrator adds to a unit so that it may write to other directories than its own.
struct DropIn {
    /// Where the service has something else: by `ProtectHome=`, and by `PrivateTmp=` (systemd.exec(5)).
    private static let homes: [FilePath] = ["/home", "/root", "/run/user"]
    private static let temporary: [FilePath] = ["/tmp", "/var/tmp"]

    /// What it is to be let write to.
    let paths: [FilePath]
    /// What the configuration names: whatever is mounted there comes before the service.
    let mounts: [FilePath]

    /// The lines of the drop-in.
    var text: String {
        let hidden = paths.filter { Self.lies($0, in: Self.homes + Self.temporary) }
        let plain = paths.filter { !hidden.contains($0) }
        var lines = ["[Unit]", "RequiresMountsFor=" + Self.list(mounts), "[Service]"]
        if !plain.isEmpty { lines.append("ReadWritePaths=" + Self.list(plain)) }
        if hidden.contains(where: { Self.lies($0, in: Self.homes) }) {
            lines.append("ProtectHome=tmpfs")
        }
        if !hidden.isEmpty { lines.append("BindPaths=" + Self.list(hidden)) }
        return lines.joined(separator: "\n")
    }

    private static func lies(_ path: FilePath, in places: [FilePath]) -> Bool {
        places.contains { path.starts(with: $0) }
    }

    private static func list(_ paths: [FilePath]) -> String {
        paths.map(word).joined(separator: " ")
    }

    /// With what a unit file would take for something else escaped (systemd.syntax(7)).
    private static func word(_ path: FilePath) -> String {
        let escaped = path.string.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "%": text += "%%"
            case "\0"..<" ": text += "\\x" + hex(UInt8(scalar.value))
            default: text.unicodeScalars.append(scalar)
            }
        }
        return escaped == path.string && !escaped.contains(" ") ? escaped : "\"\(escaped)\""
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    /// Whether a value that stands in a unit names the path or one above it, in whatever form: quoted or
    /// not, with a slash at its end, with where it is bound to behind a colon.
    static func names(_ path: FilePath, in value: String) -> Bool {
        let plain = value.replacing("%%", with: "%").replacing("\\\"", with: "\"")
            .filter { $0 != "\"" && $0 != "'" }
        // What a word may have before it: a path that may be missing, or lies in the root of images.
        let words = " " + plain.split { $0.isWhitespace }.joined(separator: " ") + " "
        var above = path
        while !above.components.isEmpty {
            for before in [" ", " -", " +", " -+"] {
                for after in [" ", "/ ", ":"] where words.contains(before + above.string + after) {
                    return true
                }
            }
            above.removeLastComponent()
        }
        return false
    }
}
