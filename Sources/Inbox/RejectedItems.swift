import Articles
import Glibc
import JSON
import Platform
import SystemPackage

/// A bad item of a file.
package struct RejectedItem {
    /// From 1.
    package var number: Int
    /// Where it lies in the file; empty where it does not lie there as it was read.
    package var place: Range<UInt64>
    /// The path of the member of the file that it is in, where the file is a container.
    package var member: String?
    /// Its bytes, where it does not lie in the file and they are at hand.
    package var evidence: [UInt8]?
    package var reason: Reason

    package init(
        number: Int, place: Range<UInt64>, member: String? = nil, evidence: [UInt8]? = nil,
        reason: Reason
    ) {
        self.number = number
        self.place = place
        self.member = member
        self.evidence = evidence
        self.reason = reason
    }
}

/// The bad items of a file whose other items are archived: byte for byte, a line each, in
/// `NAME.rejected.jsonl` of the quarantine, and beside it where each stood and what is wrong
/// with it. Written as they come, so that any number of them needs no memory.
package final class RejectedItems {
    private let quarantine: Quarantine
    private let file: PutAway.File
    private let received: Moment
    private var open: Open?
    /// How many there are.
    package private(set) var count = 0

    private struct Open: ~Copyable {
        var directory: Directory
        var items: Descriptor
        var itemsSize: Int64 = 0
        var reasons: Descriptor
        var reasonsSize: Int64 = 0
    }

    /// - Parameter file: with the digest of the file; nothing is made before the first bad item.
    package init(of file: PutAway.File, in quarantine: Quarantine, received: Moment) {
        self.file = file
        self.quarantine = quarantine
        self.received = received
    }

    /// `NAME.rejected.jsonl`, or with the file's digest where another file of that name was here.
    private func name(in directory: borrowing Directory) throws(SystemError) -> FilePath {
        let plain = named(".rejected.jsonl")
        let beginning = beginning()
        do throws(SystemError) {
            let reasons = try directory.file(Quarantine.reasonName(plain))
            if try reasons.bytes(at: 0, count: beginning.count) == beginning { return plain }
        } catch {
            guard error.cause == .missing else { throw error }
            return plain
        }
        return named(".\(file.digest).rejected.jsonl")
    }

    private func named(_ ending: String) -> FilePath {
        file.path.lastComponent?.followed(by: ending) ?? FilePath(ending)
    }

    /// How the reasons of this very file begin, whichever run wrote them.
    private func beginning() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("file")
        writer.string(file.path.printable)
        writer.key("digest")
        writer.string(file.digest)
        return writer.finish()
    }

    /// By the name as well: a file may have several, and be read by each at once.
    private func temporary(_ ending: String) -> FilePath {
        let ending = ".\(file.identity.inode).\(file.digest).\(ending).tmp"
        let digest = SHA256()
        digest.update(file.path.lastComponent?.bytes ?? [])
        return FilePath(".\(digest.finish().hex.prefix(8))\(ending)")
    }

    /// Adds one, whose bytes are copied from `source` where it lies there. Of others there may be
    /// no bytes: the file itself is archived, and its reason says where in it to look.
    package func add(
        _ item: RejectedItem, of source: borrowing Descriptor
    ) throws(SystemError) {
        var writer = JSONWriter()
        if count == 0 {
            try begin()
            writer = JSONWriter(continuing: beginning())
            writer.key("received")
            writer.string(received.toTheMicrosecond)
            writer.key("items")
            writer.beginArray()
        } else {
            writer = JSONWriter(appendingTo: [0x2C, 0x0A])
        }
        writer.beginObject()
        writer.key("item")
        writer.integer(item.number)
        if let member = item.member {
            writer.key("member")
            writer.string(member)
        }
        if !item.place.isEmpty {
            writer.key("start")
            writer.integer(item.place.lowerBound)
            writer.key("length")
            writer.integer(item.place.count)
        }
        item.reason.writeMembers(to: &writer)
        writer.endObject()
        count += 1
        if !item.place.isEmpty || item.evidence != nil {
            try append(item, of: source)
        }
        let reason = writer.finish()
        try open?.reasons.write(reason, at: open?.reasonsSize ?? 0)
        open?.reasonsSize += Int64(reason.count)
    }

    private func begin() throws(SystemError) {
        let directory = try quarantine.directory(file)
        let flags = O_RDWR | O_CREAT | O_TRUNC
        let items = try directory.file(temporary("items"), flags: flags)
        let reasons = try directory.file(temporary("reasons"), flags: flags)
        open = Open(directory: directory, items: items, reasons: reasons)
    }

    /// Copied in parts, as an item may be of any length.
    private func append(
        _ item: RejectedItem, of source: borrowing Descriptor
    ) throws(SystemError) {
        var offset = Int64(item.place.lowerBound)
        while offset < Int64(item.place.upperBound) {
            let count = min(1 << 20, Int(Int64(item.place.upperBound) - offset))
            let part = try source.bytes(at: offset, count: count)
            // Cut off since it was read: what was read of it is not kept.
            if part.isEmpty { break }
            try write(part)
            offset += Int64(part.count)
        }
        if let evidence = item.evidence, item.place.isEmpty { try write(evidence) }
        try write([0x0A])
    }

    private func write(_ bytes: [UInt8]) throws(SystemError) {
        try open?.items.write(bytes, at: open?.itemsSize ?? 0)
        open?.itemsSize += Int64(bytes.count)
    }

    /// Synced and named; over what a killed run left of the same file.
    package func finish() throws(SystemError) {
        guard count > 0, let open = open.take() else { return }
        try open.reasons.write(Array("]}\n".utf8), at: open.reasonsSize)
        try open.reasons.sync()
        try open.items.sync()
        let name = try name(in: open.directory)
        try open.directory.replace(Quarantine.reasonName(name), with: temporary("reasons"))
        try open.directory.replace(name, with: temporary("items"))
        try open.directory.sync()
    }

    /// Takes back what was written: the file is read again later.
    package func discard() throws(SystemError) {
        guard count > 0, let open = open.take() else { return }
        count = 0
        try open.directory.remove(temporary("reasons"))
        try open.directory.remove(temporary("items"))
    }
}
