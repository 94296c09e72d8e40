import Articles
import CContainers

/// A compressed file or an archive, unpacked as it is read.
final class ArchiveContainer: Container {
    private let packing: Packing
    private let level: Int
    private let source: any ByteStream
    private let expansion: Expansion
    private let origin: Document.Origin
    private var handle: OpaquePointer?
    /// Why the source could not be read: it cannot be thrown through the library.
    private var failure: (any Error)?
    /// The library asked for more than there is.
    private var isAtEnd = false
    /// The member that is being read, of which some may be left.
    fileprivate var number = 0
    private var isUnmeasured = false

    /// - Parameters:
    ///   - level: how many containers it lies in.
    ///   - origin: what is known of the container, and so of what is in it if that is one stream.
    init(
        _ packing: Packing, in source: any ByteStream, level: Int, expansion: Expansion,
        origin: Document.Origin
    ) throws(StreamFault) {
        self.packing = packing
        self.level = level
        self.source = source
        self.expansion = expansion
        self.origin = origin
        let code: wireroom_container_kind
        switch packing {
        case .gzip: code = WIREROOM_GZIP
        case .zstd: code = WIREROOM_ZSTD
        case .xz: code = WIREROOM_XZ
        case .bzip2: code = WIREROOM_BZIP2
        case .zip: code = WIREROOM_ZIP
        case .tar: code = WIREROOM_TAR
        }
        handle = wireroom_container_open(
            code,
            { context, buffer, count in
                guard let context, let buffer else { return -1 }
                return Unmanaged<ArchiveContainer>.fromOpaque(context).takeUnretainedValue()
                    .pull(UnsafeMutableRawBufferPointer(start: buffer, count: count))
            }, Unmanaged.passUnretained(self).toOpaque())
        guard handle != nil else {
            throw StreamFault(keeping: level, reason: .noMemory)
        }
    }

    deinit { wireroom_container_close(handle) }

    private func pull(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        do {
            let count = try source.read(into: buffer)
            if count == 0 { isAtEnd = true }
            return count
        } catch {
            failure = error
            return -1
        }
    }

    func next() throws -> Member? {
        // The library passes over by unpacking, where it does not know a member's length.
        if isUnmeasured { try passOverTheRest() }
        var entry = wireroom_entry()
        switch wireroom_container_next(handle, &entry) {
        case 0: return nil
        case 1: break
        default: throw fault()
        }
        number += 1
        isUnmeasured = !entry.has_size && !packing.isCompression
        var member = Member(
            name: nil, origin: origin, content: .stream(MemberStream(of: self, number)))
        if packing.isCompression {
            member.origin.name = MemberName.withoutCompression(origin.name)
            return member
        }
        let name = UnsafeRawBufferPointer(start: entry.name, count: entry.name_count)
        member.name = FileReference.printed(path: name)
        member.origin = Document.Origin()
        member.origin.name = MemberName.last(in: member.name ?? "")
        switch entry.kind {
        case WIREROOM_ENTRY_FILE: break
        case WIREROOM_ENTRY_DIRECTORY: member.content = .passedOver("directories")
        case WIREROOM_ENTRY_ENCRYPTED: member.content = .refused(.encrypted)
        default: member.content = .passedOver("links")
        }
        return member
    }

    private func passOverTheRest() throws {
        let stream = MemberStream(of: self, number)
        try withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { buffer in
            do {
                while try stream.read(into: buffer) > 0 {}
            } catch let fault as StreamFault where fault.keeping > level {
                // Of the member alone, which nobody wants.
            }
        }
    }

    fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = wireroom_container_read(handle, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw fault(isMembers: count == -2) }
        try expansion.count(count, at: level)
        return count
    }

    /// - Parameter isMembers: whether what follows the member can be read.
    private func fault(isMembers: Bool = false) -> any Error {
        if let failure { return failure }
        let words = String(cString: wireroom_container_fault(handle))
        if isAtEnd {
            return StreamFault(keeping: level, reason: .cutOff(packing), isTruncation: true)
        }
        return StreamFault(
            keeping: isMembers ? level + 1 : level, reason: .damaged(packing, words))
    }
}

/// The bytes of one member.
private final class MemberStream: ByteStream {
    private let container: ArchiveContainer
    private let number: Int

    init(of container: ArchiveContainer, _ number: Int) {
        self.container = container
        self.number = number
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard container.number == number, !buffer.isEmpty else { return 0 }
        return try container.read(into: buffer)
    }
}

extension Reason {
    static func cutOff(_ packing: Packing) -> Reason {
        Reason(
            .truncated, what: "It is \(packing.described) and ends in the middle.",
            advice: "The file was probably cut off: drop it again, whole.")
    }

    fileprivate static func damaged(_ packing: Packing, _ words: String) -> Reason {
        Reason(
            .damaged,
            what: "It is \(packing.described) and damaged"
                + (words.isEmpty ? "." : ", as libarchive says: \(words)."),
            advice: "Make it anew and drop it again.")
    }

    fileprivate static let encrypted = Reason(
        .unsupportedKind, what: "It is encrypted.",
        advice: "Drop it without a password.")

    static let noMemory = Reason(
        .tooLarge, what: "There is not enough memory to unpack it.",
        advice: "Unpack it and drop what is in it.")
}
