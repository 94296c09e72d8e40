/// The percent-encoding of addresses, in one form of each (RFC 3986, section 6.2.2): what needs none
/// has none, what needs one has it, in capitals.
enum PercentEncoding {
    static func normalised(_ bytes: ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            if byte == 0x25, at + 2 < bytes.endIndex, let high = digit(bytes[at + 1]),
                let low = digit(bytes[at + 2])
            {
                let value = high << 4 | low
                if isUnreserved(value) { out.append(value) } else { escape(value, into: &out) }
                at += 3
                continue
            }
            // A percent sign that is none, and what may not stand in an address at all.
            if byte == 0x25 || byte >= 0x80 || isForbidden(byte) {
                escape(byte, into: &out)
            } else {
                out.append(byte)
            }
            at += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The bytes that a text stands for, as UTF-8; nil where they are none.
    static func decoded(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0x25, at + 2 < bytes.count, let high = digit(bytes[at + 1]),
                let low = digit(bytes[at + 2])
            {
                out.append(high << 4 | low)
                at += 3
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return String(validating: out, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: true
        default: false
        }
    }

    private static func escape(_ byte: UInt8, into out: inout [UInt8]) {
        out += [0x25, capital(byte >> 4), capital(byte & 0xF)]
    }

    private static func capital(_ value: UInt8) -> UInt8 {
        value < 10 ? value + 0x30 : value + 0x37
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
