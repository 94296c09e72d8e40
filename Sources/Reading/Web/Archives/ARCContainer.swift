import Articles

/// An ARC, the Internet Archive's format before WARC: a line for each response, its length last.
final class ARCContainer: Container {
    private let input: RecordInput
    private let level: Int
    private var block: RecordStream?
    /// What the line of a record says, read and not taken yet.
    private var head: Head?

    private struct Head {
        let url: String
        let date: String
        let length: UInt64

        /// Address, IP address, date and type, in later versions more, and the length.
        /// - Returns: nil for what is no such line.
        init?(_ line: [UInt8]) {
            let fields = line.split(separator: 0x20)
            guard fields.count >= 5, let last = fields.last,
                let length = UInt64(String(decoding: last, as: UTF8.self)),
                // Addresses may hold blanks.
                let date = fields.dropFirst(2).firstIndex(where: Self.isDate)
            else { return nil }
            url = fields[..<(date - 1)].map { String(decoding: $0, as: UTF8.self) }
                .joined(separator: " ")
            self.date = String(decoding: fields[date], as: UTF8.self)
            self.length = length
            guard url.contains(":") else { return nil }
        }

        /// Year to second, 14 digits.
        private static func isDate(_ field: ArraySlice<UInt8>) -> Bool {
            (12...18).contains(field.count) && field.allSatisfy(\.isDigit)
        }
    }

    /// - Parameter level: how many containers it lies in.
    init(in source: any ByteStream, level: Int) {
        input = RecordInput(source)
        self.level = level
    }

    func next() throws -> Member? {
        if let block = block.take() { try block.finish() }
        if head == nil {
            var isDamaged = false
            (head, isDamaged) = try nextHead()
            if isDamaged { return .damagedRecord("It does not say how long it is, or wrong.") }
        }
        guard let head = head.take() else { return nil }
        let block = RecordStream(input, length: head.length, level: level)
        self.block = block
        var origin = Document.Origin()
        origin.url = head.url
        var member = Member(
            name: head.url, origin: origin, content: .passedOver("records without a page"))
        if head.url.hasPrefix("http://") || head.url.hasPrefix("https://") {
            try WebRecord.readResponse(block, into: &member)
        }
        return member
    }

    /// The next line that begins a record, and whether anything else stood before it.
    private func nextHead() throws -> (head: Head?, isDamaged: Bool) {
        var isDamaged = false
        while let line = try input.line(upTo: 16 << 10) {
            if let head = Head(line) { return (head, isDamaged) }
            if !line.isEmpty { isDamaged = true }
        }
        return (nil, isDamaged)
    }
}
