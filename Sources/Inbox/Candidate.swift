import SystemPackage

/// A name in the inbox that may be a file to take.
package struct Candidate: Sendable {
    /// How it was seen, which tells whether it is complete.
    package enum Sighting: Sendable {
        /// Moved in under this name: complete at once.
        case movedIn
        /// Closed by who wrote it, and unchanged since.
        case closed
        /// Made, and not seen closed.
        case created
        /// Found by a look at the directory.
        case found
        /// It ended in the middle of its structure, and has had its time to be completed.
        case waited
    }

    /// Relative to the inbox.
    package var path: FilePath
    package var sighting: Sighting
    package var root: InboxRoot

    package init(path: FilePath, sighting: Sighting, root: InboxRoot) {
        self.path = path
        self.sighting = sighting
        self.root = root
    }

    /// The path from the root of the file system.
    package var whole: FilePath { root.directory.path.pushing(path) }

    /// The directory that it lies in, relative to the inbox; empty at the top.
    package var feed: FilePath { path.removingLastComponent() }
}
