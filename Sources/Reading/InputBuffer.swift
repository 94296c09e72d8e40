import Articles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is in memory of a file that is read in pieces.
struct InputBuffer: ~Copyable {
    /// What is kept from one file to the next.
    private static let kept = 256 << 10

    private var storage: UnsafeMutableRawBufferPointer
    /// What is held lies in `storage` from `start` to `end`.
    private var start = 0
    private var end = 0
    /// Where in the file `start` is.
    private var offset: UInt64 = 0
    private var isAtEnd = false
    /// Why the source gives no more, to be told when what it gave is used up.
    private var failure: (any Error)?

    init() {
        storage = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }

    deinit { free(storage.baseAddress) }

    var window: Window {
        Window(
            bytes: UnsafeRawBufferPointer(rebasing: storage[start..<end]), offset: offset,
            isLast: isAtEnd)
    }

    /// For another file, of which the source gives what follows `offset`.
    mutating func reset(at offset: UInt64) {
        if storage.count > Self.kept {
            free(storage.baseAddress)
            storage = UnsafeMutableRawBufferPointer(start: nil, count: 0)
        }
        (start, end, isAtEnd) = (0, 0, false)
        failure = nil
        self.offset = offset
    }

    /// Lets go of what lies before an offset in the file.
    mutating func discard(before place: UInt64) {
        guard place > offset else { return }
        let count = Int(min(place - offset, UInt64(end - start)))
        start += count
        offset += UInt64(count)
    }

    /// Reads until it is full or the file ends, after making room: it holds more afterwards, or the
    /// window is the last.
    /// - Parameter longest: what it need not hold more than; reached, it holds at least that.
    /// - Throws: what the source throws, where it gave nothing before, or a `FileFault` when memory is
    ///   out.
    mutating func fill(
        from source: inout some ByteSource & ~Copyable, upTo longest: Int
    ) throws {
        if let failure = takeFailure() { throw failure }
        if start > 0, let first = storage.baseAddress {
            // memmove: what is held may overlap the room before it.
            first.copyMemory(from: first + start, byteCount: end - start)
            (start, end) = (0, end - start)
        }
        if end == storage.count { try grow(upTo: longest) }
        let held = end
        while end < storage.count, !isAtEnd {
            let room = UnsafeMutableRawBufferPointer(rebasing: storage[end...])
            let count: Int
            do {
                count = try source.read(into: room)
            } catch {
                guard end > held else { throw error }
                failure = error
                return
            }
            if count <= 0 { isAtEnd = true }
            end += min(max(0, count), room.count)
        }
    }

    /// Why the source gives no more than is held; it is told once.
    mutating func takeFailure() -> (any Error)? {
        defer { failure = nil }
        return failure
    }

    /// Growing by doubling keeps it linear when each look finds that more is needed; realloc moves
    /// large blocks by their page tables, so that old and new never stand side by side.
    private mutating func grow(upTo longest: Int) throws(FileFault) {
        let doubled = min(storage.count * 2, max(longest, storage.count + Self.kept))
        let count = max(Self.kept, doubled)
        guard let larger = realloc(storage.baseAddress, count) else {
            throw FileFault(
                Reason(
                    .tooLarge, what: "There is not enough memory for \(count) bytes of it.",
                    advice: "Split the file, or lower the limits and raise the memory."))
        }
        storage = UnsafeMutableRawBufferPointer(start: larger, count: count)
    }
}
