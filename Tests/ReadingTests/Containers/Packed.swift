import CZlib

/// Makes compressed files and archives.
enum Packed {
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        guard let encoder = wireroom_gzip_encoder_create() else { return [] }
        defer { wireroom_gzip_encoder_free(encoder) }
        var member = [UInt8](repeating: 0, count: wireroom_gzip_bound(encoder, bytes.count))
        let count = wireroom_gzip_encode(encoder, &member, member.count, bytes, bytes.count)
        return Array(member[..<count])
    }

    /// One entry of a ZIP archive.
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        var isStored = false
        var isEncrypted = false
        /// What the header says of the checksum, where it is to be wrong.
        var checksum: [UInt8]?

        init(_ name: String, _ content: [UInt8]) {
            self.name = Array(name.utf8)
            self.content = content
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    static func zip(_ entries: [Entry]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let packed = gzip(entry.content)
            let checksum = entry.checksum ?? Array(packed[(packed.count - 8)..<(packed.count - 4)])
            let data = entry.isStored ? entry.content : Array(packed[24..<(packed.count - 8)])
            let common =
                little(20, 2) + little(entry.isEncrypted ? 1 : 0, 2)
                + little(entry.isStored ? 0 : 8, 2) + little(0, 4) + checksum
                + little(data.count, 4) + little(entry.content.count, 4)
                + little(entry.name.count, 2) + little(0, 2)
            directory +=
                [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2)
                + little(0, 2) + little(0, 4) + little(archive.count, 4) + entry.name
            archive += [0x50, 0x4B, 3, 4] + common + entry.name + data
        }
        let start = archive.count
        return archive + directory + [0x50, 0x4B, 5, 6] + little(0, 2) + little(0, 2)
            + little(entries.count, 2) + little(entries.count, 2) + little(directory.count, 4)
            + little(start, 4) + little(0, 2)
    }

    static func tar(_ entries: [(name: String, content: [UInt8])], type: UInt8 = 0x30) -> [UInt8] {
        var archive: [UInt8] = []
        for entry in entries {
            var header = [UInt8](repeating: 0, count: 512)
            header.replaceSubrange(
                0..<min(100, entry.name.utf8.count), with: entry.name.utf8.prefix(100))
            header.replaceSubrange(100..<107, with: "0000644".utf8)
            header.replaceSubrange(124..<135, with: octal(entry.content.count, 11))
            header.replaceSubrange(136..<147, with: octal(0, 11))
            header[156] = type
            header.replaceSubrange(257..<265, with: Array("ustar\u{0}00".utf8))
            header.replaceSubrange(148..<156, with: "        ".utf8)
            let sum = header.reduce(0) { $0 + Int($1) }
            header.replaceSubrange(148..<155, with: octal(sum, 6) + [0])
            archive += header + entry.content
            archive += [UInt8](repeating: 0, count: (512 - entry.content.count % 512) % 512)
        }
        return archive + [UInt8](repeating: 0, count: 1024)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func octal(_ value: Int, _ count: Int) -> [UInt8] {
        let digits = String(value, radix: 8)
        return Array((String(repeating: "0", count: max(0, count - digits.count)) + digits).utf8)
    }
}

/// A report of so many sentences, unlike those of other numbers.
func report(_ number: Int, sentences: Int = 4) -> String {
    (0..<sentences).map {
        "Ferry \(number) left pier \($0) of Port Elm at dawn with \(number + $0) passengers."
    }.joined(separator: " ")
}
