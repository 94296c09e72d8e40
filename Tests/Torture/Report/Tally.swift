/// What an act did, and what it found.
struct Tally {
    var rounds = 0
    var kills = 0
    var faults = 0
    var cuts = 0
    var files = 0
    var lines = 0
    var seconds = 0.0
    var findings: [Finding.Kind: Int] = [:]

    var isClean: Bool { findings.isEmpty }
    func count(_ kind: Finding.Kind) -> Int { findings[kind] ?? 0 }
    /// Findings that have no column of their own.
    var others: Int {
        findings.reduce(0) { [.lost, .doubled, .torn].contains($1.key) ? $0 : $0 + $1.value }
    }

    static func + (a: Tally, b: Tally) -> Tally {
        Tally(
            rounds: a.rounds + b.rounds, kills: a.kills + b.kills, faults: a.faults + b.faults,
            cuts: a.cuts + b.cuts, files: a.files + b.files, lines: a.lines + b.lines,
            seconds: a.seconds + b.seconds,
            findings: a.findings.merging(b.findings, uniquingKeysWith: +))
    }
}
