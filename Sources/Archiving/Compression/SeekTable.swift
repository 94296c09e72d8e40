import Platform

/// The table at the end of a zstd file, as Zstandard's "seekable format" has it
/// (contrib/seekable_format/zstd_seekable_compression_format.md, version 0.1.0): a frame that
/// decoders skip, with the sizes of all frames, and a footer to find it from the end.
enum SeekTable {
    private static let skippableMagic: UInt32 = 0x184D_2A5E
    private static let seekableMagic: UInt32 = 0x8F92_EAB1
    private static let headerBytes = 8
    private static let footerBytes = 9

    /// The bytes of the table, without checksums: the frames have their own.
    static func encoded(_ frames: [FrameTable.Frame]) -> [UInt8] {
        var writer = BinaryWriter()
        writer.integer(skippableMagic)
        writer.integer(UInt32(truncatingIfNeeded: frames.count * 8 + footerBytes))
        for frame in frames {
            writer.integer(UInt32(truncatingIfNeeded: frame.file.count))
            writer.integer(UInt32(truncatingIfNeeded: frame.plain.count))
        }
        writer.integer(UInt32(truncatingIfNeeded: frames.count))
        writer.integer(UInt8(0))
        writer.integer(seekableMagic)
        return writer.bytes
    }

    /// The table of a file; nil where there is none that fits the file.
    static func read(_ file: borrowing Descriptor, size: Int64) throws(SystemError) -> FrameTable? {
        let footerStart = size - Int64(footerBytes)
        guard footerStart > 0 else { return nil }
        var footer = BinaryReader(try file.bytes(at: footerStart, count: footerBytes))
        guard let count = footer.integer(UInt32.self), let descriptor = footer.integer(UInt8.self),
            footer.integer(UInt32.self) == seekableMagic, descriptor & 0x7C == 0
        else { return nil }
        let entryBytes = Int64(descriptor & 0x80 == 0 ? 8 : 12)
        let start = footerStart - Int64(count) * entryBytes - Int64(headerBytes)
        guard start >= 0 else { return nil }
        var table = BinaryReader(try file.bytes(at: start, count: Int(footerStart - start)))
        guard table.integer(UInt32.self) == skippableMagic,
            table.integer(UInt32.self).map(Int64.init)
                == size - start - Int64(headerBytes)
        else { return nil }
        return frames(Int(count), of: &table, hasChecksums: entryBytes == 12, end: start)
    }

    private static func frames(
        _ count: Int, of table: inout BinaryReader, hasChecksums: Bool, end: Int64
    ) -> FrameTable? {
        var found = FrameTable()
        var position: Int64 = 0
        for _ in 0..<count {
            guard let compressed = table.integer(UInt32.self),
                let plain = table.integer(UInt32.self)
            else { return nil }
            if hasChecksums { _ = table.integer(UInt32.self) }
            let next = position + Int64(compressed)
            guard next <= end else { return nil }
            found.add(plainBytes: Int64(plain), at: position..<next)
            position = next
        }
        return position == end ? found : nil
    }
}
