import Glibc
import Platform
import SystemPackage

/// The speed of the judge as its index grows, and the memory that it takes.
struct Measurement {
    /// How much is measured.
    struct Plan {
        /// Articles known in the end.
        var most = 1_000_000
        /// Articles of each level, and those that are made at a time.
        var measured = 20_000
        var batch = 2_000
    }

    private(set) var levels: [Level] = []
    /// Known articles, bytes of the index by its own account, and what the process has grown by.
    private(set) var memory = (known: 0, index: 0, resident: 0)
    private(set) var parts: [(name: String, count: Int)] = []
    /// By the length of texts.
    private(set) var copies: [CopyRecall] = []
    private(set) var longestAdmission = LongestAdmission()

    /// Known articles at the level that the floors are for.
    static let usual = 100_000

    /// - Parameter path: of a directory that is made for the records, and removed.
    init(_ plan: Plan, recordsAt path: FilePath, tell: (String) -> Void) throws {
        var news = try KnownNews(
            keepingRecordsIn: .make(at: path), most: plan.most + 4 * plan.measured)
        let resident = try ResidentMemory.bytes()
        tell("next to nothing known")
        // The first articles find caches and memory cold.
        try news.fill(to: plan.batch, keepingEvery: 1)
        try measure(plan, copyEvery: 10, &news)

        tell("\(Self.usual) known")
        try news.fill(to: Self.usual, keepingEvery: 5)
        try measure(plan, copyEvery: 10, &news)
        try measure(plan, copyEvery: 1, &news)

        tell("\(plan.most) known")
        news.forgetKept()
        try news.fill(to: plan.most, keepingEvery: max(1, plan.most / plan.measured))
        memory = (news.count, news.judge.byteCount, try ResidentMemory.bytes() - resident)
        parts = news.parts.bytes
        try measure(plan, copyEvery: 10, &news)

        longestAdmission = news.longestAdmission
        tell("copies by length")
        copies = try CopyRecall.lengths.map { try CopyRecall(textBytes: $0) }
        try news.remove()
    }

    private mutating func measure(
        _ plan: Plan, copyEvery every: Int, _ news: inout KnownNews
    ) throws {
        let before = news.count
        var rounds: [Round] = []
        for _ in 0..<max(1, plan.measured / plan.batch) {
            let batch = news.batch(plan.batch, copyEvery: every)
            rounds.append(try news.measure(batch))
        }
        levels.append(Level(known: before...news.count, copyEvery: every, rounds: rounds))
    }

    /// Articles a second of the thread's processor time at ten times as many known as were measured,
    /// if each tenfold costs as many nanoseconds as the last one did. Not measured.
    var extrapolated: (known: Int, articlesPerSecond: Double)? {
        let usual = levels.filter { $0.copyEvery > 1 }
        guard let last = usual.last, let before = usual.dropLast().last,
            last.known.lowerBound > before.known.lowerBound, before.known.lowerBound > 0
        else { return nil }
        let growth = Double(last.known.lowerBound) / Double(before.known.lowerBound)
        let time = 1 / last.articlesPerProcessorSecond
        let slope = max(0, time - 1 / before.articlesPerProcessorSecond) / log10(growth)
        return (last.known.lowerBound * 10, 1 / (time + slope))
    }
}
