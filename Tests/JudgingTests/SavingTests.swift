import Articles
import Testing

@testable import Judging

/// Records as an archive may hold them: copies do not matter, what the index makes of them does.
private struct RandomRecords: ~Copyable {
    var random: RandomTexts
    private var workspace = Features.Workspace()
    private var hours = 0.0
    private var ids: [ContentID] = []
    private var firsts: [ContentID] = []

    init(seed: UInt64) { random = RandomTexts(seed: seed) }

    mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

    /// An article of few words, now and then out of its time.
    mutating func article() -> (Article, Features) {
        var sample = Article()
        let count = Int(random.next() % 12) + 3
        sample.text = Array(random.words(count, vocabulary: 400).joined(separator: " ").utf8)
        if chance(15) { sample.guid = "g\(random.next() % 300)" }
        if chance(15) { sample.url = "https://a.example/\(random.next() % 300)" }
        hours += 0.03
        let hour = chance(5) ? hours - Double(random.next() % 100) : hours
        // The same text comes again, also in a chain that goes back to it.
        let isRepeated = chance(6) && !ids.isEmpty
        let id =
            isRepeated
            ? ids[Int(random.next() % UInt64(ids.count))]
            : ContentID(high: random.next(), low: random.next())
        let time = Moment(microseconds: 1_790_000_000_000_000 + Int64(hour * 3_600_000_000))
        return (sample, Features(of: sample, id: id, time: time, using: &workspace))
    }

    /// A record whose judgement need not be the one that a judge would give.
    mutating func next() -> (features: Features, judgement: Judgement) {
        let (_, features) = article()
        var judgement = Judgement(
            verdict: .original, original: features.id, revision: 0, match: nil, similarity: nil,
            story: features.id)
        switch random.next() % 10 {
        case 0..<3 where !firsts.isEmpty:
            judgement.story = firsts[Int(random.next() % UInt64(firsts.count))]
        case 3 where !ids.isEmpty:
            let place = Int(random.next() % UInt64(ids.count))
            judgement.verdict = .revision
            judgement.original = ids[place]
            judgement.story = firsts[place]
        case 4 where chance(30):
            // Of a chain and a story whose first articles were removed.
            judgement.verdict = chance(50) ? .revision : .original
            judgement.original =
                judgement.verdict == .original
                ? features.id : ContentID(high: 7, low: random.next() % 20)
            judgement.story = ContentID(high: 8, low: random.next() % 20)
        default: break
        }
        if chance(8) { judgement.corrects = RecordPlace(.articles, 1) }
        ids.append(features.id)
        firsts.append(judgement.story)
        return (features, judgement)
    }
}

private typealias Parts = [(part: SavedPart, bytes: [UInt8])]

@Suite("A saved index")
struct SavingTests {
    private static let settings: Judge.Settings = {
        var settings = Judge.Settings()
        settings.windowDays = 2
        settings.alwaysLive = 700
        return settings
    }()

    /// Saves at one go, or with something done between the parts.
    private static func save(
        _ judge: inout Judge, between: (inout Judge) -> Void = { _ in }
    ) -> Parts {
        var walk = SaveWalk()
        var parts: Parts = []
        while let kind = walk.kind {
            if kind == .locations {
                walk.advance(isLast: true)
                continue
            }
            var bytes: [UInt8] = []
            if let part = judge.save(&walk, to: &bytes) { parts.append((part, bytes)) }
            between(&judge)
        }
        return parts
    }

    private static func install(
        _ parts: Parts, _ restoration: inout JudgeRestoration
    ) throws {
        for (part, bytes) in parts {
            try restoration.install(
                LoadedPart(part) { memory in bytes.withUnsafeBytes { memory.copyMemory(from: $0) } }
            )
        }
        try restoration.partsAreComplete()
    }

    private static func isSame(_ a: Parts, _ b: Parts) -> Bool {
        guard a.count == b.count else { return false }
        for (one, two) in zip(a, b) where one.part != two.part || one.bytes != two.bytes {
            print("differs: \(one.part) \(two.part)")
            return false
        }
        return true
    }

    @Test(
        "Saved while it grows, restored and brought up to date, it is the same to the byte",
        arguments: 1...6 as ClosedRange<UInt64>)
    func sameState(_ seed: UInt64) throws {
        var source = RandomRecords(seed: seed)
        var settings = Self.settings
        settings.stories = seed != 6
        var records: [(features: Features, judgement: Judgement)] = []
        var judge = Judge(settings: settings)
        func admit(_ judge: inout Judge) {
            let record = source.next()
            records.append(record)
            _ = judge.admit(record.features, record.judgement)
        }
        for _ in 0..<[0, 10, 900, 4096, 5000, 3000][Int(seed) - 1] { admit(&judge) }
        // More between the parts at one time than at another, also none for long.
        var pace: UInt64 = 1
        let parts = Self.save(&judge) { judge in
            if source.chance(2) { pace = source.random.next() % 4 }
            let count = source.chance(1) ? 100 : source.random.next() % (pace * 2 + 1)
            for _ in 0..<count { admit(&judge) }
        }
        for _ in 0..<Int(source.random.next() % 500) { admit(&judge) }

        var restoration = JudgeRestoration(settings: settings)
        try Self.install(parts, &restoration)
        let begin = restoration.next
        #expect(begin < records.count && restoration.saved > begin)
        for record in records[begin...] {
            try restoration.admit(record.features, record.judgement)
        }
        var restored = try restoration.finish()
        var rebuilt = Judge(settings: settings)
        for record in records { _ = rebuilt.admit(record.features, record.judgement) }

        #expect(restored.absentStories == judge.absentStories)
        let whole = Self.save(&judge)
        let isRestored = Self.isSame(Self.save(&restored), whole)
        #expect(isRestored)
        let isRebuilt = Self.isSame(Self.save(&rebuilt), whole)
        #expect(isRebuilt)
        for _ in 0..<60 {
            let (article, features) = source.article()
            let judgement = try judge.judge(article, features) { _ in nil }
            #expect(try restored.judge(article, features) { _ in nil } == judgement)
            #expect(try rebuilt.judge(article, features) { _ in nil } == judgement)
            _ = judge.admit(features, judgement)
            _ = restored.admit(features, judgement)
            _ = rebuilt.admit(features, judgement)
        }
    }

