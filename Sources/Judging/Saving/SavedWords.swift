/// Builds and reads the small parts of a saved index: machine words, one after another.
enum SavedWords {
    static func append(_ word: UInt64, to buffer: inout [UInt8]) {
        withUnsafeBytes(of: word) { buffer.append(contentsOf: $0) }
    }

    static func append(_ word: Int, to buffer: inout [UInt8]) {
        append(UInt64(bitPattern: Int64(word)), to: &buffer)
    }

    static func append<Element: BitwiseCopyable>(_ elements: [Element], to buffer: inout [UInt8]) {
        elements.withUnsafeBytes { buffer.append(contentsOf: $0) }
    }

    /// Reads such a part; nil, never a trap, where it ends too soon.
    struct Reader {
        let bytes: UnsafeRawBufferPointer
        private var place = 0

        init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        var isAtEnd: Bool { place == bytes.count }

        mutating func word() -> UInt64? {
            guard bytes.count - place >= 8 else { return nil }
            defer { place += 8 }
            return bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        }

        mutating func integer() -> Int? { word().map { Int(truncatingIfNeeded: $0) } }

        /// `count` elements of a type that any bytes are a value of.
        mutating func elements<Element: BitwiseCopyable>(
            _ count: Int, of type: Element.Type = Element.self
        ) -> [Element]? {
            let stride = MemoryLayout<Element>.stride
            guard count >= 0, count <= (bytes.count - place) / stride else { return nil }
            let source = UnsafeRawBufferPointer(rebasing: bytes[place..<place + count * stride])
            place += source.count
            return [Element](unsafeUninitializedCapacity: count) { elements, filled in
                UnsafeMutableRawBufferPointer(elements).copyMemory(from: source)
                filled = count
            }
        }
    }
}
