import Testing

@testable import Reading

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Articles of others, which lie beside the repository and not in it.
private let seeds =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/../shared/seeds"

private func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&piece, 1, piece.count, file)
        if count == 0 { return bytes }
        bytes += piece[..<count]
    }
}

private func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
        }
        if name.hasSuffix(".txt") { names.append(name) }
    }
    return names
}

@Suite struct `Real texts` {
    @Test(.enabled(if: !names(in: seeds).isEmpty, "skipped: ../shared/seeds is not there"))
    func `Each is one article, byte for byte`() throws {
        for name in names(in: seeds) {
            let bytes = try #require(contents(of: "\(seeds)/\(name)"))
            #expect(read(bytes, name: name).drafts.map(\.text) == [bytes])
        }
    }
}
