import Articles
import JSON

/// Reads the articles of one file after another, whatever its format, and whatever it is packed in.
///
/// One instance belongs to one thread, which keeps it: its memory is reused from file to file.
/// ```swift
/// var reader = FileReader(limits: limits)
/// reader.open(name: "today.jsonl")
/// while let item = try reader.next(from: &source) { … }
/// ```
package struct FileReader: ~Copyable {
    private let limits: ReadingLimits
    private var parser: JSONParser
    private var buffer = InputBuffer()
    private var beginning = Cursor()
    private var hints = FeedHints()
    /// Of the file itself.
    private var content: ContentReader
    /// What is in the file, where it is a container.
    private var members: MemberReader?

    package init(limits: ReadingLimits = ReadingLimits()) {
        self.limits = limits.usable
        parser = JSONParser(depth: limits.depth)
        content = ContentReader(limits: self.limits)
    }

    /// Turns to another file.
    /// - Parameters:
    ///   - name: its name, which is a hint at its format where its content leaves that open.
    ///   - hints: what is known of its feed.
    ///   - cursor: where reading was left before; the source must give what follows
    ///     `cursor.offset`.
    package mutating func open(
        name: String, hints: FeedHints = FeedHints(), resumingAt cursor: Cursor = Cursor()
    ) {
        beginning = cursor
        self.hints = hints
        members = nil
        var origin = Document.Origin()
        origin.name = name
        content = ContentReader(
            limits: limits, origin: origin, hints: hints, resumingAt: cursor)
        buffer.reset(at: cursor.offset)
    }

    /// The format, once the first item was asked for and unless that failed; of what is in a
    /// container, that of the last item.
    package var format: Format? { members == nil ? content.format : members?.format }

    /// Whether the file is a container, whose articles may be more than its size lets expect.
    package var isContainer: Bool { members != nil }

    /// Where reading goes on, after an item.
    package var cursor: Cursor { members?.cursor ?? content.cursor }

    /// The next item of a file that is in memory as a whole; nil at its end.
    ///
    /// Nothing of `file` is kept: the same bytes are to be given each time.
    package mutating func next(in file: UnsafeRawBufferPointer) throws(FileFault) -> Item? {
        if members == nil {
            let window = Window(bytes: file, offset: 0, isLast: true)
            switch try content.look(at: window, using: &parser) {
            case .item(let item): return formatted(item)
            case .needsMore, .end: return nil
            case .container(let kind): members = container(kind)
            case .other(let kind): throw FileFault(.kind(kind))
            }
        }
        do {
            return try members?.next(in: file, using: &parser, &buffer)
        } catch let fault as FileFault {
            throw fault
        } catch {
            throw FileFault(Reason(.damaged, what: "\(error)", advice: "Drop it again."))
        }
    }

    /// The next item of a file that is read as needed; nil at its end.
    /// - Throws: `FileFault`, and what the source throws.
    package mutating func next(from source: inout some ByteSource & ~Copyable) throws -> Item? {
        while members == nil {
            switch try content.look(at: buffer.window, using: &parser) {
            case .item(let item): return formatted(item)
            case .end: return nil
            case .needsMore:
                buffer.discard(before: cursor.offset)
                try buffer.fill(from: &source, upTo: content.longestWindow)
            case .other(let kind): throw FileFault(.kind(kind))
            case .container(let kind):
                members = container(kind, beginningWith: [UInt8](buffer.window.bytes))
            }
        }
        return try members?.next(from: &source, using: &parser, &buffer)
    }

    private func formatted(_ item: Item) -> Item {
        var item = item
        if item.format == nil { item.format = content.format }
        return item
    }

    private func container(
        _ kind: ContainerKind, beginningWith read: [UInt8] = []
    ) -> MemberReader {
        MemberReader(
            of: kind, beginningWith: read, origin: content.origin, hints: hints, limits: limits,
            resumingAt: beginning)
    }
}
