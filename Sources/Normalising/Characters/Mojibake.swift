import Articles
import Platform

/// Mends UTF-8 that somebody took for Windows-1252 and wrote as UTF-8 again ("cafÃ©", "itâ€™s"),
/// also where that was done twice.
///
/// A run of characters beyond ASCII is such where its bytes in Windows-1252 are UTF-8. That is
/// certain where it holds for nearly all runs of a text, since accented letters by themselves never
/// are, and where what comes out is common: a letter of Latin-1, punctuation, or several letters of
/// another script. A single accident, such as "é »" with a no-break space, is left.
enum Mojibake {
    /// Nil where there is nothing to mend. Of ASCII it costs a search for one byte.
    static func mended(_ text: [UInt8]) -> [UInt8]? {
        guard isSuspect(text), let once = undone(text) else { return nil }
        guard isSuspect(once), let twice = undone(once) else { return once }
        return twice
    }

    static func mended(_ text: String) -> String? {
        guard text.utf8.contains(0xC3) else { return nil }
        return mended(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a character that could be the first byte of a sequence, U+00C2 to U+00F4, is
    /// followed at once by one that could be the next byte.
    private static func isSuspect(_ text: [UInt8]) -> Bool {
        var start = 0
        while let found = text[start...].firstIndex(ofByte: 0xC3) {
            start = found + 1
            guard found + 2 < text.count else { return false }
            switch text[found + 2] {
            case 0xC2, 0xC5, 0xC6, 0xCB, 0xE2:
                if (0x82...0xB4).contains(text[found + 1]) { return true }
            default: continue
            }
        }
        return false
    }

    private static func undone(_ text: [UInt8]) -> [UInt8]? {
        var mended: [UInt8] = []
        mended.reserveCapacity(text.count)
        var tally = Tally()
        var at = 0
        while at < text.count {
            guard text[at] >= 0x80 else {
                mended.append(text[at])
                at += 1
                continue
            }
            let end = text[at...].firstIndex { $0 < 0x80 } ?? text.count
            let run = text[at..<end]
            if let bytes = singleBytes(run), let original = String(validating: bytes, as: UTF8.self)
            {
                tally.note(original)
                mended += bytes
            } else {
                tally.others += 1
                mended += run
            }
            at = end
        }
        return tally.isCertain ? mended : nil
    }

    private struct Tally {
        var runs = 0
        /// Of these, what nobody would have written as it stood.
        var plain = 0
        /// Runs that are no such thing.
        var others = 0

        mutating func note(_ original: String) {
            runs += 1
            let scalars = original.unicodeScalars
            let isCommon = scalars.allSatisfy {
                (0xA0...0x17F).contains($0.value) || (0x2010...0x203A).contains($0.value)
                    || $0.value == 0x20AC || $0.value == 0x2122
            }
            let isWord =
                scalars.count >= 3
                && scalars.allSatisfy { (0x370...0x6FF).contains($0.value) || $0.value >= 0x3040 }
            if isCommon || isWord { plain += 1 }
        }

        var isCertain: Bool { plain > 0 && plain * 2 >= runs && others * 10 <= runs }
    }

    /// The bytes of a run in Windows-1252; nil where a character has none.
    private static func singleBytes(_ run: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
            if scalar.value <= 0xFF {
                bytes.append(UInt8(scalar.value))
            } else if let byte = windows1252[scalar.value] {
                bytes.append(byte)
            } else {
                return nil
            }
        }
        return bytes
    }

    /// Its characters from 0x80 to 0x9F, by the Encoding Standard's index of windows-1252.
    private static let windows1252: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
        0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
        0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
        0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
        0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
    ]
}

extension Draft {
    /// Mends its text and what is printed with it, and notes that in `extra`.
    mutating func mendMojibake() {
        var isMended = false
        func mend(_ field: inout String) {
            guard let mended = Mojibake.mended(field) else { return }
            field = mended
            isMended = true
        }
        func mend(_ field: inout String?) {
            guard var text = field else { return }
            mend(&text)
            field = text
        }
        if let text = Mojibake.mended(text) {
            self.text = text
            isMended = true
        }
        mend(&headline)
        mend(&summary)
        mend(&source)
        mend(&section)
        mend(&place)
        mend(&license)
        for index in bylines.indices { mend(&bylines[index]) }
        for index in keywords.indices { mend(&keywords[index]) }
        if isMended { extra.append(("mended", "mojibake")) }
    }
}
