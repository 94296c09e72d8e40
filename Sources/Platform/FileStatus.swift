import Glibc
import SystemPackage

/// What fstat(2) says of a file.
package struct FileStatus: Sendable, Equatable {
    package enum Kind: Sendable { case regular, directory, symbolicLink, other }

    package var kind: Kind
    package var device: UInt64
    package var inode: UInt64
    /// Bytes.
    package var size: Int64
    /// Time of the last change of the content, nanoseconds since 1970.
    package var modified: Int64
    /// Time of the last change of content, name or permissions, nanoseconds since 1970.
    package var changed: Int64
    package var links: UInt64
    package var owner: UInt32
    package var permissions: UInt32

    init(_ raw: stat) {
        switch raw.st_mode & S_IFMT {
        case S_IFREG: kind = .regular
        case S_IFDIR: kind = .directory
        case S_IFLNK: kind = .symbolicLink
        default: kind = .other
        }
        device = UInt64(raw.st_dev)
        inode = UInt64(raw.st_ino)
        size = Int64(raw.st_size)
        modified = Int64(raw.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(raw.st_mtim.tv_nsec)
        changed = Int64(raw.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(raw.st_ctim.tv_nsec)
        links = UInt64(raw.st_nlink)
        owner = raw.st_uid
        permissions = raw.st_mode & 0o7777
    }

    /// Whether something is there, links followed.
    package static func isThere(_ path: FilePath) -> Bool {
        path.withPlatformString { access($0, F_OK) } == 0
    }

    /// Whether this user may look up names in a directory.
    package static func mayEnter(_ directory: FilePath) -> Bool {
        directory.withPlatformString { access($0, X_OK) } == 0
    }

    package var identity: FileIdentity {
        FileIdentity(inode: inode, size: size, modified: modified)
    }
}

/// Tells one state of one file from every other: a file that is written again or replaced by
/// another of the same name has another identity.
///
/// The device is no part of it: the kernel numbers many file systems anew at each mount, and an
/// identity is kept for longer than that.
package struct FileIdentity: Sendable, Hashable {
    package var inode: UInt64
    package var size: Int64
    /// Nanoseconds since 1970.
    package var modified: Int64

    package init(inode: UInt64, size: Int64, modified: Int64) {
        self.inode = inode
        self.size = size
        self.modified = modified
    }
}
