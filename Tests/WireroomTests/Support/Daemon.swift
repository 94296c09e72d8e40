import Glibc
import Testing

/// The program as its users have it: a configuration, an inbox, an archive, and the running daemon.
final class Daemon {
    let scratch: Scratch
    private(set) var process: ChildProcess?
    private var logs = 0
    /// The user that it runs as; nil for ours.
    var user: Int?
    /// Put before the command, as `strace` and its options.
    var wrapper: [String] = []

    /// - Parameters:
    ///   - inbox, archive: members of these objects of config.json, beside those that tests need.
    init(
        inbox: String = "", archive: String = "", in scratch: Scratch? = nil, settles: Int = 100
    ) throws {
        self.scratch = try scratch ?? Scratch()
        try configure(inbox: inbox, archive: archive, settles: settles)
    }

    /// Writes config.json. Files that are written in place settle in 100 ms, to keep tests short.
    func configure(
        inbox: String = "", archive: String = "", more: String = "", settles: Int = 100
    ) throws {
        func and(_ members: String) -> String { members.isEmpty ? "" : ", \(members)" }
        try Files.write(
            """
            {"inbox": {"path": "inbox", "settleMilliseconds": \(settles)\(and(inbox))},
             "archive": {"path": "archive"\(and(archive))}\(and(more))}
            """, to: scratch.at("config.json"))
    }

    /// The program beside the tests.
    static let program: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let own = String(
            decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let beside = own.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/wireroom"
        if access(beside, X_OK) == 0 { return beside }
        let root = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
        let places = ["debug", "release"].map { "\(root)/.build/\($0)/wireroom" }
        return places.first { access($0, X_OK) == 0 } ?? beside
    }()

    // MARK: Starting and stopping

    /// Starts it and waits until it is ready.
    func start(isReady: Bool = true, seconds: Double = 20) async throws {
        logs += 1
        // One of the same name may have come with a copy of the directory.
        unlink(logPath)
        let asUser =
            user.map {
                ["setpriv", "--reuid=\($0)", "--regid=\($0)", "--clear-groups", "--"]
            } ?? []
        process = try ChildProcess(
            wrapper + asUser + [Self.program, "run"], in: scratch.path, errors: logPath)
        guard isReady else { return }
        let cameUp = await waitUntil(seconds: seconds) {
            log.contains("Ready after") || ending != nil
        }
        try #require(cameUp && ending == nil, "it does not get ready: \(log)")
    }

    private var logPath: String { scratch.at("log-\(logs)") }

    /// What it said since it was last started.
    var log: String { Files.text(logPath) }

    /// How it ended by itself; nil while it runs.
    var ending: ChildProcess.Ending? { process?.look() }

    /// Asks it to stop, and gives how it ended.
    @discardableResult
    func stop(seconds: Double = 20) async -> ChildProcess.Ending? {
        // strace keeps what is sent to it to itself.
        if wrapper.isEmpty { process?.send(SIGTERM) } else { process?.sendToAll(SIGTERM) }
        return await process?.wait(seconds: seconds)
    }

    /// Kills it and all that was put before it.
    func kill() async {
        process?.sendToAll(SIGKILL)
        await waitForDeath()
    }

    /// Waits for the end of all that was killed: under strace the daemon may outlive it for a moment,
    /// and hold the lock of the archive.
    func waitForDeath() async {
        guard let process else { return }
        _ = await process.wait()
        await waitUntil(seconds: 5) { Glibc.kill(-process.identifier, 0) != 0 }
    }

    /// Runs a command of the program in the same directory.
    func command(_ arguments: String...) async throws -> Tools.Outcome {
        try await Tools.run([Self.program] + arguments, in: scratch.path)
    }

    // MARK: The inbox

    func inbox(_ name: String = "") -> String {
        scratch.at("inbox") + (name.isEmpty ? "" : "/\(name)")
    }

    /// Drops a file the recommended way: under another name, then moved.
    func drop(_ text: String, as name: String) throws {
        let temporary = inbox(".\(name.split(separator: "/").last ?? "").tmp")
        try Files.write(text, to: temporary)
        try Files.rename(temporary, inbox(name))
    }

    /// What lies in the inbox, but for names that are never taken.
    var waiting: [String] {
        Files.list(inbox()).filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    }

    var done: [String] { Files.list(scratch.at("done")).map(Self.withoutDay) }
    var quarantine: [String] { Files.list(scratch.at("quarantine")).map(Self.withoutDay) }

    private static func withoutDay(_ path: String) -> String {
        path.split(separator: "/").dropFirst().joined(separator: "/")
    }

    // MARK: The archive

    /// All bytes of a stream, segment after segment.
    func bytes(of stream: String) throws -> [UInt8] {
        let directory = scratch.at("archive/segments")
        let names = Files.list(directory).filter {
            $0.hasPrefix("\(stream)-") && $0.hasSuffix(".jsonl")
        }
        return try names.sorted { $0.suffix(12) < $1.suffix(12) }.flatMap {
            try Files.read("\(directory)/\($0)")
        }
    }

    /// All records of a stream; the test fails where a line is none, or the sequence has a gap.
    func records(_ stream: String = "articles") throws -> [ArchiveLine] {
        let records = try ArchiveLine.all(in: try bytes(of: stream))
        try #require(records.map(\.sequence) == Array(1..<records.count + 1), "a gap in \(stream)")
        return records
    }

    /// Both streams.
    func allRecords() throws -> [ArchiveLine] { try records() + records("duplicates") }

    /// How many lines the archive has now; a line that is being written does not count.
    var lineCount: Int {
        let directory = scratch.at("archive/segments")
        do {
            return try Files.list(directory).filter { $0.hasSuffix(".jsonl") }.reduce(0) {
                $0 + Files.lineCount(try Files.read("\(directory)/\($1)"))
            }
        } catch {
            return 0
        }
    }

    /// Waits until so many records are there and nothing is left to do.
    func settle(records count: Int, seconds: Double = 30) async throws {
        let settled = await waitUntil(seconds: seconds) { lineCount >= count && waiting.isEmpty }
        try #require(
            settled, "\(lineCount) of \(count) records; waiting: \(waiting.prefix(5)); \(log)")
    }

    /// Waits until it has said something.
    func hear(_ words: String, seconds: Double = 20) async throws {
        let heard = await waitUntil(seconds: seconds) { log.contains(words) }
        try #require(heard, "it does not say \"\(words)\": \(log)")
    }
}
