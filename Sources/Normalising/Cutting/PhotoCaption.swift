/// A caption that stands as a paragraph of its own. Its credit gives it away: without one, a caption
/// cannot be told from a sentence.
struct PhotoCaption: LineRule {
    let rule = Rule.caption
    let reach = Reach.anywhere

    /// The whole line is a credit.
    private static let labels = Phrases([
        "photo:", "photos:", "photo by ", "photos by ", "photograph:", "photograph by ",
        "photo courtesy ", "photo credit:", "photo credits:", "image:", "image by ",
        "image credit:", "image source:", "picture:", "picture by ", "picture credit:",
        "photo :", "crédit photo", "crédits photo", "photo d'archives", "foto:", "fotos:",
        "bild:", "bildquelle:", "imagen:", "фото:", "图片来源:", "图源:", "写真:", "写真提供:",
        "photo/", "foto/",
    ])
    private static let archive = Phrases([
        "file photo", "file picture", "file image", "archive photo", "archivbild", "archivfoto",
        "symbolbild", "foto de archivo", "imagen de archivo", "архивное фото", "資料写真", "资料图",
    ])
    /// What the bracket at a caption's end begins with.
    private static let brackets = Phrases([
        "photo", "ap photo", "image", "picture", "credit", "courtesy", "foto", "bild", "file",
        "ap/", "afp/", "reuters/", "epa/", "xinhua/", "getty", "screengrab", "screenshot", "фото",
        "写真", "图", "资料图", "撮影",
    ])
    private static let agencies = Phrases([
        "/getty", "getty images", "/reuters", "/afp", "/ap", "/epa", "via ap", "shutterstock",
        "/xinhua", "/dpa", "imago", "picture alliance",
    ])
    private static let credits = Phrases([
        " photo: ", " photograph: ", " credit: ", " picture: ", " image: ", " foto: ", " bild: ",
        " photo : ", " фото: ", " photo by ", " photograph by ", " ap photo/", " reuters/",
        " photo/", " afp/", " © ", " (c) ",
    ])
    private static let commaCredits = Phrases([
        ", image from ", ", image by ", ", image via ", ", image courtesy ", ", image: ",
        ", photo from ", ", photo by ", ", photo via ", ", photo courtesy ", ", photo: ",
        ", picture from ", ", picture by ", ", picture: ", ", photograph by ", ", photograph from ",
        ", screenshot from ", ", photo taken by ", ", foto: ", ", фото: ",
    ])
    private static let han = Phrases([" 摄", "摄影", "供图", "图源网络", "撮影", "写真提供"])

    func mayTake(_ passage: Passage) -> Bool {
        guard passage.count <= 450 else { return false }
        if passage.endsSentence { return passage.starts(with: "FILE PHOTO".utf8) }
        // A credit has a sign before it, or is in a script that marks it otherwise.
        return passage.contains { [0x28, 0x2C, 0x2F, 0x3A, 0x5B, 0xA9].contains($0) }
            || (passage.last ?? 0) >= 0x80 || Self.archive.mayBegin(passage)
            || Self.labels.mayBegin(passage) || passage.starts(with: "FILE ".utf8)
            || Self.credits.isContained(in: Folding.fold(passage))
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        guard line.printed.count <= 450, !line.isQuoted, !(place.previous?.endsWithColon ?? false),
            !place.isInLabelledList
        else { return false }
        let isArchive =
            Self.archive.prefix(of: Self.unbracketed(line.folded)) != nil
            || line.printed.starts(with: Array("FILE - ".utf8))
            || line.printed.starts(with: Array("FILE – ".utf8))
            || line.printed.starts(with: Array("FILE — ".utf8))
        if line.endsSentence {
            return isArchive && line.printed.starts(with: Array("FILE PHOTO: ".utf8))
        }
        return isArchive || isWholeCredit(line) || endsWithCredit(line)
    }

    private func isWholeCredit(_ line: Line) -> Bool {
        let folded = Self.unbracketed(line.folded)
        guard let label = Self.labels.prefix(of: folded), line.wordCount <= 12 else { return false }
        let value = line.printed.drop { $0 == 0x28 || $0 == 0x5B }.dropFirst(label)
        return Self.namesSomebody(value) || Agency.named(value.string) != nil
    }

    private func endsWithCredit(_ line: Line) -> Bool {
        if let bracket = Self.lastBracket(line.folded), line.wordCount <= 70 {
            let content = Array(line.folded[bracket])
            if Self.agencies.isSuffix(of: content) { return true }
            if let start = Self.brackets.prefix(of: content) {
                // "(file)" may stand alone, "(photo" is followed by a name.
                let rest = content[start...]
                return rest.isEmpty
                    || (rest.count <= 70 && [0x20, 0x3A, 0x2F].contains(rest.first ?? 0))
                    || content[start - 1] == 0x2F || !rest.allSatisfy { $0 < 0x80 }
            }
        }
        if let credit = Self.credits.position(in: line.folded) {
            return Self.isName(line, from: credit.upperBound)
        }
        if let credit = Self.commaCredits.position(in: line.folded) {
            return Self.isName(line, from: credit.upperBound)
        }
        return line.printed.count <= 150 && Self.han.isSuffix(of: line.folded.withoutStop)
    }

    /// Whether what follows is short and holds a name. Folding keeps the length of what is ASCII;
    /// the count from the end is right where the name is.
    private static func isName(_ line: Line, from index: Int) -> Bool {
        let value = line.printed.suffix(line.folded.count - index)
        return value.count > 1 && value.wordCount <= 10 && namesSomebody(value)
    }

    private static func namesSomebody(_ value: Passage) -> Bool {
        value.words.contains { $0.letterCase != .lower && ($0.first ?? 0) > 0x40 }
    }

    private static func unbracketed(_ folded: [UInt8]) -> [UInt8] {
        Array(folded.drop { $0 == 0x28 || $0 == 0x5B })
    }

    /// The inside of the bracket that ends a line.
    private static func lastBracket(_ folded: [UInt8]) -> Range<Int>? {
        guard let last = folded.last, last == 0x29 || last == 0x5D else { return nil }
        let opening: UInt8 = last == 0x29 ? 0x28 : 0x5B
        guard let start = folded.lastIndex(of: opening) else { return nil }
        return (start + 1)..<(folded.count - 1)
    }
}
