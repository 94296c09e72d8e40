import Articles
import Encodings
import JSON

/// Reads the articles in a file that is a container, and in the containers that it holds.
final class MemberReader {
    private let limits: ReadingLimits
    private let hints: FeedHints
    private let file = FileStream()
    private let expansion: Expansion
    /// The file, until it is opened.
    private var unopened: Unopened?
    /// The containers that lie in one another, the file first.
    private var levels: [Level] = []
    /// The member that is being read.
    private var current: CurrentMember?
    private var inventory: Inventory
    private var items: MemberItems
    /// So many items were given before.
    private let done: Int
    private(set) var format: Format?

    private struct Unopened {
        let kind: ContainerKind
        let origin: Document.Origin
        /// What was taken from the file's source already.
        let read: [UInt8]
    }

    private struct Level {
        let container: any Container
        /// Of the container in the file, names joined by `!/`; nil for the file itself, and what is
        /// merely compressed in it.
        let path: String?
    }

    private struct CurrentMember {
        let path: String?
        let stream: any ByteStream
        var content: ContentReader
    }

    private enum Progress {
        case item(Item)
        case onward
        case end
    }

    /// - Parameters:
    ///   - read: what was taken from the file's source already.
    ///   - cursor: of its items those are passed over that were given before.
    init(
        of kind: ContainerKind, beginningWith read: [UInt8], origin: Document.Origin,
        hints: FeedHints, limits: ReadingLimits, resumingAt cursor: Cursor
    ) {
        self.limits = limits
        self.hints = hints
        file.note(taken: read.count)
        expansion = Expansion(of: file, ratio: limits.expansionRatio)
        unopened = Unopened(kind: kind, origin: origin, read: read)
        inventory = Inventory(of: kind)
        items = MemberItems(most: limits.articlesPerFile)
        done = cursor.item - 1
    }

    /// It is always read from its beginning.
    var cursor: Cursor {
        var cursor = Cursor()
        cursor.item = max(items.count, done) + 1
        return cursor
    }

    /// The next item of a file in memory; see ``FileReader``.
    func next(
        in file: UnsafeRawBufferPointer, using parser: inout JSONParser,
        _ buffer: inout InputBuffer
    ) throws -> Item? {
        try self.file.lend(file) { try next(&parser, &buffer) }
    }

    /// The next item of a file that is read as needed; see ``FileReader``.
    func next(
        from source: inout some ByteSource & ~Copyable, using parser: inout JSONParser,
        _ buffer: inout InputBuffer
    ) throws -> Item? {
        try file.lend(&source) { try next(&parser, &buffer) }
    }

    private func next(_ parser: inout JSONParser, _ buffer: inout InputBuffer) throws -> Item? {
        while true {
            let progress: Progress
            do {
                progress = try step(&parser, &buffer)
            } catch let fault as StreamFault {
                progress = try settle(fault)
            }
            switch progress {
            case .item(let item) where item.number > done: return item
            case .item, .onward: continue
            case .end:
                guard items.count > 0 else { throw FileFault(inventory.reason) }
                return nil
            }
        }
    }

    private func step(
        _ parser: inout JSONParser, _ buffer: inout InputBuffer
    ) throws -> Progress {
        if let file = unopened.take() {
            try open(
                file.kind, in: RestoredStream(file.read, then: self.file), origin: file.origin,
                path: nil)
        }
        if current != nil { return try readOn(&parser, &buffer) }
        guard let level = levels.last else { return .end }
        guard let member = try level.container.next() else {
            levels.removeLast()
            return .onward
        }
        return try turn(to: member, in: level, &buffer)
    }

