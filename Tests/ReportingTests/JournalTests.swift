import Foundation
import Logging
import Testing

@testable import Reporting

/// The words of a real service to a real systemd. The service is this test program itself, which
/// runs ``ReportingProbe`` when it is asked to.
@Suite struct JournalTests {
    private static let bench = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("../shared/tools/systemd-run-here").standardized.path

    private static func output(of command: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    /// Whether a private systemd can be started here.
    static let canRun: Bool = {
        do {
            if FileManager.default.isExecutableFile(atPath: bench),
                try output(of: [bench, "--check"]).status == 0
            {
                return true
            }
        } catch {
            print("\(bench): \(error)")
        }
        print("skipped: journal and service manager: no private systemd (\(bench)) here")
        return false
    }()

    @Test(.enabled(if: canRun, "skipped: no private systemd here"))
    func serviceManagerAndJournalUnderstandUs() throws {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let script = """
            systemd-run --quiet --unit=probe -p Type=notify -p NotifyAccess=main -p WatchdogSec=20 \
              --setenv=REPORTING_PROBE=1 "$1" --testing-library swift-testing \
              --filter ReportingProbe || exit 1
            systemctl show probe -p StatusText -p NotifyAccess
            until [ "$(systemctl show -P ActiveState probe)" != active ]; do sleep 0.05; done
            journalctl --sync
            journalctl --quiet --no-pager --all -o json SYSLOG_IDENTIFIER=wireroom
            """
        let run = try Self.output(of: [Self.bench, "--", "bash", "-c", script, "-", program])
        #expect(run.status == 0, "\(run.text)")
        var lines = run.text.split(separator: "\n").map(String.init)
        #expect(lines.contains("StatusText=watched \u{FFFD}nMAINPID=1\u{FFFD}"), "\(run.text)")
        lines.removeAll { !$0.hasPrefix("{") }
        let entries = try lines.map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(entries.count == 2)
        let first = try #require(entries.first)
        #expect(first["MESSAGE_ID"] as? String == EventKind.quarantined.messageID)
        #expect(first["PRIORITY"] as? String == "4")
        #expect(first["MESSAGE"] as? String == "Quarantined a\\nMESSAGE_ID=1.txt: broken JSON")
        #expect(first["WIREROOM_REASON"] as? String == "broken JSON")
        #expect(first["_SYSTEMD_UNIT"] as? String == "probe.service")
        // A field with a line feed is still one field.
        #expect(first["WIREROOM_FILE"] as? String == "a\nMESSAGE_ID=1.txt")
        #expect(entries.last?["WIREROOM_FEED"] as? String == String(repeating: "é", count: 8_192))
        #expect(entries.last?["WIREROOM_ID"] as? String == "20000000")
    }
}

/// What runs as the service of ``JournalTests``.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["REPORTING_PROBE"] != nil))
struct ReportingProbe {
    @Test func speak() throws {
        let output = LogOutput.fitting(environment: ProcessInfo.processInfo.environment)
        #expect(output == .journal)
        let reporter = Reporter(output.logger(level: .debug))
        let manager = ServiceManager()
        reporter.report(
            .quarantined(
                file: "a\nMESSAGE_ID=1.txt", feed: "", reason: "broken JSON", detail: nil))
        reporter.report(
            .archived(
                id: "\(manager.watchdogMicroseconds ?? 0)", verdict: "original", file: "b.txt",
                feed: String(repeating: "é", count: 1_000_000)))
        manager.beat()
        manager.ready("watched \nMAINPID=1\\")
        Thread.sleep(forTimeInterval: 0.5)
        manager.stopping("bye")
    }
}
