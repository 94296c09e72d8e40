import Foundation

/// Documents of others, which lie beside the repository and not in it.
enum Samples {
    private static let shared = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("../shared").standardized

    /// A directory of a set; nil, and it is said, where it is not there.
    static func directory(_ path: String) -> URL? {
        let places = [
            ProcessInfo.processInfo.environment["WIREROOM_SAMPLES"].map(URL.init(fileURLWithPath:)),
            shared.appendingPathComponent("data"),
        ]
        for case let place? in places {
            let directory = place.appendingPathComponent(path)
            if FileManager.default.fileExists(atPath: directory.path) { return directory }
        }
        print("skipped: ../shared/data/\(path) is not there")
        return nil
    }

    /// Real articles; none where they are not there.
    static let seeds = files(in: shared.appendingPathComponent("seeds"), ending: ".txt")

    static func bytes(of file: URL) throws -> [UInt8] { try [UInt8](Data(contentsOf: file)) }

    static func files(in directory: URL, ending suffix: String) -> [URL] {
        let found = FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil)
        let files = found?.compactMap { $0 as? URL } ?? []
        return files.filter { $0.path.hasSuffix(suffix) }.sorted { $0.path < $1.path }
    }

    static func json(_ file: URL) -> [String: Any]? {
        guard let data = try? Data(contentsOf: file) else { return nil }
        return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
    }
}

/// Hits out of so many, with those that were missed.
struct Score: CustomStringConvertible {
    var hits = 0
    var all = 0
    var misses: [String] = []

    mutating func count(_ isHit: Bool, _ name: @autoclosure () -> String) {
        all += 1
        if isHit { hits += 1 } else { misses.append(name()) }
    }

    var share: Double { all == 0 ? 0 : Double(hits) / Double(all) }
    var description: String {
        "\(hits) of \(all) (\((share * 1000).rounded() / 10) %)"
    }
}
