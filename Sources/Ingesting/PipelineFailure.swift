import Archiving
import Platform

/// Why the pipeline cannot start or go on; the program stops with it.
package enum PipelineFailure: Error, Sendable, CustomStringConvertible {
    case archive(ArchiveError)
    case system(SystemError)
    /// A record that was to be compared with cannot be read back, or the like.
    case other(String)
    /// It was asked to stop in the middle of the start.
    case stopped

    init(_ error: any Error) {
        switch error {
        case let error as ArchiveError: self = .archive(error)
        case let error as SystemError: self = .system(error)
        default: self = .other("\(error)")
        }
    }

    /// What the system said, where it was a call that failed.
    private var systemError: SystemError? {
        switch self {
        case .archive(.cannotOpen(let error)), .system(let error): error
        default: nil
        }
    }

    var isWantOfRoom: Bool { systemError?.isWantOfRoom == true }

    /// Whether a later attempt may succeed. Before anything has worked, only where the machine is
    /// short of something: what is wrong with the configuration is told by ending at once.
    func mayPass(isFirst: Bool) -> Bool {
        switch self {
        case .archive(.inUse), .archive(.damaged): false
        default: !isFirst || isWantOfRoom || systemError?.cause == .exhausted
        }
    }

    package var description: String {
        switch self {
        case .archive(let error): error.description
        case .system(let error): error.description
        case .other(let text): text
        case .stopped: "stopped in the middle of the start"
        }
    }
}
