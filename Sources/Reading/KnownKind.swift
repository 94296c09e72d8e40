import JSON

/// Kinds of files that are often dropped and not read, by the bytes they begin with.
///
/// The signatures are those of the formats' own specifications, as listed in file(1)'s magic.
enum KnownKind {
    private static let signatures: [(bytes: [UInt8], kind: String)] = [
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF document"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (or a document in one, such as DOCX or EPUB)"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
        ([0x1F, 0x8B], "gzip-compressed"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd-compressed"),
        ([0x42, 0x5A, 0x68], "bzip2-compressed"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz-compressed"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "a RAR archive"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
        ([0x47, 0x49, 0x46, 0x38], "a GIF image"),
        ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
        ([0x49, 0x44, 0x33], "an MP3 recording"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Microsoft Office document"),
        (Array("SQLite format 3\0".utf8), "an SQLite database"),
        // IPTC 7901 begins with SOH, ANPA 1312 with SYN SYN SOH.
        ([0x16, 0x16, 0x01], "a wire message (ANPA 1312)"),
        ([0x01], "a wire message (IPTC 7901)"),
    ]

    static func binary(_ head: UnsafeRawBufferPointer) -> String? {
        for (bytes, kind) in signatures where head.starts(with: bytes) {
            // Words of these letters may begin a text; the format has more to show.
            if bytes == [0x42, 0x5A, 0x68], !stands(in: head, [0x31, 0x41, 0x59], at: 4) {
                continue
            }
            if bytes == [0x49, 0x44, 0x33], head.count < 4 || head[3] > 4 { continue }
            if bytes == [0x47, 0x49, 0x46, 0x38], !stands(in: head, [0x61], at: 5) {
                continue
            }
            return kind
        }
        if stands(in: head, Array("ftyp".utf8), at: 4) { return "an MP4 or HEIF recording" }
        if stands(in: head, Array("ustar".utf8), at: 257) { return "a tar archive" }
        if head.starts(with: "RIFF".utf8), stands(in: head, Array("WEBP".utf8), at: 8) {
            return "a WebP image"
        }
        return nil
    }

    private static func stands(
        in head: UnsafeRawBufferPointer, _ bytes: [UInt8], at place: Int
    ) -> Bool {
        head.count >= place + bytes.count && head[place...].starts(with: bytes)
    }

    /// By the first characters after white space.
    static func text(_ start: UnsafeRawBufferPointer) -> String? {
        func begins(_ word: StaticString) -> Bool { contains(word, in: start, at: 0) }
        if begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") {
            return "an HTML page"
        }
        if begins("<?xml") || begins("<rss") || begins("<feed") || begins("<nitf")
            || begins("<newsml") || begins("<newsitem") || begins("<rdf:rdf")
        {
            return xml(start)
        }
        if begins("{\\rtf") { return "an RTF document" }
        if begins("WARC/1.") { return "a WARC web archive" }
        if begins("%!PS") { return "a PostScript document" }
        if begins("return-path:") || begins("delivered-to:") || begins("mime-version:") {
            return "an e-mail message"
        }
        return nil
    }

    private static func xml(_ start: UnsafeRawBufferPointer) -> String {
        let roots: [(StaticString, String)] = [
            ("<rss", "an RSS feed"), ("<feed", "an Atom feed"), ("<rdf:rdf", "an RSS 1.0 feed"),
            ("<nitf", "a NITF document"), ("<newsitem", "a NewsML-G2 document"),
            ("<newsmessage", "a NewsML-G2 document"), ("<newsml", "a NewsML document"),
            ("<html", "an XHTML page"),
        ]
        for index in 0..<start.count where start[index] == 0x3C {
            for (root, kind) in roots where contains(root, in: start, at: index) { return kind }
        }
        return "an XML document"
    }

    /// Without regard to case.
    private static func contains(
        _ word: StaticString, in bytes: UnsafeRawBufferPointer, at index: Int
    ) -> Bool {
        word.withUTF8Buffer { word in
            guard index + word.count <= bytes.count else { return false }
            for step in 0..<word.count {
                let byte = bytes[index + step]
                let wanted = word[step]
                guard byte == wanted || lowercased(byte) == lowercased(wanted) else { return false }
            }
            return true
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
