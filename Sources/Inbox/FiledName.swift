import SystemPackage

/// The name under which a file is put away: its own, or where that is taken, with the first digits
/// of its SHA-256 before the extension, and a number where that is taken too.
struct FiledName {
    var name: FilePath.Component
    /// The first 8 hex digits.
    var digest: String

    /// As many names are tried.
    static let attempts = 10_000
    /// What follows the last dot counts as an extension up to this length, the dot included, bytes.
    private static let longestExtension = 12

    func attempt(_ number: Int) -> FilePath {
        guard number > 0 else { return FilePath(root: nil, [name]) }
        let suffix = number == 1 ? "-\(digest)" : "-\(digest)-\(number)"
        let bytes = name.bytes
        let dot = bytes.lastIndex(of: 0x2E).flatMap {
            $0 > 0 && bytes.count - $0 <= Self.longestExtension ? $0 : nil
        }
        let stem = bytes[..<(dot ?? bytes.count)]
        let ending = dot.map { bytes[$0...] } ?? []
        let room = FilePath.Component.longest - suffix.utf8.count - ending.count
        let cut = stem.count > room ? stem.prefix(room).droppingCutCharacter : Array(stem)
        return FilePath(name: cut + suffix.utf8 + ending)
    }
}
