import Archiving
import Judging

/// Bytes with a magic word, their length and a checksum in front.
enum Sealed {
    static func bytes(_ body: [UInt8], under magic: [UInt8]) -> [UInt8] {
        var writer = BinaryWriter()
        writer.integer(body.withUnsafeBytes(Checksum.of))
        writer.counted(body)
        return magic + writer.bytes
    }

    /// - Returns: nil where what the bytes begin with is damaged.
    static func body(_ bytes: [UInt8], under magic: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: magic) else { return nil }
        var reader = BinaryReader(Array(bytes[magic.count...]))
        guard let checksum = reader.integer(UInt64.self), let body = reader.counted(),
            body.withUnsafeBytes(Checksum.of) == checksum
        else { return nil }
        return body
    }
}
