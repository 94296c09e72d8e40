import Articles

import Articles

/// The messages of a file in a format of the wires: a heading, a text, and what stands after it, each
/// begun by a control character.
struct WireMessage {
    /// Between start of heading and start of text.
    var heading: ArraySlice<UInt8>
    /// Up to the end of text.
    var text: ArraySlice<UInt8>
    /// After it.
    var trailer: ArraySlice<UInt8>
    /// On which it begins, from 1.
    var line: Int

    private static let startOfHeading: UInt8 = 0x01
    private static let startOfText: UInt8 = 0x02
    private static let endOfText: UInt8 = 0x03

    /// All messages of a file; the last may lack its end.
    static func messages(of bytes: UnsafeRawBufferPointer) -> (found: [WireMessage], isCut: Bool) {
        let bytes = Array(bytes)
        var found: [WireMessage] = []
        var isCut = false
        var at = bytes.firstIndex(of: startOfHeading)
        var line = 1
        var counted = 0
        while let start = at {
            for byte in bytes[counted..<start] where byte == 0x0A { line += 1 }
            counted = start
            let next = bytes[(start + 1)...].firstIndex(of: startOfHeading)
            let whole = bytes[(start + 1)..<(next ?? bytes.count)]
            let text = whole.firstIndex(of: startOfText) ?? whole.endIndex
            let end = whole[text...].firstIndex(of: endOfText)
            isCut = end == nil && text < whole.endIndex
            found.append(
                WireMessage(
                    heading: whole[..<text],
                    text: whole[text..<(end ?? whole.endIndex)].dropFirst(),
                    trailer: end.map { whole[($0 + 1)...] } ?? [], line: line))
            at = next
        }
        return (found, isCut)
    }

    /// The heading's lines, without control characters and blanks at their ends; none is empty.
    var headingLines: [String] { Self.lines(heading) }

    static func lines(_ bytes: ArraySlice<UInt8>) -> [String] {
        bytes.split { $0 == 0x0A || $0 == 0x0D }.compactMap { plain($0) }
    }

    /// A line as a string, control characters as blanks; nil where nothing is left.
    static func plain(_ line: ArraySlice<UInt8>) -> String? {
        let bytes = line.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }.trimmed
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}

extension Reason {
    static let cutMessage = Reason(
        .truncated, what: "A message has no end-of-text character.",
        advice: "The file was probably cut off: drop it again, whole.")
}
