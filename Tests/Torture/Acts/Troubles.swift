import Glibc

/// What happens to machines: no room, a disk that is taken away or slow, no descriptors, writes that
/// are cut short, a daemon that is stopped while files arrive, two daemons, done/ elsewhere.
enum Troubles: Act {
    static let name = "troubles"
    static let what = "full, slow and vanished disks, no descriptors, short writes, overflow"

    private struct Scene {
        var name: String
        var files = 120
        var paragraphs = 2
        var needsRoot = false
        /// How often in the long form.
        var rounds = 10
        /// Whether the outcome is that of an undisturbed run; not where the clock is another, or the
        /// order in which files are judged.
        var isComparable = true
        var play: (inout Bench.Round, inout Dropper) throws -> Void
    }

    static func run(on bench: Bench) throws {
        for scene in scenes(bench) {
            if scene.needsRoot, let obstacle = LoopDisk.obstacle {
                bench.progress.tell("skipped: \(scene.name): \(obstacle)")
                continue
            }
            let workload = Workload(
                seed: bench.options.seed,
                .init(files: scene.files, paragraphs: scene.paragraphs))
            for number in 1...(bench.options.rounds ?? (bench.isLong ? scene.rounds : 1)) {
                try bench.round("\(scene.name)-\(number)") { round in
                    if scene.isComparable {
                        round.control = try bench.control(
                            "\(scene.files)", workload, rotateBytes: 1_000_000)
                    }
                    let world = round.world
                    world.archiveSettings = ["\"rotateBytes\": 1000000"]
                    var dropper = Dropper(workload, to: world)
                    try scene.play(&round, &dropper)
                    round.faults += 1
                    try finish(&round, &dropper, seconds: 120 + Double(scene.files) / 100)
                }
            }
        }
    }

    private static func finish(
        _ round: inout Bench.Round, _ dropper: inout Dropper, seconds: Double
    ) throws {
        try dropper.drop(.max)
        round.findings += try round.world.finish(seconds: seconds)
        let checker = try Checker(round.world, control: round.control)
        round.findings += checker.findings
        round.lines = checker.records.count
        round.isChecked = true
    }

    private static func scenes(_ bench: Bench) -> [Scene] {
        [
            Scene(name: "full", needsRoot: true) { try fill(&$0, &$1, before: false) },
            Scene(name: "full-at-start", needsRoot: true) { try fill(&$0, &$1, before: true) },
            Scene(name: "full-memory", needsRoot: true) { try fillMemory(&$0, &$1) },
            Scene(name: "unmounted", needsRoot: true) { try unmount(&$0, &$1) },
            Scene(name: "done-elsewhere", needsRoot: true, rounds: 100) {
                try fileElsewhere(&$0, &$1)
            },
            Scene(name: "inbox-gone") { try removeInbox(&$0, &$1) },
            Scene(name: "archive-gone") { try moveArchive(&$0, &$1) },
            Scene(name: "two-daemons") { try startTwice(&$0, &$1) },
            Scene(name: "descriptors") { try run(["prlimit", "--nofile=48", "--"], &$0, &$1) },
            Scene(name: "slow-disk", isComparable: false) { round, dropper in
                guard Tool.has("strace") else { return try skip("strace", round, &dropper, bench) }
                round.world.isInOrder = true
                try run(Strace.delaying("fdatasync", microseconds: 300_000), &round, &dropper)
            },
            Scene(name: "short-writes") { round, dropper in
                guard Tool.has("cc") else { return try skip("cc", round, &dropper, bench) }
                try shorten(&round, &dropper)
            },
            Scene(name: "clock", isComparable: false) { round, dropper in
                guard let library = fakedClock else {
                    return try skip("libfaketime", round, &dropper, bench)
                }
                try stepClock(library, &round, &dropper)
            },
            // More than the 16,384 events that the kernel queues.
            Scene(
                name: "stopped", files: bench.isLong ? 200_000 : 20_000, paragraphs: 1, rounds: 1,
                isComparable: false
            ) { try stopMeanwhile(&$0, &$1) },
        ]
    }

    private static func skip(
        _ tool: String, _ round: Bench.Round, _ dropper: inout Dropper, _ bench: Bench
    ) throws {
        bench.progress.tell("skipped: a scene of \(name): \(tool) is not here")
        try round.world.prepare()
    }

    /// Starts it, drops a part, and waits until that is on its way.
    static func begin(
        _ world: World, _ dropper: inout Dropper, isTailed: Bool = true
    ) throws {
        try world.prepare()
        if isTailed { try world.startTail() }
        try world.start()
        try dropper.drop(30)
        world.wait(seconds: 30) { world.follower.lineCount > 10 }
    }
}
