import Glibc

extension ArraySlice<UInt8> {
    /// Whether `other`, whose first byte should be a rare one, stands anywhere in it.
    package func contains(bytes other: [UInt8]) -> Bool {
        guard let first = other.first else { return true }
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            let end = base + bytes.count
            var next = base
            while end - next >= other.count,
                let found = memchr(next, CInt(first), end - next - other.count + 1)
            {
                if memcmp(found, other, other.count) == 0 { return true }
                next = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}

extension ArraySlice<UInt8> {
    /// The index of the first such byte.
    package func firstIndex(ofByte byte: UInt8) -> Int? {
        withUnsafeBytes { $0.firstIndex(ofByte: byte) }.map { startIndex + $0 }
    }
}

extension UnsafeRawBufferPointer {
    /// The index of the first such byte from `start` on.
    package func firstIndex(ofByte byte: UInt8, from start: Int = 0) -> Int? {
        guard let base = baseAddress, start < count,
            let found = memchr(base + start, CInt(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }
}
