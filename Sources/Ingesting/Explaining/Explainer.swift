import Archiving
import Articles
import Judging
import Platform
import Settings

/// Explains records by judging them once more, beside whoever writes the archive.
package final class Explainer {
    private let archive: ArchiveReader
    private let library: Library
    private let settings: Judge.Settings

    /// A story is explained by so many of its articles, at most.
    private static let members = 100
    /// What a text is matched with is searched among so many states of the original.
    private static let states = 1_000
    /// Recorded similarities have four decimals.
    private static let rounding = 0.000_1

    /// - Throws: ``SystemError`` when the archive cannot be read.
    package init(_ settings: Settings) throws {
        self.settings = settings.deduplication.forJudging
        archive = try ArchiveReader(at: settings.archive.path)
        var opening = LibraryOpening(archive, self.settings)
        library = try opening.library()
    }

    /// - Throws: ``SystemError``, or what a damaged record throws.
    package func explain(_ record: ArchivedRecord) throws -> Explanation {
        let relation = try relation(of: record)
        var whole = record
        // An exact duplicate is kept without its text, which is that of the other.
        if record.form == .reference, case .exact(let other) = relation {
            whole.record.article = other.record.article
        }
        return Explanation(record: whole, relation: relation, story: try story(of: whole))
    }

    /// What the newer record would be to the older one, whatever else is known.
    package static func compare(
        older: ArchivedRecord, newer: ArchivedRecord, _ settings: Settings
    ) -> PairExplanation {
        compare(older: older, newer: newer, settings.deduplication.forJudging)
    }

    private static func compare(
        older: ArchivedRecord, newer: ArchivedRecord, _ settings: Judge.Settings
    ) -> PairExplanation {
        PairExplanation(
            older: older.record.article, newer: newer.record.article,
            hoursApart: newer.record.hours(from: older.record), settings: settings)
    }

    // MARK: Relation

    private func relation(of record: ArchivedRecord) throws -> Explanation.Relation {
        let judgement = record.record.judgement
        guard judgement.verdict != .original else { return .new }
        let states = try library.chain(of: judgement.original).suffix(Self.states)
            .compactMap { try archived(at: $0) }
            .filter { $0.isBefore(record) }
        if judgement.verdict == .withdrawal {
            return .takesBack(judgement.isOfUnknown ? nil : states.last)
        }
        if judgement.match == .exact {
            let same = states.last { $0.record.id == record.record.id }
            return try (same ?? notice(record.record.id)).map { .exact($0) } ?? .lost
        }
        guard record.form == .whole else { return .lost }
        let compared = states.map { ($0, Self.compare(older: $0, newer: record, settings)) }
        // The sender's own identity leads to the newest state, whatever the text.
        if judgement.match == .guid || judgement.match == .url {
            return compared.last.map { .compared($0, $1) } ?? .lost
        }
        let recorded = compared.last { _, pair in pair.gives(judgement, within: Self.rounding) }
        let likest = compared.max { $0.1.similarity < $1.1.similarity }
        return (recorded ?? likest).map { .compared($0, $1) } ?? .lost
    }

    /// The notice with an id: the index has no place for those.
    private func notice(_ id: ContentID) throws -> ArchivedRecord? {
        guard let found = try ArchiveSearch(archive).newest(id) else { return nil }
        let record = try ArchivedRecord(line: found.line)
        return record.record.article.isNotice ? record : nil
    }

    // MARK: Story

    private func story(of record: ArchivedRecord) throws -> Explanation.StoryPart {
        let all = library.members(ofStory: record.record.judgement.story)
        let members = try all.prefix(Self.members).compactMap { try archived(at: $0) }
        var workspace = Features.Workspace()
        func features(_ record: ArchivedRecord) -> Features {
            Features(
                of: record.record.article, id: record.record.id, time: record.record.time,
                using: &workspace)
        }
        let others = members.filter { $0.isBefore(record) && $0.record.id != record.record.id }
        var names = TermNames()
        names.read(record.record.article)
        return Explanation.StoryPart(
            members: members.map(Explanation.Member.init), count: all.count,
            ties: library.ties(of: features(record), to: others.map(features)), names: names)
    }

    private func archived(at location: RecordLocation) throws -> ArchivedRecord? {
        try archive.lineIfReadable(at: location).map { try ArchivedRecord(line: $0) }
    }
}

extension ArchivedRecord {
    /// Whether it was in the archive when the other was judged.
    fileprivate func isBefore(_ other: ArchivedRecord) -> Bool {
        let isDuplicate = other.record.judgement.verdict == .duplicate
        return isDuplicate ? record.received <= other.record.received : sequence < other.sequence
    }
}

extension Record {
    /// Between the times of the two, 0 or more.
    fileprivate func hours(from other: Record) -> Double {
        abs(Double(time.microseconds) - Double(other.time.microseconds)) / 3_600_000_000
    }
}

extension Explanation.Member {
    fileprivate init(_ archived: ArchivedRecord) {
        self.init(
            id: archived.record.id, sequence: archived.sequence,
            article: archived.record.article, time: archived.record.time)
    }
}

extension PairExplanation {
    /// Whether the similarity is the recorded one.
    fileprivate func gives(_ judgement: Judgement, within rounding: Double) -> Bool {
        guard let recorded = judgement.similarity else { return false }
        let own = judgement.match == .partial ? max(olderContained, newerContained) : similarity
        return abs(own - recorded) <= rounding
    }
}
