import Platform
import SystemPackage

/// Why an archive cannot be written; each stops the program.
package enum ArchiveError: Error, CustomStringConvertible {
    /// Another process writes it.
    case inUse(FilePath)
    case cannotOpen(SystemError)
    /// A segment does not hold what the journal or the order of its stream says.
    case damaged(segment: String, what: String)

    package var description: String {
        switch self {
        case .inUse(let path):
            "another wireroom writes to \(path.printable): drop files into its inbox instead"
        case .cannotOpen(let error):
            "the archive cannot be opened: \(error)"
        case .damaged(let segment, let what):
            "the archive is damaged: \(segment): \(what)"
        }
    }
}
