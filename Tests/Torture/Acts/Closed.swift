/// kill -9 while closed segments are compressed and old ones removed, at random moments and again at
/// once; what was removed is dropped once more meanwhile, and must be known.
enum Closed: Act {
    static let name = "closed"
    static let what = "kill -9 while segments are compressed and removed"
    static var obstacle: String? {
        Tool.has("zstd") && Tool.has("gzip") ? nil : "zstd or gzip is not here"
    }

    /// Long ago, in no month that a clock is likely to show.
    private static let oldDay = "2020-02-03"
    private static let rotateBytes = 12_000
    private static let kills = 6

    static func run(on bench: Bench) throws {
        for number in 1...(bench.options.rounds ?? (bench.isLong ? 100 : 2)) {
            for compression in ["zstd", "gzip"] {
                try bench.round("\(compression)-\(number)") { round in
                    try play(&round, compression)
                }
            }
        }
    }

    private static func play(_ round: inout Bench.Round, _ compression: String) throws {
        let world = round.world
        world.mayTailMiss = true
        world.archiveSettings = ["\"rotateBytes\": \(rotateBytes)"]
        let old = Workload(seed: round.random.next(), .init(files: 60))
        try world.runUndisturbed(old)
        let copies = try copies(of: old, in: world)
        try makeOld(world)
        world.archiveSettings += [
            "\"compress\": \"\(compression)\"", "\"compressAfterHours\": 0", "\"keepDays\": 30",
        ]
        try world.prepare()
        try Files.remove(world.root / "tailed")
        try world.startTail()
        world.look()

        var workload = Workload(seed: round.random.next(), .init(files: 90))
        workload.drops = (workload.drops + copies).shuffled(using: &round.random)
        var dropper = Dropper(workload, to: world)
        for _ in 0..<kills {
            try world.start()
            try dropper.drop(Int.random(in: 0...25, using: &round.random))
            waitForMoment(world, &round.random)
            world.kill()
            round.kills += 1
        }
        try world.start()
        try dropper.drop(.max)
        world.wait(seconds: 60) { world.isInboxEmpty && left(in: world).isEmpty }
        let behind = left(in: world)
        if !behind.isEmpty {
            round.findings.append(Finding(.conduct, "neither compressed nor removed: \(behind)"))
        }
        round.findings += try world.finish(seconds: 120)
    }

    /// Most kills come while something is written beside a segment, or just after.
    private static func waitForMoment(_ world: World, _ random: inout RandomNumbers) {
        let segments = world.places.archive / "segments"
        switch Int.random(in: 0..<6, using: &random) {
        case 0: break
        case 1: world.wait(seconds: 10) { world.isReady }
        case 2:
            let expired = world.expired.keys.count { Files.exists(segments / $0) }
            world.wait(seconds: 1) {
                world.expired.keys.count { Files.exists(segments / $0) } < expired
            }
        default:
            world.wait(seconds: 1) { Files.list(segments).contains { $0.isHidden } }
        }
        let most = [1, 4, 40].randomElement(using: &random) ?? 4
        world.pause(seconds: Double.random(in: 0...Double(most), using: &random) / 1000)
    }

    /// What is to be compressed or removed, and what an interrupted attempt has left.
    private static func left(in world: World) -> [Path] {
        let names = Files.list(world.places.archive / "segments")
        let plain = Evidence.streams.flatMap { stream in
            names.filter { $0.hasPrefix(stream) && $0.hasSuffix(".jsonl") }
                .sorted { $0.bytes.suffix(12).lexicographicallyPrecedes($1.bytes.suffix(12)) }
                .dropLast()
        }
        return plain + names.filter { $0.isHidden || $0.description.contains(oldDay) }
    }

    /// The same words once more, of articles that are archived as originals.
    private static func copies(of workload: Workload, in world: World) throws -> [Drop] {
        let records = try SegmentAudit(Evidence(of: world)).records
        let originals = Set(records.filter { $0.verdict == "original" }.map(\.path))
        return workload.drops.filter { $0.articles.count == 1 && originals.contains($0.path) }
            .enumerated().map { number, drop in
                var copy = drop
                copy.path = Path("copies/\(number).txt")
                return copy
            }
    }

    /// Makes all but the newest segments of each stream those of a day long ago; the length stays.
    private static func makeOld(_ world: World) throws {
        let segments = world.places.archive / "segments"
        for stream in Evidence.streams {
            let all = try Evidence(of: world).segments.filter { $0.stream == stream }
            for segment in all.dropLast() {
                let name = Path(
                    segment.name.description.replacing(segment.day, with: oldDay))
                let text = String(decoding: segment.bytes, as: UTF8.self).replacing(
                    "\"received\":\"\(segment.day)", with: "\"received\":\"\(oldDay)")
                try Files.rename(segments / segment.name, segments / name)
                try Files.write(text, to: segments / name)
                world.expired[name] = Array(text.utf8)
            }
        }
    }
}
