import Articles
import Platform
import SystemPackage

/// Finds records by their names, whoever writes, compresses or removes meanwhile.
package struct ArchiveSearch: Sendable {
    private let layout: ArchiveLayout

    /// So many of the ids that an ambiguous name may mean are told.
    private static let toldCandidates = 10

    /// - Throws: ``SystemError``; its cause is `missing` where there is no archive.
    package init(at path: FilePath) throws(SystemError) {
        layout = try ArchiveLayout(existing: path)
    }

    /// In an archive that is open.
    package init(_ reader: ArchiveReader) { layout = reader.layout }

    /// The record of that name. An id occurs several times: exact duplicates have that of their
    /// original, and so do corrections. Then the newest of the articles stream is meant, and one of
    /// the duplicates stream only where that has none.
    ///
    /// - Throws: ``SearchFailure``, ``SystemError``.
    package func find(_ name: RecordName) throws -> FoundRecord {
        var looked = SearchFailure.Looked(archive: layout.root.path)
        switch name {
        case .place(let place):
            if let found = try record(at: place, &looked) { return found }
        case .id where name.isWholeID:
            for stream in Stream.allCases {
                if let found = try newest(name, in: stream, &looked) { return found }
            }
        case .id:
            let found = try all(name, &looked)
            if let only = found.first, found.count == 1 { return try record(only.value) }
            if found.count > 1 { throw try ambiguity(name, found) }
        }
        if let forgotten = try forgotten(name) { throw SearchFailure.removed(forgotten) }
        throw SearchFailure.notFound(name, try looked.counted(layout))
    }

    /// The newest record of an article in the articles stream; nil where that has none.
    ///
    /// - Throws: ``SystemError``
    package func newest(_ id: ContentID) throws -> FoundRecord? {
        var looked = SearchFailure.Looked(archive: layout.root.path)
        return try newest(RecordName(id), in: .articles, &looked)
    }

    // MARK: By sequence

    /// From the newest segment back, passing over those whose first line is of a later record.
    private func record(at place: RecordPlace, _ looked: inout SearchFailure.Looked) throws
        -> FoundRecord?
    {
        for name in try layout.names(of: place.stream).reversed() {
            guard let segment = try open(name, &looked) else { continue }
            let first = try segment.firstSequence()
            if let first, first > place.sequence { continue }
            if let found = try last(RecordName.place(place), in: segment, &looked) { return found }
            // It would lie here, if anywhere.
            if first != nil { return nil }
        }
        return nil
    }

    // MARK: By id

    private func newest(
        _ name: RecordName, in stream: Stream, _ looked: inout SearchFailure.Looked
    ) throws -> FoundRecord? {
        for segment in try layout.names(of: stream).reversed() {
            guard let segment = try open(segment, &looked) else { continue }
            if let found = try last(name, in: segment, &looked) { return found }
        }
        return nil
    }

    private func last(
        _ name: RecordName, in segment: SegmentReader, _ looked: inout SearchFailure.Looked
    ) throws -> FoundRecord? {
        var found: RecordHit?
        let unreadable = try segment.forEachLine(with: name.pattern) { location, line in
            found = RecordHit(segment.name, location, line) ?? found
        }
        looked.add(segment.name, unreadable)
        return try found.map { try record($0) }
    }

    /// The newest record of each id that begins so.
    private func all(
        _ name: RecordName, _ looked: inout SearchFailure.Looked
    ) throws -> [ContentID: RecordHit] {
        var found: [ContentID: RecordHit] = [:]
        for stream in Stream.allCases {
            for segment in try layout.names(of: stream) {
                guard let segment = try open(segment, &looked) else { continue }
                let unreadable = try segment.forEachLine(with: name.pattern) { location, line in
                    guard let hit = RecordHit(segment.name, location, line) else { return }
                    if stream == .articles || found[hit.id]?.place.stream != .articles {
                        found[hit.id] = hit
                    }
                }
                looked.add(segment.name, unreadable)
            }
        }
        return found
    }

    private func ambiguity(_ name: RecordName, _ found: [ContentID: RecordHit]) throws
        -> SearchFailure
    {
        let newestFirst = found.values.sorted {
            ($0.place.stream == .articles ? 0 : 1, $1.place.sequence)
                < ($1.place.stream == .articles ? 0 : 1, $0.place.sequence)
        }
        return .ambiguous(
            name, try newestFirst.prefix(Self.toldCandidates).map { try record($0) },
            count: found.count)
    }

    private func forgotten(_ name: RecordName) throws -> ForgottenRecord? {
        var found: ForgottenRecord?
        try ForgottenFile.forEachBlock(in: layout.root) { block in
            for record in block.records {
                switch name {
                case .id(let digits):
                    if record.id.hex.hasPrefix(digits) { found = record }
                case .place(let place):
                    if place == RecordPlace(.articles, record.sequence) { found = record }
                }
            }
        }
        return found
    }

    // MARK: Segments

    /// Nil for one that was removed a moment ago, or cannot be decompressed.
    private func open(
        _ name: SegmentName, _ looked: inout SearchFailure.Looked
    ) throws(SystemError) -> SegmentReader? {
        do throws(SystemError) {
            return try SegmentReader.open(name, in: layout.segments)
        } catch {
            guard error.isOfALostRecord else { throw error }
            if error.cause != .missing { looked.add(name, [0]) }
            return nil
        }
    }

    private func record(_ hit: RecordHit) throws(SystemError) -> FoundRecord {
        let segment = try SegmentReader.open(hit.segment, in: layout.segments)
        let line = try segment.bytes(at: hit.location.offset, count: Int(hit.location.length))
        return FoundRecord(
            id: hit.id, place: hit.place, segment: hit.segment, location: hit.location, line: line)
    }
}