    @Test("An archive with other articles, or fewer, than were saved is refused")
    func otherArchive() throws {
        var source = RandomRecords(seed: 11)
        var judge = Judge(settings: Self.settings)
        var tail: [(features: Features, judgement: Judgement)] = []
        for _ in 0..<50 {
            let record = source.next()
            _ = judge.admit(record.features, record.judgement)
        }
        let parts = Self.save(&judge) { judge in
            guard tail.count < 20 else { return }
            let record = source.next()
            tail.append(record)
            _ = judge.admit(record.features, record.judgement)
        }
        #expect(throws: SavedIndexDamage.self) {
            var fewer = JudgeRestoration(settings: Self.settings)
            try Self.install(parts, &fewer)
            for record in tail.dropLast() { try fewer.admit(record.features, record.judgement) }
            _ = try fewer.finish()
        }

        var other = JudgeRestoration(settings: Self.settings)
        try Self.install(parts, &other)
        let stranger = source.next()
        #expect(throws: SavedIndexDamage.self) {
            try other.admit(stranger.features, stranger.judgement)
        }
    }

    @Test("Parts that are missing, doubled or of another shape are refused")
    func incomplete() throws {
        var source = RandomRecords(seed: 12)
        var judge = Judge(settings: Self.settings)
        for _ in 0..<5000 {
            let record = source.next()
            _ = judge.admit(record.features, record.judgement)
        }
        let parts = Self.save(&judge)
        for index in stride(from: 0, to: parts.count, by: 97) + [parts.count - 1, parts.count - 2] {
            var fewer = parts
            fewer.remove(at: index)
            var more = parts
            more.insert(parts[index], at: index)
            for wrong in [fewer, more] {
                var restoration = JudgeRestoration(settings: Self.settings)
                #expect(throws: SavedIndexDamage.self) { try Self.install(wrong, &restoration) }
            }
        }
        var shapes = parts
        shapes[3].part.shape.0 += 1
        var restoration = JudgeRestoration(settings: Self.settings)
        #expect(throws: SavedIndexDamage.self) { try Self.install(shapes, &restoration) }
    }

    @Test("A checksum tells every flipped bit, zeros of other lengths and words changed over")
    func checksums() {
        var random = RandomTexts(seed: 3)
        for count in [0, 1, 7, 15, 16, 17, 63, 64, 65, 200] {
            var bytes = random.bytes(count)
            let sum = bytes.withUnsafeBytes(Checksum.of)
            for bit in 0..<count * 8 {
                bytes[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(bytes.withUnsafeBytes(Checksum.of) != sum)
                bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            }
            if count >= 32 {
                for index in 0..<16 { bytes.swapAt(index, index + 16) }
                #expect(bytes.withUnsafeBytes(Checksum.of) != sum)
            }
        }
        let zeros = (0..<200).map { count in
            [UInt8](repeating: 0, count: count).withUnsafeBytes(Checksum.of)
        }
        #expect(Set(zeros).count == zeros.count)
    }

    @Test("What was removed from the archive is known by its identity alone")
    func forgotten() throws {
        let (text, time) = (Samples.ferry, Moment(seconds: 1_790_000_000))
        func features(_ low: UInt64) -> (Article, Features) {
            let article = article(text, headline: "Ferry", guid: "g", url: "https://a.example/1")
            return (article, Features(of: article, id: ContentID(high: 1, low: low), time: time))
        }
        let story = ContentID(high: 9, low: 9)
        // Removed while it ran, and before it was built.
        var removed = Judge()
        _ = removed.admit(
            features(1).1,
            Judgement(
                verdict: .original, original: ContentID(high: 1, low: 1), revision: 0, match: nil,
                similarity: nil, story: story))
        removed.forget(first: 1)
        var built = Judge()
        _ = built.admitForgotten(ContentID(high: 1, low: 1), story: story, received: time)
        func look(_ judge: inout Judge) throws {
            let (same, known) = features(1)
            let exact = try judge.judge(same, known) { _ in nil }
            #expect(exact.verdict == .duplicate && exact.match == .exact && exact.story == story)
            let (copy, unknown) = features(2)
            let other = try judge.judge(copy, unknown) { _ in
                Issue.record("a removed article is compared with")
                return nil
            }
            #expect(other.verdict == .original)
        }
        try look(&removed)
        try look(&built)
    }

    @Test("A record that cannot be read back is no candidate")
    func unreadable() throws {
        var judge = Judge()
        let time = Moment(seconds: 1_790_000_000)
        let one = article(Samples.ferry, headline: "One", guid: "g")
        let first = Features(of: one, id: ContentID(high: 1, low: 1), time: time)
        _ = judge.admit(first, try judge.judge(one, first) { _ in nil })
        let two = article(Samples.ferry, headline: "Two", guid: "g")
        let second = Features(of: two, id: ContentID(high: 1, low: 2), time: time)
        #expect(try judge.judge(two, second) { _ in one }.verdict != .original)
        #expect(try judge.judge(two, second) { _ in nil }.verdict == .original)
    }
}
