import Foundation
import Platform
import SystemPackage

@testable import Inbox

/// A directory of its own with an inbox in it, gone with the test.
final class Scratch {
    let path: FilePath
    private var mounts: [FilePath] = []

    init() throws {
        path = FilePath("\(NSTemporaryDirectory())wireroom-inbox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            atPath: path.appending("inbox").string, withIntermediateDirectories: true)
    }

    deinit {
        for mount in mounts { umount2(mount.string, CInt(MNT_DETACH)) }
        do {
            try FileManager.default.removeItem(atPath: path.string)
        } catch {
            print("left behind: \(path): \(error)")
        }
    }

    static func canMount() -> Bool {
        if geteuid() != 0 { print("skipped: only root may mount another file system") }
        return geteuid() == 0
    }

    func mount(_ name: String) throws {
        let path = path.appending(name)
        try makeDirectory(name)
        guard Glibc.mount("tmpfs", path.string, "tmpfs", 0, "size=1m") == 0 else {
            throw SystemError("mount", path)
        }
        mounts.append(path)
    }

    var inbox: FilePath { path.appending("inbox") }

    func root() throws -> InboxRoot { try InboxRoot(inbox) }

    func makeDirectory(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: path.appending(name).string, withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path.appending(name).string))
    }

    func text(_ name: String) throws -> String {
        String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: path.appending(name).string)),
            as: UTF8.self)
    }

    func move(_ name: String, to other: String) throws {
        guard rename(path.appending(name).string, path.appending(other).string) == 0 else {
            throw SystemError("move", path.appending(name))
        }
    }

    func identity(_ name: String) throws -> FileIdentity {
        try Directory.open(path).status(FilePath(name)).identity
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path.appending(name).string)
    }

    /// All files beneath a directory, relative to it.
    func list(_ name: String) -> [String] {
        let root = path.appending(name).string
        guard let all = FileManager.default.enumerator(atPath: root) else { return [] }
        return all.compactMap { $0 as? String }.filter { path in
            var isDirectory: ObjCBool = false
            let path = "\(root)/\(path)"
            return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
                && !isDirectory.boolValue
        }.sorted()
    }
}
