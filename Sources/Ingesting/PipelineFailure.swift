import Archiving
import Platform

/// Why the pipeline cannot start or go on; the program stops with it.
package enum PipelineFailure: Error, Sendable, CustomStringConvertible {
    case archive(ArchiveError)
    case system(SystemError)
    /// A record that was to be compared with cannot be read back, or the like.
    case other(String)

    init(_ error: any Error) {
        switch error {
        case let error as ArchiveError: self = .archive(error)
        case let error as SystemError: self = .system(error)
        default: self = .other("\(error)")
        }
    }

    package var description: String {
        switch self {
        case .archive(let error): error.description
        case .system(let error): error.description
        case .other(let text): text
        }
    }
}
