import Glibc
import Platform
import SystemPackage

/// The file that collectors read metrics from: there whole or not at all, and for everybody to read,
/// as the collector is another user.
package struct MetricsFile: Sendable {
    package let path: FilePath
    private let directory: FilePath
    private let name: FilePath
    /// Hidden, and without the ending of the file itself, so that no collector takes it for one.
    private let temporary: FilePath

    package init(_ path: FilePath) {
        self.path = path
        let parent = path.removingLastComponent()
        directory = parent.isEmpty ? "." : parent
        let last = path.lastComponent?.string ?? ""
        name = FilePath(last)
        temporary = FilePath(".\(last).tmp")
    }

    /// Gives the file a new content, in one step for whoever reads it. It is not synced: after a power
    /// cut it is written anew anyway.
    package func write(_ text: String) throws(SystemError) {
        let directory = try Directory.open(directory)
        let flags = O_RDWR | O_CREAT | O_TRUNC
        let file = try directory.file(temporary, flags: flags, permissions: 0o644)
        try file.setPermissions(0o644)
        try file.write(Array(text.utf8), at: 0)
        try directory.replace(name, with: temporary)
    }

    /// Takes the file away, with what an interrupted write has left.
    package func remove() throws(SystemError) {
        let directory = try Directory.open(directory)
        try directory.removeIfThere(temporary)
        try directory.removeIfThere(name)
    }
}
