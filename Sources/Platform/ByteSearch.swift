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
        withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base, CInt(byte), bytes.count)
            else { return nil }
            return startIndex + (UnsafeRawPointer(found) - base)
        }
    }
}
