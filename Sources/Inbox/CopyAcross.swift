import Glibc
import Platform
import SystemPackage

/// Moves a file to another file system: copied under a temporary name, synced, named, and only then
/// removed where it was. A kill may come between any two of these; whoever comes next goes on.
enum CopyAcross {
    /// - Returns: the name it has there; nil where what lies at the name is not, or no longer, what
    ///   `identity` says.
    static func move(
        _ name: FilePath, of identity: FileIdentity, from source: borrowing Directory,
        to target: borrowing Directory, as filed: FiledName
    ) throws(SystemError) -> FilePath? {
        let earlier = try earlierCopy(of: name, identity, from: source, in: target, as: filed)
        let new: FilePath
        if let earlier {
            new = earlier
        } else {
            let temporary = FilePath(".\(identity.inode).copy.tmp")
            guard try copy(name, of: identity, from: source, to: target, as: temporary) else {
                return nil
            }
            new = try target.moveToFreeName(temporary, to: target, as: filed)
        }
        try target.sync()
        do throws(SystemError) {
            return try remove(name, of: identity, from: source, as: filed) ? new : nil
        } catch {
            if error.cause == .missing { return new }
            // Not ours to move: then it does not lie in two places either.
            if earlier == nil { try target.remove(new) }
            throw error
        }
    }

    /// Removes a file. A sender may replace it at any moment: it is removed under a name of our own,
    /// where nobody changes what is looked at.
    ///
    /// - Returns: false where it is not what `identity` says; then it keeps its name, or one like it.
    static func remove(
        _ name: FilePath, of identity: FileIdentity, from source: borrowing Directory,
        as filed: FiledName
    ) throws(SystemError) -> Bool {
        try source.move(name, to: source, as: ownName(identity))
        return try removeOwn(of: identity, from: source, as: filed)
    }

    /// Ends a removal that a kill broke off.
    static func finishRemoval(
        of identity: FileIdentity, from source: borrowing Directory, as filed: FiledName
    ) throws(SystemError) {
        do throws(SystemError) {
            _ = try removeOwn(of: identity, from: source, as: filed)
        } catch {
            // In most cases there was none.
            guard error.cause == .missing else { throw error }
        }
    }

    private static func removeOwn(
        of identity: FileIdentity, from source: borrowing Directory, as filed: FiledName
    ) throws(SystemError) -> Bool {
        let own = ownName(identity)
        guard try source.status(own).identity == identity else {
            _ = try source.moveToFreeName(own, to: source, as: filed)
            return false
        }
        try source.remove(own)
        return true
    }

    private static func ownName(_ identity: FileIdentity) -> FilePath {
        FilePath(".\(identity.inode).moved.tmp")
    }

    /// The copy that was named before a kill, and whose original was not removed any more: under one
    /// of the names, with the same time and the same bytes.
    private static func earlierCopy(
        of name: FilePath, _ identity: FileIdentity, from source: borrowing Directory,
        in target: borrowing Directory, as filed: FiledName
    ) throws(SystemError) -> FilePath? {
        for number in 0..<FiledName.attempts {
            let candidate = filed.attempt(number)
            do throws(SystemError) {
                let status = try target.status(candidate)
                guard status.kind == .regular, status.size == identity.size,
                    status.modified == identity.modified
                else { continue }
            } catch {
                guard error.cause == .missing else { throw error }
                return nil
            }
            let original = try source.file(name)
            if try original.hasSameBytes(as: try target.file(candidate)) { return candidate }
        }
        return nil
    }

    /// Holes stay holes: a file may be said to be larger than the disk.
    /// - Returns: whether the whole file, unchanged, is in the copy.
    private static func copy(
        _ name: FilePath, of identity: FileIdentity, from source: borrowing Directory,
        to target: borrowing Directory, as temporary: FilePath
    ) throws(SystemError) -> Bool {
        let from = try source.file(name)
        let status = try from.status()
        guard status.identity == identity else { return false }
        let to = try target.file(
            temporary, flags: O_RDWR | O_CREAT | O_TRUNC, permissions: status.permissions & 0o777)
        do throws(SystemError) {
            var offset: Int64 = 0
            while let data = try from.data(from: offset), !data.isEmpty {
                let count = Int(min(1 << 20, data.upperBound - data.lowerBound))
                let block = try from.bytes(at: data.lowerBound, count: count)
                if block.isEmpty { break }
                try to.write(block, at: data.lowerBound)
                offset = data.lowerBound + Int64(block.count)
            }
            try to.resize(to: identity.size)
            try to.setModified(identity.modified)
            try to.sync()
            // What was cut off meanwhile was changed.
            if try from.status().identity == identity { return true }
        } catch {
            try target.remove(temporary)
            throw error
        }
        try target.remove(temporary)
        return false
    }
}

extension Directory {
    /// Moves a file to the first of its names that is free.
    func moveToFreeName(
        _ name: FilePath, to target: borrowing Directory, as filed: FiledName
    ) throws(SystemError) -> FilePath {
        for number in 0..<FiledName.attempts {
            let new = filed.attempt(number)
            do throws(SystemError) {
                try move(name, to: target, as: new)
                return new
            } catch {
                guard error.cause == .exists else { throw error }
            }
        }
        throw SystemError("find a free name in", target.path, errno: .fileExists)
    }
}
