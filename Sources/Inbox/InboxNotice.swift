import Platform
import SystemPackage

/// What the watch over the inbox has to tell.
package enum InboxNotice: Sendable {
    /// The kernel's queue was full; the whole inbox is looked at again.
    case overflow
    /// The inbox is not there, or cannot be listed; it is tried again every second.
    case vanished(SystemError)
    /// It is there again.
    case back
    /// A directory cannot be watched: what happens in it is seen at the rescans.
    case notWatched(SystemError)
    /// A directory of the inbox cannot be listed.
    case notListed(SystemError)
    /// Something that is no regular file lies in the inbox; it is left where it is.
    case notRegular(FilePath)
    /// A look at the whole inbox is done: how many files wait in it, ours or not.
    case rescanned(files: Int)
}
