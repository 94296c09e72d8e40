import Articles
import Judging
import Platform
import TestSupport

/// A judge and the articles that it knows.
struct KnownNews: ~Copyable {
    private let news = SyntheticNews()
    private(set) var judge = Judge()
    private var store: RecordStore
    private var workspace = Features.Workspace()
    private let digest = SHA256()
    /// Known articles whose records are kept: copies are made of these.
    private var kept: [Int] = []
    private var made = 0
    private var numbers = SeededNumbers(seed: 3)

    /// The longest that one article of a filling waited for being taken in.
    private(set) var longestAdmission = LongestAdmission()

    /// Microseconds between two articles.
    private let spacing: Int64
    private static let start = Moment(seconds: 1_767_225_600)

    /// - Parameters:
    ///   - store: an empty one.
    ///   - most: so many articles are within the judge's window of seven days.
    init(keepingRecordsIn store: consuming RecordStore, most: Int) {
        self.store = store
        spacing = 7 * 86_400_000_000 / Int64(max(most, 1) * 5 / 4)
    }

    var count: Int { judge.count }

    /// What the index takes.
    var parts: IndexParts { IndexParts(of: judge) }

    /// Forgets which records were kept so far, so that copies are made of later ones.
    mutating func forgetKept() { kept.removeAll() }

    /// Lets more articles be known, judged as they come; the record of each `every`th is kept.
    mutating func fill(to count: Int, keepingEvery every: Int) throws {
        while judge.count < count {
            let isKept = made % every == 0
            let item = prepare(original())
            let judgement = try judge(item)
            let stopwatch = Stopwatch()
            admit(item, judgement)
            longestAdmission.note(
                wall: stopwatch.wall, processor: stopwatch.processor, known: judge.count)
            try note(item, judgement, isKept: isKept)
        }
    }

    /// Articles that are to be measured, one in `every` of them a copy of one that is known.
    mutating func batch(_ count: Int, copyEvery every: Int) -> [Incoming] {
        (0..<count).map { index in
            guard index % every == every - 1, let number = kept.randomElement(using: &numbers)
            else { return original() }
            made += 1
            return incoming(news.copy(of: number, seed: made), copyOf: number)
        }
    }

    /// Judges a batch and takes in what is new, every step of it timed.
    mutating func measure(_ batch: [Incoming]) throws -> Round {
        var round = Round()
        let readBefore = store.readCount
        for incoming in batch {
            let start = SystemClock.monotonic
            let id = incoming.article.contentID(using: digest)
            round.steps.identity += SystemClock.monotonic - start
            let stopwatch = Stopwatch()
            let features = Features(
                of: incoming.article, id: id, time: incoming.time, using: &workspace)
            let prepared = stopwatch.wall
            let item = Prepared(incoming: incoming, id: id, features: features)
            let judgement = try judge(item)
            let judged = stopwatch.wall
            admit(item, judgement)
            round.steps.admitting += stopwatch.wall - judged
            round.processor += stopwatch.processor
            round.steps.judging += judged - prepared
            round.steps.features += prepared
            round.count(judgement, isCopy: incoming.copyOf != nil)
            try note(item, judgement, isKept: true)
        }
        round.records = store.readCount - readBefore
        return round
    }

    /// Removes what it has on the disk.
    consuming func remove() throws(SystemError) { try store.remove() }

    private mutating func original() -> Incoming {
        made += 1
        return incoming(news.article(made), copyOf: nil)
    }

    private func incoming(_ article: Article, copyOf number: Int?) -> Incoming {
        let time = Moment(microseconds: Self.start.microseconds + Int64(made) * spacing)
        return Incoming(number: made, article: article, time: time, copyOf: number)
    }

    private mutating func prepare(_ incoming: Incoming) -> Prepared {
        let id = incoming.article.contentID(using: digest)
        return Prepared(
            incoming: incoming, id: id,
            features: Features(
                of: incoming.article, id: id, time: incoming.time, using: &workspace))
    }

    private mutating func judge(_ item: Prepared) throws -> Judgement {
        try judge.judge(item.incoming.article, item.features) { try store.recall($0) }
    }

    /// Takes it in if it is new.
    private mutating func admit(_ item: Prepared, _ judgement: Judgement) {
        if judgement.verdict != .duplicate { _ = judge.admit(item.features, judgement) }
    }

    /// Notes where the record of what was taken in lies.
    private mutating func note(
        _ item: Prepared, _ judgement: Judgement, isKept: Bool
    ) throws(SystemError) {
        guard judgement.verdict != .duplicate else { return }
        guard isKept else { return store.appendWithoutRecord() }
        try store.append(item.record(judgement))
        if item.incoming.copyOf == nil { kept.append(item.incoming.number) }
    }
}
