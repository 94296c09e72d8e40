import Foundation
import Platform
import SystemPackage

/// A directory of its own, gone with the test.
final class Scratch {
    let path: FilePath

    init() throws {
        path = FilePath("\(NSTemporaryDirectory())wireroom-platform-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            atPath: path.string, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path.string)
        } catch {
            print("left behind: \(path): \(error)")
        }
    }

    func directory() throws -> Directory { try Directory.open(path) }
}
