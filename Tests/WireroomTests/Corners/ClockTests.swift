import Glibc
import JSON
import Testing

/// The clock set ten years ahead and back, while the daemon runs and while it does not.
@Suite(
    .serialized, .enabled(if: Tools.need(FakeClock.isHere, "faketime is not here")))
struct ClockTests {
    /// A daemon under a clock, with a few files archived at each setting.
    private struct Machine {
        let daemon: Daemon
        let clock: FakeClock
        var count = 0

        init(inbox: String = "", archive: String = "") throws {
            daemon = try Daemon(inbox: inbox, archive: archive)
            clock = try FakeClock(daemon.scratch.at("clock"))
        }

        func start() async throws { try await clock.start(daemon) }

        /// Three new articles, and a copy of the very first; by rename and in place.
        mutating func drop() async throws {
            for number in count..<count + 3 {
                try daemon.drop(SampleText.article(number), as: "\(number).txt")
            }
            // Of the future, whatever the clock says, as from a sender with a clock of its own.
            let copy = daemon.inbox("copy-\(count).txt")
            try Files.write(SampleText.article(0), to: copy)
            var times = [timeval](repeating: timeval(tv_sec: 2_500_000_000, tv_usec: 0), count: 2)
            utimes(copy, &times)
            count += 3
            try await daemon.settle(records: count / 3 * 4)
        }
    }

    /// When each record was received, in the order of its stream's segments.
    private static func received(
        _ daemon: Daemon, _ stream: String
    ) throws -> [(segment: String, times: [String])] {
        let directory = daemon.scratch.at("archive/segments")
        var parser = JSONParser()
        return try ClosedSegments.plain(daemon, stream).map { name in
            let lines = try Files.read("\(directory)/\(name)").split(separator: 0x0A)
            return (
                name,
                try lines.map {
                    try parser.parse(Array($0)) { $0.member("received")?.string ?? "" }
                }
            )
        }
    }

    /// The rules of the contract: numbers only rise, a segment is of the day of its records, within it
    /// the time never decreases.
    private static func check(_ machine: Machine) throws {
        for stream in ["articles", "duplicates"] {
            let segments = try received(machine.daemon, stream)
            let numbers = segments.compactMap { Int($0.segment.dropLast(6).suffix(6)) }
            #expect(numbers == Array(1..<numbers.count + 1))
            for (segment, times) in segments {
                let day = segment.dropFirst(stream.count + 1).prefix(10)
                #expect(times.allSatisfy { $0.hasPrefix(day) }, "\(segment) \(times)")
                #expect(times == times.sorted())
            }
        }
        let copies = try machine.daemon.records("duplicates").count { $0.match == "exact" }
        // All but the first, which may be either of the two.
        #expect(copies == machine.count / 3)
        #expect(try machine.daemon.records().count == machine.count)
    }

    private static func years(_ daemon: Daemon) throws -> [Int] {
        try received(daemon, "articles").map { Int($0.segment.dropFirst(9).prefix(4)) ?? 0 }
    }

    @Test(.timeLimit(.minutes(2)))
    func `Set ten years ahead and back while it runs, all goes on`() async throws {
        var machine = try Machine(inbox: #""rescanSeconds": 1"#)
        let daemon = machine.daemon
        try await machine.start()
        try await machine.drop()
        for offset in ["+10y", "+0", "-10y", "+0"] {
            try machine.clock.set(offset)
            try await machine.drop()
        }
        #expect(daemon.log.contains("The clock was set back"), "\(daemon.log)")
        try Self.check(machine)
        let now = try #require(try Self.years(daemon).first)
        #expect(try Self.years(daemon) == [now, now + 10, now, now - 10, now])
        #expect(await daemon.stop() == .exit(0))
        // What the index that is read anew knows is what it knew.
        unlink(daemon.scratch.at("archive/index"))
        try await machine.start()
        try await machine.drop()
        try Self.check(machine)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2)), arguments: [false, true])
    func `Set between two runs, all goes on`(isKilled: Bool) async throws {
        var machine = try Machine()
        let daemon = machine.daemon
        for offset in ["+0", "+10y", "+0", "-10y"] {
            try machine.clock.set(offset)
            try await machine.start()
            try await machine.drop()
            if isKilled { await daemon.kill() } else { #expect(await daemon.stop() == .exit(0)) }
        }
        try Self.check(machine)
        let now = try #require(try Self.years(daemon).first)
        #expect(try Self.years(daemon) == [now, now + 10, now, now - 10])
    }

    /// Where the clock goes back by less than an hour, records keep the later time, and a file lies
    /// under the day that its records tell.
    @Test(.timeLimit(.minutes(1)))
    func `A file is filed under the day of its records, across midnight and back`() async throws {
        var machine = try Machine()
        let daemon = machine.daemon
        let midnight = time(nil) / 86_400 * 86_400
        for seconds in [86_400 + 600, 86_400 - 1200, 86_400 - 1200] {
            let offset = midnight + seconds - time(nil)
            try machine.clock.set(offset < 0 ? "\(offset)" : "+\(offset)")
            if daemon.process == nil { try await machine.start() }
            try await machine.drop()
        }
        try Self.check(machine)
        let days = Set(
            Files.list(daemon.scratch.at("done")).map { $0.split(separator: "/")[0] })
        let recorded = Set(
            try Self.received(daemon, "articles").flatMap(\.times).map { $0.prefix(10) })
        #expect(days == recorded)
        #expect(await daemon.stop() == .exit(0))
    }
}
