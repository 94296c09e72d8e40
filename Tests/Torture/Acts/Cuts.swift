import Glibc

/// Power cuts: everything lies on a file system of its own, which loses at a random moment what was
/// not synced; the same archive goes on after each. What a sender synced before a cut must come out
/// once; what it did not may be gone, but never twice there; and whatever a reader saw before a cut
/// is there after it.
enum Cuts: Act {
    static let name = "cuts"
    static let what = "power cuts of a file system of its own"
    static var obstacle: String? { LoopDisk.obstacle }

    private static let cuts = 10

    static func run(on bench: Bench) throws {
        let rounds = bench.options.rounds ?? (bench.isLong ? 50 : 1)
        for number in 1...rounds {
            for (mode, options) in [("ordered", ""), ("writeback", "data=writeback")] {
                let name = "\(mode)-\(number)"
                try bench.round(name) { round in try cut(&round, options, name) }
            }
        }
    }

    private static func cut(
        _ round: inout Bench.Round, _ options: String, _ name: String
    ) throws {
        let world = round.world
        let disk = try LoopDisk(
            image: world.root / "disk.img", at: world.root / "disk", options: options)
        round.disk = disk
        world.lie(in: disk.place)
        world.archiveSettings = ["\"rotateBytes\": 20000"]
        world.mayTailMiss = true
        try world.prepare()
        sync()
        let workload = Workload(
            seed: round.random.next(),
            .init(files: 120, large: round.random.once(in: 4) ? 1600 : 0))
        var dropper = Dropper(workload, to: world)
        for _ in 0..<cuts {
            if Int.random(in: 0..<4, using: &round.random) > 0 { try world.start() }
            for _ in 0..<Int.random(in: 0...20, using: &round.random) {
                let isSynced = round.random.once(in: 2)
                try dropper.drop(1, syncing: isSynced)
                if !isSynced { world.doubt(from: world.drops.count - 1) }
                if round.random.once(in: 8) { world.pause(seconds: 0.02) }
            }
            waitForMoment(world, &round.random)
            try disk.cutPower()
            // What it does without a disk must do no harm either.
            if round.random.once(in: 2) { world.pause(seconds: 0.03) }
            world.kill()
            try disk.restorePower()
            world.powerIsBack()
            round.cuts += 1
        }
        try world.start()
        try dropper.drop(.max)
        round.findings += try world.finish(seconds: 120)
    }

    private static func waitForMoment(_ world: World, _ random: inout RandomNumbers) {
        let segments = world.follower.seen.count
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: break
        case 2: world.wait(seconds: 1) { world.follower.seen.count > segments }
        default:
            world.wait(seconds: 10) { !world.isRunning || world.isReady }
        }
        let most = [3, 30, 150].randomElement(using: &random) ?? 30
        world.pause(seconds: Double.random(in: 0...Double(most), using: &random) / 1000)
    }
}
