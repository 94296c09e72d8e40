import CYAML
import JSON
import Platform

/// The fields at the head of a text: YAML between lines of `---`, TOML between lines of `+++`, or an
/// object of JSON.
///
/// YAML is read by libyaml. A head that is none of its mappings, as `title: Ferry: late` is not, is
/// read line by line; so is TOML, of which heads of articles use plain keys, strings and lists.
struct FrontMatterFields {
    /// Where the text begins behind it; 0 where there is none.
    private(set) var end = 0
    /// The members of a JSON object, parted by commas.
    private var members: [UInt8] = []
    private(set) var hasHeadline = false

    /// A head is no longer.
    private static let longest = 64 << 10

    /// - Parameter text: valid UTF-8, from its beginning.
    init(_ text: UnsafeRawBufferPointer) {
        let head = text.part(0..<min(text.count, Self.longest))
        if head.starts(with: "---".utf8), let inside = Self.fenced(head, by: 0x2D) {
            let lines = head.part(inside.range)
            take(Self.yaml(lines) ?? FlatFields.json(of: lines, separator: 0x3A))
            end = inside.end
        } else if head.starts(with: "+++".utf8), let inside = Self.fenced(head, by: 0x2B) {
            take(FlatFields.json(of: head.part(inside.range), separator: 0x3D))
            end = inside.end
        } else if head.first == 0x7B, let last = JSONScanner.endOfValue(in: head, from: 0) {
            take(Array(head.part(0..<last)))
            end = last
        }
        // What begins a text with a line of dashes and has no field is the text's.
        if members.isEmpty { end = 0 }
    }

    var hasFields: Bool { !members.isEmpty }

    /// The fields as members of the object that is open.
    func write(to writer: inout JSONWriter) { writer.raw(members) }

    /// Takes over a JSON object.
    private mutating func take(_ json: [UInt8]) {
        var parser = JSONParser()
        do {
            hasHeadline = try parser.parse(json) { object in
                object.members.contains { key, value in
                    ArticleField.meaning(of: key)?.field == .headline
                        && value.isUsable(as: .headline)
                }
            }
        } catch {
            // A broken object is a part of the text.
            return
        }
        guard let open = json.firstIndex(of: 0x7B), let close = json.lastIndex(of: 0x7D),
            open < close
        else { return }
        let inside = json[(open + 1)..<close]
        if inside.contains(where: { !JSONScanner.isSpace($0) }) { members = Array(inside) }
    }

    /// What stands between the first line and the next one of only the same marks.
    private static func fenced(
        _ head: UnsafeRawBufferPointer, by mark: UInt8
    ) -> (range: Range<Int>, end: Int)? {
        var start = 0
        var first: Int?
        while start < head.count {
            let next = head.firstIndex(ofByte: 0x0A, from: start).map { $0 + 1 } ?? head.count
            var line = head[start..<next]
            while let last = line.last, last <= 0x20 { line = line.dropLast() }
            let isFence =
                line.count == 3
                && (line.allSatisfy { $0 == mark }
                    || (mark == 0x2D && first != nil && line.allSatisfy { $0 == 0x2E }))
            if let first, isFence { return (first..<start, next) }
            guard first != nil || isFence else { return nil }
            if first == nil { first = next }
            start = next
        }
        return nil
    }

    private static func yaml(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
        var fields = wireroom_yaml_fields(start, bytes.count)
        defer { wireroom_fields_free(&fields) }
        guard let json = fields.json else { return nil }
        return Array(UnsafeBufferPointer(start: json, count: fields.count))
    }
}
