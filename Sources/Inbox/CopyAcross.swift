import Glibc
import Platform
import SystemPackage

/// Moves a file to another file system: copied under a temporary name, synced, named, and only then
/// removed where it was.
enum CopyAcross {
    /// - Returns: the name it has there; nil where what lies at the name is not, or no longer, what
    ///   `identity` says.
    static func move(
        _ name: FilePath, of identity: FileIdentity, from source: borrowing Directory,
        to target: borrowing Directory, as filed: FiledName
    ) throws(SystemError) -> FilePath? {
        let temporary = FilePath(".\(identity.inode).copy.tmp")
        guard try copy(name, of: identity, from: source, to: target, as: temporary) else {
            return nil
        }
        let new = try target.moveToFreeName(temporary, to: target, as: filed)
        try target.sync()
        // A sender may replace the file at any moment: it is removed under a name of our own, where
        // nobody changes what is looked at.
        let own = FilePath(".\(identity.inode).moved.tmp")
        do throws(SystemError) {
            try source.move(name, to: source, as: own)
        } catch {
            // Not ours to move, or gone: then it does not lie in two places either.
            if error.cause != .missing { try target.remove(new) }
            if error.cause == .missing { return new }
            throw error
        }
        guard try source.status(own).identity == identity else {
            _ = try source.moveToFreeName(own, to: source, as: filed)
            return nil
        }
        try source.remove(own)
        return new
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
