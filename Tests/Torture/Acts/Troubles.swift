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
            for number in 1...(bench.options.rounds ?? (bench.isLong ? 10 : 1)) {
                if scene.files > 1000, number > 1 { break }
                try bench.round("\(scene.name)-\(number)") { round in
                    round.control = try bench.control(
                        "\(scene.files)", workload, rotateBytes: 1_000_000)
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
            Scene(name: "unmounted", needsRoot: true) { try unmount(&$0, &$1) },
            Scene(name: "done-elsewhere", needsRoot: true) { try fileElsewhere(&$0, &$1) },
            Scene(name: "inbox-gone") { try removeInbox(&$0, &$1) },
            Scene(name: "archive-gone") { try moveArchive(&$0, &$1) },
            Scene(name: "two-daemons") { try startTwice(&$0, &$1) },
            Scene(name: "descriptors") { try run(["prlimit", "--nofile=48", "--"], &$0, &$1) },
            Scene(name: "slow-disk") { round, dropper in
                guard Tool.has("strace") else { return try skip("strace", round, &dropper, bench) }
                try run(Strace.delaying("fdatasync", microseconds: 700_000), &round, &dropper)
            },
            Scene(name: "short-writes") { round, dropper in
                guard Tool.has("cc") else { return try skip("cc", round, &dropper, bench) }
                try shorten(&round, &dropper)
            },
            Scene(name: "stopped", files: bench.isLong ? 200_000 : 6000, paragraphs: 1) {
                try stopMeanwhile(&$0, &$1)
            },
        ]
    }

    private static func skip(
        _ tool: String, _ round: Bench.Round, _ dropper: inout Dropper, _ bench: Bench
    ) throws {
        bench.progress.tell("skipped: a scene of \(name): \(tool) is not here")
        try round.world.prepare()
    }

    /// Starts it, drops a part, and waits until that is on its way.
    private static func begin(_ world: World, _ dropper: inout Dropper) throws {
        try world.prepare()
        try world.startTail()
        try world.start()
        try dropper.drop(30)
        world.wait(seconds: 30) { world.follower.lineCount > 10 }
    }

    // MARK: Scenes

    /// No room on the disk of the archive and of done/, and then room again.
    private static func fill(
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

    private static func fillUp(_ path: Path) throws {
        // Ends by itself where there is no room left.
        _ = try Tool.run(["dd", "if=/dev/zero", "of=\(path)", "bs=4k", "conv=fsync"])
    }

    /// The archive's disk is taken away while it is written to, and comes back.
    private static func unmount(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
        let world = round.world
        let disk = try LoopDisk(image: world.root / "disk.img", at: world.root / "disk")
        round.disk = disk
        world.places.archive = disk.place / "archive"
        world.mayTailMiss = true
        try world.prepare()
        try world.start()
        try dropper.drop(30)
        world.wait(seconds: 30) { world.follower.lineCount > 10 }
        try disk.detach()
        try dropper.drop(30)
        world.pause(seconds: 1.5)
        try disk.mount()
        world.pause(seconds: 0.5)
    }

    /// done/ on another file system: copied, synced, removed; killed on the way.
    private static func fileElsewhere(
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

    /// The inbox is removed when it is empty, and made again.
    private static func removeInbox(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
        let world = round.world
        try begin(world, &dropper)
        world.wait(seconds: 30) { world.isInboxEmpty }
        try Tool.need(["rm", "-rf", "--", world.places.inbox.description])
        world.pause(seconds: 0.5)
        try Files.makeDirectory(world.places.inbox)
        try dropper.drop(40)
        world.wait(seconds: 20) { world.isInboxEmpty }
        if !world.isInboxEmpty {
            round.findings.append(Finding(.conduct, "the new inbox was not found in 20 s"))
        }
    }

    /// The archive is moved away under the running daemon, and back.
    private static func moveArchive(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
        let world = round.world
        world.mayTailMiss = true
        try begin(world, &dropper)
        let away = world.root / "away"
        try Files.rename(world.places.archive, away)
        try dropper.drop(40)
        world.pause(seconds: 1.5)
        world.kill()
        // Whatever it began anew at the old place would hide the archive that comes back.
        let anew = world.places.archive
        if Files.exists(anew) {
            let hasRecords = !Files.list(anew / "segments").isEmpty
            if hasRecords {
                round.findings.append(
                    Finding(.conduct, "a second archive was begun where the first was moved away"))
            }
            try Tool.need(["rm", "-rf", "--", anew.description])
        }
        try Files.rename(away, world.places.archive)
    }

    /// The second daemon ends with 75 and harms nothing.
    private static func startTwice(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
        let world = round.world
        try begin(world, &dropper)
        let second = try ChildProcess(world.command)
        try dropper.drop(40)
        world.wait(seconds: 20) { second.look() != nil }
        if second.look() != .exit(75) {
            let how = second.look().map { "\($0)" } ?? "not at all"
            round.findings.append(Finding(.conduct, "a second daemon ended: \(how), not exit 75"))
        }
        second.kill()
    }

    /// Runs all of it under another program, at most for a while.
    private static func run(
        _ wrapper: [String], environment: [String] = [], _ round: inout Bench.Round,
        _ dropper: inout Dropper
    ) throws {
        let world = round.world
        try world.prepare()
        try world.startTail()
        try dropper.drop(30)
        try world.start(wrapper, environment: environment)
        try world.wait(seconds: 20) {
            if world.isReady { try dropper.drop(5) }
            return world.isInboxEmpty && dropper.isDone
        }
        if !world.isRunning || !world.isInboxEmpty {
            round.findings.append(
                Finding(.conduct, "not done in 20 s: \(world.ending.map { "\($0)" } ?? "running")"))
        }
    }

    /// Every write that can be is cut in half.
    private static func shorten(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
        let source = round.world.root / "halves.c"
        let shim = round.world.root / "halves.so"
        try Files.write(
            """
            #define _GNU_SOURCE
            #include <sys/syscall.h>
            #include <unistd.h>
            ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
                return syscall(SYS_pwrite64, file, bytes, count > 1 ? (count + 1) / 2 : count, offset);
            }
            ssize_t pwrite64(int file, const void *bytes, size_t count, off_t offset) {
                return pwrite(file, bytes, count, offset);
            }

            """, to: source)
        try Tool.need(["cc", "-shared", "-fPIC", "-o", shim.description, source.description])
        try run([], environment: ["LD_PRELOAD=\(shim)"], &round, &dropper)
    }

    /// More events than the kernel's queue holds, while the daemon does not listen.
    private static func stopMeanwhile(
        _ round: inout Bench.Round, _ dropper: inout Dropper
    ) throws {
        let world = round.world
        world.mayTailMiss = true
        try begin(world, &dropper)
        world.daemon?.send(SIGSTOP)
        try dropper.drop(.max)
        world.daemon?.send(SIGCONT)
    }
}
