import Logging
import Testing

@testable import Reporting

@Suite struct LogFormTests {
    private func event(_ message: String) -> LogEvent {
        LogEvent(
            level: .warning, message: "\(message)", metadata: nil, source: "test", file: "",
            function: "", line: 0)
    }

    private func fields(_ entry: JournalEntry) -> [String] {
        entry.ranges.map { String(decoding: entry.bytes[$0], as: UTF8.self) }
    }

    @Test func journalEntriesHoldEveryFieldApart() {
        let entry = JournalLogHandler.entry(
            of: event("Quarantined a\nPRIORITY=0.txt"),
            fields: [
                ("MESSAGE_ID", "ab"), ("WIREROOM_FILE", "a\nPRIORITY=0.txt"), ("error", "x"),
                ("_PID", "1"), ("service name", "ä"),
            ])
        #expect(
            fields(entry) == [
                "MESSAGE=Quarantined a\\nPRIORITY=0.txt", "PRIORITY=4",
                "SYSLOG_IDENTIFIER=wireroom", "MESSAGE_ID=ab", "WIREROOM_FILE=a\nPRIORITY=0.txt",
                "WIREROOM_ERROR=x", "WIREROOM__PID=1", "WIREROOM_SERVICE_NAME=ä",
            ])
    }

    @Test func journalEntriesAreBounded() {
        var entry = JournalEntry()
        for _ in 0..<1_000 { entry.add("x", String(repeating: "é", count: 20_000)) }
        #expect(entry.ranges.count == 64)
        #expect(entry.bytes.count <= 64 * (JournalEntry.longestValue + 65))
        #expect(
            entry.ranges.allSatisfy { String(validating: entry.bytes[$0], as: UTF8.self) != nil })
        entry = JournalEntry()
        entry.add("x", "a" + String(repeating: "é", count: 20_000))
        #expect(
            entry.ranges.allSatisfy { String(validating: entry.bytes[$0], as: UTF8.self) != nil })
    }

    @Test func linesShowWhatTheSentenceDoesNotHold() {
        let line = TerminalLine.text(
            level: .warning, message: "Quarantined a.txt: no text",
            fields: [
                ("MESSAGE_ID", "ab"), ("WIREROOM_FEED", "wire one"), ("WIREROOM_FILE", "a.txt"),
                ("WIREROOM_WAITING", "17"),
            ],
            time: 1_763_717_578, inColour: false)
        #expect(
            line == "2025-11-21T09:32:58Z warning  Quarantined a.txt: no text "
                + "feed=\"wire one\" waiting=17")
    }

    @Test func colourIsOnlyOnTheLevel() {
        let line = TerminalLine.text(
            level: .error, message: "No room", fields: [], time: nil, inColour: true)
        #expect(line == "\u{1B}[31merror   \u{1B}[0m No room")
    }

    @Test func namesCannotForgeLinesNorColours() {
        #expect(
            PrintableText.line("a\nb\r\t\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{2028}ä😀")
                == "a\\nb\\r\\t\\u{1B}[31m\\u{7F}\\u{9B}\\u{202E}\\u{2028}ä😀")
        #expect(PrintableText.line(String(repeating: "x", count: 5_000)).utf8.count < 2_100)
        #expect(ServiceManager.line("ok\nMAINPID=1\\") == "ok\u{FFFD}nMAINPID=1\u{FFFD}")
    }

    @Test func standardErrorIsTheJournalOnlyWhereTheStreamIsTheSame() {
        #expect(!StandardError.isJournal(nil))
        #expect(!StandardError.isJournal("1:2"))
        #expect(!StandardError.isJournal("x"))
        #expect(!StandardError.isJournal("99999999999999999999999:1"))
    }
}
