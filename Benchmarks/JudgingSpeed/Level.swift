/// What was measured with so many articles known.
struct Level {
    /// Known before the first and after the last article that was measured.
    var known: ClosedRange<Int>
    /// One in so many of the articles is a copy of one that is known.
    var copyEvery: Int
    var rounds: [Round]

    /// Of the round in the middle, by features, judging and admitting.
    var articlesPerSecond: Double {
        let speeds = rounds.map(\.articlesPerSecond).sorted()
        return speeds.isEmpty ? 0 : speeds[speeds.count / 2]
    }

    /// Of all rounds, by the time that the thread had the processor: what other work on the machine
    /// takes from the first is not taken from this.
    var articlesPerProcessorSecond: Double {
        Double(sum(\.articles)) * 1e9 / Double(max(sum(\.processor), 1))
    }

    /// Nanoseconds of each article, on average.
    func nanoseconds(_ step: KeyPath<Round.Steps, Int64>) -> Int {
        Int(rounds.reduce(0) { $0 + $1.steps[keyPath: step] }) / max(sum(\.articles), 1)
    }

    func sum<Number: AdditiveArithmetic>(_ part: KeyPath<Round, Number>) -> Number {
        rounds.reduce(.zero) { $0 + $1[keyPath: part] }
    }
}
