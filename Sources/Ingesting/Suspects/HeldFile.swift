import Judging
import Platform
import SystemPackage

/// A file in the state in which somebody held it.
struct HeldFile: Sendable, Hashable {
    /// As the journal has it: relative to the inbox; absolute for a file that lies elsewhere.
    var path: FilePath
    var identity: FileIdentity

    /// Before the path: a checksum over all that follows, the number of the run, inode, size, time of
    /// the last change, and the length of the path.
    private static let headerBytes = 48
    /// The kernel opens no longer ones.
    private static let longestPath = 4096

    /// Appends the file's entry in ``HeldFiles``; none where that would exceed `limit`.
    ///
    /// - Returns: whether it is there.
    func appendEntry(to entries: inout [UInt8], run: UInt64, limit: Int) -> Bool {
        path.withBytes { path in
            let start = entries.count
            guard path.count <= Self.longestPath,
                start + Self.headerBytes + path.count <= limit
            else { return false }
            func append(_ word: UInt64) {
                withUnsafeBytes(of: word) { entries.append(contentsOf: $0) }
            }
            append(0)
            append(run)
            append(identity.inode)
            append(UInt64(bitPattern: identity.size))
            append(UInt64(bitPattern: identity.modified))
            append(UInt64(path.count))
            entries.append(contentsOf: path)
            entries.withUnsafeMutableBytes { entries in
                let body = UnsafeRawBufferPointer(rebasing: entries[(start + 8)...])
                entries.storeBytes(of: Checksum.of(body), toByteOffset: start, as: UInt64.self)
            }
            return true
        }
    }

    /// The files of entries, one behind the other, up to the first that is none of that run.
    static func files(of entries: [UInt8], run: UInt64) -> [HeldFile] {
        var files: [HeldFile] = []
        entries.withUnsafeBytes { entries in
            var start = 0
            while let (file, length) = first(
                of: UnsafeRawBufferPointer(rebasing: entries[start...]), run)
            {
                files.append(file)
                start += length
            }
        }
        return files
    }

    private static func first(
        of entries: UnsafeRawBufferPointer, _ run: UInt64
    ) -> (HeldFile, length: Int)? {
        guard entries.count >= headerBytes else { return nil }
        func word(_ index: Int) -> UInt64 {
            entries.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
        }
        guard word(1) == run, word(5) > 0,
            word(5) <= UInt64(min(longestPath, entries.count - headerBytes))
        else { return nil }
        let length = headerBytes + Int(word(5))
        let body = UnsafeRawBufferPointer(rebasing: entries[8..<length])
        guard Checksum.of(body) == word(0) else { return nil }
        let file = HeldFile(
            path: FilePath(bytes: Array(entries[headerBytes..<length])),
            identity: FileIdentity(
                inode: word(2), size: Int64(bitPattern: word(3)),
                modified: Int64(bitPattern: word(4))))
        return (file, length)
    }
}
