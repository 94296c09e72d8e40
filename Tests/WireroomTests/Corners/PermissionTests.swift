import Glibc
import Testing

/// Files that may be read but not moved, or moved but not read, and directories that take nothing:
/// while it lasts, over a restart, and when the permission comes back.
@Suite(
    .serialized,
    .enabled(if: Tools.need(TroubleTests.canBeNobody, "only root may start it as another user")))
struct PermissionTests {
    private static let nobody = 65_534

    private static func daemon() throws -> Daemon {
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#)
        daemon.user = nobody
        for name in ["inbox", "archive", "done", "quarantine"] {
            chown(try daemon.scratch.makeDirectory(name), uid_t(nobody), gid_t(nobody))
        }
        return daemon
    }

    enum Start: CaseIterable { case again, afterKill }

    private static func restart(_ daemon: Daemon, _ how: Start) async throws {
        switch how {
        case .again: #expect(await daemon.stop() == .exit(0))
        case .afterKill: await daemon.kill()
        }
        try await daemon.start()
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: Tools.chosen("restarts", always: [Start.afterKill], long: [.again]))
    func `A file that may be moved but not read is taken when it may, also after a restart`(
        start: Start
    ) async throws {
        let daemon = try Self.daemon()
        try await daemon.start()
        try Files.write(SampleText.article(1), to: daemon.inbox(".next"))
        chmod(daemon.inbox(".next"), 0o600)
        try Files.rename(daemon.inbox(".next"), daemon.inbox("secret.txt"))
        try await daemon.hear("Cannot read secret.txt")
        try await Self.restart(daemon, start)
        try await daemon.hear("Cannot read secret.txt")
        try daemon.drop(SampleText.article(2), as: "open.txt")
        await waitUntil { daemon.lineCount == 1 && daemon.waiting == ["secret.txt"] }
        #expect(daemon.waiting == ["secret.txt"] && daemon.quarantine.isEmpty)
        daemon.process?.send(SIGHUP)
        chmod(daemon.inbox("secret.txt"), 0o644)
        try await daemon.settle(records: 2)
        #expect(try daemon.records().map(\.path) == ["open.txt", "secret.txt"])
        #expect(daemon.done.sorted() == ["open.txt", "secret.txt"])
        #expect(await daemon.stop() == .exit(0))
    }

    /// The directory is not ours at first, then it is: the file that was archived stays, once; what
    /// changes or comes anew is taken and moved.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: Tools.chosen("restarts", always: [Start.afterKill], long: [.again]))
    func `A file that may be read but not moved is archived once, over restarts and permissions`(
        start: Start
    ) async throws {
        let daemon = try Self.daemon()
        let theirs = try daemon.scratch.makeDirectory("inbox/theirs")
        try Files.write(SampleText.article(1), to: "\(theirs)/a.txt")
        try await daemon.start()
        await waitUntil { daemon.lineCount == 1 }
        try await daemon.hear("theirs/a.txt")
        try await Self.restart(daemon, start)
        try daemon.drop(SampleText.article(2), as: "b.txt")
        await waitUntil { daemon.lineCount == 2 }
        await pause(milliseconds: 1500)
        #expect(daemon.lineCount == 2 && daemon.waiting == ["theirs/a.txt"])
        chmod(theirs, 0o777)
        try Files.write(SampleText.article(3), to: "\(theirs)/c.txt")
        await waitUntil { daemon.lineCount == 3 && daemon.waiting == ["theirs/a.txt"] }
        #expect(daemon.waiting == ["theirs/a.txt"])
        try await Self.restart(daemon, start)
        await pause(milliseconds: 1200)
        #expect(daemon.lineCount == 3)
        // Changed, it is another drop, and is moved now.
        try Files.append("\n" + SampleText.article(4), to: "\(theirs)/a.txt")
        await waitUntil { daemon.lineCount == 4 && daemon.waiting.isEmpty }
        #expect(daemon.lineCount == 4 && daemon.waiting.isEmpty, "\(daemon.log)")
        #expect(daemon.done.sorted() == ["b.txt", "theirs/a.txt", "theirs/c.txt"])
        #expect(await daemon.stop() == .exit(0))
    }

    /// What withdraws the permission to put away into one directory of done, and gives it back.
    enum Refusal: CaseIterable { case owner, immutable }

    /// What is withdrawn is given back in the end, in which case the next files lie there again.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: Tools.chosen(
            "refusals",
            always: [(Refusal.owner, Start?.none), (.immutable, .afterKill)],
            long: [
                (.owner, .again), (.owner, .afterKill), (.immutable, .none), (.immutable, .again),
            ]))
    func `Where one directory of done takes nothing, its files lie beside it and the others flow`(
        refusal: Refusal, start: Start?
    ) async throws {
        let daemon = try Self.daemon()
        for feed in ["refused", "open"] {
            try daemon.scratch.makeDirectory("inbox/\(feed)")
            chmod(daemon.inbox(feed), 0o777)
        }
        try await daemon.start()
        try daemon.drop(SampleText.article(0), as: "refused/first.txt")
        try await daemon.settle(records: 1)
        let done = daemon.scratch.at("done")
        let day = try #require(Files.list(done).first?.split(separator: "/").first)
        let directory = "\(done)/\(day)/refused"
        func refuse(_ isRefused: Bool) async throws -> Bool {
            switch refusal {
            case .owner:
                chown(directory, isRefused ? 0 : uid_t(Self.nobody), 0)
                return true
            case .immutable:
                let sign = isRefused ? "+" : "-"
                return try await Tools.run(["chattr", "\(sign)i", directory], in: "/").status
                    == .exit(0)
            }
        }
        guard Tools.need(try await refuse(true), "no file can be made immutable here") else {
            return
        }
        defer {
            do { try ChildProcess(["chattr", "-i", directory], in: "/").join() } catch {
                print("it stays immutable: \(directory): \(error)")
            }
        }
        for number in 1...40 {
            try daemon.drop(
                SampleText.article(number),
                as: number % 4 == 0 ? "refused/\(number).txt" : "open/\(number).txt")
            await pause(milliseconds: 20)
        }
        await waitUntil(seconds: 10) { daemon.lineCount == 41 && daemon.waiting.isEmpty }
        #expect(daemon.lineCount == 41 && daemon.waiting.isEmpty, "\(daemon.waiting) \(daemon.log)")
        daemon.process?.send(SIGHUP)
        if let start {
            try await Self.restart(daemon, start)
            try daemon.drop(SampleText.article(50), as: "refused/50.txt")
            await waitUntil { daemon.lineCount == 42 && daemon.waiting.isEmpty }
            #expect(daemon.lineCount == 42 && daemon.waiting.isEmpty, "\(daemon.log)")
        }
        _ = try await refuse(false)
        #expect(Set(Files.list(directory)) == ["first.txt"])
        let count = start == nil ? 41 : 42
        #expect(try daemon.allRecords().count == count)
        #expect(daemon.done.count == count)
        #expect(await daemon.stop() == .exit(0))
    }
}
