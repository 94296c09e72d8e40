import Glibc

/// A clock for a daemon that tests set as they like, by Debian's libfaketime; clocks that only rise
/// stay true.
final class FakeClock {
    private static let places = ["x86_64", "aarch64"].map {
        "/usr/lib/\($0)-linux-gnu/faketime/libfaketimeMT.so.1"
    }
    private static var library: String? { places.first { access($0, R_OK) == 0 } }
    static var isHere: Bool { library != nil }

    private let file: String
    private var processes: [pid_t] = []

    /// - Parameter file: where the clock is kept.
    init(_ file: String) throws {
        self.file = file
        try set("+0")
    }

    /// Sets the clock as faketime has it: `+10y`, `-30m`; seen by the next look at it.
    func set(_ offset: String) throws {
        try Files.write(offset + "\n", to: file + ".next")
        try Files.rename(file + ".next", file)
    }

    /// Starts a daemon under this clock.
    func start(_ daemon: Daemon) async throws {
        daemon.wrapper = [
            "env", "LD_PRELOAD=\(Self.library ?? "")", "FAKETIME_TIMESTAMP_FILE=\(file)",
            "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1",
            // Files keep their true times.
            "NO_FAKE_STAT=1",
            // The library changes the environment of the first program that it meets, after which a
            // Swift program does not find its arguments.
            "env",
        ]
        try await daemon.start()
        if let process = daemon.process { processes.append(process.identifier) }
    }

    deinit {
        // A killed program leaves the library's shared memory behind.
        for process in processes {
            unlink("/dev/shm/faketime_shm_\(process)")
            unlink("/dev/shm/sem.faketime_sem_\(process)")
        }
    }
}
