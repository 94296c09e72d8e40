import Synchronization
import Testing

@testable import Reporting

@Suite struct ReporterTests {
    private func quarantined(_ number: Int, _ reason: String = "broken JSON") -> Event {
        .quarantined(
            file: "wire/\(number).json", feed: "wire", reason: reason, detail: "line \(number)")
    }

    @Test func anEventIsAnEntryWithItsFields() throws {
        let recorder = Recorder()
        Reporter(recorder.logger()).report(quarantined(7))
        let entry = try #require(recorder.entries.first)
        #expect(entry.level == .warning)
        #expect(entry.message == "Quarantined wire/7.json: broken JSON (line 7)")
        #expect(entry.fields["MESSAGE_ID"] == EventKind.quarantined.messageID)
        #expect(entry.fields["WIREROOM_FILE"] == "wire/7.json")
        #expect(entry.fields["WIREROOM_FEED"] == "wire")
        #expect(entry.fields["WIREROOM_REASON"] == "broken JSON")
    }

    @Test func repetitionsAreCountedAndTheSummarySaysSo() throws {
        let recorder = Recorder()
        let time = Clock()
        let reporter = Reporter(recorder.logger(), now: { time.seconds })
        for number in 0..<1_000 { reporter.report(quarantined(number)) }
        reporter.report(quarantined(0, "no text"))
        #expect(recorder.entries.count == 6)

        time.advance(60)
        var counters = Counters()
        counters.originals = 2
        counters.quarantined = 1_001
        reporter.summarise(counters)
        #expect(
            recorder.messages.last
                == "In 1 min: 2 articles, 0 duplicates, 1,001 in quarantine; 0 waiting; "
                + "not told one by one: 995 quarantined (broken JSON)")
        #expect(recorder.entries.last?.fields["WIREROOM_UNTOLD"] == "995")
        reporter.report(quarantined(0))
        #expect(recorder.messages.last == "Quarantined wire/0.json: broken JSON (line 0)")
    }

    @Test func nothingNewIsNoSummary() {
        let recorder = Recorder()
        let reporter = Reporter(recorder.logger())
        var counters = Counters()
        counters.duplicates = 3
        reporter.summarise(counters)
        reporter.summarise(counters)
        #expect(recorder.entries.count == 1)
    }

    @Test func aNewLevelHoldsForAllCopies() {
        let recorder = Recorder()
        let reporter = Reporter(recorder.logger(level: .info))
        let copy = reporter
        let article = Event.archived(id: "0a", verdict: "original", file: "a.txt", feed: "")
        copy.report(article)
        #expect(recorder.entries.isEmpty && !copy.tells(.archived))
        reporter.level = .debug
        copy.report(article)
        #expect(recorder.messages == ["original 0a from a.txt"])
        #expect(copy.level == .debug && copy.tells(.archived))
    }

    @Test func messageIDsAreDistinctHexNumbers() {
        let ids = EventKind.allCases.map(\.messageID)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.utf8.count == 32 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test func aProblemOfSeveralLinesIsOneSentence() {
        let event = Event.reloadRefused(
            configuration: "c.json", problem: "c.json:1: a\nc.json:2: b")
        #expect(
            event.sentence
                == "New configuration refused, the old one holds: c.json:1: a; c.json:2: b")
    }
}

/// A clock that stands until it is moved.
final class Clock: Sendable {
    private let time = Atomic<Int>(1_000)

    var seconds: Int { time.load(ordering: .relaxed) }

    func advance(_ seconds: Int) { time.add(seconds, ordering: .relaxed) }
}
