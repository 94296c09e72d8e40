import Platform
import SystemPackage

/// What an administrator adds to a unit so that it may write to other directories than its own.
struct DropIn {
    /// Where systemd hides what `ProtectHome=yes` names (systemd.exec(5)).
    private static let homes: [FilePath] = ["/home", "/root", "/run/user"]

    let unit: ServiceUnit
    let paths: [FilePath]

    /// The lines of the drop-in.
    var text: String {
        let atHome = paths.filter(Self.isAtHome)
        let elsewhere = paths.filter { !Self.isAtHome($0) }
        var lines = ["[Unit]", "RequiresMountsFor=" + Self.list(paths), "[Service]"]
        if !elsewhere.isEmpty { lines.append("ReadWritePaths=" + Self.list(elsewhere)) }
        if !atHome.isEmpty { lines += ["ProtectHome=tmpfs", "BindPaths=" + Self.list(atHome)] }
        return lines.joined(separator: "\n")
    }

    private static func isAtHome(_ path: FilePath) -> Bool {
        homes.contains { path.starts(with: $0) }
    }

    private static func list(_ paths: [FilePath]) -> String {
        paths.map(word).joined(separator: " ")
    }

    /// Whether a value that stands in a unit names the path or one above it.
    static func names(_ path: FilePath, in value: String) -> Bool {
        // What a word may have before it: a path that may be missing, or lies in the root of images.
        let words = " " + value.split { $0.isWhitespace }.joined(separator: " ") + " "
        var above = path
        while !above.components.isEmpty {
            let word = word(above)
            if [" ", " -", " +", " -+"].contains(where: { words.contains($0 + word + " ") }) {
                return true
            }
            above.removeLastComponent()
        }
        return false
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
}
