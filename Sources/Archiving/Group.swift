import Platform

/// What is appended at once and synced at once: the final bytes for both streams, and the state of
/// the files that they came from.
package struct Group: Sendable, Equatable {
    /// The bytes for one stream.
    package struct Append: Sendable, Equatable {
        package var segment: SegmentName
        /// Where in the segment the bytes begin; 0 in a segment that is new with this group.
        package var offset: Int64
        package var bytes: [UInt8]
    }

    /// 1, 2, 3…
    package var number: UInt64
    package var appends: [Append]
    /// Files that are finished with this group.
    package var finished: [FileProgress]
    /// Every file that is begun and not finished, as of this group.
    package var unfinished: [FileProgress]

    /// The journal's binary form.
    package func encoded() -> [UInt8] {
        var writer = BinaryWriter()
        writer.integer(number)
        writer.integer(UInt32(appends.count))
        for append in appends {
            writer.counted(append.segment.description.utf8)
            writer.integer(append.offset)
            writer.counted(append.bytes)
        }
        for files in [finished, unfinished] {
            writer.integer(UInt32(files.count))
            for file in files { file.encode(into: &writer) }
        }
        return writer.bytes
    }

    init(
        number: UInt64, appends: [Append], finished: [FileProgress], unfinished: [FileProgress]
    ) {
        self.number = number
        self.appends = appends
        self.finished = finished
        self.unfinished = unfinished
    }

    /// Nil for whatever is not wholly a group; bytes after it are passed over.
    package init?(encoded: [UInt8]) {
        var reader = BinaryReader(encoded)
        guard let number = reader.integer(UInt64.self), let count = reader.integer(UInt32.self)
        else { return nil }
        var appends: [Append] = []
        for _ in 0..<count {
            guard let name = reader.text(), let segment = SegmentName(fileName: name),
                let offset = reader.integer(Int64.self), offset >= 0, let bytes = reader.counted()
            else { return nil }
            appends.append(Append(segment: segment, offset: offset, bytes: bytes))
        }
        guard let finished = Self.files(from: &reader), let unfinished = Self.files(from: &reader)
        else { return nil }
        self.init(number: number, appends: appends, finished: finished, unfinished: unfinished)
    }

    private static func files(from reader: inout BinaryReader) -> [FileProgress]? {
        guard let count = reader.integer(UInt32.self) else { return nil }
        var files: [FileProgress] = []
        for _ in 0..<count {
            guard let file = FileProgress(from: &reader) else { return nil }
            files.append(file)
        }
        return files
    }
}

extension FileProgress {
    fileprivate func encode(into writer: inout BinaryWriter) {
        writer.path(path)
        writer.integer(identity.inode)
        writer.integer(identity.size)
        writer.integer(identity.modified)
        writer.integer(itemsDone)
        writer.integer(UInt8(isFinished ? 1 : 0))
        writer.counted(day.utf8)
        writer.counted(digest.utf8)
    }

    fileprivate init?(from reader: inout BinaryReader) {
        guard let path = reader.path(), let inode = reader.integer(UInt64.self),
            let size = reader.integer(Int64.self),
            let modified = reader.integer(Int64.self), let itemsDone = reader.integer(UInt64.self),
            let isFinished = reader.integer(UInt8.self), let day = reader.text(),
            let digest = reader.text()
        else { return nil }
        self.init(
            path: path,
            identity: FileIdentity(inode: inode, size: size, modified: modified),
            itemsDone: itemsDone, isFinished: isFinished == 1, day: day, digest: digest)
    }
}
