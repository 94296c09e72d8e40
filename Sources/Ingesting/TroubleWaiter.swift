import Glibc
import Platform
import Reporting
import SystemPackage

/// Waits, a second at a time, for a trouble of the machine to end, and tells when it began and when
/// it is over.
struct TroubleWaiter {
    let progress: Progress
    let reporter: Reporter
    let path: FilePath
    private var trouble: Trouble?
    private var since: Int64 = 0

    init(progress: Progress, reporter: Reporter, path: FilePath) {
        self.progress = progress
        self.reporter = reporter
        self.path = path
    }

    /// - Returns: false when it is not worth waiting any more.
    mutating func wait(after error: SystemError, isStopped: () -> Bool) -> Bool {
        begin(error)
        for _ in 0..<10 {
            if isStopped() { return false }
            usleep(100_000)
        }
        return true
    }

    /// What was waited for, if anything was, is over.
    mutating func over() {
        guard let trouble else { return }
        self.trouble = nil
        progress.end(trouble)
        let seconds = Int((SystemClock.monotonic - since) / 1_000_000_000)
        let path = path.printable
        switch trouble {
        case .diskFull: reporter.report(.roomAgain(path: path, seconds: seconds))
        case .noDescriptors:
            reporter.report(.worksAgain(what: "Descriptors are to be had", seconds: seconds))
        default:
            reporter.report(.worksAgain(what: "Files can be moved to \(path)", seconds: seconds))
        }
    }

    private mutating func begin(_ error: SystemError) {
        let new: Trouble =
            error.isWantOfRoom
            ? .diskFull : error.cause == .exhausted ? .noDescriptors : .cannotPutAway
        guard new != trouble else { return }
        if let trouble { progress.end(trouble) } else { since = SystemClock.monotonic }
        trouble = new
        progress.begin(new)
        switch new {
        case .diskFull: reporter.report(.diskFull(path: path.printable))
        case .noDescriptors: reporter.report(.noDescriptors(reason: error.description))
        default:
            reporter.report(
                .cannotPutAway(directory: path.printable, reason: error.description))
        }
    }
}
