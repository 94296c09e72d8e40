import Encodings
import JSON

/// Whatever the bytes and whatever the encoding, what comes out is UTF-8, and the same whether they
/// are decoded at once or, as UTF-16 and UTF-32 are, in parts.
enum EncodingProperties {
    static func check(_ bytes: [UInt8]) throws {
        let encodings = CharacterEncoding.labelled.sorted { $0.name < $1.name }
        let encoding = encodings[Int(bytes.first ?? 0) % encodings.count]
        let text = Array(bytes.dropFirst())
        let whole = try decoded(text, from: encoding, cutAt: text.count)
        try require(
            whole.withUnsafeBytes { UTF8Validation.isValid($0) }, "\(encoding.name): no UTF-8")
        // Of others a text is never decoded in parts: their decoders find their way again elsewhere.
        if encoding.name.hasPrefix("UTF-") {
            let parts = try decoded(text, from: encoding, cutAt: text.count / 2)
            try require(whole == parts, "\(encoding.name): \(parts) in parts, and not \(whole)")
        }
        text.withUnsafeBytes { text in
            _ = EncodingSigns.wide(in: text)
            let declared = DeclaredEncoding.encoding(inMarkup: text).map { [$0] } ?? []
            _ = EncodingDetector.encoding(of: text, declared: declared)
        }
    }

    private static func decoded(
        _ text: [UInt8], from encoding: CharacterEncoding, cutAt cut: Int
    ) throws -> [UInt8] {
        guard let decoder = TextDecoder(encoding) else {
            throw Violation(description: "\(encoding.name) cannot be decoded")
        }
        var out: [UInt8] = []
        let taken = text.withUnsafeBytes {
            decoder.decode(
                UnsafeRawBufferPointer(rebasing: $0[..<cut]), isLast: cut == text.count, into: &out)
        }
        if cut < text.count {
            _ = text.withUnsafeBytes {
                decoder.decode(
                    UnsafeRawBufferPointer(rebasing: $0[taken...]), isLast: true, into: &out)
            }
        }
        return out
    }
}
