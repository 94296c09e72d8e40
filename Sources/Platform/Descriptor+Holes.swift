import Glibc
import SystemPackage

extension Descriptor {
    // Of lseek(2), numbered as in linux/fs.h: the C library shows them only to GNU sources.
    private static let toData: CInt = 3
    private static let toHole: CInt = 4

    /// The first stretch from `offset` on that is no hole; nil when there is none before the file's
    /// end. A file system that does not tell holes gives the rest of the file. Moves the position.
    package func data(from offset: Int64) throws(SystemError) -> Range<Int64>? {
        let start = lseek(raw, off_t(offset), Self.toData)
        if start < 0, Errno.current == .noSuchAddressOrDevice { return nil }
        guard start >= 0 else { throw SystemError("look for data") }
        let end = lseek(raw, start, Self.toHole)
        // The file may have been cut off between the two calls.
        if end < 0, Errno.current == .noSuchAddressOrDevice { return nil }
        guard end >= 0 else { throw SystemError("look for holes") }
        return Int64(start)..<Int64(max(start, end))
    }

    /// Makes the file so long, bytes: cut off, or with a hole at its end.
    package func resize(to size: Int64) throws(SystemError) {
        guard retrying({ ftruncate(raw, off_t(size)) }) == 0 else { throw SystemError("resize") }
    }
}
