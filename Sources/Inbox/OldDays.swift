import Articles
import Platform
import SystemPackage

/// Removes what was put away long ago: the directories `YYYY-MM-DD` of done/ or quarantine/, file by
/// file. Nothing else is touched, and no link is followed.
package struct OldDays {
    private let path: FilePath
    private let isStopped: () -> Bool

    /// - Parameter isStopped: asked between two files; the rest is removed the next time.
    package init(of path: FilePath, isStopped: @escaping () -> Bool) {
        self.path = path
        self.isStopped = isStopped
    }

    /// Removes the days before `day` (`YYYY-MM-DD`), the oldest first.
    ///
    /// - Parameter failed: called with what cannot be removed; the other days are removed.
    /// - Returns: how many files were removed.
    package func remove(
        before day: String, failed: (SystemError) -> Void
    ) -> Int {
        var files = 0
        do throws(SystemError) {
            let root = try Directory.open(path)
            for name in try days(in: root, before: day) where !isStopped() {
                do throws(SystemError) {
                    try remove(name, in: root, &files)
                } catch {
                    failed(error)
                }
            }
        } catch {
            // Nothing was put away yet.
            if error.cause != .missing { failed(error) }
        }
        return files
    }

    private func days(
        in root: borrowing Directory, before day: String
    ) throws(SystemError) -> [FilePath] {
        var names: [FilePath] = []
        let entries = try DirectoryEntries(root)
        while let entry = try entries.next() {
            let name = entry.name.string
            if Self.isDay(name), name < day { names.append(FilePath(name)) }
        }
        return names.sorted { $0.string < $1.string }
    }

    private static func isDay(_ name: String) -> Bool {
        name.utf8.count == 10
            && Array("\(name)T00:00:00Z".utf8).withUnsafeBytes { Moment(iso: $0) } != nil
    }

    /// Empties a directory from its leaves on, then removes it. A directory is looked at again after
    /// each one inside it: all that was before is gone by then.
    private func remove(
        _ day: FilePath, in root: borrowing Directory, _ files: inout Int
    ) throws(SystemError) {
        guard try root.status(day).kind == .directory else { return }
        var waiting = [day]
        while let path = waiting.last {
            guard let child = try removeFiles(in: try root.directory(path), &files) else {
                if isStopped() { return }
                try root.removeDirectory(path)
                waiting.removeLast()
                continue
            }
            waiting.append(path.appending(child))
        }
    }

    /// Removes files up to the first directory, which is given; nil where there is none, or it was
    /// stopped.
    private func removeFiles(
        in directory: borrowing Directory, _ files: inout Int
    ) throws(SystemError) -> FilePath.Component? {
        let entries = try DirectoryEntries(directory)
        while !isStopped(), let entry = try entries.next() {
            let name = FilePath(root: nil, [entry.name])
            let kind: FileStatus.Kind
            if let known = entry.kind {
                kind = known
            } else {
                kind = try directory.status(name).kind
            }
            if kind == .directory { return entry.name }
            try directory.remove(name)
            files += 1
        }
        return nil
    }
}
