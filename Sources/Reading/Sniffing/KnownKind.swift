/// A kind of files that is recognised and not read.
package struct KnownKind: Sendable, Equatable {
    /// After "It is", for people ("a PDF document").
    var described: String
    /// Where a container holds it beside articles it is passed over: nobody would read it.
    var isMedium = false
    /// How several are told ("images").
    var plural = ""

    static func image(_ name: String) -> KnownKind {
        KnownKind(described: name, isMedium: true, plural: "images")
    }

    static func recording(_ name: String) -> KnownKind {
        KnownKind(described: name, isMedium: true, plural: "recordings")
    }

    static func font(_ name: String) -> KnownKind {
        KnownKind(described: name, isMedium: true, plural: "fonts")
    }

    /// The signatures are those of the formats' own specifications, as listed in file(1)'s magic.
    private static let signatures: [(bytes: [UInt8], kind: KnownKind)] = [
        ([0x25, 0x50, 0x44, 0x46, 0x2D], KnownKind(described: "a PDF document")),
        ([0x50, 0x4B, 0x05, 0x06], KnownKind(described: "an empty ZIP archive")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], KnownKind(described: "a 7z archive")),
        ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], KnownKind(described: "a RAR archive")),
        ([0xFF, 0xD8, 0xFF], .image("a JPEG image")),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image("a PNG image")),
        ([0x47, 0x49, 0x46, 0x38], .image("a GIF image")),
        ([0x49, 0x49, 0x2A, 0x00], .image("a TIFF image")),
        ([0x4D, 0x4D, 0x00, 0x2A], .image("a TIFF image")),
        ([0x00, 0x00, 0x01, 0x00], .image("an icon")),
        ([0x49, 0x44, 0x33], .recording("an MP3 recording")),
        ([0x4F, 0x67, 0x67, 0x53, 0x00], .recording("an Ogg recording")),
        ([0x66, 0x4C, 0x61, 0x43, 0x00], .recording("a FLAC recording")),
        ([0x1A, 0x45, 0xDF, 0xA3], .recording("a Matroska recording")),
        ([0x77, 0x4F, 0x46, 0x46], .font("a font (WOFF)")),
        ([0x77, 0x4F, 0x46, 0x32], .font("a font (WOFF2)")),
        ([0x00, 0x01, 0x00, 0x00, 0x00], .font("a font (TrueType)")),
        ([0x4F, 0x54, 0x54, 0x4F, 0x00], .font("a font (OpenType)")),
        ([0x7F, 0x45, 0x4C, 0x46], KnownKind(described: "a program (ELF)")),
        ([0xCA, 0xFE, 0xBA, 0xBE, 0x00], KnownKind(described: "a compiled Java class")),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            KnownKind(described: "an old Microsoft Office document")
        ),
        (Array("SQLite format 3\0".utf8), KnownKind(described: "an SQLite database")),
    ]

    /// By the bytes a file begins with.
    static func binary(_ head: UnsafeRawBufferPointer) -> KnownKind? {
        for (bytes, kind) in signatures where head.starts(with: bytes) {
            // Words of these letters may begin a text; the format has more to show.
            if bytes == [0x49, 0x44, 0x33], head.count < 4 || head[3] > 4 { continue }
            if bytes == [0x47, 0x49, 0x46, 0x38], !head.stands([0x61], at: 5) { continue }
            if bytes.starts(with: [0x77, 0x4F, 0x46]), head.count < 5 || head[4] > 1 { continue }
            return kind
        }
        if head.stands(Array("ftyp".utf8), at: 4) { return .recording("an MP4 or HEIF recording") }
        if head.starts(with: "RIFF".utf8) {
            if head.stands(Array("WEBP".utf8), at: 8) { return .image("a WebP image") }
            if head.stands(Array("WAVE".utf8), at: 8) { return .recording("a WAVE recording") }
            if head.stands(Array("AVI ".utf8), at: 8) { return .recording("an AVI recording") }
        }
        if head.starts(with: "MZ".utf8), head.count >= 64, head[2...63].contains(0) {
            return KnownKind(described: "a program (Windows)")
        }
        return nil
    }

    /// By the first characters of a text after white space.
    static func text(_ start: UnsafeRawBufferPointer) -> KnownKind? {
        if start.begins("{\\rtf") { return KnownKind(described: "an RTF document") }
        if start.begins("%!PS") { return KnownKind(described: "a PostScript document") }
        return nil
    }
}

extension UnsafeRawBufferPointer {
    /// Whether these bytes stand at an index, which may lie beyond the end.
    func stands(_ bytes: [UInt8], at place: Int) -> Bool {
        place >= 0 && count - place >= bytes.count
            && self[place..<place + bytes.count].elementsEqual(bytes)
    }

    /// Whether it begins with a word, ASCII letters of both cases being the same.
    func begins(_ word: StaticString) -> Bool { has(word, at: 0) }

    /// The same, at an index.
    func has(_ word: StaticString, at index: Int) -> Bool {
        word.withUTF8Buffer { word in
            guard index >= 0, count - index >= word.count else { return false }
            for step in 0..<word.count {
                let byte = self[index + step]
                let wanted = word[step]
                guard byte == wanted || byte.lowercased == wanted.lowercased else { return false }
            }
            return true
        }
    }

    /// Whether a word stands anywhere in it, ASCII letters of both cases being the same.
    func contains(_ word: StaticString) -> Bool {
        let first = word.utf8Start.pointee.lowercased
        for index in 0..<Swift.max(0, count - word.utf8CodeUnitCount + 1)
        where self[index].lowercased == first && has(word, at: index) {
            return true
        }
        return false
    }
}

extension UInt8 {
    /// Of an ASCII letter.
    var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    var isDigit: Bool { (0x30...0x39).contains(self) }
}
