import Glibc
import Testing

/// What a sender does to a file between the moment it was read and the moment it is put away; the
/// window is held open by delaying the move.
@Suite(.serialized, .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")))
struct ReplacedTests {
    enum Change: CaseIterable {
        case replaced, replacedByTheSame, appended, writtenAnew, cutOff, removed, movedOn
        case becameADirectory, becameALink
    }

    enum Interruption: CaseIterable { case none, stop, reload, kill, killAfterTheMove }

    private static let old = SampleText.article(1, paragraphs: 3)
    private static let new = SampleText.article(2, paragraphs: 3)
    private static let more = SampleText.article(3)

    private static func make(_ change: Change, _ daemon: Daemon) throws {
        let path = daemon.inbox("a.txt")
        switch change {
        case .replaced: try daemon.drop(new, as: "a.txt")
        case .replacedByTheSame: try daemon.drop(old, as: "a.txt")
        case .appended: try Files.append("\n" + more, to: path)
        case .writtenAnew: try Files.write(new, to: path)
        case .cutOff: truncate(path, 300)
        case .removed: unlink(path)
        case .movedOn: try Files.rename(path, daemon.inbox("b.txt"))
        case .becameADirectory:
            unlink(path)
            try daemon.scratch.makeDirectory("inbox/a.txt")
            try daemon.drop(new, as: "a.txt/c.txt")
        case .becameALink:
            unlink(path)
            try Files.write(new, to: daemon.scratch.at("elsewhere"))
            symlink("../elsewhere", path)
        }
    }

    /// The texts of the records that must be there in the end; nil where one is a duplicate.
    private static func texts(after change: Change) -> [String?] {
        let old = String(old.dropLast())
        let new = String(new.dropLast())
        return switch change {
        case .replaced, .writtenAnew, .becameADirectory: [old, new]
        case .appended: [old, "\(old)\n\n\(more.dropLast())"]
        case .replacedByTheSame, .movedOn: [old, nil]
        case .cutOff: [old, String(old.prefix(300))]
        case .removed, .becameALink: [old]
        }
    }

    /// A daemon that has archived a file, which was changed just before it is moved.
    ///
    /// - Parameters:
    ///   - isHeldAfterwards: whether it is held up after the move as well.
    ///   - isElsewhere: done/ is on another file system; then the move is the one under a name of its
    ///     own, after the copy was synced and named.
    private static func daemon(
        after change: Change, isHeldAfterwards: Bool = false, isElsewhere: Bool = false
    ) async throws -> Daemon {
        let done = isElsewhere ? #", "done": "other/done""# : ""
        // On a machine that has much else to do the moment may be missed.
        for _ in 1...5 {
            let daemon = try Daemon(inbox: #""rescanSeconds": 1\#(done)"#)
            if isElsewhere { try daemon.scratch.mount("other", kibibytes: 4096) }
            daemon.wrapper = Strace.injecting(
                "renameat2:delay_enter=1500000:when=\(isElsewhere ? 3 : 1)"
                    + (isHeldAfterwards ? ":delay_exit=4000000" : ""))
            try await daemon.start()
            if try make(change, beforeTheMove: daemon) { return daemon }
            await daemon.kill()
        }
        throw Missed()
    }

    struct Missed: Error {}

    /// - Returns: false where the file was moved before. Waits on its thread, so that no other test
    ///   comes in between.
    private static func make(_ change: Change, beforeTheMove daemon: Daemon) throws -> Bool {
        try daemon.drop(old, as: "a.txt")
        for _ in 0..<2000 where daemon.lineCount == 0 { usleep(10_000) }
        usleep(400_000)
        guard daemon.lineCount == 1, daemon.waiting == ["a.txt"] else { return false }
        try make(change, daemon)
        return true
    }

    /// - Returns: whether it was moved.
    private static func killAfterTheMove(_ daemon: Daemon) -> Bool {
        for _ in 0..<1000 where !daemon.waiting.isEmpty { usleep(10_000) }
        let isMoved = daemon.waiting.isEmpty
        daemon.process?.sendToAll(SIGKILL)
        return isMoved
    }

    private static func check(
        _ daemon: Daemon, after change: Change, in done: String = "done"
    ) async throws {
        let expected = texts(after: change)
        let left = change == .becameALink ? ["a.txt"] : []
        await waitUntil { daemon.lineCount >= expected.count && daemon.waiting == left }
        // Whatever else it might take has settled by then.
        await pause(milliseconds: 700)
        let records = try daemon.allRecords()
        #expect(records.count == expected.count, "\(daemon.log)")
        // A text of which a part was there before stands there whole where it is a revision.
        let found = records.filter { $0.verdict != "duplicate" || $0.match != "exact" }.map(\.text)
        #expect(found.allSatisfy { text in expected.contains { $0 == text } }, "\(found)")
        #expect(found.count == expected.count { $0 != nil })
        #expect(daemon.waiting == left)
        // What lies in done are the files that the sender left, whole.
        let done = daemon.scratch.at(done)
        let kept = Files.list(done).filter { !$0.contains("/.") }.map {
            Files.text("\(done)/\($0)")
        }
        #expect(Set(kept).isSubset(of: [old, new, old + "\n" + more, String(old.prefix(300))]))
        let last: String? =
            switch change {
            case .replaced, .writtenAnew, .becameADirectory: new
            case .appended: old + "\n" + more
            case .replacedByTheSame, .movedOn: old
            case .cutOff: String(old.prefix(300))
            case .removed, .becameALink: nil
            }
        #expect(last.map { kept.contains($0) } ?? kept.isEmpty, "\(kept)")
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: Tools.chosen(
            "changes before the move",
            always: [Change.replaced, .appended, .movedOn, .becameADirectory],
            long: [.replacedByTheSame, .writtenAnew, .cutOff, .removed, .becameALink]))
    func `What was changed before it was moved is another drop`(change: Change) async throws {
        let daemon = try await Self.daemon(after: change)
        try await Self.check(daemon, after: change)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: Tools.chosen(
            "interruptions of the move",
            always: [
                (Change.replaced, Interruption.stop), (.appended, .kill),
                (.replaced, .killAfterTheMove),
            ],
            long: [
                (.appended, .stop), (.replaced, .kill), (.appended, .killAfterTheMove),
                (.replaced, .reload), (.appended, .reload),
            ]))
    func `Interrupted in between, it is another drop as well`(
        change: Change, interruption: Interruption
    ) async throws {
        let daemon = try await Self.daemon(
            after: change, isHeldAfterwards: interruption == .killAfterTheMove)
        switch interruption {
        case .none: break
        case .stop:
            daemon.process?.sendToAll(SIGTERM)
            #expect(await daemon.process?.wait() == .exit(0))
        case .reload: daemon.process?.sendToAll(SIGHUP)
        case .kill: await daemon.kill()
        case .killAfterTheMove:
            #expect(Self.killAfterTheMove(daemon))
            await daemon.waitForDeath()
        }
        if daemon.ending != nil {
            daemon.wrapper = []
            try await daemon.start()
        }
        try await Self.check(daemon, after: change)
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Scratch.isRoot, "only root may mount another file system")),
        arguments: [Interruption.none, .killAfterTheMove])
    func `On another file system as well`(interruption: Interruption) async throws {
        let isKilled = interruption == .killAfterTheMove
        let daemon = try await Self.daemon(
            after: .replaced, isHeldAfterwards: isKilled, isElsewhere: true)
        if isKilled {
            #expect(Self.killAfterTheMove(daemon))
            await daemon.waitForDeath()
            daemon.wrapper = []
            try await daemon.start()
        }
        try await Self.check(daemon, after: .replaced, in: "other/done")
        let hidden = Files.list(daemon.inbox()).filter { $0.hasSuffix(".tmp") }
        #expect(hidden.isEmpty, "\(hidden)")
    }
}
