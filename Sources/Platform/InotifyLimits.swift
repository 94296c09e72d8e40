import SystemPackage

/// What the kernel grants to inotify, from /proc/sys/fs/inotify.
package struct InotifyLimits: Sendable {
    /// Directories that a user may watch.
    package var watches: Int
    /// Events that wait in one queue before the rest is dropped.
    package var events: Int

    /// Nil where the kernel does not show it.
    package static func read() -> InotifyLimits? {
        guard let watches = number("max_user_watches"), let events = number("max_queued_events")
        else { return nil }
        return InotifyLimits(watches: watches, events: events)
    }

    private static func number(_ name: FilePath.Component) -> Int? {
        do throws(SystemError) {
            let file = try Descriptor.open(FilePath("/proc/sys/fs/inotify").appending(name))
            let text = String(decoding: try file.bytes(at: 0, count: 32), as: UTF8.self)
            return Int(text.prefix { $0.isNumber })
        } catch {
            return nil
        }
    }
}
