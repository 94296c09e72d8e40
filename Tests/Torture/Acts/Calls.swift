/// kill -9 at the first, second, third… time that the daemon makes a system call, for each call of
/// the way of a file: by strace, which kills it at the entry of the call.
enum Calls: Act {
    static let name = "calls"
    static let what = "kill -9 at every system call in turn"
    static var obstacle: String? { Tool.has("strace") ? nil : "strace is not here" }

    private static let shape = Workload.Shape(files: 30)
    private static let rotateBytes = 8000

    /// - `some`: how many to try in the short form.
    /// - `least`: some thread makes the call so often at least in a round.
    private static let calls: [(name: String, some: Int, least: Int)] = [
        ("pwrite64", 3, 20), ("fdatasync", 2, 8), ("fsync", 2, 8), ("linkat", 1, 4),
        ("renameat", 1, 3), ("renameat2", 2, 20), ("openat", 1, 100), ("openat2", 1, 16),
        ("unlinkat", 1, 1), ("mkdirat", 1, 1), ("pread64", 1, 30), ("close", 1, 40),
        ("newfstatat", 1, 60), ("flock", 1, 1), ("getdents64", 1, 8), ("read", 1, 20),
        ("write", 1, 4),
    ]

    static func run(on bench: Bench) throws {
        let workload = Workload(seed: bench.options.seed, shape)
        for (call, some, least) in calls {
            let isWhole = bench.isLong || bench.options.only != nil
            var counts = Array(1...(isWhole ? 2000 : least))
            if !isWhole {
                var random = RandomNumbers(seed: bench.options.seed)
                counts = Array(counts.shuffled(using: &random).prefix(some))
            }
            var reached = 0
            for count in counts {
                var isReached = true
                try bench.round("\(call)-\(count)") { round in
                    round.control = try bench.control("calls", workload, rotateBytes: rotateBytes)
                    isReached = try kill(&round, workload, at: call, count)
                }
                if isReached { reached += 1 } else { break }
            }
            if reached == 0, bench.options.only == nil {
                bench.found(Finding(.conduct, "\(call) killed nothing: it is not made so often"))
            }
        }
    }

    /// - Returns: whether the call was made so often.
    private static func kill(
        _ round: inout Bench.Round, _ workload: Workload, at call: String, _ count: Int
    ) throws -> Bool {
        let world = round.world
        var dropper = try world.begin(workload, rotateBytes: rotateBytes)
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
        if isReached { round.kills += 1 }
        if round.random.once(in: 3) {
            // And again, somewhere in the recovery.
            let calls = ["pwrite64", "fdatasync", "fsync", "renameat2", "openat", "pread64"]
            let call = calls.randomElement(using: &round.random) ?? "fsync"
            let count = Int.random(in: 1...(call == "openat" ? 60 : 6), using: &round.random)
            try world.start(Strace.killing(at: call, count))
            world.wait(seconds: 1) { !world.isRunning || world.isReady }
            world.kill()
            round.kills += 1
        }
        try dropper.drop(.max)
        round.findings += try world.finish(seconds: 120)
        return isReached
    }
}
