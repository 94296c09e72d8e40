import Archiving
import Articles
import Inbox
import Platform
import Reporting
import Settings
import SystemPackage

/// One round of housekeeping, by the settings of now. What makes room comes first.
struct HousekeepingRound {
    let settings: Settings
    let reader: ArchiveReader
    let reporter: Reporter
    /// Whether what is old may be removed.
    let isClockTrusted: Bool
    let isStopped: () -> Bool

    /// Called with a directory in which something went wrong.
    typealias Failed = (FilePath, SystemError) -> Void

    func run(_ failed: Failed) {
        if isClockTrusted {
            removeOldFiles(of: settings.inbox.done, after: settings.inbox.doneKeepDays, failed)
            removeOldFiles(
                of: settings.inbox.quarantine, after: settings.inbox.quarantineKeepDays, failed)
            removeOldSegments(failed)
        }
        compressSegments(failed)
    }

    private func removeOldFiles(of path: FilePath, after days: Int, _ failed: Failed) {
        guard days > 0 else { return }
        let old = OldDays(of: path, isStopped: isStopped)
        let files = old.remove(before: Self.ago(days: days).day) { failed(path, $0) }
        if files > 0 {
            reporter.report(.filesRemoved(directory: path.printable, files: files))
        }
    }

    private func removeOldSegments(_ failed: Failed) {
        guard settings.archive.keepDays > 0 else { return }
        attempt(failed) { segments throws(SystemError) in
            let before = Self.ago(days: settings.archive.keepDays)
            for name in try segments.removable(before: before) where !isStopped() {
                guard try segments.remove(name) else { return }
                reader.close(name)
                reporter.report(.segmentRemoved(segment: name.description))
            }
        }
    }

    private func compressSegments(_ failed: Failed) {
        attempt(failed) { segments throws(SystemError) in
            try segments.dropTemporaries()
            guard let compression = Compression(settings.archive.compress) else { return }
            let before = Self.ago(hours: settings.archive.compressAfterHours)
            for name in try segments.compressible(before: before) where !isStopped() {
                guard let saving = try segments.compress(name, by: compression) else { continue }
                reader.close(name)
                reporter.report(
                    .segmentCompressed(
                        segment: name.description, plainBytes: Int(saving.plainBytes),
                        compressedBytes: Int(saving.compressedBytes)))
            }
        }
    }

    private func attempt(
        _ failed: Failed, _ work: (ClosedSegments) throws(SystemError) -> Void
    ) {
        let path = settings.archive.path
        do throws(SystemError) {
            try work(try ClosedSegments(at: path, isStopped: isStopped))
        } catch {
            failed(path, error)
        }
    }

    private static func ago(days: Int) -> Moment { ago(hours: days * 24) }

    private static func ago(hours: Int) -> Moment {
        Moment(microseconds: Moment.now.microseconds - Int64(hours) * 3_600_000_000)
    }
}

extension Compression {
    /// Nil for none.
    init?(_ setting: Settings.Archive.Compression) {
        switch setting {
        case .none: return nil
        case .zstd: self = .zstd
        case .gzip: self = .gzip
        }
    }
}
