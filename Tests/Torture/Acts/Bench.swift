/// Where acts do their rounds: makes the worlds, has the outcome checked, counts.
final class Bench {
    struct Options {
        /// The daemon.
        var program: String
        var isLong = false
        var seed: UInt64 = 1
        /// The one round to be done; nil for all.
        var only: String?
        /// How many rounds an act does whose number is free; nil for what it thinks right.
        var rounds: Int?
        /// Whether directories of good rounds are kept as well.
        var keepsAll = false
        /// Whether each round is told.
        var tellsAll = false
        /// Where the rounds have their directories.
        var scratch: Path
    }

    let options: Options
    let progress = ProgressLine()
    private(set) var tally = Tally()
    private(set) var act: String
    private var controls: [String: Control] = [:]
    private var number = 0

    init(_ options: Options, act: String) {
        self.options = options
        self.act = act
    }

    var isLong: Bool { options.isLong }

    /// One round.
    struct Round {
        let world: World
        var random: RandomNumbers
        /// What to compare the outcome with.
        var control: Control?
        var kills = 0
        var faults = 0
        var cuts = 0
        /// What was found before the outcome is checked.
        var findings: [Finding] = []
        /// Whether the outcome is checked already, as where it lies on a disk that is gone now.
        var isChecked = false
        /// How many lines were checked then.
        var lines = 0
        /// Goes with the round.
        var disk: LoopDisk?
    }

    /// Does a round in a directory of its own and checks what it left.
    ///
    /// - Parameters:
    ///   - name: of the round in its act; with the seed it decides all that is random.
    ///   - data: where inbox, archive, done and quarantine lie, if not in the round's directory.
    func round(
        _ name: String, data: Path? = nil, _ body: (inout Round) throws -> Void
    ) throws {
        guard options.only == nil || options.only == name else { return }
        number += 1
        progress.show("\(act) \(name) (\(number))")
        let root = options.scratch / Path("\(act)-\(name)")
        var seed = options.seed
        for byte in name.utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let world = try World(root: root, program: options.program, data: data)
        let begun = ContinuousClock.now
        var round = Round(world: world, random: RandomNumbers(seed: seed))
        do {
            try body(&round)
            if !round.isChecked {
                let checker = try Checker(world, control: round.control)
                round.findings += checker.findings
                round.lines = checker.records.count
            }
        } catch let failure as Failure {
            round.findings.append(Finding(.conduct, "the round broke off: \(failure)"))
        }
        world.end()
        count(round)
        if options.tellsAll {
            let milliseconds = Int(begun.duration(to: .now) / .milliseconds(1))
            progress.tell("\(act) \(name): \(milliseconds) ms")
        }
        if let disk = round.disk {
            if !round.findings.isEmpty {
                // The image goes with the mount; what is to be looked at stays.
                try Tool.need(["cp", "-a", disk.place.description, (root / "left").description])
            }
            try disk.unmount()
        }
        if round.findings.isEmpty {
            if !options.keepsAll { try remove(root) }
        } else {
            tell(round, name, root)
        }
    }

    private func count(_ round: Round) {
        tally.rounds += 1
        tally.kills += round.kills
        tally.faults += round.faults
        tally.cuts += round.cuts
        tally.files += round.world.drops.count
        tally.lines += round.lines
        for finding in round.findings { tally.findings[finding.kind, default: 0] += 1 }
    }

    private func tell(_ round: Round, _ name: String, _ root: Path) {
        progress.tell(
            "FAILED \(act) \(name), seed \(options.seed): \(round.findings.count) findings")
        for finding in round.findings.prefix(12) {
            progress.tell("  " + finding.description.prefix(400))
        }
        progress.tell("  kept: \(root)")
        progress.tell(
            "  again: deploy/torture \(act) --seed \(options.seed) --round \(name)"
                + (isLong ? " --long" : ""))
    }

    private func remove(_ root: Path) throws {
        try Tool.need(["rm", "-rf", "--", root.description])
    }

    /// What an undisturbed daemon makes of a workload; found out once.
    func control(
        _ name: String, _ workload: Workload, rotateBytes: Int = 60_000
    ) throws -> Control {
        if let known = controls[name] { return known }
        progress.show("\(act) \(name) (undisturbed)")
        let root = options.scratch / Path("\(act)-undisturbed-\(name)")
        let world = try World(root: root, program: options.program)
        world.archiveSettings = ["\"rotateBytes\": \(rotateBytes)"]
        // What counts here is the archive; tail is looked at where it is tortured.
        world.mayTailMiss = true
        try world.runUndisturbed(workload)
        let checker = try Checker(world, control: nil)
        guard checker.findings.isEmpty else {
            let what = checker.findings.prefix(12).map { "\n  \($0)" }.joined()
            throw Failure("an undisturbed run already fails, see \(root):\(what)")
        }
        try remove(root)
        let control = Control(checker.records, world.drops)
        controls[name] = control
        return control
    }

    func add(seconds: Double) { tally.seconds += seconds }

    /// Findings of the program itself, as of a plant that was not found.
    func found(_ finding: Finding) {
        tally.findings[finding.kind, default: 0] += 1
        progress.tell("FAILED \(act): \(finding)")
    }

    func planted(lines: Int) {
        tally.rounds += 1
        tally.lines += lines
    }
}
