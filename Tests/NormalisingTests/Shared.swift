import Glibc

/// Samples that lie beside the project, where they do.
enum Shared {
    /// `../shared` beside the package.
    static let root: String = {
        let here = #filePath.split(separator: "/").dropLast(4)
        return "/" + here.joined(separator: "/") + "/shared"
    }()

    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(root + "/" + path, "rb") else { return nil }
        defer { fclose(file) }
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return all }
            all += buffer[..<count]
        }
    }

    static let seedNames = [
        "seeds/000_a951447739ff4bfa.txt", "seeds/001_42b68af8222b094e.txt",
        "seeds/002_89169af267a74865.txt", "seeds/003_177d95d0e57a24fb.txt",
        "seeds/004_03d9d34d08360826.txt",
    ]

    /// Tells on the way when they are absent, so that a green run is not taken for a full one.
    static let hasSeeds: Bool = {
        let found = seedNames.allSatisfy { read($0) != nil }
        if !found { print("skipped: no sample articles in \(root)/seeds") }
        return found
    }()

    static func seeds() -> [[UInt8]] { seedNames.compactMap(read) }
}
