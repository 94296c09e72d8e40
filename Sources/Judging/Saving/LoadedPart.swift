/// A part of a saved index in memory again, as the index keeps it; made on any thread.
package struct LoadedPart {
    enum Content {
        case words([UInt8])
        case shard(ShardMemory)
        case stories([Story])
        case articles([KnownArticle])
    }

    let part: SavedPart
    let content: Content

    /// `read` fills the memory it is given with the part's bytes, and has compared their checksum.
    ///
    /// - Throws: ``SavedIndexDamage``; what `read` throws.
    package init(
        _ part: SavedPart, read: (UnsafeMutableRawBufferPointer) throws -> Void
    ) throws {
        self.part = part
        switch part.kind {
        case .beginning, .end: content = .words(try Self.bytes(part.byteCount, read))
        case .fingerprints, .identities, .guids, .urls, .storyPostings:
            let memory = try ShardMemory(part)
            try read(memory.slots)
            content = .shard(memory)
        case .stories:
            let bytes = try Self.bytes(part.byteCount, read)
            guard let stories = bytes.withUnsafeBytes({ StoryIndex.stories(part.shape.0, in: $0) })
            else { throw SavedIndexDamage("stories that are none") }
            content = .stories(stories)
        case .articles: content = .articles(try Self.elements(part, read))
        case .locations: throw SavedIndexDamage("a part that is not the judge's")
        }
    }

    /// The elements of a chunk that was saved as it lay in memory.
    package static func elements<Element: BitwiseCopyable>(
        _ part: SavedPart, _ read: (UnsafeMutableRawBufferPointer) throws -> Void
    ) throws -> [Element] {
        let (count, length) = (part.shape.0, ChunkedArray<Element>.chunkLength)
        guard (0...length).contains(count),
            part.byteCount == count * MemoryLayout<Element>.stride
        else { throw SavedIndexDamage("a chunk of another length") }
        return try [Element](unsafeUninitializedCapacity: length) { elements, filled in
            let whole = UnsafeMutableRawBufferPointer(elements)
            try read(UnsafeMutableRawBufferPointer(rebasing: whole[..<part.byteCount]))
            filled = count
        }
    }

    private static func bytes(
        _ count: Int, _ read: (UnsafeMutableRawBufferPointer) throws -> Void
    ) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            try read(UnsafeMutableRawBufferPointer(buffer))
            filled = count
        }
    }
}

/// Why what was saved cannot be the index.
package struct SavedIndexDamage: Error, Sendable, CustomStringConvertible {
    package var description: String

    package init(_ description: String) { self.description = description }
}

/// The slots of a shard on their way into a table; frees them where they do not arrive.
final class ShardMemory {
    let slots: UnsafeMutableRawBufferPointer
    private let part: SavedPart
    let width: Int
    private var isTaken = false

    init(_ part: SavedPart) throws(SavedIndexDamage) {
        width = PostingTable.width(of: part.kind)
        let (homes, count) = part.shape
        // Beyond any memory; below it, what is worked out from it cannot overflow.
        guard (0...(1 << 40)).contains(homes), count >= 0, count <= PostingShard.limit(homes),
            part.byteCount == PostingShard.byteCount(homes: homes, width: width)
        else { throw SavedIndexDamage("a shard of another size") }
        self.part = part
        slots = PostingShard.allocateSlots(byteCount: part.byteCount)
    }

    deinit { if !isTaken { slots.deallocate() } }

    func take() -> PostingShard {
        isTaken = true
        return PostingShard(
            homes: part.shape.0, count: part.shape.1, width: width, slots: slots)
    }
}

extension PostingTable {
    /// Owners of a key in the table whose shards are of a kind.
    static func width(of kind: SavedPart.Kind) -> Int {
        switch kind {
        case .fingerprints, .identities: 2
        case .storyPostings: 3
        default: 1
        }
    }
}
