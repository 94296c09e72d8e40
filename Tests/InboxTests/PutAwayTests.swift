import Foundation
import Platform
import SystemPackage
import Testing

@testable import Inbox

@Suite struct PutAwayTests {
    private func file(
        _ path: FilePath, _ identity: FileIdentity, isDeleted: Bool = false
    ) -> PutAway.File {
        PutAway.File(
            path: path, identity: identity, day: "2026-11-21", digest: "0123abcd",
            isDeleted: isDeleted)
    }

    private func put(
        _ name: FilePath, of scratch: Scratch, identity: FileIdentity? = nil,
        isDeleted: Bool = false, to done: String = "done"
    ) throws -> PutAway.Outcome {
        let identity = try identity ?? scratch.identity("inbox/\(name)")
        let putAway = PutAway(from: try scratch.root(), to: scratch.path.appending(done))
        let outcome = try putAway.put(file(name, identity, isDeleted: isDeleted))
        try putAway.sync()
        return outcome
    }

    @Test func `A file goes to the day and the feed`() throws {
        let scratch = try Scratch()
        try scratch.makeDirectory("inbox/a/b")
        try scratch.write("x", to: "inbox/a/b/c.txt")
        #expect(try put("a/b/c.txt", of: scratch) == .moved)
        #expect(scratch.list("done") == ["2026-11-21/a/b/c.txt"])
    }

    @Test func `A name that is taken gets the digest, then a number`() throws {
        let scratch = try Scratch()
        for number in 1...3 {
            try scratch.write("\(number)", to: "inbox/c.txt")
            #expect(try put("c.txt", of: scratch) == .moved)
        }
        let names = ["c-0123abcd-2.txt", "c-0123abcd.txt", "c.txt"].map { "2026-11-21/\($0)" }
        #expect(scratch.list("done") == names)
        #expect(try scratch.text("done/2026-11-21/c.txt") == "1")
    }

    @Test func `What is gone, changed or replaced is told, and not moved`() throws {
        let scratch = try Scratch()
        try scratch.write("old", to: "inbox/c.txt")
        let identity = try scratch.identity("inbox/c.txt")
        #expect(try put("d.txt", of: scratch, identity: identity) == .gone)
        #expect(try put("no/d.txt", of: scratch, identity: identity) == .gone)
        try scratch.write("newer", to: "inbox/c.txt")
        #expect(try put("c.txt", of: scratch, identity: identity) == .changed)
        #expect(scratch.list("inbox") == ["c.txt"] && scratch.list("done").isEmpty)
    }

