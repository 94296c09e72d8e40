import Articles

/// What a person calls a record by.
package enum RecordName: Sendable, Hashable, CustomStringConvertible {
    /// The first hex digits of an id, lower case: all 32, or at least ``leastDigits``.
    case id(digits: String)
    case place(RecordPlace)

    /// With fewer digits, too many records of a large archive would be meant.
    package static let leastDigits = 4

    /// From an id, the beginning of one, or `STREAM:SEQUENCE`; nil for anything else.
    package init?(_ text: String) {
        if let place = RecordPlace(text) {
            self = .place(place)
            return
        }
        let digits = text.lowercased()
        guard (Self.leastDigits...32).contains(digits.utf8.count),
            digits.utf8.allSatisfy({
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
            })
        else { return nil }
        self = .id(digits: digits)
    }

    package init(_ id: ContentID) { self = .id(digits: id.hex) }

    package var description: String {
        switch self {
        case .id(let digits): digits
        case .place(let place): place.description
        }
    }

    /// Whether no other id can be meant.
    var isWholeID: Bool {
        if case .id(let digits) = self { digits.utf8.count == 32 } else { false }
    }

    /// What the line of such a record holds, and where.
    var pattern: LinePattern {
        switch self {
        case .id(let digits): LinePattern(bytes: Array("{\"id\":\"\(digits)".utf8), offset: 0)
        case .place(let place):
            LinePattern(
                bytes: Array("\",\"sequence\":\(place.sequence),".utf8),
                offset: LinePattern.sequenceOffset)
        }
    }
}
