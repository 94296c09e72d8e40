import Archiving
import ArgumentParser

struct Separate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Correct a verdict: a record repeats or revises nothing.",
        discussion: """
            The article is archived again, as an original of its own, and later articles are judged by \
            that; no record is changed. With --story it only leaves its story. \(RecordArgument.help) \
            Beside a running daemon it is the daemon that does it, at once. Exits with 65 where it \
            cannot be done, as for an exact copy, and with 66 where there is no such record.

              wireroom separate duplicates:7
              wireroom separate --story articles:1204
            """)

    @OptionGroup var options: CorrectionOptions
    @Argument(help: "What was taken for a copy or a revision.", transform: RecordArgument.name)
    var record: RecordName

    func run() async throws { try await options.correct(record) }
}
