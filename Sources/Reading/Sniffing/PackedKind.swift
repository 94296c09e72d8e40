/// Tells containers by the bytes they begin with (RFC 1952, RFC 8878, the specifications of xz and
/// bzip2, APPNOTE.TXT, POSIX.1-2001 pax).
enum PackedKind {
    static func container(_ head: UnsafeRawBufferPointer) -> Packing? {
        if head.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
        if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || isSkippableFrame(head) { return .zstd }
        if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return .xz }
        // "BZh" and the size of blocks may begin a text; the number pi does not follow there.
        if head.starts(with: [0x42, 0x5A, 0x68]),
            head.stands([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4)
                || head.stands([0x17, 0x72, 0x45, 0x38, 0x50, 0x90], at: 4)
        {
            return .bzip2
        }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
        if head.stands(Array("ustar".utf8), at: 257) || isOldTar(head) { return .tar }
        return nil
    }

    /// What a ZIP archive is, where it is a document and not a container: by the names of its first
    /// entries, and the media type that OpenDocument and EPUB store in the first of them.
    static func document(inZIP head: UnsafeRawBufferPointer) -> KnownKind? {
        guard head.count > 30 else { return nil }
        let nameCount = Int(head[26]) | Int(head[27]) << 8
        let extraCount = Int(head[28]) | Int(head[29]) << 8
        let name = head.part(30..<min(head.count, 30 + nameCount))
        if name.elementsEqual("mimetype".utf8) {
            let rest = head.part(min(head.count, 30 + nameCount + extraCount)..<head.count)
            if rest.begins("application/epub+zip") { return KnownKind(described: "an EPUB book") }
            return KnownKind(described: "an OpenDocument file (such as ODT)")
        }
        if name.begins("META-INF/") { return KnownKind(described: "a Java archive") }
        let isOffice =
            name.elementsEqual("[Content_Types].xml".utf8) || name.begins("_rels/")
            || name.begins("docProps/") || name.begins("word/")
        guard isOffice else { return nil }
        if head.contains("word/") { return KnownKind(described: "a Word document (DOCX)") }
        if head.contains("xl/") { return KnownKind(described: "an Excel workbook (XLSX)") }
        if head.contains("ppt/") { return KnownKind(described: "a presentation (PPTX)") }
        return KnownKind(described: "a Microsoft Office document")
    }

    private static func isSkippableFrame(_ head: UnsafeRawBufferPointer) -> Bool {
        guard head.stands([0x2A, 0x4D, 0x18], at: 1), head[0] & 0xF0 == 0x50, head.count > 12 else {
            return false
        }
        let count = head.loadUnaligned(fromByteOffset: 4, as: UInt32.self).littleEndian
        return head.stands([0x28, 0xB5, 0x2F, 0xFD], at: 8 &+ Int(count))
    }

    /// From before POSIX: a name, octal numbers, and the checksum of the header.
    private static func isOldTar(_ head: UnsafeRawBufferPointer) -> Bool {
        guard head.count >= 512, head[0] >= 0x20, head[99] == 0 else { return false }
        var stated = 0
        var digits = 0
        for byte in head[148..<156] {
            if (0x30...0x37).contains(byte) {
                stated = stated << 3 | Int(byte - 0x30)
                digits += 1
            } else if byte != 0x20, byte != 0 {
                return false
            }
        }
        guard digits > 0 else { return false }
        var sum = 8 * 0x20
        for index in 0..<512 where !(148..<156).contains(index) { sum += Int(head[index]) }
        return sum == stated
    }
}
