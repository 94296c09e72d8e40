import Platform

/// What the scanner asks of a scalar beyond ASCII.
enum ScalarKind {
    case letter(lowercase: UInt32, isUpper: Bool)
    /// A vowel sign or accent: part of the word it stands in.
    case mark
    case digit(UInt64)
    /// A character of a script that is written without spaces between words.
    case ideograph
    case apostrophe
    /// Soft hyphens and joiners, which are not there to a reader.
    case invisible
    /// Ends a sentence or opens a quotation.
    case sentenceBreak
    case separator
}

enum Scripts {
    /// Zeros of the decimal digits in use, ten in a row each (Unicode, DerivedNumericType).
    private static let zeros: [UInt32] = [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
        0x0D66, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10,
    ]

    static func kind(of scalar: UInt32) -> ScalarKind {
        // Cyrillic makes up whole texts and its letters are regular: no table is needed for them.
        if scalar >= 0x0410, scalar <= 0x044F {
            let isUpper = scalar < 0x0430
            return .letter(lowercase: isUpper ? scalar + 0x20 : scalar, isUpper: isUpper)
        }
        switch scalar {
        case 0x2019, 0x02BC, 0xFF07: return .apostrophe
        case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF: return .invisible
        case 0x3002, 0xFF01, 0xFF1F, 0x0964, 0x06D4, 0x061F, 0x2026, 0x201C, 0x201E, 0x00AB,
            0x300C, 0x300E, 0x2022:
            return .sentenceBreak
        default: break
        }
        let category = UnicodeData.category(of: scalar)
        switch category {
        case 9:
            for zero in zeros where scalar >= zero && scalar < zero + 10 {
                return .digit(UInt64(scalar - zero))
            }
            return .letter(lowercase: scalar, isUpper: false)
        case 1, 3: return .letter(lowercase: UnicodeData.lowercase(scalar), isUpper: true)
        case 2, 4, 5, 10, 11:
            return isUnspaced(scalar) ? .ideograph : .letter(lowercase: scalar, isUpper: false)
        case 6, 7, 8: return isUnspaced(scalar) ? .ideograph : .mark
        default: return .separator
        }
    }

    /// Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar.
    private static func isUnspaced(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