    @Test func `Delete leaves nothing`() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "inbox/c.txt")
        #expect(try put("c.txt", of: scratch, isDeleted: true) == .deleted)
        #expect(scratch.list("inbox").isEmpty && scratch.list("done").isEmpty)
    }

    @Test func `A feed named like a file in done is filed beside it`() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "inbox/a")
        #expect(try put("a", of: scratch) == .moved)
        try scratch.makeDirectory("inbox/a/b")
        for number in 1...2 {
            try scratch.write("\(number)", to: "inbox/a/b/\(number)")
            #expect(try put(FilePath("a/b/\(number)"), of: scratch) == .moved)
        }
        #expect(
            scratch.list("done") == ["a", "a.feed/b/1", "a.feed/b/2"].map { "2026-11-21/\($0)" })
    }

    @Test func `A destination that cannot be made is an error, and no word of the file`() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "inbox/c.txt")
        try scratch.write("a file", to: "done")
        #expect(throws: SystemError.self) { try put("c.txt", of: scratch) }
        #expect(scratch.exists("inbox/c.txt"))
    }

    @Test func `A link in the place of a directory leads nowhere`() throws {
        let scratch = try Scratch()
        try scratch.makeDirectory("outside")
        try scratch.write("x", to: "outside/c.txt")
        let identity = try scratch.identity("outside/c.txt")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path.appending("inbox/a").string, withDestinationPath: "../outside")
        #expect(try put("a/c.txt", of: scratch, identity: identity) == .gone)
        #expect(scratch.exists("outside/c.txt"))
    }

    @Test(.enabled(if: Scratch.canMount()))
    func `On another file system it is copied whole, and the names are free`() throws {
        let scratch = try Scratch()
        try scratch.mount("other")
        for number in 1...3 {
            try scratch.write("\(number)", to: "inbox/c.txt")
            #expect(try put("c.txt", of: scratch, to: "other/done") == .moved)
        }
        #expect(scratch.list("other/done").count == 3 && scratch.list("inbox").isEmpty)
        try scratch.write("4", to: "inbox/c.txt")
        #expect(try put("c.txt", of: scratch, isDeleted: true, to: "other/done") == .deleted)
        #expect(scratch.list("other/done").count == 3 && scratch.list("inbox").isEmpty)
        // No room: the file stays, and nothing is left of the copy.
        try scratch.write(String(repeating: "x", count: 2 << 20), to: "inbox/large.txt")
        #expect {
            _ = try put("large.txt", of: scratch, to: "other/done")
        } throws: { ($0 as? SystemError)?.isWantOfRoom == true }
        #expect(scratch.list("other/done").count == 3 && scratch.list("inbox") == ["large.txt"])
    }

    @Test(.enabled(if: Scratch.canMount()))
    func `On another file system what a kill broke off is gone on with`() throws {
        let scratch = try Scratch()
        try scratch.mount("other")
        try scratch.write("1", to: "inbox/c.txt")
        let identity = try scratch.identity("inbox/c.txt")
        let own = ".\(identity.inode).moved.tmp"
        let done = FilePath("2026-11-21/c.txt")
        // Killed when the copy had its name and the original as well.
        try FileManager.default.copyItem(
            atPath: scratch.path.appending("inbox/c.txt").string,
            toPath: scratch.path.appending("kept").string)
        #expect(try put("c.txt", of: scratch, to: "other/done") == .moved)
        let original = try Descriptor.open(scratch.path.appending("kept"))
        try original.setModified(identity.modified)
        try scratch.move("kept", to: "inbox/c.txt")
        #expect(try put("c.txt", of: scratch, to: "other/done") == .moved)
        #expect(scratch.list("other/done") == [done.string] && scratch.list("inbox").isEmpty)
        // Killed when the original had a name of ours.
        try scratch.write("2", to: "inbox/c.txt")
        let second = try scratch.identity("inbox/c.txt")
        try scratch.move("inbox/c.txt", to: "inbox/.\(second.inode).moved.tmp")
        #expect(try put("c.txt", of: scratch, identity: second, to: "other/done") == .gone)
        #expect(scratch.list("inbox").isEmpty)
        // What a sender put in its place meanwhile has its name again.
        try scratch.write("3", to: "inbox/\(own)")
        #expect(try put("c.txt", of: scratch, identity: identity, to: "other/done") == .gone)
        #expect(scratch.list("inbox") == ["c.txt"])
        // The same name, size and time with other bytes is another file.
        let third = try Descriptor.open(scratch.path.appending("inbox/c.txt"))
        try third.setModified(identity.modified)
        #expect(try put("c.txt", of: scratch, to: "other/done") == .moved)
        #expect(scratch.list("other/done").count == 2 && scratch.list("inbox").isEmpty)
    }

    @Test func `Kept files are known again, and a torn last line is written over`() throws {
        let scratch = try Scratch()
        let directory = try Directory.open(scratch.path)
        let identities = (0..<50).map { FileIdentity(inode: $0, size: 1, modified: 2) }
        do {
            let kept = try KeptFiles(in: directory)
            for identity in identities[..<20] { try kept.add([("in\nbox/a", identity)]) }
        }
        let whole = try scratch.text("kept")
        #expect(whole.split(separator: "\n").count == 20)
        try scratch.write(whole + String(whole.prefix(60)), to: "kept")
        do {
            let kept = try KeptFiles(in: directory)
            #expect(
                identities.filter { kept.contains("in\nbox/a", $0) } == Array(identities[..<20]))
            try kept.add(identities[20...].map { ("in\nbox/a", $0) })
        }
        let kept = try KeptFiles(in: directory)
        #expect(identities.allSatisfy { kept.contains("in\nbox/a", $0) })
        #expect(!kept.contains("inbox/a", identities[0]))
        var changed = identities[0]
        changed.modified += 1
        #expect(!kept.contains("in\nbox/a", changed))
    }
}
