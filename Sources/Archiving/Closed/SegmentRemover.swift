import Articles
import JSON
import Platform
import SystemPackage

/// Removes a closed segment, after what is to be known of its records for ever was written to
/// `archive/forgotten` and synced.
///
/// Killed at whatever moment it is done again: from the byte on up to which the blocks of the
/// segment reach, so that nothing stands there twice.
struct SegmentRemover {
    let layout: ArchiveLayout
    /// Asked between two parts; what was done stays.
    let isStopped: () -> Bool

    /// A segment is read in parts of so many bytes, each a block of `forgotten`.
    private static let partBytes = 1 << 20

    /// - Returns: whether it was removed; false when it was stopped.
    func remove(_ name: SegmentName) throws(SystemError) -> Bool {
        let forgotten = try ForgottenFile.make(in: layout.root)
        var covered: Int64 = 0
        try forgotten.forEachBlock { block in
            if block.segment == name { covered = max(covered, block.plain.upperBound) }
        }
        let segment = try SegmentReader.open(name, in: layout.segments)
        var parser = JSONParser()
        do throws(SystemError) {
            _ = try segment.forEachPart(bytes: Self.partBytes, from: covered) {
                (offset, lines) throws(SystemError) in
                if isStopped() { throw SystemError("remove", errno: .canceled) }
                try forgotten.append(Self.block(name, offset, lines, &parser))
            }
        } catch {
            guard error.cause == .other(.canceled) else { throw error }
            return false
        }
        try forgotten.sync()
        try removeFiles(of: name)
        return true
    }

    private static func block(
        _ name: SegmentName, _ offset: Int64, _ lines: ArraySlice<UInt8>, _ parser: inout JSONParser
    ) -> ForgottenBlock {
        var records: [ForgottenRecord] = []
        var sequences: ClosedRange<UInt64>?
        lines.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes.firstIndex(ofByte: 0x0A, from: start) ?? bytes.count - 1
                let line = UnsafeRawBufferPointer(rebasing: bytes[start...end])
                start = end + 1
                if let sequence = RecordTail.sequence(Array(line.prefix(128))), sequence > 0 {
                    let first = min(sequences?.lowerBound ?? sequence, sequence)
                    sequences = first...max(sequences?.upperBound ?? sequence, sequence)
                }
                guard name.stream == .articles else { continue }
                do {
                    records.append(ForgottenRecord(try ArchivedRecord(line: line, using: &parser)))
                } catch {
                    // A line that is no record has nothing to be known by; the start has told it.
                    continue
                }
            }
        }
        return ForgottenBlock(
            segment: name, plain: offset..<offset + Int64(lines.count), sequences: sequences,
            records: records)
    }

    /// The plain file goes last: as long as it is there, it counts.
    private func removeFiles(of name: SegmentName) throws(SystemError) {
        let files =
            Compression.allCases.map { SegmentFile(name, $0) } + [SegmentFile(name, nil)]
        for file in files { try layout.segments.removeIfThere(file.path) }
        try layout.segments.sync()
    }
}
