import Archiving
import Platform
import SystemPackage

/// A journal of any bytes opens, and gives the groups whose checksum is right; a group that can be
/// read is written as one that is read the same.
///
/// The input is a group behind its header where it begins with `G`, else what follows the journal's
/// first line.
enum JournalProperties {
    private static let key = [UInt8](repeating: 0x6B, count: 16)
    private static let pageBytes = 4096

    static func check(_ bytes: [UInt8]) throws {
        guard let kind = bytes.first else { return }
        let body = Array(bytes.dropFirst())
        if kind == 0x47, let group = Group(encoded: body) {
            try require(
                Group(encoded: group.encoded()) == group, "a group is not written as it was read")
        }
        let file: FilePath = "journal"
        let directory = try OwnDirectory.holding(
            kind == 0x47
                ? page() + entry(body)
                : Self.magic + body
                    + [UInt8](repeating: 0, count: max(0, pageBytes - body.count)),
            as: file)
        defer { OwnDirectory.remove(file) }
        let left = try Journal.open(in: directory).left
        let expected = kind == 0x47 ? Group(encoded: body) : nil
        if kind == 0x47, !body.isEmpty {
            try require(left.newest == expected, "the journal gives another group")
        }
    }

    private static let magic = Array("WIREROOM JOURNAL 1\n".utf8)

    /// The first page, with nothing settled.
    private static func page() -> [UInt8] {
        var page = magic + [UInt8](repeating: 0, count: pageBytes - magic.count)
        page.replaceSubrange(32..<48, with: key)
        return page
    }

    /// The length, the digest over key and group, and the group.
    private static func entry(_ body: [UInt8]) -> [UInt8] {
        let digest = SHA256()
        digest.update(key)
        digest.update(body)
        let words = digest.finish().words
        return [UInt64(body.count), words.0, words.1, words.2, words.3].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        } + body
    }
}
