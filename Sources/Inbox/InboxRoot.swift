import Platform
import SystemPackage

/// The inbox as it was opened; one that is deleted and made again is another root.
package final class InboxRoot: Sendable {
    package let directory: Directory
    /// Tells one directory at the path from the next.
    package let inode: UInt64
    package let device: UInt64

    package init(_ path: FilePath) throws(SystemError) {
        directory = try Directory.open(path)
        let status = try directory.descriptor.status()
        inode = status.inode
        device = status.device
    }

    /// Whether the path still leads to this directory.
    package func isStill(at path: FilePath) -> Bool {
        do throws(SystemError) {
            let other = try InboxRoot(path)
            return other.inode == inode && other.device == device
        } catch {
            return false
        }
    }
}
