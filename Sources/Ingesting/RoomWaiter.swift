import Glibc
import Platform
import Reporting
import SystemPackage

/// Waits, a second at a time, for room on a disk, and tells when it began and when it is over.
struct RoomWaiter {
    let progress: Progress
    let reporter: Reporter
    let path: FilePath
    private var since: Int64?

    init(progress: Progress, reporter: Reporter, path: FilePath) {
        self.progress = progress
        self.reporter = reporter
        self.path = path
    }

    /// - Returns: false when it is not worth waiting any more.
    mutating func wait(isStopped: () -> Bool) -> Bool {
        if since == nil {
            since = SystemClock.monotonic
            progress.begin(.diskFull)
            reporter.report(.diskFull(path: path.printable))
        }
        for _ in 0..<10 {
            if isStopped() { return false }
            usleep(100_000)
        }
        return true
    }

    mutating func roomAgain() {
        guard let since else { return }
        self.since = nil
        progress.end(.diskFull)
        let seconds = Int((SystemClock.monotonic - since) / 1_000_000_000)
        reporter.report(.roomAgain(path: path.printable, seconds: seconds))
    }
}
