#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Looks for bytes.
enum TextEncoding {
    /// The index of the first such byte.
    static func index(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let start = bytes.baseAddress,
            let found = memchr(start, Int32(byte), bytes.count)
        else { return nil }
        return UnsafeRawPointer(found) - start
    }
}
