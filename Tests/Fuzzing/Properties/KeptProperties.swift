import Inbox
import Platform
import SystemPackage

/// A list of any bytes opens, and what is added to it is in it, also after it was opened again.
enum KeptProperties {
    static func check(_ bytes: [UInt8]) throws {
        let directory = try OwnDirectory.holding(bytes, as: "kept")
        defer { OwnDirectory.remove("kept") }
        let files = [
            (path: FilePath("/inbox/a"), identity: FileIdentity(inode: 7, size: 1, modified: 2)),
            (path: FilePath("/inbox/b"), identity: FileIdentity(inode: 8, size: 3, modified: 4)),
        ]
        let list = try KeptFiles(in: directory)
        try list.add([files[0]])
        let reopened = try KeptFiles(in: directory)
        try reopened.add([files[1]])
        let last = try KeptFiles(in: directory)
        for file in files {
            try require(last.contains(file.path, file.identity), "\(file.path) is not in it")
        }
        let other = FileIdentity(inode: 7, size: 1, modified: 3)
        try require(!last.contains(files[0].path, other), "a changed file is in it")
    }
}
