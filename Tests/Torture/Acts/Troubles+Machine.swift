import Glibc

extension Troubles {
    /// The inbox is removed when it is empty, and made again.
    static func removeInbox(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
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
    static func moveArchive(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
        let world = round.world
        world.mayTailMiss = true
        // Without tail, which begins again with a name that was gone.
        try begin(world, &dropper, isTailed: false)
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
    static func startTwice(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
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
    static func run(
        _ wrapper: [String], environment: [String] = [], _ round: inout Bench.Round,
        _ dropper: inout Dropper
    ) throws {
        let world = round.world
        if world.isInOrder { world.inboxSettings[1] = "\"rescanSeconds\": 3600" }
        try world.prepare()
        try world.startTail()
        if world.isInOrder {
            // What comes with a new directory is found by looking into it, not told by an event.
            for drop in dropper.rest {
                try Files.makeDirectory(world.places.inbox / drop.path.directory)
            }
        } else {
            try dropper.drop(30)
        }
        try world.start(wrapper, environment: environment)
        if world.isInOrder {
            world.wait(seconds: 20) { world.isReady }
            // The order is promised for what is told by events, not found by the look at the start.
            world.pause(seconds: 0.5)
        }
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
    static func shorten(_ round: inout Bench.Round, _ dropper: inout Dropper) throws {
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
    static func stopMeanwhile(
        _ round: inout Bench.Round, _ dropper: inout Dropper
    ) throws {
        let world = round.world
        world.mayTailMiss = true
        try begin(world, &dropper)
        world.daemon?.send(SIGSTOP)
        try dropper.drop(.max)
        world.daemon?.send(SIGCONT)
    }

    /// The library that shows programs another clock; nil where there is none.
    static var fakedClock: Path? {
        let name = "faketime/libfaketimeMT.so.1"
        let places = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib"]
        return places.map { Path($0) / Path(name) }.first(where: Files.exists)
    }

    /// The clock goes back and forth, under the running daemon and between two runs.
    static func stepClock(
        _ library: Path, _ round: inout Bench.Round, _ dropper: inout Dropper
    ) throws {
        let world = round.world
        let clock = world.root / "clock"
        let environment = [
            "LD_PRELOAD=\(library)", "FAKETIME_TIMESTAMP_FILE=\(clock)", "FAKETIME_NO_CACHE=1",
            // Times of files stay what they are: some calls would tell of others than the rest.
            "FAKETIME_DONT_FAKE_MONOTONIC=1", "NO_FAKE_STAT=1",
        ]
        try world.prepare()
        try world.startTail()
        world.mayTailMiss = true
        world.hasOtherTimes = true
        for step in ["+0d", "-2h", "+3650d", "-30m", "-3650d", "+90d", "+0d"] {
            try Files.write(step + "\n", to: clock)
            if !world.isRunning { try world.start(environment: environment) }
            try dropper.drop(16)
            world.wait(seconds: 20) { world.isReady && world.isInboxEmpty }
            if round.random.once(in: 2) {
                world.kill()
                round.kills += 1
            }
        }
        let days = Set(
            Files.list(world.places.archive / "segments").map { $0.description.prefix(14) })
        if days.count < 4 {
            round.findings.append(
                Finding(.conduct, "the clock was not another, by the segments' days: \(days)"))
        }
    }
}
