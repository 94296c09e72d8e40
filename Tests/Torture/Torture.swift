import ArgumentParser
import Glibc

@main struct Torture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torture",
        abstract: "Kills and breaks the real daemon, and checks what is left.",
        discussion: "Acts: "
            + Acts.all.map { "\($0.name) (\($0.what))" }.joined(separator: ", ")
            + ". plants is always done first: it shows that the checker finds what is wrong.")

    @Argument(help: "The acts; all of them when none is named.") var acts: [String] = []
    @Flag(help: "Thousands of kills, all system calls, 1,000 power cuts: an hour or more.")
    var long = false
    @Option(help: "Decides all that is random.") var seed: UInt64 = 1
    @Option(help: "The one round to be done.") var round: String?
    @Option(help: "How many rounds, for acts that may do any number.") var rounds: Int?
    @Flag(help: "The table as JSON.") var json = false
    @Flag(help: "Keep the directories of good rounds as well.") var keep = false
    @Flag(help: "Tell each round, with its seconds.") var verbose = false
    @Option(help: "The daemon; by default beside this program.") var program: String?

    func validate() throws {
        for act in acts where !Acts.all.contains(where: { $0.name == act }) {
            throw ValidationError("There is no act \(act).")
        }
        if let rounds, rounds < 1 { throw ValidationError("At least one round.") }
    }

    func run() throws {
        let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        // mkdtemp(3) puts letters of its own in the place of the six at the end.
        var template = Array("\(place)/torture-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(call: "mkdtemp", Path(place)) }
        let scratch = Path(template.map(UInt8.init(bitPattern:)).prefix { $0 != 0 })
        let options = Bench.Options(
            program: try program ?? Self.daemonBeside(), isLong: long, seed: seed, only: round,
            rounds: rounds, keepsAll: keep, tellsAll: verbose, scratch: scratch)
        var table = Table()
        for act in Acts.all where isWanted(act) {
            table.rows.append(try perform(act, options))
            if act == Plants.self, !table.total.isClean { break }
        }
        print(json ? table.json : table.text)
        // Only goes where nothing was kept in it.
        _ = scratch.withC { rmdir($0) }
        if !table.total.isClean { throw ExitCode.failure }
    }

    private func isWanted(_ act: any Act.Type) -> Bool {
        acts.isEmpty || acts.contains(act.name) || act == Plants.self && round == nil
    }

    private func perform(_ act: any Act.Type, _ options: Bench.Options) throws -> Table.Row {
        let bench = Bench(options, act: act.name)
        if let obstacle = act.obstacle {
            bench.progress.tell("skipped: \(act.name): \(obstacle)")
            return Table.Row(act: act.name, tally: Tally(), skipped: obstacle)
        }
        let begun = ContinuousClock.now
        do {
            try act.run(on: bench)
        } catch {
            bench.found(Finding(.conduct, "\(error)"))
        }
        bench.add(seconds: begun.duration(to: .now) / .seconds(1))
        bench.progress.tell("\(act.name): \(bench.tally.isClean ? "good" : "FAILED")")
        return Table.Row(act: act.name, tally: bench.tally)
    }

    private static func daemonBeside() throws -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let own = Path(buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) })
        let daemon = own.directory / "wireroom"
        guard Files.exists(daemon) else { throw Failure("no wireroom beside \(own)") }
        return daemon.description
    }
}
