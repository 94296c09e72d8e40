/// kill -9 while the index is saved beside the archive, just after, and while it is read back: the
/// verdicts are those of a daemon that was never disturbed.
enum SavedIndexes: Act {
    static let name = "index"
    static let what = "kill -9 while the index is saved and restored"

    private static let rotateBytes = 1_000_000

    static func run(on bench: Bench) throws {
        // An index is saved for a thousand new articles, in a pause of a second.
        let workload = Workload(
            seed: bench.options.seed, .init(files: 40, large: 1_020, larges: 3))
        for number in 1...(bench.options.rounds ?? (bench.isLong ? 40 : 1)) {
            try bench.round("\(number)") { round in
                round.control = try bench.control("index", workload, rotateBytes: rotateBytes)
                try play(&round, workload)
            }
        }
    }

    private static func play(_ round: inout Bench.Round, _ workload: Workload) throws {
        let world = round.world
        var dropper = try world.begin(workload, rotateBytes: rotateBytes)
        let share = workload.drops.count / 5 + 1
        while !dropper.isDone {
            try world.start()
            try dropper.drop(share)
            // Once one must be whole, or none is ever read back.
            let isLate = round.kills == 0 || round.random.once(in: 3)
            waitForSave(world, isLate: isLate, &round.random)
            world.kill()
            round.kills += 1
            for _ in 0..<Int.random(in: 0...2, using: &round.random) {
                // While it comes up again.
                try world.start()
                world.pause(seconds: Double.random(in: 0...0.08, using: &round.random))
                world.kill()
                round.kills += 1
            }
        }
        round.findings += try world.finish(seconds: 120)
        if !world.said.contains("of them read from the archive") {
            round.findings.append(Finding(.conduct, "no saved index was ever used"))
        }
    }

    /// Until one is being written, or was.
    private static func waitForSave(
        _ world: World, isLate: Bool, _ random: inout RandomNumbers
    ) {
        let index = world.places.archive / "index"
        let temporary = world.places.archive / ".index.tmp"
        let before = Files.inode(index)
        world.wait(seconds: world.starts == 1 ? 60 : 4) {
            !isLate && Files.exists(temporary) || Files.inode(index) != before
        }
        world.pause(seconds: Double.random(in: 0...0.02, using: &random))
    }
}
