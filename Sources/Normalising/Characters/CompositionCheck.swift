/// Whether a scalar may be changed by Normalization Form C, told from its UTF-8 bytes alone.
///
/// It errs on the side of yes: a text without a yes is in NFC as it stands. Derived from
/// NFC_Quick_Check and Canonical_Combining_Class of the Unicode Character Database; scripts with
/// many combining marks (most of the E0 block and E1) are yes throughout.
enum CompositionCheck {
    @inline(__always)
    static func mayChange(_ lead: UInt8, _ second: UInt8) -> Bool {
        lead >= 0xCC && lead <= 0xDF
            && mayChangeTwoByte(lead, second)
    }

    private static func mayChangeTwoByte(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xCC, 0xCD: true  // Combining diacritics, Greek signs.
        case 0xCE: second == 0x87  // Greek ano teleia.
        case 0xD2: second >= 0x83 && second <= 0x87  // Cyrillic titlo and others.
        case 0xD6: second >= 0x91  // Hebrew points.
        case 0xD7: second <= 0x87
        case 0xD8: second >= 0x90 && second <= 0x9A  // Arabic marks.
        case 0xD9: (second >= 0x8B && second <= 0x9F) || second == 0xB0
        case 0xDB: second >= 0x96 && second <= 0xAD
        case 0xDC...0xDF: true  // Syriac, Thaana, N'Ko.
        default: false
        }
    }

    @inline(__always)
    static func mayChange(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        if lead >= 0xE4 && lead <= 0xE9 { return false }  // Han.
        switch lead {
        case 0xE0: return true
        case 0xE1: return !(second >= 0xB8 && second <= 0xBB)  // All but Latin Extended Additional.
        case 0xE2:
            switch second {
            case 0x83: return third >= 0x90
            case 0x84: return third == 0xA6 || third == 0xAA || third == 0xAB
            case 0x8C: return third == 0xA9 || third == 0xAA
            case 0xAB: return third == 0x9C
            case 0xB3, 0xB5, 0xB6, 0xB7: return true
            default: return false
            }
        case 0xE3:
            return (second == 0x80 && third >= 0xAA && third <= 0xAF)
                || (second == 0x82 && (third == 0x99 || third == 0x9A))
        case 0xEA: return second < 0xB0  // Before the Hangul syllables.
        case 0xEF:
            return (second >= 0xA4 && second <= 0xAC) || (second == 0xAD && third <= 0x8F)
                || (second == 0xB8 && third >= 0xA0)
        default: return false
        }
    }

    @inline(__always)
    static func mayChange(_ lead: UInt8, _ second: UInt8, _: UInt8, _: UInt8) -> Bool {
        lead == 0xF0 && second != 0x9F && (second < 0xA0 || second > 0xAE)
    }
}
