import Glibc

/// A program beside this one, in a process group of its own, its output in files.
final class ChildProcess {
    enum Ending: Equatable, CustomStringConvertible {
        case exit(Int)
        case signal(CInt)

        var description: String {
            switch self {
            case .exit(let code): "exit \(code)"
            case .signal(let signal): "signal \(signal)"
            }
        }
    }

    let identifier: pid_t
    private var ending: Ending?

    /// - Parameter arguments: the first is the program, looked for in PATH.
    init(
        _ arguments: [String], environment: [String] = [], output: Path = "/dev/null",
        errors: Path = "/dev/null"
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        let writing = O_WRONLY | O_CREAT | O_APPEND
        for (number, path) in [(CInt(1), output), (2, errors)] {
            _ = path.withC {
                posix_spawn_file_actions_addopen(&actions, number, $0, writing, 0o644)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var argv = arguments.map { strdup($0) } + [nil]
        var envp = (Self.inherited + environment).map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var identifier = pid_t()
        let result = posix_spawnp(
            &identifier, arguments[0], &actions, &attributes, &argv, &envp)
        guard result == 0 else {
            throw Failure("cannot start \(arguments[0]): \(String(cString: strerror(result)))")
        }
        self.identifier = identifier
    }

    /// Nothing that changes where the daemon logs or what it reads.
    private static var inherited: [String] {
        ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].compactMap { (name: String) -> String? in
            getenv(name).map { "\(name)=\(String(cString: $0))" }
        } + ["LC_ALL=C.UTF-8"]
    }

    /// To the program and all that it started.
    func send(_ signal: CInt) { if look() == nil { killpg(identifier, signal) } }

    /// How it ended; nil while it runs.
    func look() -> Ending? {
        if let ending { return ending }
        var status: CInt = 0
        guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
        let signal = status & 0x7F
        ending = signal == 0 ? .exit(Int((status >> 8) & 0xFF)) : .signal(signal)
        return ending
    }

    /// Kills all of it, and waits until it is gone.
    func kill() {
        while look() == nil {
            killpg(identifier, SIGKILL)
            usleep(500)
        }
    }

    deinit { kill() }
}

/// Programs that run to their end.
enum Tool {
    struct Outcome {
        let ending: ChildProcess.Ending?
        let output: [UInt8]
    }

    static func has(_ program: String) -> Bool {
        let places = getenv("PATH").map { String(cString: $0) } ?? "/usr/sbin:/usr/bin:/sbin:/bin"
        return places.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    /// Runs a program; its output goes through a file in `directory`.
    static func run(
        _ arguments: [String], in directory: Path = "/tmp", seconds: Double = 120
    ) throws -> Outcome {
        let output = directory / Path(".tool-\(getpid())")
        defer { _ = output.withC { unlink($0) } }
        let child = try ChildProcess(arguments, output: output, errors: output)
        let end = ContinuousClock.now + .seconds(seconds)
        while child.look() == nil, ContinuousClock.now < end { usleep(300) }
        let ending = child.look()
        child.kill()
        return Outcome(ending: ending, output: try Files.read(output))
    }

    /// - Throws: where it does not end with 0.
    @discardableResult
    static func need(_ arguments: [String], in directory: Path = "/tmp") throws -> [UInt8] {
        let outcome = try run(arguments, in: directory)
        guard outcome.ending == .exit(0) else {
            let said = String(decoding: outcome.output, as: UTF8.self)
            throw Failure("\(arguments.joined(separator: " ")): \(said)")
        }
        return outcome.output
    }
}
