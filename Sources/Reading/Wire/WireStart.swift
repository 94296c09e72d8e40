import Articles

/// Recognises the wire formats that begin with control characters.
enum WireStart {
    private static let startOfHeading: UInt8 = 0x01
    private static let idle: UInt8 = 0x16

    /// The format of what begins so; nil for others.
    static func format(_ head: UnsafeRawBufferPointer) -> Format? {
        var at = 0
        // Lines of teletypes begin with idling, or with feeds and deletes.
        while at < min(head.count, 16), isFiller(head[at]) { at += 1 }
        guard at < head.count, head[at] == startOfHeading else { return nil }
        guard head.part(at..<head.count).contains(0x02) else { return nil }
        if head[..<at].contains(idle) { return .anpa1312 }
        // ANPA's service letter and number end with a unit separator.
        return head.part(at..<min(head.count, at + 12)).contains(0x1F) ? .anpa1312 : .iptc7901
    }

    private static func isFiller(_ byte: UInt8) -> Bool {
        byte == idle || byte == 0x0D || byte == 0x0A || byte == 0x7F
    }
}
