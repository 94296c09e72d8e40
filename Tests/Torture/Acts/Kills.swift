/// kill -9 at random moments: under load and with few files, while it starts, while it recovers,
/// around the begin of a segment, in the middle of a large file; and again at once.
enum Kills: Act {
    static let name = "kills"
    static let what = "kill -9 at random moments"

    private struct Scene {
        var name: String
        var shape: Workload.Shape
        /// Those that are soon full follow one another faster than tail -F looks.
        var rotateBytes: Int
        /// In each round.
        var kills: Int
        var rounds: (short: Int, long: Int)
    }

    private static let scenes = [
        Scene(
            name: "load", shape: .init(files: 400), rotateBytes: 256 << 20, kills: 6,
            rounds: (2, 120)),
        Scene(
            name: "rotation", shape: .init(files: 200), rotateBytes: 25_000, kills: 6,
            rounds: (2, 120)),
        Scene(
            name: "large", shape: .init(files: 60, large: 2500), rotateBytes: 800_000, kills: 6,
            rounds: (1, 60)),
        Scene(name: "few", shape: .init(files: 6), rotateBytes: 4096, kills: 5, rounds: (3, 150)),
    ]

    static func run(on bench: Bench) throws {
        for scene in scenes {
            let workload = Workload(seed: bench.options.seed, scene.shape)
            let planned = bench.isLong ? scene.rounds.long : scene.rounds.short
            for number in 1...(bench.options.rounds ?? planned) {
                try bench.round("\(scene.name)-\(number)") { round in
                    round.control = try bench.control(
                        scene.name, workload, rotateBytes: scene.rotateBytes)
                    round.world.archiveSettings = ["\"rotateBytes\": \(scene.rotateBytes)"]
                    round.world.mayTailMiss = scene.rotateBytes < 256 << 20
                    try kill(&round, workload, scene.kills)
                }
            }
        }
    }

    private static func kill(
        _ round: inout Bench.Round, _ workload: Workload, _ kills: Int
    ) throws {
        let world = round.world
        try world.prepare()
        try world.startTail()
        var dropper = Dropper(workload, to: world)
        try dropper.drop(workload.early)
        let share = (workload.drops.count - workload.early) / (kills + 1)
        for _ in 0..<kills {
            try world.start()
            try dropper.drop(Int.random(in: 0...share * 2, using: &round.random))
            try waitForMoment(world, &round.random)
            world.kill()
            round.kills += 1
            if round.random.once(in: 3) {
                // And again, while it recovers.
                try world.start()
                world.pause(seconds: Double.random(in: 0...0.08, using: &round.random))
                world.kill()
                round.kills += 1
            }
        }
        try world.start()
        try dropper.drop(.max)
        round.findings += try world.finish(seconds: 120)
    }

    /// Waits for the moment of a kill: any, or one of those where most is at stake.
    private static func waitForMoment(_ world: World, _ random: inout RandomNumbers) throws {
        let segments = world.follower.seen.count
        switch Int.random(in: 0..<6, using: &random) {
        case 0: break
        case 1:
            // It speaks first when it has read its configuration, before it opens the archive.
            world.wait(seconds: 5) { Files.size(world.log) ?? 0 > 0 }
        case 2:
            world.wait(seconds: 5) { world.follower.seen.count > segments || isDone(world) }
        default:
            world.wait(seconds: 20) { world.isReady }
        }
        let most = [2, 20, 200].randomElement(using: &random) ?? 20
        world.pause(seconds: Double.random(in: 0...Double(most), using: &random) / 1000)
    }

    private static func isDone(_ world: World) -> Bool {
        world.isReady && world.isInboxEmpty
    }
}
