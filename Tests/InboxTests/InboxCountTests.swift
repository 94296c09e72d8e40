import SystemPackage
import Testing

@testable import Inbox

@Suite struct InboxCountTests {
    private func count(
        _ scratch: Scratch, _ rules: InboxRules = InboxRules(), isStopped: Bool = false
    ) throws -> Int {
        InboxCount(root: try scratch.root(), rules: rules) { isStopped }.run()
    }

    @Test func `Files are counted in all directories, but for those that are ignored`() throws {
        let scratch = try Scratch()
        try scratch.makeDirectory("inbox/desk/night")
        try scratch.makeDirectory("inbox/.hidden")
        for name in [
            "a.txt", "desk/b.txt", "desk/night/c.txt", "d.txt.part", ".e", ".hidden/f.txt",
        ] {
            try scratch.write("Text.", to: "inbox/\(name)")
        }
        #expect(try count(scratch) == 3)
        var rules = InboxRules()
        rules.recursive = false
        #expect(try count(scratch, rules) == 1)
        rules = InboxRules()
        rules.ignore = ["desk/night"]
        #expect(try count(scratch, rules) == 2)
    }

    @Test func `It ends early when it is to stop`() throws {
        let scratch = try Scratch()
        try scratch.write("Text.", to: "inbox/a.txt")
        #expect(try count(scratch, isStopped: true) == 0)
    }
}
