/// Words by which the line under a picture names its source.
enum PictureCredit {
    private static let openings: [[UInt8]] = [
        "image:", "images:", "image credit", "photo:", "photos:", "photo by", "photo credit",
        "photograph:",
        "photo courtesy", "picture:", "pictures:", "foto:", "fotos:", "bild:", "bildquelle",
        "bildrechte",
        "quelle:", "credit:", "credits:", "image source", "crédit photo", "crédits", "© ", "(c) ",
        "photo -", "zdroj:", "fot.", "foto -", "写真", "rechte:", "copyright:", "graphic:", "video:",
    ].map { Array($0.utf8) }
    private static let inside: [[UInt8]] = [
        "bildrechte:", "(photo:", "(photo by", "photo by ", "(image:", "(foto:", "foto: ",
        "(bild:", "image credit:", "photo credit:", "(credit:", ". credit:", "| credit:",
        "/getty images", "getty images)",
        "/afp)", "/reuters)", "/ap)", "(ap photo", "(reuters/", "/shutterstock", " | getty",
        "| photo:",
        "(picture:", ". picture:", "| picture:", "picture alliance", "imago/", "/imago", "© ",
    ].map { Array($0.utf8) }

    static func isAtStart(of text: [UInt8]) -> Bool {
        let small = lowered(text.prefix(32))
        return openings.contains { small.starts(with: $0) }
    }

    /// Whether a short text ends with a credit.
    static func isIn(_ text: [UInt8], letters: Int) -> Bool {
        guard letters < 300 else { return false }
        let end = lowered(text.suffix(70))
        return inside.contains { end.containsBytes($0) } && !endsWithAgencies(end)
    }

    private static let agencies: Set<[UInt8]> = Set(
        """
        afp ap reuters dpa apa sda ats kna epd sid efe ep ansa agi lusa pap tass interfax belga anp ntb
        ritzau tt stt bns mti ctk tasr aa xinhua kyodo jiji yonhap pti ani upi cp pa aap jta bloomberg
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

    /// Whether a report's agencies stand in brackets behind it: "(dpa/AFP)".
    private static func endsWithAgencies(_ text: [UInt8]) -> Bool {
        guard text.last == 0x29, let open = text.lastIndex(of: 0x28) else { return false }
        let names = text[(open + 1)..<(text.count - 1)].split(whereSeparator: { byte in
            !(0x61...0x7A).contains(byte)
        })
        return !names.isEmpty && names.allSatisfy { agencies.contains(Array($0)) }
    }

    private static func lowered(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }
}
