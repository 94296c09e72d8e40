import CEncodings
import JSON

/// Turns a text in one encoding into UTF-8, a part at a time.
///
/// What stands for no character becomes U+FFFD, but for the bytes that Windows code pages leave
/// undefined from 0x80 to 0x9F: as in browsers they are the control characters of ISO 8859.
package final class TextDecoder {
    package let encoding: CharacterEncoding
    private let handle: OpaquePointer
    private var isAtBeginning = true
    /// How many characters were replaced.
    package private(set) var replaced = 0

    /// Nil where glibc does not have the encoding, or memory is out.
    package init?(_ encoding: CharacterEncoding) {
        guard let handle = wireroom_decoder_open(encoding.decoderName) else { return nil }
        self.encoding = encoding
        self.handle = handle
    }

    deinit { wireroom_decoder_close(handle) }

    /// The whole of a text, without a byte order mark.
    package static func decode(
        _ bytes: UnsafeRawBufferPointer, from encoding: CharacterEncoding
    ) -> (text: [UInt8], replaced: Int)? {
        guard let decoder = TextDecoder(encoding) else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        _ = decoder.decode(bytes, isLast: true, into: &text)
        return (text, decoder.replaced)
    }

    /// Appends what bytes stand for.
    /// - Parameter isLast: nothing comes after them, so that a character that is cut off at their
    ///   end is replaced.
    /// - Returns: how many bytes were taken; of the rest more must be seen.
    package func decode(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, into text: inout [UInt8]
    ) -> Int {
        if encoding == .utf8 { return decodeUTF8(bytes, isLast: isLast, into: &text) }
        var taken = 0
        withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 16) { room in
            while taken < bytes.count {
                var inCount = bytes.count - taken
                var outCount = room.count
                let result = wireroom_decode(
                    handle, bytes.baseAddress.map { $0 + taken }, &inCount, room.baseAddress,
                    &outCount)
                taken += inCount
                append(UnsafeRawBufferPointer(rebasing: room[..<outCount]), to: &text)
                switch result {
                case WIREROOM_DECODER_FULL: continue
                case WIREROOM_DECODER_INVALID:
                    taken += replace(
                        UnsafeRawBufferPointer(rebasing: bytes[taken...]), &text)
                case WIREROOM_DECODER_CUT:
                    guard isLast else { return }
                    taken = bytes.count
                    replaced += 1
                    append([0xEF, 0xBF, 0xBD], to: &text)
                default: return
                }
            }
        }
        return taken
    }

    /// As `decode`: what glibc takes for UTF-8 reaches beyond U+10FFFF.
    private func decodeUTF8(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, into text: inout [UInt8]
    ) -> Int {
        var start = 0
        var offset = 0
        while offset < bytes.count {
            let sequence = UTF8Validation.sequence(at: offset, in: bytes)
            if case .scalar(let length) = sequence {
                offset += length
                continue
            }
            append(UnsafeRawBufferPointer(rebasing: bytes[start..<offset]), to: &text)
            guard isLast || sequence == .invalid else { return offset }
            replaced += 1
            append([0xEF, 0xBF, 0xBD], to: &text)
            offset = sequence == .cut ? bytes.count : offset + 1
            start = offset
        }
        append(UnsafeRawBufferPointer(rebasing: bytes[start...]), to: &text)
        return bytes.count
    }

    private func append(_ bytes: some Collection<UInt8>, to text: inout [UInt8]) {
        guard isAtBeginning, !bytes.isEmpty else { return text.append(contentsOf: bytes) }
        isAtBeginning = false
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        text.append(contentsOf: hasMark ? Array(bytes.dropFirst(3)) : Array(bytes))
    }

    /// What stands for no character, and how long it is.
    private func replace(_ rest: UnsafeRawBufferPointer, _ text: inout [UInt8]) -> Int {
        let first = rest[0]
        if encoding.isSingleByte, (0x80...0x9F).contains(first) {
            append([0xC2, first], to: &text)
            return 1
        }
        replaced += 1
        append([0xEF, 0xBF, 0xBD], to: &text)
        if encoding.isSingleByte { return 1 }
        if encoding.unit > 1 { return min(encoding.unit, rest.count) }
        // A second byte that could be a character of its own is one.
        return first >= 0x80 && rest.count > 1 && rest[1] >= 0x80 ? 2 : 1
    }
}