    private func turn(
        to member: Member, in level: Level, _ buffer: inout InputBuffer
    ) throws -> Progress {
        var path = level.path
        if let name = member.name { path = path.map { "\($0)!/\(name)" } ?? name }
        switch member.content {
        case .passedOver(let kind): inventory.note(kind)
        case .refused(let reason): return .item(try items.rejected(path, reason))
        case .stream(let stream):
            if let kind = member.name.flatMap(MemberName.passedOver) {
                inventory.note(kind)
                break
            }
            buffer.reset(at: 0)
            current = CurrentMember(
                path: path, stream: stream,
                content: ContentReader(limits: limits, origin: member.origin, hints: hints))
        }
        return .onward
    }

    private func readOn(
        _ parser: inout JSONParser, _ buffer: inout InputBuffer
    ) throws -> Progress {
        guard var member = current.take() else { return .onward }
        let look: ContentReader.Look
        do throws(FileFault) {
            look = try member.content.look(at: buffer.window, using: &parser)
        } catch {
            switch error.reason.code {
            case .empty, .blank: inventory.note("empty files")
            default: return .item(try items.rejected(member.path, error.reason))
            }
            return .onward
        }
        switch look {
        case .end: break
        case .item(var item):
            defer { current = member }
            if case .failure = item.content { item.keepEvidence(in: buffer.window) }
            format = member.content.format
            return .item(try items.numbered(item, in: member.path, format: format))
        case .needsMore:
            current = member
            buffer.discard(before: member.content.cursor.offset)
            var source = StreamSource(stream: member.stream)
            try buffer.fill(from: &source, upTo: member.content.longestWindow)
        case .other(let kind):
            guard kind.isMedium else { return .item(try items.rejected(member.path, .kind(kind))) }
            inventory.note(kind.plural)
        case .container(let kind):
            let stream = RestoredStream(
                [UInt8](buffer.window.bytes), then: member.stream, failing: buffer.takeFailure())
            try open(kind, in: stream, origin: member.content.origin, path: member.path)
        }
        return .onward
    }

    private func open(
        _ kind: ContainerKind, in stream: any ByteStream, origin: Document.Origin, path: String?
    ) throws(StreamFault) {
        guard levels.count < limits.containerDepth else {
            throw StreamFault(keeping: levels.count, reason: .nestedTooDeep(limits.containerDepth))
        }
        let container: any Container =
            switch kind {
            case .packed(.gzip):
                try GzipContainer(
                    in: stream, level: levels.count, expansion: expansion, origin: origin)
            case .packed(let packing):
                try ArchiveContainer(
                    packing, in: stream, level: levels.count, expansion: expansion, origin: origin)
            case .warc: WARCContainer(in: stream, level: levels.count)
            case .arc: ARCContainer(in: stream, level: levels.count)
            case .encoded(let encoding):
                try encoded(encoding, stream, origin)
            }
        levels.append(Level(container: container, path: path))
    }

    private func encoded(
        _ encoding: CharacterEncoding, _ stream: any ByteStream, _ origin: Document.Origin
    ) throws(StreamFault) -> EncodedContainer {
        guard let text = EncodedContainer(encoding, in: stream, origin: origin) else {
            throw StreamFault(keeping: levels.count, reason: .encoding(encoding.name))
        }
        return text
    }

    /// What a fault leaves is read on. A fault of the file itself is thrown where nothing was given
    /// of it; else what was is good, and the fault is the last item.
    private func settle(_ fault: StreamFault) throws -> Progress {
        let path = fault.keeping < levels.count ? levels[fault.keeping].path : current?.path
        levels.removeLast(max(0, levels.count - fault.keeping))
        current = nil
        guard fault.keeping > 0 || items.count > 0 else {
            throw FileFault(fault.reason, isTruncation: fault.isTruncation)
        }
        let isTruncation = fault.isTruncation && fault.keeping <= 1
        return .item(try items.rejected(path, fault.reason, isTruncation: isTruncation))
    }
}

extension Reason {
    fileprivate static func nestedTooDeep(_ depth: Int) -> Reason {
        Reason(
            .tooDeep, what: "Containers lie in one another on more than \(depth) levels.",
            advice: "Unpack it and drop what is in it.")
    }
}
