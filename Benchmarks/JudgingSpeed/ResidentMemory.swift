import Glibc
import Platform
import SystemPackage

/// The memory of this process that is in the machine's.
enum ResidentMemory {
    /// Bytes, as /proc/self/statm has them.
    /// - Throws: ``SystemError``
    static func bytes() throws(SystemError) -> Int {
        let file = try Descriptor.open(FilePath("/proc/self/statm"))
        let line = String(decoding: try file.bytes(at: 0, count: 200), as: UTF8.self)
        let fields = line.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * Int(getpagesize())
    }
}
