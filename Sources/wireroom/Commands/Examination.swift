import Platform
import Settings
import SystemPackage

/// Looks at what a daemon needs, and makes nothing.
struct Examination {
    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    var findings: [Finding] {
        var findings = [
            Finding(
                subject: "configuration", grade: .good,
                text: settings.file?.printable ?? "from the environment")
        ]
        let directories = [
            ("inbox", settings.inbox.path), ("done", settings.inbox.done),
            ("quarantine", settings.inbox.quarantine), ("archive", settings.archive.path),
        ]
        findings += directories.map { directory($0.0, $0.1) }
        if settings.inbox.afterwards == .move { findings += [oneFileSystem] }
        findings += [room, descriptors]
        if let watches { findings.append(watches) }
        if let unit = ServiceUnit(configuration: settings.file) {
            findings += UnitExamination(settings, unit).findings
        }
        return findings
    }

    private func directory(_ subject: String, _ path: FilePath) -> Finding {
        do throws(SystemError) {
            let directory = try Directory.open(path)
            guard directory.isOurs else {
                return Finding(
                    subject: subject, grade: .bad,
                    text: "\(path.printable): this user may not read and change it")
            }
            return Finding(subject: subject, grade: .good, text: path.printable)
        } catch {
            guard error.cause == .missing, let parent = nearest(to: path) else {
                return Finding(subject: subject, grade: .bad, text: error.description)
            }
            guard parent.isOurs else {
                return Finding(
                    subject: subject, grade: .bad,
                    text: "\(path.printable): not there, and this user may not make it in "
                        + parent.path.printable)
            }
            return Finding(
                subject: subject, grade: .good, text: "\(path.printable) (made at the start)")
        }
    }

    /// The directory that is there, of those on the way.
    private func nearest(to path: FilePath) -> OpenDirectory? {
        var path = path
        while !path.components.isEmpty {
            path = path.removingLastComponent()
            do throws(SystemError) {
                return OpenDirectory(try Directory.open(path.isEmpty ? "." : path))
            } catch {
                if error.cause != .missing { return nil }
            }
        }
        return nil
    }

    private final class OpenDirectory {
        private let directory: Directory
        init(_ directory: consuming Directory) { self.directory = directory }
        var isOurs: Bool { directory.isOurs }
        var path: FilePath { directory.path }
        func status() throws(SystemError) -> FileStatus { try directory.descriptor.status() }
        func free() throws(SystemError) -> (bytes: UInt64, names: UInt64) { try directory.free() }
    }

    /// Moving within a file system is one step; to another it is a copy, a sync and a removal.
    private var oneFileSystem: Finding {
        do throws(SystemError) {
            let inbox = try nearest(to: settings.inbox.path.appending("."))?.status().device
            let done = try nearest(to: settings.inbox.done.appending("."))?.status().device
            if inbox == done {
                return Finding(
                    subject: "put away", grade: .good, text: "inbox and done: one file system")
            }
        } catch {
            return Finding(subject: "put away", grade: .bad, text: error.description)
        }
        return Finding(
            subject: "put away", grade: .doubtful,
            text: "inbox and done lie on two file systems: each file is copied, which is slower")
    }

    private var room: Finding {
        do throws(SystemError) {
            guard let archive = nearest(to: settings.archive.path.appending(".")) else {
                return Finding(subject: "room", grade: .bad, text: "no file system for the archive")
            }
            let free = try archive.free()
            let megabytes = free.bytes >> 20
            let isScarce = megabytes < 1024 || (free.names > 0 && free.names < 10_000)
            return Finding(
                subject: "room", grade: isScarce ? .doubtful : .good,
                text: "\(megabytes) MB and \(free.names) files free for the archive")
        } catch {
            return Finding(subject: "room", grade: .bad, text: error.description)
        }
    }

    private var descriptors: Finding {
        let limit = DescriptorLimit.raise()
        return Finding(
            subject: "open files", grade: limit < 1024 ? .doubtful : .good,
            text: limit < 1024
                ? "\(limit) may be open: raise the limit (LimitNOFILE=) to 4096"
                : "\(limit) may be open")
    }

    private var watches: Finding? {
        guard let limits = InotifyLimits.read() else { return nil }
        return Finding(
            subject: "inotify", grade: limits.watches < 8192 ? .doubtful : .good,
            text: "\(limits.watches) directories may be watched, \(limits.events) events queued")
    }
}
