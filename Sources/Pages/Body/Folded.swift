import Markup

/// A text without what may differ where it is said twice: case, blanks, punctuation.
struct Folded: Equatable {
    private(set) var bytes: [UInt8] = []
    var count: Int { bytes.count }

    init(_ text: some Sequence<UInt8>) {
        for byte in text { add(byte) }
    }

    init(of node: Int, in tree: MarkupTree) {
        for inside in node..<tree.end(node) where tree.isText(inside) {
            for byte in tree.text(inside) { add(byte) }
        }
    }

    private mutating func add(_ byte: UInt8) {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, 0xC0...: bytes.append(byte)
        case 0x80..<0xC0:
            bytes.append(byte)
            dropPunctuation()
        case 0x41...0x5A: bytes.append(byte | 0x20)
        default: break
        }
    }

    /// Takes back what was added last where it is a sign: U+2000 to U+206F, U+3000 to U+301F, and
    /// those of Latin-1 below U+00C0.
    private mutating func dropPunctuation() {
        let count = bytes.count
        if count >= 3,
            bytes[count - 3] == 0xE2 && bytes[count - 2] <= 0x81
                || bytes[count - 3] == 0xE3 && bytes[count - 2] == 0x80 && bytes[count - 1] <= 0x9F
        {
            bytes.removeLast(3)
        } else if count >= 2, bytes[count - 2] == 0xC2 {
            bytes.removeLast(2)
        }
    }

    /// Whether one begins with the other, and it is not much shorter.
    func begins(_ other: Folded) -> Bool {
        count >= 12 && other.bytes.starts(with: bytes)
    }
}
