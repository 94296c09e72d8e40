import Inbox
import Platform
import Reporting
import SystemPackage

extension Pipeline {
    /// What the watch over the inbox sees, in the words of the journal.
    func tell(_ notice: InboxNotice) {
        let inbox = current.value.inbox.path.printable
        switch notice {
        case .overflow: reporter.report(.overflowed(inbox: inbox))
        case .vanished(let error):
            progress.begin(.inboxGone)
            reporter.report(.inboxGone(inbox: inbox, reason: error.reason))
        case .back:
            progress.end(.inboxGone)
            reporter.report(.inboxBack(inbox: inbox))
        case .notListed(let error) where error.cause == .denied: tellClosed(error)
        case .notWatched(let error), .notListed(let error):
            reporter.report(
                .unwatched(directory: error.path?.printable ?? inbox, reason: error.reason))
        case .notRegular(let path):
            if left.note(current.value.inbox.path.pushing(path)) {
                reporter.report(
                    .unreadable(
                        file: path.printable, feed: path.removingLastComponent().printedInRecord,
                        reason: "it is no regular file"))
            }
        case .rescanned:
            closedDirectories.forget(where: { !Self.isClosed($0) })
            progress.setUnreadable(unreadableCount)
        }
    }

    /// A directory that its owner keeps to himself is as a file that he does.
    private func tellClosed(_ error: SystemError) {
        guard let whole = error.path, closedDirectories.note(whole) else { return }
        progress.setUnreadable(unreadableCount)
        var path = whole
        _ = path.removePrefix(current.value.inbox.path)
        reporter.report(
            .unreadable(
                file: path.printable, feed: path.removingLastComponent().printedInRecord,
                reason: error.reason))
    }

    private static func isClosed(_ path: FilePath) -> Bool {
        do throws(SystemError) {
            if let name = path.lastComponent {
                let above = try Directory.open(path.removingLastComponent())
                _ = try above.status(FilePath(root: nil, [name]))
            }
            _ = try Directory.open(path)
            return false
        } catch {
            return error.cause == .denied
        }
    }

    /// The figures of now.
    package var counters: Counters {
        progress.setWaiting(waitingFiles)
        return progress.counters
    }

    /// How many files wait. Of many that lie in the inbox some are known by name, and all are counted
    /// now and then; but for those that are kept there, which would be counted as well.
    private var waitingFiles: Int {
        let known = intake.inFlight
        guard known >= Intake.capacity, current.value.inbox.afterwards != .keep,
            let root = watch?.openRoot
        else { return known }
        let rules = current.value.inbox.rules
        let counted = backlog.files(finished: progress.measurements.finishedFiles) { [weak self] in
            InboxCount(root: root, rules: rules) { self?.isStopping ?? true }.run()
        }
        return max(known, counted)
    }
}
