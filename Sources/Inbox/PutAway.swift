import Platform
import SystemPackage

/// Moves finished files out of the inbox, and syncs the directories that were touched.
///
/// For one batch, on one thread: it keeps the directories of the batch open.
package final class PutAway {
    package enum Outcome: Sendable, Equatable {
        case moved
        case deleted
        /// It is no longer there: somebody took it, or an earlier run put it away.
        case gone
        /// Somebody changed or replaced it since it was read; what lies there now is a new drop.
        case changed
        /// Not ours to move.
        case denied(SystemError)

        package static func == (a: Outcome, b: Outcome) -> Bool {
            switch (a, b) {
            case (.moved, .moved), (.deleted, .deleted), (.gone, .gone), (.changed, .changed): true
            case (.denied(let a), .denied(let b)): a.cause == b.cause
            default: false
            }
        }
    }

    /// What is put away: a name in the inbox and the state in which its content was archived.
    package struct File: Sendable {
        package var path: FilePath
        package var identity: FileIdentity
        /// UTC day, `YYYY-MM-DD`.
        package var day: String
        package var digest: String
        package var isDeleted: Bool

        package init(
            path: FilePath, identity: FileIdentity, day: String, digest: String, isDeleted: Bool
        ) {
            self.path = path
            self.identity = identity
            self.day = day
            self.digest = digest
            self.isDeleted = isDeleted
        }
    }

    let root: InboxRoot
    private let destination: FilePath
    private var sources: [FilePath: OpenDirectory] = [:]
    private var targets: [FilePath: OpenDirectory] = [:]
    /// More are synced and closed before another is opened: each file of a batch may lie in a
    /// directory of its own, and descriptors are few.
    private static let openDirectories = 16

    private final class OpenDirectory: Sendable {
        let directory: Directory
        init(_ directory: consuming Directory) { self.directory = directory }
    }

    /// - Parameter destination: `done` or `quarantine`; below it come day and feed.
    package init(from root: InboxRoot, to destination: FilePath) {
        self.root = root
        self.destination = destination
    }

    /// Moves one file; it counts as put away only after ``sync()``.
    ///
    /// - Throws: where the destination cannot take it, which says nothing of the file.
    package func put(_ file: File) throws(SystemError) -> Outcome {
        guard let name = file.path.lastComponent else { return .gone }
        let feed = file.path.removingLastComponent()
        let own = FilePath(root: nil, [name])
        // Also for a file that is gone: an earlier run may have moved it and not come to the sync.
        let target = try target(file.day, feed)
        let source: OpenDirectory
        do throws(SystemError) {
            source = try self.source(feed)
            // Looked at first, so that in most cases a file that was replaced is not moved at all.
            let identity = try identity(of: own, in: source)
            guard identity == file.identity else {
                try finishRemoval(of: file, from: source)
                return identity == nil ? .gone : .changed
            }
        } catch {
            switch error.cause {
            case .missing, .unsafePath, .otherFileSystem: return .gone
            case .denied: return .denied(error)
            default: throw error
            }
        }
        do throws(SystemError) {
            return try move(own, from: source, to: target, file)
        } catch {
            switch error.cause {
            case .denied where target.directory.isOurs, .readOnly where target.directory.isOurs:
                return .denied(error)
            case .missing where try identity(of: own, in: source) == nil: return .gone
            default: throw error
            }
        }
    }

    /// What lies there; nil where nothing does.
    private func identity(
        of name: FilePath, in source: OpenDirectory
    ) throws(SystemError) -> FileIdentity? {
        try source.directory.statusIfThere(name)?.identity
    }

    private func move(
        _ name: FilePath, from source: OpenDirectory, to target: OpenDirectory, _ file: File
    ) throws(SystemError) -> Outcome {
        guard let component = name.lastComponent else { return .gone }
        let filed = FiledName(name: component, digest: file.digest)
        let new: FilePath
        do throws(SystemError) {
            new = try source.directory.moveToFreeName(name, to: target.directory, as: filed)
            // A sender may have replaced it between the look and the move.
            guard try target.directory.status(new).identity == file.identity else {
                _ = try target.directory.moveToFreeName(new, to: source.directory, as: filed)
                return .changed
            }
        } catch {
            guard error.cause == .otherFileSystem else { throw error }
            if file.isDeleted {
                let isRemoved = try CopyAcross.remove(
                    name, of: file.identity, from: source.directory, as: filed)
                return isRemoved ? .deleted : .changed
            }
            let copied = try CopyAcross.move(
                name, of: file.identity, from: source.directory, to: target.directory, as: filed)
            return copied == nil ? .changed : .moved
        }
        guard file.isDeleted else { return .moved }
        try target.directory.remove(new)
        return .deleted
    }

    /// A run that was killed may have come so far as to take the file's name away.
    private func finishRemoval(of file: File, from source: OpenDirectory) throws(SystemError) {
        guard let name = file.path.lastComponent else { return }
        try CopyAcross.finishRemoval(
            of: file.identity, from: source.directory,
            as: FiledName(name: name, digest: file.digest))
    }

    /// The moves are on disk afterwards.
    package func sync() throws(SystemError) {
        for directory in targets.values { try directory.directory.sync() }
        for directory in sources.values { try directory.directory.sync() }
    }

    private func syncAndClose() throws(SystemError) {
        try sync()
        targets.removeAll()
        sources.removeAll()
    }

    private func source(_ feed: FilePath) throws(SystemError) -> OpenDirectory {
        if let open = sources[feed] { return open }
        if sources.count >= Self.openDirectories { try syncAndClose() }
        let open = OpenDirectory(try root.directory.directory(feed))
        sources[feed] = open
        return open
    }

    private func target(_ day: String, _ feed: FilePath) throws(SystemError) -> OpenDirectory {
        let relative = FilePath(day).pushing(feed)
        if let open = targets[relative] { return open }
        if targets.count >= Self.openDirectories { try syncAndClose() }
        let open = OpenDirectory(try directoryForFiling(day, feed))
        targets[relative] = open
        return open
    }

    /// The directory of a day and a feed in the destination, made where it is missing.
    func directoryForFiling(_ day: String, _ feed: FilePath) throws(SystemError) -> Directory {
        try Directory.make(destination).makeFeedDirectory(FilePath(day).pushing(feed))
    }
}
