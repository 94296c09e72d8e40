import Archiving
import ArgumentParser

struct Join: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Correct a verdict: a record is a later state or a copy of another.",
        discussion: """
            The article is archived again, as a revision of the other's original, and later articles \
            are judged by that; no record is changed. An original takes its own revisions along. With \
            --story it only goes to the other's story. \(RecordArgument.help) Beside a running daemon \
            it is the daemon that does it, at once. Exits with 65 where it cannot be done, and with 66 \
            where there is no such record.

              wireroom join articles:1204 articles:1198
              wireroom join --story articles:1204 articles:1198
            """)

    @OptionGroup var options: CorrectionOptions
    @Argument(help: "What was taken for another article.", transform: RecordArgument.name)
    var record: RecordName
    @Argument(help: "What it is one with.", transform: RecordArgument.name) var original: RecordName

    func run() async throws { try await options.correct(record, joining: original) }
}
