import Articles

/// Recognises the wire formats that begin with control characters.
enum WireStart {
    private static let startOfHeading: UInt8 = 0x01
    private static let startOfText: UInt8 = 0x02
    private static let idle: UInt8 = 0x16

    /// The format of what begins so; nil for others.
    static func format(_ head: UnsafeRawBufferPointer) -> Format? {
        var at = 0
        // Lines of teletypes begin with idling, or with feeds and deletes.
        while at < min(head.count, 16), isFiller(head[at]) { at += 1 }
        guard at < head.count, head[at] == startOfHeading else { return nil }
        let rest = head.part(at..<head.count)
        guard let text = rest.firstIndex(ofByte: startOfText) else { return nil }
        return rest.part(0..<text).contains(where: isControlOfANPA) ? .anpa1312 : .iptc7901
    }

    /// ANPA's service letter and number end with a unit separator, and its heading has device
    /// controls; the other's has neither.
    private static func isControlOfANPA(_ byte: UInt8) -> Bool {
        byte == 0x1F || (0x11...0x14).contains(byte)
    }

    private static func isFiller(_ byte: UInt8) -> Bool {
        byte == idle || byte == 0x0D || byte == 0x0A || byte == 0x7F
    }
}
