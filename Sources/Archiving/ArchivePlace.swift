import Platform
import SystemPackage

/// The directories of an archive that is open, to notice when they are removed, or hidden or lost
/// by a mount: what is written then would be lost.
package struct ArchivePlace: Sendable {
    private let path: FilePath
    private let root: Node
    private let segments: Node

    private struct Node: Equatable {
        var device: UInt64
        var inode: UInt64

        init(_ directory: borrowing Directory) throws(SystemError) {
            let status = try directory.descriptor.status()
            device = status.device
            inode = status.inode
        }
    }

    init(_ layout: ArchiveLayout) throws(SystemError) {
        path = layout.root.path
        root = try Node(layout.root)
        segments = try Node(layout.segments)
    }

    /// - Throws: ``SystemError`` where the path leads to other directories than those that are open.
    package func check() throws(SystemError) {
        let there = try Directory.open(path)
        guard try Node(there) == root, try Node(try there.directory("segments")) == segments else {
            throw SystemError("find the open archive at", path, errno: .noSuchFileOrDirectory)
        }
    }

    /// Whether a new archive may be begun at the path: the directory is there, and on the file system
    /// that the archive was on. An empty directory of another one is a mount point without its mount.
    ///
    /// - Throws: ``SystemError`` where not.
    func checkForReopening() throws(SystemError) {
        let there = try Directory.open(path)
        if try Node(there).device == root.device { return }
        do {
            _ = try there.status("journal")
        } catch  where error.cause == .missing {
            throw SystemError(
                "find the file system of the archive at", path, errno: .noSuchFileOrDirectory)
        }
    }
}
