/// A stretch of a file that is in memory.
package struct Window {
    package let bytes: UnsafeRawBufferPointer
    /// Where in the file it begins.
    package let offset: UInt64
    /// It reaches to the file's end.
    package let isLast: Bool

    package init(bytes: UnsafeRawBufferPointer, offset: UInt64, isLast: Bool) {
        self.bytes = bytes
        self.offset = offset
        self.isLast = isLast
    }

    var end: UInt64 { offset + UInt64(bytes.count) }

    /// The index in `bytes` of an offset in the file that lies in the window or at its end.
    func index(of fileOffset: UInt64) -> Int {
        Int(clamping: fileOffset - min(offset, fileOffset)).clamped(to: bytes.count)
    }

    /// The length of the byte order mark that the file begins with: 3 or 0.
    var markLength: Int {
        offset == 0 && bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
            ? 3 : 0
    }
}

extension Int {
    fileprivate func clamped(to limit: Int) -> Int { Swift.min(self, limit) }
}

extension UnsafeRawBufferPointer {
    /// A part of it, with indices from 0.
    func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: self[range])
    }

    /// The line, from 1, on which the byte at `index` stands.
    func line(at index: Int) -> UInt64 {
        var line: UInt64 = 1
        for byte in self.prefix(index) where byte == 0x0A { line += 1 }
        return line
    }
}
