import Glibc
import Testing

/// Files that take all memory: known at the second death as well, though the kernel's kill leaves
/// nobody time to say anything.
@Suite(.serialized) struct SuspectMemoryTests {
    /// A control group with little memory, gone with the test.
    private final class Group {
        let path: String

        init?(megabytes: Int) {
            let name = "wireroom-test-\(getpid())"
            let parents = ["/sys/fs/cgroup", "/sys/fs/cgroup/memory"]
            for (parent, limit) in zip(parents, ["memory.max", "memory.limit_in_bytes"]) {
                let path = "\(parent)/\(name)"
                guard mkdir(path, 0o755) == 0 else { continue }
                guard Files.exists("\(path)/\(limit)") else {
                    // Not with cgroups of this kind, or none at all.
                    rmdir(path)
                    continue
                }
                do {
                    try Files.write("\(megabytes << 20)", to: "\(path)/\(limit)")
                    self.path = path
                    return
                } catch {
                    rmdir(path)
                }
            }
            return nil
        }

        deinit { rmdir(path) }

        /// A command to put before another, which is run in the group; and with an end to its hunger
        /// that spares the machine where the group does not work.
        var wrapper: [String] {
            [
                "bash", "-c",
                "ulimit -v 6000000 && echo $$ > \"$0/cgroup.procs\" && exec \"$@\"", path,
            ]
        }
    }

    @Test(.timeLimit(.minutes(3)), .enabled(if: FaultyLibrary.isHere))
    func `A file for which the kernel kills twice is quarantined, and kill -9 is told apart`()
        async throws
    {
        guard let group = Group(megabytes: 400) else {
            _ = Tools.need(false, "no control group with limited memory can be made here")
            return
        }
        let daemon = try await Daemon.faulty(.hunger)
        let hungry = group.wrapper + daemon.wrapper
        daemon.wrapper = hungry
        #expect(try await daemon.death() == .signal(SIGKILL))
        daemon.wrapper = group.wrapper
        try await daemon.start(seconds: 60)
        try await daemon.hear("The last run died of want of memory, with desk/bad.txt in hand")
        try await daemon.settle(records: 41)
        // This is no want of memory, though there was one before.
        daemon.wrapper = group.wrapper + (try await FaultyLibrary(in: daemon.scratch).wrapper)
        await daemon.kill()
        try daemon.drop(FaultyLibrary.article(.hanging), as: "desk/slow.txt")
        try await daemon.start(seconds: 60)
        try await daemon.hold("desk/slow.txt")
        await daemon.kill()
        try Files.rename(daemon.inbox("desk/slow.txt"), daemon.scratch.at("slow.txt"))
        try daemon.drop(FaultyLibrary.article(.hunger, 1), as: "desk/worse.txt")
        daemon.wrapper = hungry
        for _ in 1...2 { #expect(try await daemon.death() == .signal(SIGKILL)) }
        try await daemon.start(seconds: 60)
        try await daemon.checkSuspect(
            good: 41, bad: "desk/worse.txt", bytes: FaultyLibrary.article(.hunger, 1),
            cause: "want of memory")
        #expect(await daemon.stop() == .exit(0))
    }

    /// The address space is limited, so that one of the allocations for a large article fails: no
    /// fault is put into the program or its libraries. What an article needs differs from run to run on
    /// a busy machine, so that the limit may turn out to suffice: for the long form.
    @Test(
        .timeLimit(.minutes(5)),
        .enabled(if: Tools.need(Tools.has("prlimit"), "prlimit is not here")),
        .enabled(
            if: Tools.need(Tools.areLongTestsWanted, "WIREROOM_LONG_TESTS=1 is not set")))
    func `An article for which memory does not suffice is quarantined after two crashes`()
        async throws
    {
        let words = (0..<1_500_000).map { _ in String(Int.random(in: 0...9_999_999)) }
        let article = #"{"headline": "Large", "text": ""# + words.joined(separator: " ") + "\"}"
        try #require(article.utf8.count > 10 << 20)
        let limit = try await memoryThatDoesNotSuffice(for: article)
        let daemon = try limited(kibibytes: limit)
        for number in 1...5 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        try daemon.drop(article, as: "large.json")
        for _ in 1...2 { #expect(try await daemon.death() == .signal(SIGABRT), "\(daemon.log)") }
        try await daemon.start(seconds: 60)
        try await daemon.checkSuspect(
            good: 5, bad: "large.json", bytes: article, cause: "signal 6, SIGABRT")
        #expect(await daemon.stop() == .exit(0))
    }

    private func limited(kibibytes: Int) throws -> Daemon {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("inbox")
        daemon.wrapper = [
            "env", FaultyLibrary.quiet, "prlimit", "--as=\(kibibytes << 10)", "--",
        ]
        return daemon
    }

    /// Address space, KiB, with which the article can be parsed, but not much more.
    private func memoryThatDoesNotSuffice(for article: String) async throws -> Int {
        let idle = try limited(kibibytes: 8 << 20)
        try await idle.start(seconds: 60)
        let size = try #require(
            idle.process.map { Files.text("/proc/\($0.identifier)/status") }?.split(separator: "\n")
                .first { $0.hasPrefix("VmSize:") }?.split(separator: " ").dropFirst().first
                .flatMap { Int($0) })
        await idle.kill()
        var (tooLittle, more) = (size + (16 << 10), size + (512 << 10))
        while more - tooLittle > 2 << 10 {
            let middle = (tooLittle + more) / 2
            let daemon = try limited(kibibytes: middle)
            try daemon.drop(article, as: "large.json")
            try await daemon.start(isReady: false)
            await waitUntil(seconds: 60) { daemon.ending != nil || daemon.waiting.isEmpty }
            // It says so itself where it has not even the room to parse it.
            if daemon.quarantine.isEmpty { more = middle } else { tooLittle = middle }
            await daemon.kill()
        }
        return more + (4 << 10)
    }
}
