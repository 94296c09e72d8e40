import Articles
import Glibc
import Platform
import SystemPackage

/// The archive as its one writer has it: groups are gathered record by record, then committed.
///
/// Not Sendable: one thread gathers and commits. What is committed is settled elsewhere, with
/// ``settle(_:)`` of the ``Settling`` that goes with it.
package final class Archive {
    package let journal: Journal
    package let place: ArchivePlace
    private let layout: ArchiveLayout
    private let lock: Descriptor
    private var writers: [Stream: StreamWriter]
    private var sealed: Group?
    private var isJournalled = false
    private var nextGroup: UInt64
    /// The newest `received` of any record; nil in an archive that has none.
    package private(set) var lastReceived: Moment?
    private var clockWentBack = false
    /// The records that are in the segments.
    package let reader: ArchiveReader

    /// Segments that were begun and not told of yet.
    private var begun: [SegmentName] = []

    /// A segment of more bytes is followed by another.
    package var rotateBytes: Int64 = 256 << 20

    /// What the last run left to be done for the files of the inbox.
    package private(set) var recovered: Recovered

    /// Opens the archive for writing, made where it is missing: takes the lock, appends what is
    /// missing of journalled groups, and finds the ends of its streams.
    ///
    /// - Parameter previous: where this process had it open before; then none is made where its
    ///   directory or its file system is missing.
    /// - Throws: ``ArchiveError``.
    package init(
        at path: FilePath, reopening previous: ArchivePlace? = nil
    ) throws(ArchiveError) {
        let left: Journal.Left
        do throws(SystemError) {
            try previous?.checkForReopening()
            layout = try ArchiveLayout(at: path)
            place = try ArchivePlace(layout)
            lock = try Self.takeLock(layout)
            (journal, left) = try Journal.open(in: layout.root)
        } catch {
            if error.cause == .busy { throw .inUse(path) }
            throw .cannotOpen(error)
        }
        var recovery = Recovery(layout)
        try recovery.run(left)
        var witnesses = Witnesses(layout)
        do throws(SystemError) {
            try witnesses.read(after: recovery, isJournalDamaged: left.isLost || left.hasHole)
            reader = try ArchiveReader(layout: layout)
        } catch {
            throw .cannotOpen(error)
        }
        recovered = Recovered(left, recovery, witnessed: witnesses.files)
        nextGroup = max(left.newest?.number ?? 0, journal.settledThrough) + 1
        writers = [:]
        for stream in Stream.allCases {
            let end = try StreamEnd(of: stream, in: layout, after: recovery)
            if let damage = end.damage { recovered.damages.append(damage) }
            writers[stream] = end.writer
            lastReceived = [lastReceived, end.received].compactMap { $0 }.max()
        }
    }

    private static func takeLock(_ layout: ArchiveLayout) throws(SystemError) -> Descriptor {
        // Who may read it may hold it.
        let lock = try layout.root.file("lock", flags: O_RDWR | O_CREAT, permissions: 0o600)
        if try lock.status().permissions != 0o600 { try lock.setPermissions(0o600) }
        // Whoever only asks whether a daemon runs holds the lock for a moment.
        for _ in 0..<5 {
            if try lock.tryLock() { return lock }
            usleep(50_000)
        }
        throw SystemError("lock", layout.root.path, errno: .wouldBlock)
    }

    // MARK: Gathering

    /// The time of reception for the next record: the clock's, but never before the record before;
    /// a clock that went back by more than an hour is believed, from a new segment on.
    package func stamp(clock: Moment) -> Moment {
        let hour: Int64 = 3_600_000_000
        var now = clock
        if let last = lastReceived {
            if clock.microseconds < last.microseconds - hour {
                if gatheredBytes == 0 { clockWentBack = true } else { now = last }
            } else {
                now = max(clock, last)
            }
        }
        lastReceived = now
        return now
    }

    /// Whether the clock was found to have gone back by more than an hour since the last group.
    package var hasClockGoneBack: Bool { clockWentBack }

    /// Adds a record to the group; `write` is given its sequence number and appends its line.
    package func add(
        to stream: Stream, received: Moment, _ write: (UInt64, inout [UInt8]) -> Void
    ) -> RecordLocation? {
        writers[stream]?.gather(
            received: received, rotateBytes: rotateBytes, capacity: 64 << 10)
        return writers[stream]?.add(write)
    }

    /// Bytes gathered so far.
    package var gatheredBytes: Int {
        writers.values.reduce(0) { $0 + ($1.gathered?.bytes.count ?? 0) }
    }

    // MARK: Committing

    /// Closes the group: what was gathered, with the state of the files it came from.
    /// ``commit()`` then makes it safe and visible.
    ///
    /// - Returns: the group's number, for settling.
    package func seal(finished: [FileProgress], unfinished: [FileProgress]) -> UInt64 {
        let appends = Stream.allCases.compactMap { writers[$0]?.takeGathered() }
        sealed = Group(
            number: nextGroup, appends: appends, finished: finished, unfinished: unfinished)
        isJournalled = false
        nextGroup += 1
        clockWentBack = false
        return nextGroup - 1
    }

    /// Journals the sealed group, which makes it safe, and appends it to its segments, which makes
    /// it visible. When it fails for want of room it may be called again, and goes on with the same
    /// bytes; after any other failure the archive must be opened anew.
    ///
    /// - Returns: the segments that were written, to be synced before the group is settled.
    package func commit() throws(SystemError) -> [Segment] {
        guard let group = sealed else { return [] }
        if !isJournalled { try journal.write(group) }
        isJournalled = true
        var written: [Segment] = []
        for append in group.appends {
            let stream = append.segment.stream
            if let segment = writers[stream]?.segment, segment.name == append.segment {
                try segment.append(append.bytes, at: append.offset)
                writers[stream]?.appended(append, to: segment)
                written.append(segment)
            } else {
                let segment = try layout.begin(append)
                begun.append(append.segment)
                writers[stream]?.appended(append, to: segment)
                if stream == .articles { reader.add(append.segment) }
                written.append(segment)
            }
        }
        sealed = nil
        return written
    }

    /// The segments that were begun since this was last asked.
    package func takeBegun() -> [SegmentName] {
        defer { begun = [] }
        return begun
    }

    // MARK: Reading back

    /// The line of a record of the articles stream, its line feed included; also of the group that
    /// is being gathered.
    package func line(at location: RecordLocation) throws(SystemError) -> [UInt8] {
        if let gathered = gatheredLine(at: location) { return gathered }
        return try reader.line(at: location)
    }

    /// The same; nil where its segment is not there any more, or the record cannot be read.
    package func lineIfReadable(at location: RecordLocation) throws(SystemError) -> [UInt8]? {
        if let gathered = gatheredLine(at: location) { return gathered }
        return try reader.lineIfReadable(at: location)
    }

    /// A line of the group that is being gathered; nil where it lies elsewhere.
    private func gatheredLine(at location: RecordLocation) -> [UInt8]? {
        guard let gathered = writers[.articles]?.gathered,
            gathered.segment.number == location.segment, location.offset >= gathered.offset
        else { return nil }
        let start = Int(location.offset - gathered.offset)
        let end = start + Int(location.length)
        guard end <= gathered.bytes.count else { return [] }
        return Array(gathered.bytes[start..<end])
    }

    /// Whether somebody writes to the archive at `path`; false where there is none. Only its owner
    /// can find out.
    package static func isInUse(at path: FilePath) throws(SystemError) -> Bool {
        do {
            let lock = try Directory.open(path).file("lock")
            return try !lock.tryLock()
        } catch  where error.cause == .missing {
            return false
        }
    }

    /// How many records each stream has.
    package func count(of stream: Stream) -> UInt64 { (writers[stream]?.nextSequence ?? 1) - 1 }

    /// The directory of the archive.
    package var directory: Directory {
        _read { yield layout.root }
    }
}
