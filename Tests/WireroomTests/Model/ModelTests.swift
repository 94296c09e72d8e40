import Glibc
import TestSupport
import Testing

/// Random sequences of what senders, operators and the machine do, run on the real daemon beside a
/// small model of what must come out. A failure prints the shortest sequence that still fails:
///
///     WIREROOM_MODEL_ACTIONS='drop a.txt t1; kill; start' swift test --filter ModelTests
///     WIREROOM_MODEL_SEED=7 swift test --filter ModelTests
@Suite(.serialized) struct ModelTests {
    private static let length = 30

    @Test(.timeLimit(.minutes(10)))
    func `Sequences that were once wrong or are likely to be`() async throws {
        for line in Self.known {
            let actions = try #require(ModelAction.sequence(line), "\(line)")
            if let problem = await Self.problem(actions) { Self.tell(actions, problem) }
        }
    }

    /// Short ones, each with the corner that it is about.
    private static let known = [
        // A killed daemon has archived a file and perhaps not put it away.
        "drop a.txt t1; pause 40; kill; start",
        // Every way in, then nothing but the end.
        "drop a.txt t1; write b.txt l2+3+!4; drop c.txt empty; drop d/a.txt j5; link a.txt e/a.txt",
        // Events are lost while the daemon stands still.
        "freeze; drop a.txt t1; write d/a.txt t2; flood; drop d/s/a.txt t3; write b.txt t4; thaw",
        // A directory is moved about with files in it.
        "freeze; drop d/a.txt t1; move d e; drop d/a.txt t2; out e; thaw; in e; move e d",
    ]

    @Test(.timeLimit(.minutes(15)), arguments: seeds)
    func `The daemon does what the model says`(seed: UInt64) async throws {
        var generator = ActionGenerator(seed: seed)
        let actions = generator.actions(Self.length)
        guard let problem = await Self.problem(actions) else { return }
        await Self.fail(actions, problem, seed: seed)
    }

    private static let seeds: [UInt64] = {
        if let given = getenv("WIREROOM_MODEL_SEED"), let seed = UInt64(String(cString: given)) {
            return [seed]
        }
        return Array(1...8)
    }()

    @Test(
        .timeLimit(.minutes(20)),
        .enabled(if: Tools.need(Tools.areLongTestsWanted, "WIREROOM_LONG_TESTS=1 is not set")))
    func `Ten minutes of random sequences`() async throws {
        let end = ContinuousClock.now + .seconds(600)
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    var count = 0
                    while ContinuousClock.now < end {
                        let seed = UInt64.random(in: 1...UInt64.max)
                        var generator = ActionGenerator(seed: seed)
                        let actions = generator.actions(Self.length)
                        count += 1
                        guard let problem = await Self.problem(actions) else { continue }
                        await Self.fail(actions, problem, seed: seed)
                        return count
                    }
                    return count
                }
            }
            var count = 0
            for await part in group { count += part }
            print("\(count) sequences of \(Self.length) actions")
        }
    }

    @Test(
        .timeLimit(.minutes(10)),
        .enabled(if: getenv("WIREROOM_MODEL_ACTIONS") != nil))
    func `The sequence that is given`() async throws {
        let line = getenv("WIREROOM_MODEL_ACTIONS").map { String(cString: $0) } ?? ""
        let actions = try #require(ModelAction.sequence(line), "\(line)")
        for _ in 0..<10 {
            guard let problem = await Self.problem(actions) else { continue }
            Self.tell(actions, problem)
            return
        }
    }

    // MARK: Failing

    private static func problem(_ actions: [ModelAction]) async -> String? {
        do {
            try await ModelRun.check(actions)
            return nil
        } catch {
            return "\(error)"
        }
    }

    private static func fail(_ actions: [ModelAction], _ problem: String, seed: UInt64) async {
        print("seed \(seed) fails: \(problem)\n… and is made shorter")
        let (shortest, problem) = await Shrinking().shrink(actions, problem) {
            await Self.problem($0)
        }
        print("the shortest of seed \(seed): \(shortest.count) of \(actions.count) actions")
        tell(shortest, problem)
    }

    private static func tell(_ actions: [ModelAction], _ problem: String) {
        let line = actions.map(\.description).joined(separator: "; ")
        Issue.record("WIREROOM_MODEL_ACTIONS='\(line)'\n\(problem)")
    }
}
