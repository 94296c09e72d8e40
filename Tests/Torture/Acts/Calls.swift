/// kill -9 at the first, second, third… time that the daemon makes a system call, for each call of
/// the way of a file: by strace, which kills it at the entry of the call.
enum Calls: Act {
    static let name = "calls"
    static let what = "kill -9 at every system call in turn"
    static var obstacle: String? { Tool.has("strace") ? nil : "strace is not here" }

    private static let shape = Workload.Shape(files: 30)
    private static let rotateBytes = 8000

    /// With how many of each to try in the short form.
    private static let calls: [(name: String, some: Int)] = [
        ("pwrite64", 3), ("fdatasync", 2), ("fsync", 2), ("linkat", 1), ("renameat", 1),
        ("renameat2", 2), ("openat", 2), ("openat2", 1), ("unlinkat", 1), ("mkdirat", 1),
        ("pread64", 1), ("close", 1), ("fstat", 1), ("newfstatat", 1), ("flock", 1),
        ("getdents64", 1), ("read", 1),
    ]

    static func run(on bench: Bench) throws {
        let workload = Workload(seed: bench.options.seed, shape)
        for (call, some) in calls {
            let limit = bench.isLong || bench.options.only != nil ? 2000 : most(call)
            var counts = Array(1...limit)
            if !bench.isLong, bench.options.only == nil {
                var random = RandomNumbers(seed: bench.options.seed)
                counts = Array(counts.shuffled(using: &random).prefix(some))
            }
            for count in counts {
                var isReached = true
                try bench.round("\(call)-\(count)") { round in
                    round.control = try bench.control("calls", workload, rotateBytes: rotateBytes)
                    isReached = try kill(&round, workload, at: call, count)
                }
                if !isReached { break }
            }
        }
    }

    /// About how often a call is made in a round, at least.
    private static func most(_ call: String) -> Int {
        switch call {
        case "linkat", "mkdirat", "flock", "unlinkat", "getdents64": 3
        case "openat", "pwrite64", "read", "close", "fstat": 60
        default: 15
        }
    }

    /// - Returns: whether the call was made so often.
    private static func kill(
        _ round: inout Bench.Round, _ workload: Workload, at call: String, _ count: Int
    ) throws -> Bool {
        let world = round.world
        world.archiveSettings = ["\"rotateBytes\": \(rotateBytes)"]
        world.mayTailMiss = true
        try world.prepare()
        try world.startTail()
        var dropper = Dropper(workload, to: world)
        try dropper.drop(workload.early)
        try world.start(Strace.killing(at: call, count))
        try world.wait(seconds: 60) {
            if world.isInboxEmpty {
                if dropper.isDone { return true }
                try dropper.drop(6)
            }
            return !world.isRunning
        }
        let isReached = !world.isRunning
        world.kill()
        round.kills += 1
        if round.random.once(in: 3) {
            // And again, somewhere in the recovery.
            let calls = ["pwrite64", "fdatasync", "fsync", "renameat2", "openat", "pread64"]
            let call = calls.randomElement(using: &round.random) ?? "fsync"
            let count = Int.random(in: 1...(call == "openat" ? 60 : 6), using: &round.random)
            try world.start(Strace.killing(at: call, count))
            world.wait(seconds: 1) { !world.isRunning }
            world.kill()
            round.kills += 1
        }
        try dropper.drop(.max)
        round.findings += try world.finish(seconds: 120)
        return isReached
    }
}
