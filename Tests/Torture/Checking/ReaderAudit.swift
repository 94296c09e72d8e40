/// Compares what readers saw while it happened with what the archive holds now.
struct ReaderAudit {
    private(set) var findings: [Finding] = []

    init(_ evidence: Evidence) {
        for stream in Evidence.streams {
            let newest = evidence.segments.last { $0.stream == stream }
            if newest?.inode != evidence.links[stream] {
                findings.append(
                    Finding(.layout, "\(stream).jsonl is not a hard link to the newest segment"))
            }
        }
        checkFollower(evidence)
        if let tailed = evidence.tailed {
            let articles = evidence.segments.filter { $0.stream == "articles" }
            let visible =
                evidence.mayTailMiss ? Self.segments(articles, seenIn: tailed) : articles
            compare(
                tailed, visible.flatMap(\.bytes), reader: "tail -F", of: "articles.jsonl")
        }
    }

    /// Those that a reader saw as a whole, in their order: each begins like no other.
    private static func segments(
        _ segments: [Evidence.Segment], seenIn bytes: [UInt8]
    ) -> [Evidence.Segment] {
        var position = 0
        return segments.filter { segment in
            let end = position + segment.bytes.count
            guard end <= bytes.count,
                Bytes.areEqual(Array(bytes[position..<end]), segment.bytes)
            else { return false }
            position = end
            return true
        }
    }

    private mutating func checkFollower(_ evidence: Evidence) {
        var seen = evidence.followed
        for segment in evidence.segments {
            let bytes = seen.removeValue(forKey: segment.name) ?? []
            compare(bytes, segment.bytes, reader: "the follower", of: segment.name.description)
        }
        for name in seen.keys {
            findings.append(Finding(.reader, "the follower saw \(name), which is gone"))
        }
    }

    private mutating func compare(
        _ seen: [UInt8], _ archived: [UInt8], reader: String, of name: String
    ) {
        if Bytes.areEqual(seen, archived) { return }
        let same = zip(seen, archived).prefix { $0 == $1 }.count
        let other = seen.dropFirst(same).prefix(20).map { byte in
            0x20..<0x7F ~= byte ? String(UnicodeScalar(byte)) : "\\\(byte)"
        }.joined()
        findings.append(
            Finding(
                .reader,
                "\(reader) saw \(seen.count) bytes of \(name), which has \(archived.count); "
                    + "the first \(same) are the same, then it saw \"\(other)\""))
    }
}
