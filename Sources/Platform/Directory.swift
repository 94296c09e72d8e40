import CLinux
import Glibc
import SystemPackage

/// An open directory, and what can be done with the names in it.
///
/// Names are looked up relative to the open directory, so that moving it or swapping a part of its
/// path for a link leads nowhere else.
package struct Directory: ~Copyable, Sendable {
    package let descriptor: Descriptor
    /// The path it was opened by; for messages.
    package let path: FilePath

    package static func open(_ path: FilePath) throws(SystemError) -> Directory {
        Directory(
            descriptor: try .open(path, flags: O_RDONLY | O_DIRECTORY), path: path)
    }

    /// Opens the directory, made first where it is missing, with its parents.
    package static func make(_ path: FilePath) throws(SystemError) -> Directory {
        do {
            return try open(path)
        } catch  where error.cause == .missing {
            if path.components.count > 1 || path.isAbsolute, path.removingLastComponent() != path,
                !path.removingLastComponent().isEmpty
            {
                let parent = try make(path.removingLastComponent())
                _ = parent
            }
            let made = path.withPlatformString { mkdir($0, 0o777) }
            guard made == 0 || Errno.current == .fileExists else {
                throw SystemError("make the directory", path)
            }
            return try open(path)
        }
    }

    /// A directory beneath this one, reached without following a link.
    package func directory(_ relative: FilePath) throws(SystemError) -> Directory {
        if relative.isEmpty {
            return Directory(descriptor: try descriptor.duplicate(), path: path)
        }
        return Directory(
            descriptor: try file(relative, flags: O_RDONLY | O_DIRECTORY),
            path: path.pushing(relative))
    }

    /// As ``directory(_:)``, the directories on the way made where they are missing.
    package func makeDirectory(_ relative: FilePath) throws(SystemError) -> Directory {
        do {
            return try directory(relative)
        } catch  where error.cause == .missing {
            if relative.components.count > 1 {
                let parent = try makeDirectory(relative.removingLastComponent())
                guard let name = relative.lastComponent else { throw error }
                try parent.makeName(FilePath(root: nil, [name]))
            } else {
                try makeName(relative)
            }
            return try directory(relative)
        }
    }

    private func makeName(_ name: FilePath) throws(SystemError) {
        let made = name.withPlatformString { mkdirat(descriptor.raw, $0, 0o777) }
        guard made == 0 || Errno.current == .fileExists else {
            throw SystemError("make the directory", path.pushing(name))
        }
        try descriptor.sync()
    }

    /// Opens a file beneath this directory, reached without following a link. Devices and FIFOs do
    /// not block.
    package func file(
        _ relative: FilePath, flags: CInt = O_RDONLY, permissions: mode_t = 0o644
    ) throws(SystemError) -> Descriptor {
        let raw = relative.withPlatformString {
            wireroom_open_beneath(
                descriptor.raw, $0, flags | O_NONBLOCK | O_NOCTTY, permissions)
        }
        guard raw >= 0 else { throw SystemError("open", path.pushing(relative)) }
        return Descriptor(owning: raw)
    }

    /// A new file without a name; ``name(_:as:)`` gives it one.
    package func unnamedFile(permissions: mode_t = 0o644) throws(SystemError) -> Descriptor {
        let raw = wireroom_open_unnamed(descriptor.raw, permissions)
        guard raw >= 0 else { throw SystemError("make a file in", path) }
        return Descriptor(owning: raw)
    }

    /// Gives a file without a name the name; it must be free.
    package func name(_ file: borrowing Descriptor, as name: FilePath) throws(SystemError) {
        let linked = name.withPlatformString {
            wireroom_link_open_file(file.raw, descriptor.raw, $0)
        }
        guard linked == 0 else { throw SystemError("make", path.pushing(name)) }
    }

    /// What the name stands for; a link itself, not what it points to.
    package func status(_ relative: FilePath) throws(SystemError) -> FileStatus {
        var status = stat()
        let result = relative.withPlatformString {
            fstatat(descriptor.raw, $0, &status, AT_SYMLINK_NOFOLLOW)
        }
        guard result == 0 else { throw SystemError("look at", path.pushing(relative)) }
        return FileStatus(status)
    }

    /// The same; nil where nothing has the name.
    package func statusIfThere(_ relative: FilePath) throws(SystemError) -> FileStatus? {
        do throws(SystemError) {
            return try status(relative)
        } catch {
            guard error.cause == .missing else { throw error }
            return nil
        }
    }

    /// Moves a file to a name that must be free.
    package func move(
        _ relative: FilePath, to other: borrowing Directory, as name: FilePath
    ) throws(SystemError) {
        let moved = relative.withPlatformString { from in
            name.withPlatformString { to in
                wireroom_rename_no_replace(descriptor.raw, from, other.descriptor.raw, to)
            }
        }
        guard moved == 0 else { throw SystemError("move", path.pushing(relative)) }
    }

    /// Gives a file another name, which it takes over from whatever has it.
    package func replace(_ name: FilePath, with other: FilePath) throws(SystemError) {
        let moved = other.withPlatformString { from in
            name.withPlatformString { to in
                renameat(descriptor.raw, from, descriptor.raw, to)
            }
        }
        guard moved == 0 else { throw SystemError("move", path.pushing(other)) }
    }

    /// A second name, here, for the file `name` of another directory.
    package func link(
        _ name: FilePath, of other: borrowing Directory, as new: FilePath
    ) throws(SystemError) {
        let linked = name.withPlatformString { from in
            new.withPlatformString { to in
                linkat(other.descriptor.raw, from, descriptor.raw, to, 0)
            }
        }
        guard linked == 0 else { throw SystemError("link", path.pushing(new)) }
    }

    package func remove(_ name: FilePath) throws(SystemError) {
        let removed = name.withPlatformString { unlinkat(descriptor.raw, $0, 0) }
        guard removed == 0 else { throw SystemError("remove", path.pushing(name)) }
    }

    /// Removes a file; nothing where there is none.
    package func removeIfThere(_ name: FilePath) throws(SystemError) {
        do throws(SystemError) {
            try remove(name)
        } catch {
            guard error.cause == .missing else { throw error }
        }
    }

    /// Gives a name to new content in one step, also where a kill or a power cut comes in between: it
    /// is written under a temporary name, synced, and named.
    package func replace(
        _ name: FilePath, by bytes: [UInt8], through temporary: FilePath,
        permissions: mode_t = 0o644
    ) throws(SystemError) {
        let file = try file(
            temporary, flags: O_RDWR | O_CREAT | O_TRUNC, permissions: permissions)
        try file.write(bytes, at: 0)
        try file.sync()
        try replace(name, with: temporary)
        try sync()
    }

    /// Removes a directory, which must be empty.
    package func removeDirectory(_ name: FilePath) throws(SystemError) {
        let removed = name.withPlatformString { unlinkat(descriptor.raw, $0, AT_REMOVEDIR) }
        guard removed == 0 else { throw SystemError("remove", path.pushing(name)) }
    }

    /// The names are on disk afterwards.
    package func sync() throws(SystemError) { try descriptor.sync() }

    /// Bytes that this user may still write to the file system, and names it may still make.
    package func free() throws(SystemError) -> (bytes: UInt64, names: UInt64) {
        var status = statvfs()
        guard fstatvfs(descriptor.raw, &status) == 0 else {
            throw SystemError("look at the file system of", path)
        }
        return (UInt64(status.f_bavail) * UInt64(status.f_frsize), UInt64(status.f_favail))
    }

    /// Lets nobody but its owner look into the directory or change it.
    package func makePrivate() throws(SystemError) {
        if try descriptor.status().permissions & 0o077 == 0 { return }
        guard fchmod(descriptor.raw, 0o700) == 0 else {
            throw SystemError("change the permissions of", path)
        }
    }

    /// Whether this user may read and change the directory.
    package var isOurs: Bool {
        faccessat(descriptor.raw, ".", R_OK | W_OK | X_OK, AT_EACCESS) == 0
    }
}
