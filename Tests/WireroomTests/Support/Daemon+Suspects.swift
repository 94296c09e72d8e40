import Glibc
import JSON
import Testing

/// Daemons that crash.
extension Daemon {
    /// A daemon that has faults, with good files and a bad one in its inbox.
    static func faulty(
        _ fault: FaultyLibrary.Fault, more: [String] = []
    ) async throws -> Daemon {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("inbox/desk")
        let library = try await FaultyLibrary(in: daemon.scratch)
        daemon.wrapper = library.wrapper + more
        for number in 1...20 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        try daemon.drop(FaultyLibrary.article(fault), as: "desk/bad.txt")
        for number in 21...40 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        return daemon
    }

    /// Starts it, and gives how it dies.
    func death(seconds: Double = 60) async throws -> ChildProcess.Ending? {
        try await start(isReady: false)
        return await process?.wait(seconds: seconds)
    }

    /// Checks that all good files are archived once, and the bad one lies in quarantine, whole, with its
    /// reason.
    func checkSuspect(
        good: Int = 40, bad: String = "desk/bad.txt", bytes: String, cause: String,
        advice: String = "Report it with the file"
    ) async throws {
        await waitUntil(seconds: 60) { waiting.isEmpty }
        let records = try allRecords().filter { $0.path != bad }
        #expect(records.count == good && Set(records.map(\.path)).count == good)
        #expect(done.count == good && waiting.isEmpty)
        #expect(quarantine == [bad, bad + ".reason.json"])
        let day = try #require(Files.list(scratch.at("quarantine")).first?.prefix(10))
        let path = scratch.at("quarantine/\(day)/\(bad)")
        #expect(try Files.read(path) == Array(bytes.utf8))
        var parser = JSONParser()
        try parser.parse(try Files.read(path + ".reason.json")) { reason in
            #expect(reason.member("reason")?.string == "crashed-the-reader")
            #expect(reason.member("what")?.string?.contains(cause) == true)
            #expect(reason.member("advice")?.string?.contains(advice) == true)
            #expect(reason.member("file")?.string == bad)
        }
    }

    /// Waits until a reader hangs in a file; the file is noted with its batch, before it is read.
    func hang(in name: String) async throws {
        let sign = scratch.at("hanging")
        let isHanging = await waitUntil(seconds: 30) { Files.exists(sign) }
        try #require(isHanging, "nothing hangs; \(log)")
        unlink(sign)
        try await hold(name)
    }

    /// Waits until it has a file in hand.
    func hold(_ name: String) async throws {
        let isHeld = await waitUntil { held.contains(name) }
        try #require(isHeld, "\(name) is not in hand, but \(held); \(log)")
    }

    /// The names of files in hand: of each thread a room of 64 KiB, in it one entry behind the other,
    /// with the length of the name in the sixth word; the first that has none ends it.
    var held: [String] {
        guard let bytes = try? Files.read(scratch.at("archive/held")) else { return [] }
        var names: [String] = []
        for room in stride(from: 4096, to: bytes.count, by: 64 << 10) {
            var start = room
            while start + 48 < bytes.count, bytes[start..<start + 8].contains(where: { $0 != 0 }) {
                let length = Int(bytes[start + 40]) | Int(bytes[start + 41]) << 8
                guard start + 48 + length <= bytes.count else { break }
                names.append(
                    String(decoding: bytes[start + 48..<start + 48 + length], as: UTF8.self))
                start += 48 + length
            }
        }
        return names
    }
}
