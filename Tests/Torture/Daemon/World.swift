import Glibc

/// A directory of one run: the configuration, the inbox and all that comes of it, and the daemon.
final class World {
    /// Where everything lies.
    let root: Path
    let program: String
    var places: Places
    /// Members of `archive` in config.json.
    var archiveSettings: [String] = ["\"rotateBytes\": 60000"]
    /// Members of `inbox` in config.json.
    var inboxSettings: [String] = ["\"settleMilliseconds\": 100", "\"rescanSeconds\": 2"]
    /// What was dropped, under the path that it was dropped at.
    private(set) var drops: [Drop] = []
    private(set) var follower: Follower
    private(set) var daemon: ChildProcess?
    private(set) var tail: ChildProcess?
    /// How often the daemon was started.
    private(set) var starts = 0
    /// After a power cut readers begin when the daemon is ready: before, they would see in some file
    /// systems what the cut left in the place of lines that were not on the disk yet.
    var isFollowerEarly = false
    /// Whether segments follow one another so fast that `tail -F` may not see one between two looks
    /// at the name, which is in its nature. What it shows must then still be whole segments.
    var mayTailMiss = false
    /// Whether all was dropped while the daemon watched, and nothing broke it off: then files are
    /// judged in the order in which they were dropped.
    var isInOrder = false
    /// Whether the clock was another now and then: what is near another depends on their times.
    var hasOtherTimes = false
    /// Segments, and all that they hold, that are so old that they may be removed.
    var expired: [Path: [UInt8]] = [:]

    struct Places {
        var inbox: Path
        var archive: Path
        var done: Path
        var quarantine: Path

        init(in directory: Path) {
            inbox = directory / "inbox"
            archive = directory / "archive"
            done = directory / "done"
            quarantine = directory / "quarantine"
        }
    }

    /// Everything but the configuration and the logs lies elsewhere; before ``prepare()``.
    func lie(in directory: Path) { places = Places(in: directory) }

    /// - Parameter data: where inbox, archive, done and quarantine lie; `root` where it is nil.
    init(root: Path, program: String, data: Path? = nil) throws {
        self.root = root
        self.program = program
        places = Places(in: data ?? root)
        follower = Follower(segments: places.archive / "segments")
        try Files.makeDirectory(root)
    }

    /// A copy of what a run left, which may be damaged.
    init(copying world: World, to root: Path) throws {
        self.root = root
        program = world.program
        places = Places(in: root)
        drops = world.drops
        follower = world.follower
        tail = world.tail
        try Tool.need(["cp", "-a", world.root.description, root.description])
    }

    deinit { end() }

    // MARK: The daemon

    /// The program with its configuration, as a command.
    var command: [String] { [program, "run", "--config", (root / "config.json").description] }

    /// Writes the configuration and makes the inbox.
    func prepare() throws {
        follower = Follower(segments: places.archive / "segments")
        try Files.makeDirectory(places.inbox)
        let inbox =
            [
                "\"path\": \"\(places.inbox)\"", "\"done\": \"\(places.done)\"",
                "\"quarantine\": \"\(places.quarantine)\"",
            ] + inboxSettings
        let archive = ["\"path\": \"\(places.archive)\""] + archiveSettings
        try Files.write(
            """
            {"inbox": {\(inbox.joined(separator: ", "))},
             "archive": {\(archive.joined(separator: ", "))}}

            """, to: root / "config.json")
    }

    /// - Parameter wrapper: a command to put before the daemon's, such as strace.
    func start(_ wrapper: [String] = [], environment: [String] = []) throws {
        daemon?.kill()
        starts += 1
        // It dies with this program, whatever that dies of.
        let guardian = wrapper.first == "strace" ? [] : ["setpriv", "--pdeathsig", "KILL", "--"]
        daemon = try ChildProcess(
            guardian + wrapper + command, environment: environment, output: log, errors: log)
    }

    /// What the daemon said since it was started last.
    var log: Path { root / Path("daemon-\(starts).log") }

    /// Every log that there is, from the first start on.
    var said: String {
        starts == 0 ? "" : (1...starts).map { Files.text(root / Path("daemon-\($0).log")) }.joined()
    }

    var ending: ChildProcess.Ending? { daemon?.look() }
    var isReady: Bool { Files.text(log).contains("Ready") }
    var isRunning: Bool { daemon != nil && ending == nil }

    func kill() { daemon?.kill() }

    /// Nothing of it runs any more.
    func end() {
        daemon?.kill()
        tail?.kill()
    }

    /// Asks it to stop; nil where it does not end in time, and is killed.
    func stop(seconds: Double = 60) -> ChildProcess.Ending? {
        daemon?.send(SIGTERM)
        wait(seconds: seconds) { !isRunning }
        let ending = ending
        kill()
        return ending
    }

    /// Follows the archive by name, as a person does at a terminal.
    func startTail() throws {
        try Files.makeDirectory(places.archive)
        tail = try ChildProcess(
            [
                "setpriv", "--pdeathsig", "KILL", "--", "tail", "-n", "+1", "-s", "0.02", "-F",
                (places.archive / "articles.jsonl").description,
            ], output: root / "tailed", errors: root / "tail.log")
    }

    /// Waits until tail has no more to read, then ends it.
    func stopTail() {
        guard let tail else { return }
        let whole = follower.count(of: "articles")
        let tailed = root / "tailed"
        wait(seconds: mayTailMiss ? 0.3 : 10) { (Files.size(tailed) ?? 0) >= whole }
        tail.kill()
    }

    // MARK: Time

    /// Looks again and again until something holds; the follower reads meanwhile.
    @discardableResult
    func wait(seconds: Double, until holds: () throws -> Bool) rethrows -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            let begun = ContinuousClock.now
            if try holds() { return true }
            if begun > end { return false }
            look()
            // Looking must not take the processor away from what is looked at.
            let cost = begun.duration(to: .now)
            let rest = max(Duration.milliseconds(2), min(cost * 4, .milliseconds(500)))
            usleep(UInt32(min(rest, max(.zero, begun.duration(to: end))) / .microseconds(1)))
        }
    }

    /// The follower reads what is new.
    func look() {
        if isFollowerEarly, isRunning, isReady { isFollowerEarly = false }
        if !isFollowerEarly { follower.look() }
    }

    func powerIsBack() { isFollowerEarly = true }

    func pause(seconds: Double) { wait(seconds: seconds) { false } }

    // MARK: Dropping

    /// Never taken, and renamed when the file is whole.
    static let temporaryName: Path = ".dropping"

    /// Whether all that was dropped is taken.
    var isInboxEmpty: Bool {
        Files.isEmpty(places.inbox) { $0 == Self.temporaryName }
    }

    /// Writes a file under a hidden name, then renames it. One whose name is there already goes
    /// under another.
    func drop(_ file: Drop, syncing: Bool = false) throws {
        var drop = file
        while Files.exists(places.inbox / drop.path) {
            drop.path = drop.path.directory / Path("again-") / drop.path.name
        }
        let directory = places.inbox / drop.path.directory
        try Files.makeDirectory(directory)
        let temporary = directory / Self.temporaryName
        try Files.write(drop.bytes, to: temporary, syncing: syncing)
        try Files.rename(temporary, places.inbox / drop.path)
        drops.append(drop)
        guard syncing else { return }
        var synced = directory
        while true {
            try Files.sync(directory: synced)
            if synced == places.inbox { return }
            synced = synced.directory
        }
    }

    /// What was dropped so far need not come out: the power was cut.
    func doubt(from number: Int) {
        for index in drops.indices.dropFirst(number) { drops[index].standing = .uncertain }
    }
}
