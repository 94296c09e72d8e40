import Inbox
import Platform
import Reporting
import SystemPackage

extension Pipeline {
    /// Looks at the files of the inbox that are known: on their way, or watched until they are
    /// complete. These are bounded however many lie there; the others follow as those are done with,
    /// with their own age.
    ///
    /// Since when a file is there is the time of its last change of content, name or permissions.
    var waiting: MetricsPage.Waiting {
        guard let watch, let root = watch.openRoot else { return MetricsPage.Waiting() }
        var names = Set(watch.settling)
        for var name in intake.names where name.removePrefix(root.directory.path) {
            names.insert(name)
        }
        var waiting = MetricsPage.Waiting()
        var oldest = Int64.max
        for name in names {
            guard let changed = root.changed(name) else { continue }
            waiting.files += 1
            oldest = min(oldest, changed)
        }
        if waiting.files > 0 { waiting.longest = max(0, SystemClock.now - oldest) }
        return waiting
    }
}

extension InboxRoot {
    /// When a file was last changed, nanoseconds since 1970; nil where there is none to take.
    fileprivate func changed(_ path: FilePath) -> Int64? {
        do throws(SystemError) {
            let status = try directory.status(path)
            return status.kind == .regular ? status.changed : nil
        } catch {
            // It was put away meanwhile.
            return nil
        }
    }
}
