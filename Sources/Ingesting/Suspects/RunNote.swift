import Archiving
import Judging
import Platform

/// What a run notes of itself at its start, for the next one to tell how it ended.
struct RunNote: Sendable, Equatable {
    /// A random number, which no other run has.
    var run: UInt64
    /// When the machine started, by its clocks; nanoseconds since 1970.
    var machineStarted: Int64
    var memoryKills: MemoryKills

    static func now() throws(SystemError) -> RunNote {
        RunNote(
            run: try Randomness.bytes(8).reduce(0) { $0 << 8 | UInt64($1) },
            machineStarted: SystemClock.started, memoryKills: .now())
    }

    init(run: UInt64, machineStarted: Int64, memoryKills: MemoryKills) {
        (self.run, self.machineStarted) = (run, machineStarted)
        self.memoryKills = memoryKills
    }

    /// Whether the machine has gone on since `earlier`, and killed for want of memory meanwhile.
    ///
    /// The file with the kernel's own number of the start is not there for a service that sees no
    /// processes but its own; the moment of the start is known everywhere. Where the time of day was
    /// set meanwhile it looks like another start: then nothing is blamed.
    func hasSeenMemoryKills(since earlier: RunNote) -> Bool {
        let apart = machineStarted.subtractingReportingOverflow(earlier.machineStarted)
        guard !apart.overflow, apart.partialValue.magnitude < 5_000_000_000 else { return false }
        return memoryKills.haveRisen(since: earlier.memoryKills)
    }

    private static let magic = Array("WIREROOM HELD 1\n".utf8)

    /// In the file: a magic word, the length, a checksum, and the note.
    var bytes: [UInt8] {
        var body = BinaryWriter()
        body.integer(run)
        body.integer(machineStarted)
        body.integer(UInt64(memoryKills.counts.count))
        for count in memoryKills.counts {
            body.integer(count.group)
            body.integer(count.kills)
        }
        return Sealed.bytes(body.bytes, under: Self.magic)
    }

    /// - Returns: nil where the bytes are none.
    init?(_ bytes: [UInt8]) {
        guard let body = Sealed.body(bytes, under: Self.magic) else { return nil }
        var reader = BinaryReader(body)
        guard let run = reader.integer(UInt64.self), let started = reader.integer(Int64.self),
            let count = reader.integer(UInt64.self), count <= 64
        else { return nil }
        var counts: [MemoryKills.Count] = []
        for _ in 0..<count {
            guard let group = reader.integer(UInt64.self), let kills = reader.integer(UInt64.self)
            else { return nil }
            counts.append(MemoryKills.Count(group: group, kills: kills))
        }
        self.init(run: run, machineStarted: started, memoryKills: MemoryKills(counts))
    }
}
