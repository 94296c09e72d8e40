import Articles
import JSON

/// What a JSON value says as a field of an article.
extension JSONValue {
    /// Whether the field can be had from it; blank strings count as absent.
    func isUsable(as field: ArticleField) -> Bool {
        switch field {
        case .text: isPlain || isParagraphs || renditions != nil
        case .headline, .summary: isPlain || renditions != nil
        case .guid, .published, .updated, .version, .embargoed: isPlain || kind == .number
        case .status: statusWord != nil
        case .urgency: unsigned != nil || string.flatMap { UInt64($0) } != nil
        case .url: isPlain || member("@id")?.isPlain ?? false
        case .dateline: isPlain || dateline != nil
        case .bylines, .source, .keywords, .section, .image, .place: hasName
        default: isPlain
        }
    }

    /// Whether it cannot be the field because of its type, not because it is empty.
    func isMisfit(as field: ArticleField) -> Bool {
        kind != .string && !(field == .text && kind == .array && elements.isEmpty)
    }

    /// A string that is not blank.
    private var isPlain: Bool {
        guard let utf8 else { return false }
        return JSONScanner.skipSpace(in: utf8, from: 0) < utf8.count
    }

    /// One of the words for whether an article may be used; other words have other meanings.
    var statusWord: ArticleStatus? { WireFields.status(plainString) }

    /// The address, or the identity that is one.
    var address: String? { plainString ?? member("@id")?.plainString }

    /// The string, unless it is blank.
    var plainString: String? { isPlain ? string : nil }

    private var isParagraphs: Bool {
        kind == .array && elements.allSatisfy { $0.kind == .string }
            && elements.contains { $0.isPlain }
    }

    /// A text, or an array of paragraphs, parted by an empty line.
    var paragraphs: [UInt8] {
        if let utf8 { return [UInt8](utf8) }
        var text: [UInt8] = []
        for paragraph in elements {
            guard let utf8 = paragraph.utf8 else { continue }
            if !text.isEmpty { text += [0x0A, 0x0A] }
            text += utf8
        }
        return text
    }

    /// Enough for any article; what is beyond them is in the file only.
    private static let mostNames = 1000

    /// A string, an object with a name (or, for an image, a URL), or an array of such.
    var names: [String] {
        switch kind {
        case .string: plainString.map { [$0] } ?? []
        case .object:
            nameMember?.plainString.map { [$0] } ?? []
        case .array:
            Array(
                elements.lazy.flatMap { $0.kind == .array ? [] : $0.names }
                    .prefix(Self.mostNames))
        default: []
        }
    }

    /// What an object is called: a person of schema.org or ninjs, a byline of agencies, an image.
    private var nameMember: JSONValue? {
        ["name", "byline", "by", "url"].lazy.compactMap { self.member(named: $0) }.first {
            $0.isPlain
        }
    }

    /// Whether there are `names`.
    private var hasName: Bool {
        switch kind {
        case .string: isPlain
        case .object: nameMember?.isPlain ?? false
        case .array: elements.contains { $0.kind != .array && $0.hasName }
        default: false
        }
    }

    /// An array of names, or a string of them parted by commas, which may be a list as Python or JSON
    /// print it.
    var keywords: [String] {
        guard kind == .string, let string else { return names }
        var list = string.utf8[...]
        let isPrinted = list.first == 0x5B && list.last == 0x5D
        if isPrinted { list = list.dropFirst().dropLast() }
        func isEdge(_ byte: UInt8) -> Bool {
            JSONScanner.isSpace(byte) || (isPrinted && (byte == 0x22 || byte == 0x27))
        }
        return list.split(separator: 0x2C, maxSplits: Self.mostNames).compactMap { part in
            let word = part.drop(while: isEdge)
            let trailing = word.reversed().prefix(while: isEdge).count
            let trimmed = String(word.dropLast(trailing))
            return trimmed?.isEmpty == false ? trimmed : nil
        }
    }

    /// The archive's own object; of a string the place is all there is to know yet.
    var dateline: Dateline? {
        if let printed = plainString {
            return Dateline(place: printed, date: nil, printed: printed)
        }
        guard kind == .object, let place = member("place")?.plainString else { return nil }
        return Dateline(
            place: place, date: member("date")?.plainString,
            printed: member("printed")?.plainString ?? place)
    }

    /// As a string for `extra`, cut to a limit; empty for what says nothing.
    func extra(limit: Int) -> String {
        switch kind {
        case .object, .array: return compact(limit: limit)
        case .string:
            guard let utf8 else { return "" }
            let end = UTF8Validation.boundary(notAfter: limit, in: utf8)
            return String(decoding: utf8[..<end], as: UTF8.self)
        default: return printed ?? ""
        }
    }

    var described: String { kind.described }
}

extension JSONValue.Kind {
    /// With its article, for people.
    var described: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }
}

extension Sequence {
    fileprivate var isEmpty: Bool { !contains { _ in true } }
}
