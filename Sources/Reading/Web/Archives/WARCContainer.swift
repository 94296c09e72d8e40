import Articles

/// A WARC (ISO 28500), whose records are responses of servers, and more: the pages are members.
///
/// Where a record is damaged, reading goes on at the next line that begins one.
final class WARCContainer: Container {
    private let input: RecordInput
    private let level: Int
    private var block: RecordStream?
    /// The first line of a record, read and not taken yet.
    private var line: [UInt8]?

    /// - Parameter level: how many containers it lies in.
    init(in source: any ByteStream, level: Int) {
        input = RecordInput(source)
        self.level = level
    }

    func next() throws -> Member? {
        if let block = block.take() { try block.finish() }
        if line == nil {
            var isDamaged = false
            (line, isDamaged) = try nextLine()
            if isDamaged { return .damagedRecord("It is longer than it says, or cut.") }
        }
        guard let line = line.take() else { return nil }
        let head = try HTTPHead(line) { try input.line(upTo: $0) }
        guard let length = head.value("content-length").flatMap({ UInt64($0) }) else {
            return .damagedRecord("It does not say how long it is.")
        }
        let block = RecordStream(input, length: length, level: level)
        self.block = block
        return try member(of: head, block)
    }

    /// The first line of the next record, and whether anything else stood before it.
    private func nextLine() throws -> (line: [UInt8]?, isDamaged: Bool) {
        var isDamaged = false
        while let line = try input.line(upTo: 16 << 10) {
            if line.starts(with: "WARC/".utf8) { return (line, isDamaged) }
            if !line.isEmpty { isDamaged = true }
        }
        return (nil, isDamaged)
    }

    private func member(of head: HTTPHead, _ block: RecordStream) throws -> Member? {
        let type = head.value("warc-type")?.lowercased() ?? ""
        var origin = Document.Origin()
        origin.url = head.value("warc-target-uri").map(WebRecord.bare)
        var member = Member(
            name: WebRecord.bare(head.value("warc-record-id") ?? origin.url ?? ""), origin: origin,
            content: .passedOver("records of the kind \(type)"))
        switch type {
        case "response" where head.value("content-type")?.hasPrefix("application/http") ?? true:
            try WebRecord.readResponse(block, into: &member)
        case "response", "resource":
            let type = MediaType(head.value("content-type") ?? "")
            member.origin.mediaType = type.name
            member.origin.charset = type.charset
            member.content =
                type.isPage ? .stream(block) : .passedOver("resources that are no page")
        default: break
        }
        return member
    }
}

extension Member {
    /// What stands for a record of a web archive that cannot be made out.
    static func damagedRecord(_ what: String) -> Member {
        Member(
            name: nil, origin: Document.Origin(),
            content: .refused(
                Reason(
                    .damaged, what: "A record of the web archive is damaged: \(what)",
                    advice: "Make the archive anew and drop it again.")))
    }
}
