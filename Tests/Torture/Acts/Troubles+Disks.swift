import Glibc

extension Troubles {
    /// No room on the disk of the archive and of done/, and then room again.
    static func fill(
        _ round: inout Bench.Round, _ dropper: inout Dropper, before: Bool
    ) throws {
        let world = round.world
        let place = world.root / "small"
        let disk = try LoopDisk(image: world.root / "disk.img", at: place, mebibytes: 48)
        round.disk = disk
        world.places.archive = place / "archive"
        world.places.done = place / "done"
        let filling = place / "filling"
        if before {
            try world.prepare()
            try fillUp(filling)
            try dropper.drop(30)
            try world.start()
            world.pause(seconds: 1)
        } else {
            try begin(world, &dropper)
            try fillUp(filling)
            try dropper.drop(60)
            world.pause(seconds: 1.5)
        }
        if round.random.once(in: 2) { world.kill() }
        try Files.remove(filling)
    }

    /// No room in memory, where a write that meets the end is cut short.
    static func fillMemory(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
        let world = round.world
        let disk = try LoopDisk(inMemoryAt: world.root / "small", mebibytes: 20)
        round.disk = disk
        world.places.archive = disk.place / "archive"
        let filling = disk.place / "filling"
        try begin(world, &dropper)
        for pages in [7, 3, 1, 0] {
            // All but so many pages, so that a group begins and does not end.
            try fillUp(filling)
            guard filling.withC({ truncate($0, (Files.size(filling) ?? 0) - pages * 4096) }) == 0
            else { throw Failure(call: "truncate", filling) }
            try dropper.drop(15)
            world.pause(seconds: 0.6)
            if round.random.once(in: 3) { world.kill() }
            try Files.remove(filling)
            if !world.isRunning { try world.start() }
            world.wait(seconds: 30) { world.isInboxEmpty || !world.isRunning }
        }
    }

    private static func fillUp(_ path: Path) throws {
        // Ends by itself where there is no room left.
        _ = try Tool.run(["dd", "if=/dev/zero", "of=\(path)", "bs=4k", "conv=fsync"])
    }

    /// The archive's disk is taken away while it is written to, and comes back.
    static func unmount(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
        let world = round.world
        let disk = try LoopDisk(image: world.root / "disk.img", at: world.root / "disk")
        round.disk = disk
        world.places.archive = disk.place / "archive"
        world.mayTailMiss = true
        try begin(world, &dropper, isTailed: false)
        try disk.detach()
        try dropper.drop(30)
        world.pause(seconds: 1.5)
        try disk.mount()
        world.pause(seconds: 0.5)
    }

    /// done/ on another file system: copied, synced, removed; killed on the way.
    static func fileElsewhere(
        _ round: inout Bench.Round, _ dropper: inout Dropper
    ) throws {
        let world = round.world
        let disk = try LoopDisk(image: world.root / "disk.img", at: world.root / "disk")
        round.disk = disk
        world.places.done = disk.place / "done"
        try world.prepare()
        try world.startTail()
        for _ in 0..<4 {
            try dropper.drop(20)
            try world.start()
            world.wait(seconds: 10) { world.isReady }
            world.pause(seconds: Double.random(in: 0...0.08, using: &round.random))
            world.kill()
            round.kills += 1
        }
    }
}
