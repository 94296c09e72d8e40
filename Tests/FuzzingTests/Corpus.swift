import Glibc
import Platform
import SystemPackage

/// The inputs that are kept in `Tests/Corpus`.
enum Corpus {
    static func inputs(of target: String) throws -> [(name: String, bytes: [UInt8])] {
        let tests = FilePath(#filePath).removingLastComponent().removingLastComponent()
        let directory = try Directory.open(tests.appending("Corpus").appending(target))
        let entries = try DirectoryEntries(directory)
        var names: [String] = []
        while let entry = try entries.next() { names.append(entry.name.string) }
        return try names.sorted().map { name in
            let file = try directory.file(FilePath(name))
            let size = try file.status().size
            return (name, try file.bytes(at: 0, count: Int(size)))
        }
    }
}
