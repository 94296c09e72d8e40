import Articles
import Glibc
import Testing

@testable import Normalising

@Suite("Hostile and random input")
struct HostileTests {
    /// Lines that rules look for, and lines that they must not mistake.
    static let pieces: [String] =
        Report.paragraphs + RuleTests.tails.map(\.1)
        + LookalikeTests.endings.flatMap(\.lines)
        + HeadTests.datelines.map { $0.head + Report.paragraphs[1] } + HeadTests.others
        + HeadTests.headlines + HeadTests.bylines.map(\.0)
        + [
            "Published: 23 May 2025 10:30 GMT", "[Source/Coast Network, Jane Doe]", "", "",
            "Related stories",
            "The authority has set aside four million crowns for such a quay.",
            "(Reuters) - Boats rose.",
            "ALSO READ NEWS FROM OSTERMUND", "OSTERMUND – " + Report.paragraphs[2],
            "e\u{301}\u{200C}\u{202E}", "By Jane Doe | May 23, 2025",
        ]

    @Test("what comes out passes unchanged when it comes in again, as it stands and as plain text")
    func idempotence() throws {
        var random = SplitMix(state: 3)
        for round in 0..<1500 {
            let count = Int.random(in: 1...14, using: &random)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? "\n" : "\n\n")
            var draft = Draft(form: round % 2 == 0 ? .plainText : .fields)
            draft.text = Array(text.utf8)
            guard let result = try? Normaliser().normalise(draft) else { continue }
            #expect(!result.article.text.isEmpty)
            try expectAtRest(result)
        }
    }

    @Test("splices of the samples' lines", .enabled(if: Shared.hasSeeds, "skipped: no samples"))
    func splices() throws {
        var random = SplitMix(state: 4)
        let lines = Shared.seeds().flatMap {
            String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        for _ in 0..<600 {
            let text = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                lines.randomElement(using: &random) ?? ""
            }
            try expectAtRest(plain(text.joined(separator: "\n")))
        }
    }

    @Test("random scalars")
    func scalars() throws {
        var random = SplitMix(state: 5)
        let ranges: [ClosedRange<UInt32>] = [
            0...0x7F, 0x80...0x24F, 0x300...0x36F, 0x590...0x6FF, 0x900...0x97F, 0x1100...0x11FF,
            0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x4FFF, 0xAC00...0xACFF, 0xF900...0xFFFF,
            0x1F300...0x1F6FF,
        ]
        for _ in 0..<1500 {
            var text = ""
            for _ in 0..<Int.random(in: 1...120, using: &random) {
                let range = ranges.randomElement(using: &random) ?? 0...0x7F
                let value = UInt32.random(in: range, using: &random)
                if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            }
            guard let result = try? plain(text) else { continue }
            #expect(String(validating: result.article.text, as: UTF8.self) != nil)
            try expectAtRest(result)
        }
    }

    @Test("random bytes, which no reader would pass on")
    func bytes() {
        var random = SplitMix(state: 6)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = try? plain(bytes)
            _ = TimeParser(zone: nil).parse(String(decoding: bytes.prefix(40), as: UTF8.self))
        }
    }

    @Test("random dates")
    func dates() {
        var random = SplitMix(state: 7)
        let parts = [
            "2025", "05", "23", "-", "/", ".", ":", "T", "Z", "+", " ", ",", "May", "mai", "10",
            "30", "99",
            "GMT", "am", "p.m.", "年", "月", "日", "Uhr", "000000000", "(", ")",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                parts.randomElement(using: &random) ?? ""
            }.joined()
            _ = TimeParser(zone: 3600).parse(text)
        }
    }

    static let giants: [(String, [UInt8])] = [
        (
            "empty lines",
            Array((Report.text + String(repeating: "\n", count: 100_000) + "End.").utf8)
        ),
        (
            "short lines",
            Array((0..<15_000).map { "line \($0 % 977)" }.joined(separator: "\n").utf8)
        ),
        ("one line", Array(String(repeating: "word and ", count: 100_000).utf8)),
        ("one word", Array(String(repeating: "w", count: 2_000_000).utf8)),
        (
            "notices",
            Array((Report.text + String(repeating: "\nAll rights reserved.", count: 25_000)).utf8)
        ),
        (
            "pointers",
            Array((Report.text + String(repeating: "\nALSO READ THIS", count: 25_000)).utf8)
        ),
        (
            "repeated sentences",
            Array(
                (Report.text
                    + String(
                        repeating:
                            "\nThe authority has set aside four million crowns for such a quay.",
                        count: 5_000)).utf8)
        ),
        (
            "sentences alike at both ends",
            Array(
                (0..<5_000).map {
                    "The authority has set aside \(String($0 + 10_000_000)) crowns for such a quay now."
                }.joined(separator: "\n").utf8)
        ),
        ("brackets", Array(String(repeating: "(", count: 250_000).utf8)),
        ("quotation marks", Array(String(repeating: "”", count: 150_000).utf8)),
        ("stops", Array(String(repeating: ". ", count: 250_000).utf8)),
        ("bylines", Array((String(repeating: "By Jane Doe\n", count: 25_000) + Report.text).utf8)),
        (
            "headlines",
            Array(
                (Report.text
                    + String(
                        repeating: "\nCouncil Votes to Move Lighthouse Despite the Protest",
                        count: 25_000))
                    .utf8)
        ),
        ("combining marks", Array(String(repeating: "e\u{301}\u{327}", count: 100_000).utf8)),
    ]

    @Test("giants take time in proportion to their size", arguments: giants.indices)
    func giant(index: Int) throws {
        let (name, bytes) = Self.giants[index]
        let elapsed = processorTime { _ = try? plain(bytes) }
        // Two orders of magnitude above what a debug build needs for a linear pass.
        #expect(elapsed < .seconds(8), "\(name)")
    }

    /// What this thread worked, whatever else the machine was doing.
    private func processorTime(_ work: () -> Void) -> Duration {
        var start = timespec()
        var end = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
        work()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        return .seconds(end.tv_sec - start.tv_sec) + .nanoseconds(end.tv_nsec - start.tv_nsec)
    }
}
