import ArgumentParser
import Glibc
import SystemPackage

/// The command.
@main
struct JudgingSpeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judging-speed",
        abstract: "Measures the judge on one thread, on made-up articles of 5 KB.",
        discussion: """
            Features, judging and admitting are timed; a copy is compared with the record of its \
            original, read back from a segment of an archive. The articles are the same on every run.

              swift run -c release judging-speed
              swift run -c release judging-speed print --count 5000 >articles.jsonl
            """,
        subcommands: [Measure.self, Print.self], defaultSubcommand: Measure.self)

    /// Measures.
    struct Measure: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Measures speed and memory as the index grows.")

        @Option(help: "Articles known in the end.")
        var most = 1_000_000
        @Option(help: "Articles that are measured at each level.")
        var measured = 20_000
        @Option(help: "Where records are kept meanwhile, some hundreds of megabytes.")
        var directory = "/tmp"
        @Flag(help: "Prints JSON.")
        var json = false

        func validate() throws {
            guard most >= 2 * Measurement.usual, measured >= 2_000 else {
                throw ValidationError(
                    "--most is \(2 * Measurement.usual) or more, --measured 2000 or more.")
            }
        }

        func run() throws {
            var plan = Measurement.Plan()
            plan.most = most
            plan.measured = measured
            let path = FilePath(directory).appending("judging-speed-\(getpid())")
            let measurement = try Measurement(plan, recordsAt: path) { step in
                Console.tell("judging-speed: \(step)\n")
            }
            if json {
                Console.answer(measurement.json)
            } else {
                Console.answer(Array(measurement.text.utf8))
            }
        }
    }

    /// Prints.
    struct Print: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints such articles as JSON Lines, one in ten a copy: for other programs.")

        @Option(help: "How many.")
        var count = 5_000

        func run() throws {
            let news = SyntheticNews()
            for number in 1...max(count, 1) {
                let isCopy = number % 10 == 0
                let article =
                    isCopy ? news.copy(of: number - 5, seed: number) : news.article(number)
                Console.answer(article.line(named: "\(number)"))
            }
        }
    }
}
