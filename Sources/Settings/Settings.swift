import SystemPackage

/// What the operator decides: config.json with environment variables over it, checked.
///
/// Every key has a default, so that `{}` is a whole configuration. All paths are absolute and
/// lexically normalised. Relative paths of the file start at the directory that the file lies in;
/// those of the environment, and of a start without a file, at the current directory. What is not
/// set of `inbox.done`, `inbox.quarantine` and `archive.path` lies beside the inbox.
package struct Settings: Sendable, Equatable {
    /// The file that was read; nil where everything came from the environment.
    package var file: FilePath?
    package var inbox: Inbox
    package var feeds: Feeds
    package var limits: Limits
    package var archive: Archive
    package var deduplication: Deduplication
    package var log: Log
    package var metrics: Metrics

    /// The keys that differ in `other` but take effect only when the daemon starts anew.
    package func changesNeedingRestart(to other: Settings) -> [String] {
        var keys: [String] = []
        if inbox.path != other.inbox.path { keys.append("inbox.path") }
        if archive.path != other.archive.path { keys.append("archive.path") }
        if archive.duplicates != other.archive.duplicates { keys.append("archive.duplicates") }
        return keys
    }

    /// What becomes of a file of this feed once its articles are in the archive.
    package func afterwards(inFeed feed: String) -> Afterwards {
        feeds.isEmpty ? inbox.afterwards : feeds[feed].afterwards ?? inbox.afterwards
    }
}

/// What becomes of a file once its articles are in the archive.
package enum Afterwards: String, Sendable, CaseIterable {
    /// It is moved to `inbox.done`.
    case move
    case delete
    /// It stays where it is, and is taken again only when it changes.
    case keep
}
