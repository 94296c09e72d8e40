/// System calls that fail, by strace: once, every third time, and from some time on. A daemon that
/// cannot go on may say so and end; it is then started again, as a service manager does.
enum Errors: Act {
    static let name = "errors"
    static let what = "system calls that fail, once or for ever"
    static var obstacle: String? { Tool.has("strace") ? nil : "strace is not here" }

    /// A file whose move is refused by EROFS or EACCES is not ours to move and stays, once archived,
    /// where it is: that is no fault.
    private static let faults: [(call: String, errors: [String])] = [
        ("pwrite64", ["ENOSPC", "EIO", "EDQUOT", "EROFS", "EINTR"]),
        ("fdatasync", ["EIO", "ENOSPC", "EINTR"]), ("fsync", ["EIO", "EINTR"]),
        ("renameat2", ["EIO", "EDQUOT", "ENOSPC", "EINTR"]), ("renameat", ["EIO", "ENOSPC"]),
        ("linkat", ["EIO", "ENOSPC", "EDQUOT"]), ("openat2", ["EMFILE", "ENFILE", "EIO", "EINTR"]),
        ("openat", ["EMFILE", "ENFILE", "EINTR"]), ("pread64", ["EIO", "EINTR"]),
        ("mkdirat", ["ENOSPC", "EROFS"]), ("unlinkat", ["EIO"]), ("getdents64", ["EIO"]),
    ]

    private static let rotateBytes = 8000

    static func run(on bench: Bench) throws {
        let workload = Workload(seed: bench.options.seed, .init(files: 40))
        var names = faults.flatMap { fault in
            fault.errors.flatMap { error in
                times(fault.call, bench).map { "\(fault.call)-\(error)-\($0)" }
            }
        }
        if let only = bench.options.only {
            names = [only]
        } else if !bench.isLong {
            var random = RandomNumbers(seed: bench.options.seed)
            names = Array(names.shuffled(using: &random).prefix(bench.options.rounds ?? 10))
        }
        for name in names {
            let parts = name.split(separator: "-").map(String.init)
            guard parts.count == 3 else { throw Failure("no round of this kind: \(name)") }
            try bench.round(name) { round in
                round.control = try bench.control("errors", workload, rotateBytes: rotateBytes)
                try fail(&round, workload, parts[0], with: parts[1], when: parts[2])
            }
        }
    }

    /// In strace's form. Opening begins late: the program could not even be loaded.
    private static func times(_ call: String, _ bench: Bench) -> [String] {
        let first = call == "openat" ? 75 : call == "pread64" ? 6 : 1
        let some = bench.isLong ? Array(0..<6) : [0, 2, 7]
        return some.map { "\(first + $0)" } + ["\(first + 4)+", "\(first + 1)+3"]
    }

    private static func fail(
        _ round: inout Bench.Round, _ workload: Workload, _ call: String, with error: String,
        when: String
    ) throws {
        let world = round.world
        var dropper = try world.begin(workload, rotateBytes: rotateBytes)
        try dropper.drop(workload.early)
        try world.start(Strace.failing(call, with: error, when: when))
        // What fails for ever is not waited for, and what fails once may fail so in each new thread.
        try world.wait(seconds: when.hasSuffix("+") ? 2 : 4) {
            if world.isReady, !dropper.isDone { try dropper.drop(4) }
            return !world.isRunning || world.isInboxEmpty && dropper.isDone
        }
        round.faults += 1
        if case .signal(let signal) = world.ending {
            round.findings.append(Finding(.ended, "the daemon died of signal \(signal)"))
        }
        if round.random.once(in: 2) { world.kill() } else { _ = world.stop(seconds: 20) }
        try dropper.drop(.max)
        round.findings += try world.finish(seconds: 120)
    }
}
