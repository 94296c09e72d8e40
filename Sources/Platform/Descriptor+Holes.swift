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

    /// The time of the last change of the content, nanoseconds since 1970.
    package func setModified(_ nanoseconds: Int64) throws(SystemError) {
        let seconds = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let isBefore = seconds.remainder < 0
        var times = [timespec(), timespec()]
        times[0].tv_nsec = Self.omitted
        times[1].tv_sec = Int(seconds.quotient) - (isBefore ? 1 : 0)
        times[1].tv_nsec = Int(seconds.remainder) + (isBefore ? 1_000_000_000 : 0)
        guard futimens(raw, times) == 0 else { throw SystemError("set the time of") }
    }

    /// UTIME_OMIT of utimensat(2), which Swift does not import.
    private static let omitted = 0x3FFF_FFFE

    /// Whether two files of the same size hold the same bytes; what is a hole in both is not read.
    package func hasSameBytes(as other: borrowing Descriptor) throws(SystemError) -> Bool {
        guard try hasSameData(as: other) else { return false }
        return try other.hasSameData(as: self)
    }

    private func hasSameData(as other: borrowing Descriptor) throws(SystemError) -> Bool {
        var offset: Int64 = 0
        while let mine = try data(from: offset), !mine.isEmpty {
            let count = Int(min(1 << 20, mine.upperBound - mine.lowerBound))
            let block = try bytes(at: mine.lowerBound, count: count)
            guard try other.bytes(at: mine.lowerBound, count: count) == block else { return false }
            if block.isEmpty { break }
            offset = mine.lowerBound + Int64(block.count)
        }
        return true
    }
}
