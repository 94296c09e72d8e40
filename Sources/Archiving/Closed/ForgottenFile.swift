import Glibc
import Platform
import SystemPackage

/// `archive/forgotten`: what is kept of removed segments, a block a part.
///
/// It only grows. A block begins at a multiple of 64 bytes and is: a mark, the length of its body,
/// the SHA-256 of that, the body. What a kill, a full disk or a power cut left of one is no block:
/// it is passed over, and so is one that is damaged later, without those behind it being lost.
struct ForgottenFile: ~Copyable {
    private static let name: FilePath = "forgotten"
    /// "WRF1".
    private static let mark: UInt32 = 0x3146_5257
    private static let headerBytes: Int64 = 8 + 32
    private static let alignment: Int64 = 64
    /// A part of a segment gives some hundred kilobytes at the most; a longer body is none.
    private static let longestBody = 64 << 20

    private let file: Descriptor

    private init(_ file: consuming Descriptor) { self.file = file }

    /// The file of an archive, made where it is missing.
    static func make(in root: borrowing Directory) throws(SystemError) -> ForgottenFile {
        let file = try root.file(name, flags: O_RDWR | O_CREAT, permissions: 0o640)
        try root.sync()
        return ForgottenFile(file)
    }

    /// Calls `body` with each block of an archive's file, in their order; with none where there is
    /// no such file.
    static func forEachBlock(
        in root: borrowing Directory, _ body: (ForgottenBlock) -> Void
    ) throws(SystemError) {
        let file: ForgottenFile
        do throws(SystemError) {
            file = ForgottenFile(try root.file(name))
        } catch {
            guard error.cause == .missing else { throw error }
            return
        }
        try file.forEachBlock(body)
    }

    borrowing func forEachBlock(_ body: (ForgottenBlock) -> Void) throws(SystemError) {
        let digest = SHA256()
        let size = try file.status().size
        var position: Int64 = 0
        while position + Self.headerBytes <= size {
            guard let (block, length) = try block(at: position, before: size, digest) else {
                position += Self.alignment
                continue
            }
            body(block)
            position = Self.aligned(position + Self.headerBytes + length)
        }
    }

    private borrowing func block(
        at position: Int64, before size: Int64, _ digest: borrowing SHA256
    ) throws(SystemError) -> (ForgottenBlock, length: Int64)? {
        let header = try file.bytes(at: position, count: Int(Self.headerBytes))
        var reader = BinaryReader(header)
        guard reader.integer(UInt32.self) == Self.mark, let length = reader.integer(UInt32.self),
            length <= Self.longestBody,
            position + Self.headerBytes + Int64(length) <= size
        else { return nil }
        let body = try file.bytes(at: position + Self.headerBytes, count: Int(length))
        guard Array(header[8...]) == Self.digest(of: body, digest),
            let block = ForgottenBlock(encoded: body)
        else { return nil }
        return (block, Int64(length))
    }

    /// Adds a block at the end; ``sync()`` makes it safe.
    borrowing func append(_ block: ForgottenBlock) throws(SystemError) {
        let body = block.encoded()
        var writer = BinaryWriter()
        writer.integer(Self.mark)
        writer.integer(UInt32(truncatingIfNeeded: body.count))
        let header = writer.bytes + Self.digest(of: body, SHA256())
        try file.write(header + body, at: Self.aligned(try file.status().size))
    }

    borrowing func sync() throws(SystemError) { try file.sync() }

    private static func digest(of body: [UInt8], _ digest: borrowing SHA256) -> [UInt8] {
        digest.reset()
        digest.update(body)
        let words = digest.finish().words
        var writer = BinaryWriter()
        for word in [words.0, words.1, words.2, words.3] { writer.integer(word) }
        return writer.bytes
    }

    private static func aligned(_ offset: Int64) -> Int64 {
        (offset + alignment - 1) / alignment * alignment
    }
}
