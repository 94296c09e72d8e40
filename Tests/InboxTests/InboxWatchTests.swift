import Foundation
import Platform
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

@Suite struct InboxWatchTests {
    /// A watch with its scanning thread, and what it offered.
    private final class Watching {
        let watch: InboxWatch
        let seen = Monitor<[FilePath]>([])
        let overflows = Monitor(0)
        private let scanner: WorkerThread

        init(_ inbox: FilePath) throws {
            var rules = InboxRules()
            rules.settleSeconds = 0.05
            rules.rescanSeconds = 3600
            let fixed = rules, seen = seen, overflows = overflows
            let watch = try InboxWatch(
                inbox, rules: { fixed }, isKept: { _, _ in false },
                notice: { if case .overflow = $0 { overflows.change { $0 += 1 } } },
                offer: { candidate in seen.change { $0.append(candidate.path) } })
            self.watch = watch
            try watch.start()
            scanner = try WorkerThread("scanner") { watch.scan() }
        }

        func end() {
            watch.stop()
            scanner.join()
        }

        /// Waits until all of these were offered.
        func sees(_ paths: [FilePath], seconds: Double = 10) -> Bool {
            seen.wait(seconds: seconds) { Set($0).isSuperset(of: paths) ? true : nil } ?? false
        }
    }

    @Test func `Files that are made, moved in, linked or there before are offered`() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "inbox/before")
        try scratch.write("x", to: "outside")
        let watching = try Watching(scratch.inbox)
        defer { watching.end() }
        try scratch.write("x", to: "inbox/made")
        try FileManager.default.linkItem(
            atPath: scratch.path.appending("outside").string,
            toPath: scratch.inbox.appending("linked").string)
        try scratch.move("outside", to: "inbox/moved")
        #expect(watching.sees(["before", "made", "linked", "moved"]))
    }

    @Test func `Directories are followed wherever they go`() throws {
        let scratch = try Scratch()
        let watching = try Watching(scratch.inbox)
        defer { watching.end() }
        try scratch.makeDirectory("inbox/a/b/c")
        try scratch.write("x", to: "inbox/a/b/c/1")
        #expect(watching.sees(["a/b/c/1"]))
        try scratch.move("inbox/a/b", to: "inbox/moved")
        try scratch.write("x", to: "inbox/moved/c/2")
        #expect(watching.sees(["moved/c/2"]))
        try scratch.makeDirectory("outside/d/e")
        try scratch.write("x", to: "outside/d/e/3")
        try scratch.move("outside/d", to: "inbox/d")
        #expect(watching.sees(["d/e/3"]))
        // One that leaves is watched no more.
        try scratch.move("inbox/d", to: "outside/gone")
        usleep(200_000)
        try scratch.write("x", to: "outside/gone/4")
        try scratch.write("x", to: "inbox/5")
        #expect(watching.sees(["5"]))
        #expect(watching.seen.look { !$0.contains("d/4") })
    }

    @Test func `An inbox that is removed and made again is watched anew`() throws {
        let scratch = try Scratch()
        let watching = try Watching(scratch.inbox)
        defer { watching.end() }
        try FileManager.default.removeItem(atPath: scratch.inbox.string)
        usleep(100_000)
        try scratch.makeDirectory("inbox/a")
        try scratch.write("x", to: "inbox/a/1")
        #expect(watching.sees(["a/1"]))
        try scratch.write("x", to: "inbox/a/2")
        #expect(watching.sees(["a/2"]))
    }

    @Test func `A look finds files in the order of their changes, block by block`() throws {
        let scratch = try Scratch()
        try scratch.makeDirectory("inbox/z/y")
        var random = SeededNumbers(seed: 1)
        let names = (0..<40).map { "\($0)" }.shuffled(using: &random)
        for name in names {
            try scratch.write("x", to: "inbox/\(name)")
            // Longer than the tick of the clock that stamps files.
            usleep(12_000)
        }
        try scratch.write("x", to: "inbox/z/y/deep")
        var rules = InboxRules()
        rules.settleSeconds = -1
        var found: [String] = [], watched: [FilePath] = []
        let scan = InboxScan(
            root: try scratch.root(), rules: rules, isKept: { path, _ in path == "7" },
            watch: { _, path in watched.append(path) }, notice: { _ in }, isStopped: { false })
        let count = scan.run(from: FilePath()) {
            if case .ready(let path, _) = $0 { found.append(path.string) }
        }
        #expect(count == 41)
        #expect(found == names.filter { $0 != "7" } + ["z/y/deep"])
        #expect(watched == ["", "z", "z/y"])
        rules.recursive = false
        let flat = InboxScan(
            root: try scratch.root(), rules: rules, isKept: { _, _ in false },
            watch: { _, _ in }, notice: { _ in }, isStopped: { false })
        #expect(flat.run(from: FilePath()) { _ in } == 40)
    }

    @Test func `A file that somebody writes is claimed only afterwards`() throws {
        let scratch = try Scratch()
        let root = try scratch.root()
        let path = scratch.inbox.appending("a.txt")
        let candidate = Candidate(path: "a.txt", sighting: .found, root: root)
        guard case .vanished = ClaimedFile.claim(candidate, rules: InboxRules()) else {
            Issue.record("a file that is not there")
            return
        }
        do {
            let writer = try Descriptor.open(path, flags: O_RDWR | O_CREAT)
            try writer.write(Array("half".utf8), at: 0)
            guard case .notYet = ClaimedFile.claim(candidate, rules: InboxRules()) else {
                Issue.record("a file that is written")
                return
            }
        }
        guard case .claimed(let file) = ClaimedFile.claim(candidate, rules: InboxRules()) else {
            Issue.record("a file that is complete")
            return
        }
        #expect(try file.isUnchanged())
        try scratch.write("changed", to: "inbox/a.txt")
        try scratch.makeDirectory("inbox/dir")
        guard
            case .notRegular = ClaimedFile.claim(
                Candidate(path: "dir", sighting: .movedIn, root: root), rules: InboxRules())
        else {
            Issue.record("a directory")
            return
        }
    }
}
