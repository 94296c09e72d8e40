import Glibc

/// One sequence of actions, carried out in a directory of its own on a real inbox with the real
/// daemon, beside the model; in the end the two are compared.
final class ModelRun {
    struct Failure: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    let daemon: Daemon
    private let sender: ModelSender
    private var settings = ModelSettings()
    private var isFrozen = false
    private var isRunning = false
    /// What the queue holds is worked off first, which takes a build for debugging its time.
    private var secondsToBecomeQuiet = 15.0

    /// The user that the daemon runs as, where the tests are run by root: so that permissions hold.
    private static let user: uid_t? = Scratch.isRoot && Tools.has("setpriv") ? 65_534 : nil

    init() throws {
        daemon = try Daemon()
        daemon.user = Self.user.map(Int.init)
        sender = ModelSender(root: daemon.scratch.path, user: Self.user)
        for name in ["inbox", "outside", "archive", "done", "quarantine"] {
            try sender.makeDirectory(name)
        }
    }

    /// - Throws: ``Failure`` where the daemon did what the model forbids.
    static func check(_ actions: [ModelAction]) async throws {
        let run = try ModelRun()
        try await run.set(run.settings)
        try await run.start()
        for action in actions {
            try await run.perform(action)
            if run.isRunning, let ending = run.daemon.ending {
                throw Failure("it ended by itself at \"\(action)\": \(ending)\n\(run.daemon.log)")
            }
        }
        try await run.finish()
    }

    private func perform(_ action: ModelAction) async throws {
        switch action {
        case .drop(let name, let content): try sender.drop(content, at: inbox(name))
        case .write(let name, let content): try sender.write(content, at: inbox(name))
        case .append(let name, let number): try sender.append(number, to: inbox(name))
        case .truncate(let name): try sender.truncate(inbox(name))
        case .touch(let name): try sender.touch(inbox(name))
        case .remove(let name): sender.remove(inbox(name))
        case .rename(let name, let new): try sender.rename(inbox(name), to: inbox(new))
        case .link(let name, let new): try sender.link(inbox(name), as: inbox(new))
        case .forbid(let name): sender.setReadable(inbox(name), false)
        case .allow(let name): sender.setReadable(inbox(name), true)
        case .back(let number): try putBack(number)
        case .makeDirectory(let name): try sender.makeDirectory(inbox(name))
        case .removeDirectory(let name): sender.removeDirectory(inbox(name))
        case .moveDirectory(let name, let new): await move(inbox(name), to: inbox(new))
        case .moveOut(let name): await move(inbox(name), to: outside(name))
        case .moveIn(let name): await move(outside(name), to: inbox(name))
        case .freeze: await freeze()
        case .flood: try flood()
        case .thaw: thaw()
        case .reload(let settings): try await reload(settings)
        case .reloadBroken: try await reloadBroken()
        case .start: try await start()
        case .stop: try await stop()
        case .kill: await kill()
        case .crash(let milliseconds): try await crash(after: milliseconds)
        case .pause(let milliseconds): await pause(milliseconds: milliseconds)
        }
    }

    private func inbox(_ name: String) -> String { "inbox/\(name)" }
    private func outside(_ name: String) -> String {
        "outside/\(name.split(separator: "/").last ?? "")"
    }

    private func putBack(_ number: Int) throws {
        let known = Dictionary(
            sender.model.lives.map { ($0.content.bytes, $0.content) }, uniquingKeysWith: { $1 })
        try sender.putBack(number) { known[$0] }
    }

    private func move(_ path: String, to new: String) async {
        let wasFrozen = isFrozen
        await freeze()
        sender.moveDirectory(path, to: new)
        if !wasFrozen { thaw() }
    }

    // MARK: The daemon

    private func start() async throws {
        guard !isRunning else { return }
        try await daemon.start(seconds: 60)
        isRunning = true
        sender.model.started()
    }

    private func stop() async throws {
        guard isRunning else { return }
        thaw()
        let ending = await daemon.stop(seconds: 60)
        guard ending == .exit(0) else {
            throw Failure("asked to stop, it ended so: \(ending.map { "\($0)" } ?? "not at all")")
        }
        isRunning = false
    }

