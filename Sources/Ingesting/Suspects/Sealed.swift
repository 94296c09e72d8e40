import Archiving
import Judging

/// Bytes with their length and a checksum in front.
enum Sealed {
    static func bytes(_ body: [UInt8]) -> [UInt8] {
        var writer = BinaryWriter()
        writer.integer(body.withUnsafeBytes(Checksum.of))
        writer.counted(body)
        return writer.bytes
    }

    /// - Returns: nil where what the bytes begin with is damaged.
    static func body(_ bytes: [UInt8]) -> [UInt8]? {
        var reader = BinaryReader(bytes)
        guard let checksum = reader.integer(UInt64.self), let body = reader.counted(),
            body.withUnsafeBytes(Checksum.of) == checksum
        else { return nil }
        return body
    }
}
