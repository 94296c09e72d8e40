import Glibc
import SystemPackage

/// What of the inbox is taken, and when.
package struct InboxRules: Sendable, Equatable {
    /// Whether directories of the inbox are entered.
    package var recursive = true
    /// A file that was written in place is taken when nothing has changed for so long.
    package var settleSeconds = 0.5
    /// Time between two looks at the whole inbox.
    package var rescanSeconds = 30.0
    /// Patterns (as for fnmatch) of what is never taken, beside the built-in ones: of names, or
    /// with a `/` in them of paths in the inbox.
    package var ignore: [String] = []

    /// Names by which programs mark what is not finished, or not meant for others.
    package static let builtInIgnores = [
        ".*", "*.tmp", "*.part", "*.partial", "*.crdownload", "*.filepart", "*~", "*.swp",
        "*.swx", "*.lock", "*.lck", "#*#", ".~lock.*",
    ]

    package init() {}

    /// Whether a file or directory is left alone; those above it are not looked at.
    package func ignores(_ path: FilePath) -> Bool {
        guard let name = path.lastComponent else { return false }
        let isIgnored = name.withPlatformString { name in
            name[0] == CChar(bitPattern: 0x2E)
                || Self.builtInIgnores.contains { fnmatch($0, name, 0) == 0 }
                || ignore.contains { !$0.contains("/") && fnmatch($0, name, 0) == 0 }
        }
        if isIgnored || ignore.isEmpty { return isIgnored }
        return path.withPlatformString { path in
            ignore.contains { $0.contains("/") && fnmatch($0, path, FNM_PATHNAME) == 0 }
        }
    }
}
