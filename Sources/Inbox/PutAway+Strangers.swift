import Platform
import SystemPackage

/// A sender may replace a file between the look at it and its move; then what was moved is seen to be
/// another, and goes back. A run that is killed in between leaves it where it must not stay, as
/// nobody has read it.
extension PutAway {
    /// A file in `done`, as a record of it would say.
    package struct Filed: Sendable {
        package var path: FilePath
        package var status: FileStatus
        /// 64 hex digits.
        package var sha256: String
    }

    /// Where a file is gone from the inbox that a killed run was about to put away: gives back to the
    /// inbox what that run moved in its place.
    ///
    /// - Parameter isArchived: whether there are records of what lies in `done` under a name that the
    ///   file would have.
    package func rightWrongs(
        of file: File, isArchived: (Filed) throws(SystemError) -> Bool
    ) throws(SystemError) {
        guard let name = file.path.lastComponent else { return }
        let feed = file.path.removingLastComponent()
        let target = try directoryForFiling(file.day, feed)
        let filed = FiledName(name: name, digest: file.digest)
        // To another file system nothing is moved but a copy, whose bytes are looked at.
        guard try target.descriptor.status().device == root.directory.descriptor.status().device
        else { return }
        guard let stranger = try stranger(in: target, as: filed, file) else { return }
        let open = try target.file(stranger)
        let found = Filed(
            path: file.path, status: try open.status(),
            sha256: try open.sha256(using: SHA256()))
        if try isArchived(found) { return }
        let source = try root.directory.makeDirectory(feed)
        _ = try target.moveToFreeName(stranger, to: source, as: filed)
        try source.sync()
        try target.sync()
    }

    /// The last of the file's names in `done` that is taken, where none of them is the file's.
    private func stranger(
        in target: borrowing Directory, as filed: FiledName, _ file: File
    ) throws(SystemError) -> FilePath? {
        var last: FilePath?
        for number in 0..<FiledName.attempts {
            let name = filed.attempt(number)
            do throws(SystemError) {
                let status = try target.status(name)
                if status.identity == file.identity {
                    if file.isDeleted { try target.remove(name) }
                    return nil
                }
                if status.kind == .regular { last = name }
            } catch {
                guard error.cause == .missing else { throw error }
                return last
            }
        }
        return last
    }
}
