import Archiving
import ArgumentParser
import Articles
import Settings

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show archived articles, for reading.",
        discussion: """
            \(RecordArgument.help) Of an article that is archived more than once, the newest record of \
            the articles stream is meant. The archive is only read, also beside a running daemon. \
            Exits with 66 where there is no such record, and with 64 where several are called so.

              wireroom show articles:1204
              wireroom show --json 3c81601532f30ccc | jq -r .text
            """)

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "The line of each record, as it is archived.") var json = false
    @Argument(help: "Records.", transform: RecordArgument.name) var records: [RecordName]

    func run() throws {
        do {
            let search = try RecordArgument.search(try options.load())
            var last: Failure?
            for (index, name) in records.enumerated() {
                do {
                    let found = try RecordArgument.find(name, in: search)
                    if !json, index > 0 { StandardStreams.output("\n\n") }
                    try show(found, search)
                } catch let failure as Failure where records.count > 1 {
                    last = failure
                    _ = failure.reported()
                }
            }
            if let last { throw ExitCode(last.code.rawValue) }
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    private func show(_ found: FoundRecord, _ search: ArchiveSearch) throws {
        if json { return StandardStreams.output(found.line) }
        let archived = try RecordArgument.decoded(found)
        let page = ArticlePage(
            columns: StandardStreams.outputColumns, inColour: StandardStreams.outputIsTerminal)
        StandardStreams.output(
            page.text(
                archived, at: found.place, whole: try RecordArgument.whole(archived, in: search)))
    }
}
