import Articles
import Platform
import SystemPackage

/// What is done to segments that nothing is appended to any more, beside the archive's writer: all
/// but the newest of each stream. For one thread.
package struct ClosedSegments {
    private let layout: ArchiveLayout
    private let isStopped: () -> Bool

    /// - Parameter isStopped: asked now and then; what was begun is given up then.
    package init(at path: FilePath, isStopped: @escaping () -> Bool) throws(SystemError) {
        layout = try ArchiveLayout(existing: path)
        self.isStopped = isStopped
    }

    // MARK: Compressing

    /// The plain ones whose last line was written before `moment`, oldest first.
    package func compressible(before moment: Moment) throws(SystemError) -> [SegmentName] {
        var found: [SegmentName] = []
        for stream in Stream.allCases {
            let files = try layout.files(of: stream)
            let newest = files.map(\.name.number).max()
            for file in files where file.compression == nil && file.name.number != newest {
                let modified = try layout.segments.status(file.path).modified / 1000
                if modified <= moment.microseconds { found.append(file.name) }
            }
        }
        return found.sorted { ($0.number, $0.stream.rawValue) < ($1.number, $1.stream.rawValue) }
    }

    /// Replaces a plain segment by a compressed one.
    ///
    /// - Returns: bytes before and after; nil when it was stopped, or is no longer there plain.
    package func compress(
        _ name: SegmentName, by compression: Compression
    ) throws(SystemError) -> (plainBytes: Int64, compressedBytes: Int64)? {
        let compressor = SegmentCompressor(
            layout: layout, compression: compression, isStopped: isStopped)
        return try compressor.compress(name).map { ($0.plainBytes, $0.compressedBytes) }
    }

    /// Drops what an interrupted compression has left.
    package func dropTemporaries() throws(SystemError) {
        let suffixes = Compression.allCases.map { ".\($0.fileExtension).tmp" }
        var left: [FilePath] = []
        let entries = try DirectoryEntries(layout.segments)
        while let entry = try entries.next() {
            let name = entry.name.string
            guard name.hasPrefix("."), let suffix = suffixes.first(where: name.hasSuffix),
                SegmentName(fileName: String(name.dropFirst().dropLast(suffix.utf8.count))) != nil
            else { continue }
            left.append(FilePath(name))
        }
        for file in left { try layout.segments.remove(file) }
    }

    // MARK: Removing

    /// Those whose newest record was received before `moment`: of each stream the oldest, up to the
    /// first that is to stay.
    package func removable(before moment: Moment) throws(SystemError) -> [SegmentName] {
        var found: [SegmentName] = []
        for stream in Stream.allCases {
            let names = try layout.names(of: stream)
            // The newest must have a line: else the sequence would go on from that of a segment
            // that is gone.
            guard let newest = names.last,
                try SegmentReader.open(newest, in: layout.segments).lastLine().line != nil
            else { continue }
            for name in names.dropLast() {
                // The day in the name is that of the first record: no later one came before it.
                guard name.day <= moment.day, try lastReceived(of: name) < moment else { break }
                found.append(name)
            }
        }
        return found
    }

    /// When the last record was received that can be read; the end of the day in the name where
    /// none can.
    private func lastReceived(of name: SegmentName) throws(SystemError) -> Moment {
        do throws(SystemError) {
            let line = try SegmentReader.open(name, in: layout.segments).lastLine().line
            if let received = line.flatMap(RecordTail.received) { return received }
        } catch {
            guard error.isOfTheContent else { throw error }
        }
        let end = Array("\(name.day)T23:59:59Z".utf8)
        return end.withUnsafeBytes { Moment(iso: $0) } ?? .now
    }

    /// Removes a segment; what is to be known of its records for ever is kept in
    /// `archive/forgotten`.
    ///
    /// - Returns: false when it was stopped.
    package func remove(_ name: SegmentName) throws(SystemError) -> Bool {
        try SegmentRemover(layout: layout, isStopped: isStopped).remove(name)
    }

    // MARK: Looking for gaps

    /// The sequence numbers that should be there and are not, by the first and last lines of all
    /// segments, and by what `archive/forgotten` says of removed ones.
    package func missing() throws(SystemError) -> [MissingRecords] {
        try MissingRecords.find(in: layout, isStopped: isStopped)
    }
}
