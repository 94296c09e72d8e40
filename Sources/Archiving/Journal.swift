import Glibc
import Platform
import SystemPackage

/// Keeps each group, whole and synced, before any of it becomes visible in a segment, until the
/// segments are synced and the files put away.
///
/// One preallocated file: a page with a random key and the number of the last settled group, then
/// slots of a fixed size. A group takes a free slot, or, when it is larger than one, as many as it
/// needs behind them. The newest entry is never written over, also where it is settled: it alone
/// tells how far large files have come. An entry is its length, a SHA-256 over key and group, and the
/// group; the key keeps the text of an article from passing for an entry.
package final class Journal: Sendable {
    /// 2 MiB hold some 400 articles of 5 KB; eight of them keep the put-away thread busy while the
    /// next groups are written.
    package static let slotBytes = 2 << 20
    package static let slotCount = 8

    static let pageBytes = 4096
    private static let magic: [UInt8] = Array("WIREROOM JOURNAL 1\n".utf8)
    private static let keyOffset = 32
    private static let settledOffset: Int64 = 64
    /// Length and digest.
    private static let entryHeaderBytes = 8 + 32

    private let file: Descriptor
    private let key: [UInt8]
    private let slots: Monitor<Slots>

    private struct Slots {
        /// The group in each slot; nil where it is free.
        var groups: [UInt64?]
        var settled: Set<UInt64> = []
        /// Every group up to and with this one is settled.
        var settledThrough: UInt64
        var isAbandoned = false
        /// Where the newest entry lies, in slots from the first on.
        var newest: Range<Int>?

        /// Takes a place for a group; nil where there is none for now, and nil in it where there
        /// will never be.
        mutating func place(for group: UInt64, width: Int) -> Int?? {
            if isAbandoned { return .some(nil) }
            if width > 1 {
                guard groups.allSatisfy({ $0 == nil }) else { return nil }
                for index in groups.indices { groups[index] = group }
                guard let newest, newest.upperBound > Journal.slotCount,
                    newest.lowerBound < Journal.slotCount + width
                else { return .some(Journal.slotCount) }
                return .some(newest.upperBound)
            }
            let free = groups.indices.first {
                groups[$0] == nil && !(newest?.contains($0) ?? false)
            }
            guard let free else { return nil }
            groups[free] = group
            return .some(free)
        }

        mutating func free(_ group: UInt64) {
            for index in groups.indices where groups[index] == group { groups[index] = nil }
        }
    }

    private init(file: consuming Descriptor, key: [UInt8], settledThrough: UInt64) {
        self.file = file
        self.key = key
        slots = Monitor(
            Slots(
                groups: Array(repeating: nil, count: Journal.slotCount),
                settledThrough: settledThrough))
    }

    /// What an earlier run left in the journal.
    package struct Left: Sendable {
        /// All groups that can be read, settled or not, in their order.
        package var groups: [Group] = []
        /// Every group up to and with this one is settled.
        package var settledThrough: UInt64 = 0
        /// The journal was not there, or its first page cannot be read.
        package var isLost = false

        /// The groups that were not settled, in their order.
        package var unsettled: [Group] { groups.filter { $0.number > settledThrough } }
        /// The newest group; nil in a new journal.
        package var newest: Group? { groups.last }

        /// Whether a group is missing that was begun before one that is there: not torn by a kill,
        /// which only befalls the newest, but damaged.
        package var hasHole: Bool {
            guard let first = unsettled.first, let last = unsettled.last else { return false }
            return last.number - settledThrough != UInt64(unsettled.count)
                || first.number != settledThrough + 1
        }
    }

    /// Opens the journal of an archive, made and preallocated where it is missing or where its
    /// first page cannot be read.
    ///
    /// Groups that are not settled are written once more, the same bytes, and synced: after a sync
    /// that failed the kernel shows bytes that are not on the disk (Rebello et al., "Can
    /// Applications Recover from fsync Failures?", USENIX ATC 2020).
    package static func open(
        in directory: borrowing Directory
    ) throws(SystemError) -> (journal: Journal, left: Left) {
        let file = try directory.file("journal", flags: O_RDWR | O_CREAT, permissions: 0o640)
        let page = try file.bytes(at: 0, count: pageBytes)
        guard page.count == pageBytes, page.starts(with: magic) else {
            let journal = try preallocate(file)
            try directory.sync()
            return (journal, Left(isLost: true))
        }
        let key = Array(page[keyOffset..<keyOffset + 16])
        let settledThrough = settledMark(in: page, key: key)
        let journal = Journal(file: file, key: key, settledThrough: settledThrough)
        let entries = try journal.entries()
        journal.slots.look { $0.newest = entries.last?.slots }
        let unsettled = entries.filter { $0.group.number > settledThrough }
        for entry in unsettled {
            try journal.put(entry.group.encoded(), inSlot: entry.slots.lowerBound)
        }
        if !unsettled.isEmpty { try journal.file.syncData() }
        return (journal, Left(groups: entries.map(\.group), settledThrough: settledThrough))
    }

    /// Zeros are written out: blocks that are only reserved would cost a change of metadata at the
    /// first sync of each.
    private static func preallocate(
        _ file: consuming Descriptor
    ) throws(SystemError) -> Journal {
        let key = try Randomness.bytes(16)
        let zeros = [UInt8](repeating: 0, count: slotBytes)
        for slot in 0..<slotCount {
            try file.write(zeros, at: Int64(pageBytes + slot * slotBytes))
        }
        var page = [UInt8](repeating: 0, count: pageBytes)
        page.replaceSubrange(0..<magic.count, with: magic)
        page.replaceSubrange(keyOffset..<keyOffset + 16, with: key)
        // Synced before the page that makes it valid.
        try file.sync()
        try file.write(page, at: 0)
        try file.sync()
        return Journal(file: file, key: key, settledThrough: 0)
    }

    /// Writes the group and syncs it; it is safe from here on. Waits for a free slot, which needs
    /// somebody to call ``settle(_:)``.
    ///
    /// - Throws: ``SystemError``; for want of room (a group larger than a slot makes the file grow)
    ///   it may be tried again, but after a failed sync nothing may be appended any more.
    package func write(_ group: Group) throws(SystemError) {
        let body = group.encoded()
        let width = Self.width(body.count + Self.entryHeaderBytes)
        let place = slots.wait { $0.place(for: group.number, width: width) }
        guard let place, let slot = place else {
            throw SystemError("write the journal", errno: .canceled)
        }
        do throws(SystemError) {
            try put(body, inSlot: slot)
        } catch {
            slots.change { $0.free(group.number) }
            throw error
        }
        try file.syncData()
        slots.look { $0.newest = slot..<slot + width }
    }

    private func put(_ body: [UInt8], inSlot slot: Int) throws(SystemError) {
        var header = BinaryWriter()
        header.integer(UInt64(body.count))
        let digest = self.digest(of: body)
        for word in [digest.words.0, digest.words.1, digest.words.2, digest.words.3] {
            header.integer(word)
        }
        let offset = Int64(Self.pageBytes + slot * Self.slotBytes)
        try file.write(header.bytes, at: offset)
        try file.write(body, at: offset + Int64(Self.entryHeaderBytes))
    }

    /// How many slots an entry of so many bytes takes.
    private static func width(_ bytes: Int) -> Int { (bytes + slotBytes - 1) / slotBytes }

    /// The group's segments are synced and its files put away, with their directories: its slot is
    /// free for another.
    package func settle(_ group: UInt64) throws(SystemError) {
        let settledThrough = slots.change { slots -> UInt64 in
            slots.settled.insert(group)
            while slots.settled.remove(slots.settledThrough + 1) != nil {
                slots.settledThrough += 1
            }
            slots.free(group)
            return slots.settledThrough
        }
        try file.write(settledMark(settledThrough), at: Self.settledOffset)
    }

    /// Nothing is settled any more: whoever waits for a slot is told so.
    package func abandon() { slots.change { $0.isAbandoned = true } }

    /// Syncs the mark of the last settled group, so that the next start looks at none before it.
    /// Without it the next start only looks at more than it needs to.
    package func close() {
        do throws(SystemError) {
            try file.syncData()
        } catch {
            slots.change { $0.isAbandoned = true }
        }
    }

    /// Syncs the mark of the last settled group, for a quiet moment: the next group's sync does it too.
    package func syncMark() throws(SystemError) { try file.syncData() }

    /// Whether the journal still has its name: what is written to a file that was removed is lost.
    package func isInPlace() throws(SystemError) -> Bool { try file.status().links > 0 }

    /// Begins the count after `group`: whatever came before was recovered.
    package func settleAll(through group: UInt64) throws(SystemError) {
        slots.change { $0.settledThrough = max($0.settledThrough, group) }
        try file.write(settledMark(slots.look { $0.settledThrough }), at: Self.settledOffset)
        try file.syncData()
    }

    /// The last group that was settled with all before it.
    package var settledThrough: UInt64 { slots.look { $0.settledThrough } }

    /// The entries that are whole, by the number of their groups.
    private func entries() throws(SystemError) -> [(group: Group, slots: Range<Int>)] {
        var entries: [(group: Group, slots: Range<Int>)] = []
        let size = try file.status().size
        var slot = 0
        while Int64(Self.pageBytes + slot * Self.slotBytes) < size {
            guard let (group, bytes) = try entry(in: slot) else {
                slot += 1
                continue
            }
            // Slots that a large entry runs over hold its bytes, no entries.
            let end = slot + max(1, Self.width(bytes))
            entries.append((group, slot..<end))
            slot = end
        }
        return entries.sorted { $0.group.number < $1.group.number }
    }

    private func entry(in slot: Int) throws(SystemError) -> (group: Group, size: Int)? {
        let offset = Int64(Self.pageBytes + slot * Self.slotBytes)
        var reader = BinaryReader(try file.bytes(at: offset, count: Self.entryHeaderBytes))
        let size = try file.status().size
        guard let count = reader.integer(UInt64.self), count > 0,
            count <= UInt64(max(0, size - offset - Int64(Self.entryHeaderBytes)))
        else { return nil }
        let body = try file.bytes(
            at: offset + Int64(Self.entryHeaderBytes), count: Int(count))
        let digest = self.digest(of: body)
        for word in [digest.words.0, digest.words.1, digest.words.2, digest.words.3] {
            guard reader.integer(UInt64.self) == word else { return nil }
        }
        return Group(encoded: body).map { ($0, Int(count) + Self.entryHeaderBytes) }
    }

    private func digest(of bytes: [UInt8]) -> SHA256.Digest {
        let digest = SHA256()
        digest.update(key)
        digest.update(bytes)
        return digest.finish()
    }

    /// The number and a check over it and the key: 24 bytes within one sector, so that it is there
    /// whole or not at all; what cannot be read counts as 0, which only makes recovery look twice.
    private func settledMark(_ group: UInt64) -> [UInt8] { Self.settledMark(group, key: key) }

    private static func settledMark(_ group: UInt64, key: [UInt8]) -> [UInt8] {
        var writer = BinaryWriter()
        writer.integer(group)
        let digest = SHA256()
        digest.update(key)
        digest.update(writer.bytes)
        let check = digest.finish()
        writer.integer(check.words.0)
        writer.integer(check.words.1)
        return writer.bytes
    }

    private static func settledMark(in page: [UInt8], key: [UInt8]) -> UInt64 {
        let mark = Array(page[Int(settledOffset)..<Int(settledOffset) + 24])
        var reader = BinaryReader(mark)
        guard let group = reader.integer(UInt64.self), settledMark(group, key: key) == mark else {
            return 0
        }
        return group
    }
}