    private func kill() async {
        guard isRunning else { return }
        await daemon.kill()
        (isRunning, isFrozen) = (false, false)
        sender.model.killed()
    }

    private func crash(after milliseconds: Int) async throws {
        guard !isRunning else { return }
        try await daemon.start(isReady: false)
        await pause(milliseconds: milliseconds)
        await daemon.kill()
        sender.model.killed()
    }

    /// Returns when every thread stands still.
    private func freeze() async {
        guard isRunning, !isFrozen, let process = daemon.process else { return }
        process.send(SIGSTOP)
        await waitUntil(seconds: 5) { process.isStopped }
        isFrozen = true
    }

    private func thaw() {
        guard isFrozen else { return }
        daemon.process?.send(SIGCONT)
        isFrozen = false
    }

    private func flood() throws {
        // A daemon built for debugging takes half a millisecond for each event, and there are 16,384;
        // beside other tests some ten times as long.
        secondsToBecomeQuiet += 240
        try Files.write("", to: daemon.inbox(".flood"))
        for _ in 1...8500 {
            try Files.rename(daemon.inbox(".flood"), daemon.inbox(".flooding"))
            try Files.rename(daemon.inbox(".flooding"), daemon.inbox(".flood"))
        }
        unlink(daemon.inbox(".flood"))
    }

    private func set(_ settings: ModelSettings) async throws {
        try Files.write(settings.configuration, to: daemon.scratch.at("config.json"))
        self.settings = settings
        sender.model.set(deletes: settings.deletes)
    }

    private func reload(_ settings: ModelSettings) async throws {
        guard !isFrozen else { return }
        // From here on either may hold, until the daemon says that it has changed.
        if settings.deletes { sender.model.set(deletes: true) }
        try Files.write(settings.configuration, to: daemon.scratch.at("config.json"))
        try await hangUp(saying: "Configuration read anew")
        try await set(settings)
    }

    private func reloadBroken() async throws {
        guard isRunning, !isFrozen else { return }
        try Files.write(#"{"inbox": {"pth": 1}}"#, to: daemon.scratch.at("config.json"))
        try await hangUp(saying: "New configuration refused")
        try await set(settings)
    }

    private func hangUp(saying words: String) async throws {
        guard isRunning else { return }
        let count = daemon.log.ranges(of: words).count
        daemon.process?.send(SIGHUP)
        let isHeard = await waitUntil(seconds: 20) {
            daemon.log.ranges(of: words).count > count
        }
        guard isHeard else { throw Failure("it does not say \"\(words)\": \(daemon.log)") }
    }

    // MARK: The end

    private func finish() async throws {
        thaw()
        for name in sender.model.names.keys { sender.setReadable(name, true) }
        try await start()
        try await becomeQuiet()
        try await stop()
        // A start with nothing to do does nothing.
        try await start()
        try await becomeQuiet()
        try await stop()
        sender.settle()
        let faults = try ModelComparison(model: sender.model, daemon: daemon).faults()
        guard faults.isEmpty else {
            throw Failure((faults + [daemon.log]).joined(separator: "\n"))
        }
    }

    private func becomeQuiet() async throws {
        func waiting() -> [String] {
            Files.list(daemon.inbox()).filter { InboxModel.isTaken("inbox/\($0)") }
        }
        guard await waitUntil(seconds: secondsToBecomeQuiet, { waiting().isEmpty }) else {
            throw Failure("it leaves \(waiting()) in the inbox\n\(daemon.log)")
        }
    }
}

extension ChildProcess {
    /// Whether all its threads are stopped.
    var isStopped: Bool {
        let tasks = "/proc/\(identifier)/task"
        guard let directory = opendir(tasks) else { return true }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            let state = Files.text("\(tasks)/\(name)/stat").split(separator: ")").last ?? ""
            guard state.hasPrefix(" T") || state.isEmpty else { return false }
        }
        return true
    }
}
