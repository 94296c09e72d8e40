import Glibc

/// A program beside the test, in a process group of its own, its output in files; it ends with the
/// test at the latest.
final class ChildProcess {
    enum Ending: Equatable {
        case exit(Int)
        case signal(CInt)
    }

    struct CannotStart: Error {
        let program: String
        let errno: CInt
    }

    let identifier: pid_t
    private var ending: Ending?

    /// - Parameter arguments: the first is the program, looked for in PATH.
    init(
        _ arguments: [String], in directory: String, environment: [String] = [],
        output: String = "/dev/null", errors: String = "/dev/null"
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        let writing = O_WRONLY | O_CREAT | O_APPEND
        posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, errors, writing, 0o644)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        // The C library's call to change the directory of a child is not to be seen from Swift.
        let line = ["env", "-C", directory] + arguments
        var argv = line.map { strdup($0) } + [nil]
        var envp = (Self.inherited + environment).map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var identifier = pid_t()
        let result = posix_spawnp(
            &identifier, line[0], &actions, &attributes, &argv, &envp)
        guard result == 0 else { throw CannotStart(program: arguments[0], errno: result) }
        self.identifier = identifier
    }

    /// What a program needs of our environment, and nothing that changes what it says.
    private static var inherited: [String] {
        let names = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"]
        return names.compactMap { (name: String) -> String? in
            getenv(name).map { "\(name)=\(String(cString: $0))" }
        } + ["LC_ALL=C.UTF-8"]
    }

    func send(_ signal: CInt) { if ending == nil { kill(identifier, signal) } }

    /// To the program and all that it started.
    func sendToAll(_ signal: CInt) { if ending == nil { killpg(identifier, signal) } }

    /// How it ended; nil while it runs.
    func look() -> Ending? {
        if let ending { return ending }
        var status: CInt = 0
        guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
        let signal = status & 0x7F
        ending = signal == 0 ? .exit(Int((status >> 8) & 0xFF)) : .signal(signal)
        return ending
    }

    /// Waits for its end; nil when it still runs after so long.
    func wait(seconds: Double = 20) async -> Ending? {
        await waitUntil(seconds: seconds) { look() != nil }
        return look()
    }

    /// Waits for its end, however long; the thread as well.
    func join() {
        guard look() == nil else { return }
        var status: CInt = 0
        waitpid(identifier, &status, 0)
        ending = .exit(Int((status >> 8) & 0xFF))
    }

    deinit {
        if look() == nil {
            killpg(identifier, SIGKILL)
            kill(identifier, SIGKILL)
            var status: CInt = 0
            waitpid(identifier, &status, 0)
        }
    }
}

/// Looks again and again until something holds; other tests go on meanwhile.
/// - Returns: whether it came to hold.
@discardableResult
func waitUntil(seconds: Double = 20, _ holds: () async throws -> Bool) async rethrows -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    var milliseconds = 2
    while true {
        if try await holds() { return true }
        if ContinuousClock.now > end { return false }
        await pause(milliseconds: milliseconds)
        milliseconds = min(milliseconds * 2, 50)
    }
}

/// Seconds to wait at most for what is done at the lowest priority: on a machine that has much else
/// to do it may take long.
let lowestPriorityPatience = 90.0

/// Lets other tests go on for a while.
func pause(milliseconds: Int) async {
    do { try await Task.sleep(for: .milliseconds(milliseconds)) } catch {
        // The test has run out of time: what it waits for ends with it.
    }
}
