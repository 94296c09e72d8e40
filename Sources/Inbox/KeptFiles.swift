import Articles
import Glibc
import Platform
import SystemPackage

/// Files that are done and stay where they are: with `keep`, for `ingest`, and those that are ours
/// to read but not to move. Durable, so that none is read twice; any change of a file makes it a
/// new one.
///
/// A file of lines in the archive's directory, each the identity's 32 hex digits, a blank, and the
/// path; in memory 16 bytes a file.
package final class KeptFiles: Sendable {
    private static let name: FilePath = "kept"

    private struct State {
        var identities: Set<Identity128>
        var size: Int64
    }

    private let file: Descriptor
    private let state: Monitor<State>

    /// Opens the list in `directory`, made where it is missing. A last line that was not finished
    /// is overwritten by the next.
    package init(in directory: borrowing Directory) throws(SystemError) {
        file = try directory.file(Self.name, flags: O_RDWR | O_CREAT, permissions: 0o640)
        var identities: Set<Identity128> = []
        var whole: Int64 = 0
        var rest: [UInt8] = []
        let size = try file.status().size
        var offset: Int64 = 0
        while offset < size {
            let block = try file.bytes(at: offset, count: 1 << 20)
            if block.isEmpty { break }
            offset += Int64(block.count)
            rest.append(contentsOf: block)
            var start = 0
            while let end = rest[start...].firstIndex(of: 0x0A) {
                if let identity = Identity128(hex: Array(rest[start..<end].prefix(32))) {
                    identities.insert(identity)
                }
                whole += Int64(end + 1 - start)
                start = end + 1
            }
            rest.removeSubrange(..<start)
        }
        state = Monitor(State(identities: identities, size: whole))
    }

    package func contains(_ path: FilePath, _ identity: FileIdentity) -> Bool {
        if state.look({ $0.identities.isEmpty }) { return false }
        let key = Self.key(path, identity)
        return state.look { $0.identities.contains(key) }
    }

    /// Adds files and syncs the list.
    package func add(_ files: [(path: FilePath, identity: FileIdentity)]) throws(SystemError) {
        var lines: [UInt8] = []
        var keys: [Identity128] = []
        for entry in files {
            let key = Self.key(entry.path, entry.identity)
            keys.append(key)
            lines.append(contentsOf: "\(key.hex) \(entry.path.printable)\n".utf8)
        }
        let offset = state.look { $0.size }
        try file.write(lines, at: offset)
        try file.syncData()
        state.change { state in
            state.identities.formUnion(keys)
            state.size = offset + Int64(lines.count)
        }
    }

    private static func key(_ path: FilePath, _ identity: FileIdentity) -> Identity128 {
        let digest = SHA256()
        for number in [
            identity.inode, UInt64(bitPattern: identity.size),
            UInt64(bitPattern: identity.modified),
        ] {
            withUnsafeBytes(of: number.littleEndian) { digest.update($0) }
        }
        path.withBytes { digest.update(UnsafeRawBufferPointer($0)) }
        return Identity128(digest.finish())
    }
}
