import Articles

/// What records of WARC and ARC have in common.
enum WebRecord {
    /// An identity or address, which some write in angle brackets.
    static func bare(_ value: String) -> String {
        value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
    }

    /// Reads the head of a response, and says what its body is.
    static func readResponse(_ block: RecordStream, into member: inout Member) throws {
        let input = RecordInput(block)
        guard let first = try input.line(upTo: 16 << 10), first.starts(with: "HTTP/".utf8) else {
            member.content = .passedOver("records without a page")
            return
        }
        let head = try HTTPHead(first) { try input.line(upTo: $0) }
        let isWhole =
            head.value("transfer-encoding") == nil && head.value("content-encoding") == nil
        if isWhole, let length = head.value("content-length").flatMap({ UInt64($0) }) {
            block.isEnough = input.taken.addingReportingOverflow(length).partialValue
        }
        let type = MediaType(head.value("content-type") ?? "")
        member.origin.mediaType = type.name
        member.origin.charset = type.charset
        guard let status = head.status, (200...203).contains(status) else {
            member.content = .passedOver("responses without a page")
            return
        }
        guard type.isPage else {
            member.content = .passedOver("responses that are no page")
            return
        }
        var body: any ByteStream = InputStream(input)
        if head.value("transfer-encoding")?.lowercased().contains("chunked") ?? false {
            body = ChunkedStream(body)
        }
        switch head.value("content-encoding")?.lowercased() {
        case "br": member.content = .refused(.brotli)
        case "deflate": member.content = .stream(InflatedStream(body) ?? body)
        // What is gzip is seen to be; some archives keep this header of what they have unpacked.
        default: member.content = .stream(body)
        }
    }

    /// The rest of what a head was read of.
    private final class InputStream: ByteStream {
        private let input: RecordInput

        init(_ input: RecordInput) { self.input = input }

        func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
            try input.read(into: buffer, upTo: .max)
        }
    }
}

extension Reason {
    fileprivate static let brotli = Reason(
        .unsupportedKind, what: "The page is compressed by Brotli, which is not read.",
        advice: "Record it without, or with gzip.")
}
