import Articles
import Foundation
import Judging
import Testing

@Suite("Stories")
struct StoryTests {
    @Test("Reports of one event by different hands are one story; another event is not")
    func oneEvent() throws {
        let reports = [
            (
                "Ferry with 214 people aground off Maro",
                Samples.ferry
            ),
            (
                "Rescuers bring all 214 passengers of stranded Maro ferry ashore",
                """
                All 214 passengers of a Lindqvist Lines ferry were safe on Tuesday night, three hours \
                after the ship struck rocks near Maro island with a broken rudder.

                Rescuers landed them at Port Ansel. The captain, Ilse Brandt, was the last to leave, \
                a spokeswoman for the coast guard said. Nobody was badly hurt.
                """
            ),
            ("Smallest apple harvest in Tessin for 20 years", Samples.orchard),
        ]
        var desk = Desk()
        var stories: [ContentID] = []
        for (index, report) in reports.enumerated() {
            let judgement = try desk.drop(
                article(report.1, headline: report.0), hours: Double(index))
            #expect(judgement.verdict == .original)
            stories.append(judgement.story)
        }
        #expect(stories[0] == stories[1])
        #expect(stories[2] != stories[0])
    }

    @Test("Stories end after a silence, languages stay apart, and they can be switched off")
    func limits() throws {
        let first = "Volcano Karsa erupts, 3,000 leave Tolima villages"
        let second = "Karsa volcano erupts again as 3,000 leave villages in Tolima"
        var desk = Desk()
        let begun = try desk.drop(article("", headline: first, language: "en"))
        let joined = try desk.drop(article("", headline: second, language: "en"), hours: 2)
        #expect(joined.story == begun.story)

        var late = Desk()
        try late.drop(article("", headline: first, language: "en"))
        let after = try late.drop(article("", headline: second, language: "en"), hours: 24 * 9)
        #expect(after.story == after.original)

        var mixed = Desk()
        try mixed.drop(article("", headline: first, language: "en-GB"))
        #expect(
            try mixed.drop(article("", headline: second, language: "en"), hours: 2).story
                != mixed.id(of: article("", headline: second)))
        let other = try mixed.drop(
            article("", headline: second + "!", language: "de"), hours: 2)
        #expect(other.verdict != .original || other.story == other.original)

        var settings = Judge.Settings()
        settings.stories = false
        var without = Desk(settings)
        try without.drop(article("", headline: first))
        let alone = try without.drop(article("", headline: second), hours: 2)
        #expect(alone.story == alone.original)
    }

    private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "../shared")
    private static var hasSeeds: Bool {
        let isThere = FileManager.default.fileExists(atPath: shared.appending(path: "seeds").path)
        if !isThere { print("skipped: ../shared/seeds is not here") }
        return isThere
    }

    /// Their reports, without what does not belong to them, as normalising leaves them.
    private func seeds() throws -> [Article] {
        let directory = Self.shared.appending(path: "seeds")
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
        return try names.map { name in
            var text = try String(contentsOf: directory.appending(path: name), encoding: .utf8)
            var headline: String?
            if name.hasPrefix("000"), let dash = text.firstIndex(of: "–") {
                text = String(text[text.index(after: dash)...])
            }
            if name.hasPrefix("001"), let end = text.range(of: "\n\n\n") {
                text = String(text[..<end.lowerBound])
            }
            if name.hasPrefix("004"), let end = text.firstIndex(of: "\n") {
                headline = String(text[..<end])
                text = String(text[end...])
            }
            return article(
                text.trimmingCharacters(in: .whitespacesAndNewlines), headline: headline)
        }
    }

    @Test("The May call is one story in any order, the April round another", .enabled(if: hasSeeds))
    func seedsInAnyOrder() throws {
        let seeds = try seeds()
        try #require(seeds.count == 5)
        for order in Self.orders(of: 5) {
            var desk = Desk()
            var stories = [ContentID?](repeating: nil, count: 5)
            for (place, seed) in order.enumerated() {
                let judgement = try desk.drop(seeds[seed], hours: Double(place) / 3600)
                #expect(judgement.verdict == .original)
                stories[seed] = judgement.story
            }
            #expect(stories[0] == stories[1] && stories[0] == stories[2], "\(order)")
            #expect(!stories[..<4].contains(stories[4]), "\(order)")
        }
    }

    private static func orders(of count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return orders(of: count - 1).flatMap { order in
            (0..<count).map { place in
                var longer = order
                longer.insert(count - 1, at: place)
                return longer
            }
        }
    }
}
