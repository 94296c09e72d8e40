import Inbox
import Judging
import Settings
import Synchronization

/// The settings as they are now; a reload replaces them between two groups.
package final class CurrentSettings: Sendable {
    private let settings: Mutex<Settings>
    private let changes = Atomic<Int>(0)

    package init(_ settings: Settings) { self.settings = Mutex(settings) }

    package var value: Settings { settings.withLock { $0 } }

    package func replace(by new: Settings) {
        settings.withLock { $0 = new }
        changes.add(1, ordering: .releasing)
    }

    /// Changes with each replacement.
    var generation: Int { changes.load(ordering: .acquiring) }
}

extension Settings.Inbox {
    /// What the watch needs to know.
    var rules: InboxRules {
        var rules = InboxRules()
        rules.recursive = recursive
        rules.settleSeconds = Double(settleMilliseconds) / 1000
        rules.rescanSeconds = Double(rescanSeconds)
        rules.ignore = ignore
        return rules
    }
}

extension Settings.Deduplication {
    var forJudging: Judge.Settings {
        var settings = Judge.Settings()
        settings.similarity = similarity
        settings.containment = containment
        settings.windowDays = windowDays
        settings.stories = stories
        return settings
    }
}
