import Platform
import SystemPackage

/// How far a file of the inbox has come, as the journal keeps it.
package struct FileProgress: Sendable, Equatable {
    /// Relative to the inbox; absolute for a file that lies elsewhere.
    package var path: FilePath
    package var identity: FileIdentity
    /// Articles of the file up to and with this number are in the archive (or were refused).
    package var itemsDone: UInt64
    /// All of the file is done: what is left is to put it away.
    package var isFinished: Bool
    /// The UTC day under which it is put away, `YYYY-MM-DD`.
    package var day: String
    /// The first 8 hex digits of the file's SHA-256, for a name that is taken.
    package var digest: String

    package init(
        path: FilePath, identity: FileIdentity, itemsDone: UInt64, isFinished: Bool, day: String,
        digest: String
    ) {
        self.path = path
        self.identity = identity
        self.itemsDone = itemsDone
        self.isFinished = isFinished
        self.day = day
        self.digest = digest
    }
}
