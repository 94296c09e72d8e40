import Articles
import Encodings

/// Brings the text of a part into UTF-8.
enum MailCharset {
    /// - Parameter charset: the label that the part gives itself, which may be wrong or unknown: what
    ///   the bytes show beyond doubt goes before it, and what they look like after it.
    static func utf8(_ bytes: UnsafeRawBufferPointer, charset: String?) -> [UInt8] {
        if let wide = EncodingSigns.wide(in: bytes.part(0..<min(bytes.count, 4096))),
            let decoded = TextDecoder.decode(bytes, from: wide)
        {
            return decoded.text
        }
        var origin = Document.Origin()
        origin.charset = charset
        do throws(Reason) {
            if let decoded = try TextForm(origin: origin, hints: FeedHints()).decoded(bytes) {
                return decoded.bytes
            }
        } catch {
            // In no encoding: what is UTF-8 of it. The rest of the message may be whole.
            return Array(String(decoding: bytes, as: UTF8.self).utf8)
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return Array(hasMark ? bytes.part(3..<bytes.count) : bytes)
    }
}
