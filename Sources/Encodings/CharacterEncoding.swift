/// An encoding of texts, by the name that people know it by.
package struct CharacterEncoding: Sendable, Hashable {
    /// As the Encoding Standard or IANA has it.
    package let name: String
    /// Glibc's name for what browsers take it for.
    let decoderName: String
    /// Bytes of its smallest character.
    let unit: Int
    /// Characters are of one byte each.
    let isSingleByte: Bool

    private init(_ name: String, _ decoderName: String, unit: Int = 1, isSingleByte: Bool = false) {
        self.name = name
        self.decoderName = decoderName
        self.unit = unit
        self.isSingleByte = isSingleByte
    }

    private static func single(_ name: String, _ decoderName: String) -> CharacterEncoding {
        CharacterEncoding(name, decoderName, isSingleByte: true)
    }

    static let utf8 = CharacterEncoding("UTF-8", "UTF-8")
    static let utf16LE = CharacterEncoding("UTF-16LE", "UTF-16LE", unit: 2)
    static let utf16BE = CharacterEncoding("UTF-16BE", "UTF-16BE", unit: 2)
    static let utf32LE = CharacterEncoding("UTF-32LE", "UTF-32LE", unit: 4)
    static let utf32BE = CharacterEncoding("UTF-32BE", "UTF-32BE", unit: 4)

    static let windows1250 = single("windows-1250", "CP1250")
    static let windows1251 = single("windows-1251", "CP1251")
    static let windows1252 = single("windows-1252", "CP1252")
    static let windows1253 = single("windows-1253", "CP1253")
    static let windows1254 = single("windows-1254", "CP1254")
    static let windows1255 = single("windows-1255", "CP1255")
    static let windows1256 = single("windows-1256", "CP1256")
    static let windows1257 = single("windows-1257", "CP1257")
    static let windows1258 = single("windows-1258", "CP1258")
    static let windows874 = single("windows-874", "CP874")
    static let iso8859_2 = single("ISO-8859-2", "ISO-8859-2")
    static let iso8859_3 = single("ISO-8859-3", "ISO-8859-3")
    static let iso8859_4 = single("ISO-8859-4", "ISO-8859-4")
    static let iso8859_5 = single("ISO-8859-5", "ISO-8859-5")
    static let iso8859_6 = single("ISO-8859-6", "ISO-8859-6")
    static let iso8859_7 = single("ISO-8859-7", "ISO-8859-7")
    static let iso8859_8 = single("ISO-8859-8", "ISO-8859-8")
    static let iso8859_10 = single("ISO-8859-10", "ISO-8859-10")
    static let iso8859_13 = single("ISO-8859-13", "ISO-8859-13")
    static let iso8859_14 = single("ISO-8859-14", "ISO-8859-14")
    static let iso8859_15 = single("ISO-8859-15", "ISO-8859-15")
    static let iso8859_16 = single("ISO-8859-16", "ISO-8859-16")
    static let koi8R = single("KOI8-R", "KOI8-R")
    static let koi8U = single("KOI8-U", "KOI8-RU")
    static let ibm866 = single("IBM866", "CP866")
    static let macintosh = single("macintosh", "MACINTOSH")
    static let macCyrillic = single("x-mac-cyrillic", "MAC-UK")

    static let gb18030 = CharacterEncoding("gb18030", "GB18030")
    static let big5 = CharacterEncoding("Big5", "BIG5-HKSCS")
    static let eucJP = CharacterEncoding("EUC-JP", "EUC-JP-MS")
    static let iso2022JP = CharacterEncoding("ISO-2022-JP", "ISO-2022-JP-3")
    static let shiftJIS = CharacterEncoding("Shift_JIS", "CP932")
    static let eucKR = CharacterEncoding("EUC-KR", "UHC")

    // Not in the Encoding Standard, and still met.
    static let iso2022KR = CharacterEncoding("ISO-2022-KR", "ISO-2022-KR")
    static let iso2022CN = CharacterEncoding("ISO-2022-CN", "ISO-2022-CN-EXT")
    static let eucTW = CharacterEncoding("EUC-TW", "EUC-TW")
    static let johab = CharacterEncoding("Johab", "JOHAB")
    static let ibm852 = single("IBM852", "CP852")
    static let ibm855 = single("IBM855", "CP855")
    static let ibm862 = single("IBM862", "CP862")
    static let ibm865 = single("IBM865", "CP865")
    static let viscii = single("VISCII", "VISCII")
    static let macCentralEurope = single("x-mac-ce", "MAC-CENTRALEUROPE")
}
