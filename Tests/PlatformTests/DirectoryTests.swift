import Foundation
import Platform
import SystemPackage
import Testing

@Suite struct DirectoryTests {
    private func cause(_ body: () throws -> Void) -> SystemError.Cause? {
        do {
            try body()
            return nil
        } catch {
            return (error as? SystemError)?.cause
        }
    }

    @Test func `Nothing is reached through a link, nor outside the directory`() throws {
        let scratch = try Scratch()
        let directory = try scratch.directory()
        _ = try directory.makeDirectory("in/deep")
        let root = scratch.path.string
        for (name, target) in [("up", ".."), ("etc", "/etc"), ("in/self", "deep")] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(root)/\(name)", withDestinationPath: target)
        }
        let inside = try directory.directory("in")
        #expect(cause { _ = try directory.file("etc/passwd") } == .unsafePath)
        #expect(cause { _ = try directory.directory("in/self") } == .unsafePath)
        #expect(cause { _ = try inside.file("../up") } != nil)
        #expect(cause { _ = try inside.directory("..") } == .otherFileSystem)
        #expect(cause { _ = try directory.file("/etc/passwd") } == .otherFileSystem)
        #expect(cause { _ = try directory.file("none") } == .missing)
        #expect(try directory.status("up").kind == .symbolicLink)
    }

    @Test func `A move takes no name that is taken`() throws {
        let scratch = try Scratch()
        let directory = try scratch.directory()
        for name: FilePath in ["a", "b"] {
            let file = try directory.file(name, flags: O_RDWR | O_CREAT)
            try file.write(Array(name.string.utf8), at: 0)
        }
        #expect(cause { try directory.move("a", to: directory, as: "b") } == .exists)
        try directory.move("a", to: directory, as: "c")
        try directory.replace("b", with: "c")
        #expect(try directory.file("b").bytes(at: 0, count: 9) == Array("a".utf8))
        #expect(cause { _ = try directory.status("c") } == .missing)
    }

    @Test func `A file gets its name only when it is complete`() throws {
        let scratch = try Scratch()
        let directory = try scratch.directory()
        let file = try directory.unnamedFile()
        try file.write(Array("whole".utf8), at: 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path.string).isEmpty)
        try directory.name(file, as: "named")
        #expect(cause { try directory.name(file, as: "named") } == .exists)
        #expect(try directory.file("named").bytes(at: 0, count: 9) == Array("whole".utf8))
    }

    @Test func `Directories are made with those above them, once`() throws {
        let scratch = try Scratch()
        let directory = try scratch.directory()
        for _ in 0..<2 { _ = try directory.makeDirectory("a/b/c/d") }
        for _ in 0..<2 { _ = try Directory.make(scratch.path.appending("x/y")) }
        #expect(try directory.status("a/b/c/d").kind == .directory)
        #expect(try directory.status("x/y").kind == .directory)
        _ = try directory.file("f", flags: O_RDWR | O_CREAT)
        #expect(cause { _ = try directory.makeDirectory("f/g") } == .missing)
    }

    @Test func `All names are listed, whatever their bytes`() throws {
        let scratch = try Scratch()
        let directory = try scratch.directory()
        var expected: Set<FilePath> = []
        for number in 0..<500 {
            let bytes = [UInt8(number % 250 + 1), 0xFF, 0x61] + Array("\(number)".utf8)
            let name = (bytes.filter { $0 != 0x2F }.map { CChar(bitPattern: $0) } + [0])
                .withUnsafeBufferPointer { $0.baseAddress.map { FilePath(platformString: $0) } }
            let path = try #require(name)
            _ = try directory.file(path, flags: O_RDWR | O_CREAT)
            expected.insert(path)
        }
        var listed: Set<FilePath> = []
        let entries = try DirectoryEntries(directory)
        while let entry = try entries.next() { listed.insert(FilePath(root: nil, [entry.name])) }
        #expect(listed == expected)
    }

    @Test func `A lock is held by one`() throws {
        let scratch = try Scratch()
        let directory = try scratch.directory()
        let first = try directory.file("lock", flags: O_RDWR | O_CREAT)
        let second = try directory.file("lock", flags: O_RDWR)
        #expect(try first.tryLock())
        #expect(try !second.tryLock())
    }

    @Test func `A writer is seen`() throws {
        let scratch = try Scratch()
        let directory = try scratch.directory()
        let reader: Descriptor
        do {
            let writer = try directory.file("a", flags: O_RDWR | O_CREAT)
            try writer.write([1], at: 0)
            reader = try directory.file("a")
            #expect(reader.hasWriter != false)
        }
        #expect(reader.hasWriter != true)
    }
}
