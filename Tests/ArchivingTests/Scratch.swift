import Foundation
import Platform
import SystemPackage

/// A directory of its own, in memory where the machine has such a place, gone with the test.
final class Scratch {
    let path: FilePath

    init() throws {
        let base = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
        path = FilePath("\(base)/wireroom-archiving-\(UUID().uuidString)")
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

    /// Copies a directory as a crash leaves it: hard links become files of their own.
    func copy(_ name: String, to other: String) throws {
        let (from, to) = (path.appending(name).string, path.appending(other).string)
        if FileManager.default.fileExists(atPath: to) {
            try FileManager.default.removeItem(atPath: to)
        }
        try FileManager.default.copyItem(atPath: from, toPath: to)
    }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path.appending(name).string)))
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path.appending(name).string))
    }

    /// Overwrites a part of a file.
    func patch(_ name: String, at offset: Int64, with bytes: [UInt8]) throws {
        let file = try Descriptor.open(path.appending(name), flags: O_RDWR)
        try file.write(bytes, at: offset)
    }

    func truncate(_ name: String, to size: Int) throws {
        let file = try FileHandle(
            forUpdating: URL(fileURLWithPath: path.appending(name).string))
        try file.truncate(atOffset: UInt64(size))
        try file.close()
    }

    func names(_ directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path.appending(directory).string)
            .sorted()
    }

    /// All bytes of a stream, segment after segment.
    func stream(_ stream: String, of archive: String) throws -> [UInt8] {
        try names("\(archive)/segments").filter { $0.hasPrefix("\(stream)-") }
            .sorted { $0.suffix(12) < $1.suffix(12) }
            .flatMap { try bytes("\(archive)/segments/\($0)") }
    }

    func inode(_ name: String) throws -> UInt64 {
        try Directory.open(path).status(FilePath(name)).inode
    }
}

extension Scratch {
    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path.appending(name).string)
    }
}

/// From the first to the last byte in which two arrays differ, to the page; nil where they are equal.
func difference(_ before: [UInt8], _ after: [UInt8]) -> Range<Int>? {
    let page = 4096
    let count = max(before.count, after.count)
    let changed = stride(from: 0, to: count, by: page).filter { start in
        let end = start + page
        guard end <= before.count, end <= after.count else { return true }
        return before.withUnsafeBytes { before in
            after.withUnsafeBytes { after in
                guard let a = before.baseAddress, let b = after.baseAddress else { return false }
                return memcmp(a + start, b + start, page) != 0
            }
        }
    }
    guard let first = changed.first, let last = changed.last else { return nil }
    return first..<min(last + page, count)
}
