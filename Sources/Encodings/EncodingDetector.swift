import CEncodings
import JSON

/// Finds out what encoding a text is in that may be no plain UTF-8.
package enum EncodingDetector {
    /// So much of a text is looked at, from where ASCII ends.
    private static let sampleBytes = 256 << 10

    /// - Parameters:
    ///   - text: without NUL bytes.
    ///   - declared: what its surroundings and the text itself say of it, the best first.
    /// - Returns: nil for valid UTF-8 without escapes.
    package static func encoding(
        of text: UnsafeRawBufferPointer, declared: [CharacterEncoding]
    ) -> CharacterEncoding? {
        if let encoding = EncodingSigns.escaped(in: text) { return encoding }
        if UTF8Validation.isValid(text) { return nil }
        let sample = sample(of: text)
        if isDamagedUTF8(sample) { return .utf8 }
        for encoding in declared where encoding != .utf8 && fits(encoding, sample) {
            return encoding
        }
        return guess(sample) ?? .windows1252
    }

    /// Where it is not ASCII: that alone tells something.
    private static func sample(of text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let first = text.firstIndex { $0 >= 0x80 } ?? 0
        // From the beginning of a line, or at least not far before.
        let start = max(0, first - 1024)
        return UnsafeRawBufferPointer(rebasing: text[start...].prefix(sampleBytes))
    }

    /// Nearly all that is not ASCII is UTF-8, which no other encoding is by chance.
    private static func isDamagedUTF8(_ sample: UnsafeRawBufferPointer) -> Bool {
        var good = 0
        var bad = 0
        var offset = 0
        while offset < sample.count {
            if sample[offset] < 0x80 {
                offset += 1
                continue
            }
            switch UTF8Validation.sequence(at: offset, in: sample) {
            case .scalar(let length):
                good += 1
                offset += length
            case .cut: return good >= 8 && bad * 8 <= good
            case .invalid:
                bad += 1
                offset += 1
            }
        }
        return good >= 8 && bad * 8 <= good
    }

    /// Whether what is not ASCII in it are characters of the encoding, but for damage.
    private static func fits(
        _ encoding: CharacterEncoding, _ sample: UnsafeRawBufferPointer
    ) -> Bool {
        guard let (_, replaced) = TextDecoder.decode(sample, from: encoding) else { return false }
        return replaced * 50 <= sample.count { $0 >= 0x80 } + 50
    }

    private static func guess(_ sample: UnsafeRawBufferPointer) -> CharacterEncoding? {
        // What is ASCII but for quotation marks and dashes says nothing of its language.
        if isPunctuation(sample) { return .windows1252 }
        var name = [CChar](repeating: 0, count: 64)
        wireroom_guess_encoding(sample.baseAddress, sample.count, &name, name.count)
        let label = String(
            decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let guess = CharacterEncoding(label: label), guess.unit == 1, guess != .utf8 else {
            return isJohab(sample) ? .johab : nil
        }
        switch guess {
        // The same letters in the same places, with commas below for cedillas; hardly ever met.
        case .iso8859_16: return .windows1250
        case .windows1253 where isISOGreek(sample): return .iso8859_7
        default: return fits(guess, sample) ? guess : nil
        }
    }

    /// Whether all that is not ASCII is what Windows has for quotation marks, dashes and dots, in
    /// the same places in all its code pages.
    private static func isPunctuation(_ sample: UnsafeRawBufferPointer) -> Bool {
        sample.allSatisfy {
            switch $0 {
            case 0...0x7F, 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x9B, 0xA0: true
            default: false
            }
        }
    }

    /// Greek of ISO 8859-7 has its capital alpha with an accent where Windows has a pilcrow.
    private static func isISOGreek(_ sample: UnsafeRawBufferPointer) -> Bool {
        sample.contains(0xB6) && !sample.contains { (0x80...0x9F).contains($0) || $0 == 0xA2 }
    }

    /// Korean of the nineties, which uchardet does not know: all of it must be characters, and most
    /// of these syllables.
    private static func isJohab(_ sample: UnsafeRawBufferPointer) -> Bool {
        guard let (text, replaced) = TextDecoder.decode(sample, from: .johab),
            replaced <= 1
        else { return false }
        var syllables = 0
        var others = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where !scalar.isASCII {
            if (0xAC00...0xD7A3).contains(scalar.value) { syllables += 1 } else { others += 1 }
        }
        return syllables > others
    }
}
