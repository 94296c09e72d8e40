import Archiving
import ArgumentParser
import Articles
import Ingesting
import Settings

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Why a record is a copy, a revision, or part of a story.",
        discussion: """
            The record is compared once more with what it was matched with: the two texts side by \
            side, what differs, the scores and the rule that decides; then its story, and the terms \
            that hold it together. With OTHER the two records are compared, whatever they were taken \
            for. \(RecordArgument.help) The archive is only read, also beside a running daemon.

              wireroom explain duplicates:7
              wireroom explain articles:1204 articles:1187
              wireroom explain --json duplicates:7 | jq .rule
            """)

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "One line of JSON.") var json = false
    @Flag(help: "Long passages to their ends.") var whole = false
    @Argument(help: "What is to be explained.", transform: RecordArgument.name)
    var record: RecordName
    @Argument(help: "What to compare it with.", transform: RecordArgument.name)
    var other: RecordName?

    func run() throws {
        do {
            let settings = try options.load()
            let search = try RecordArgument.search(settings)
            let named = try Named(record, in: search)
            let other = try other.map { try Named($0, in: search) }
            StandardStreams.output(try answer(named, other, settings))
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    private func answer(_ named: Named, _ other: Named?, _ settings: Settings) throws -> String {
        let page = ExplanationPage(
            columns: StandardStreams.outputColumns, inColour: StandardStreams.outputIsTerminal,
            isWhole: whole, thresholds: settings.deduplication)
        if let other {
            let (older, newer) = named.isAfter(other) ? (other, named) : (named, other)
            let pair = Explainer.compare(older: older.whole, newer: newer.whole, settings)
            return json
                ? ExplanationLine.json(pair, older: older.place, newer: newer.place)
                : page.text(pair, older: older.place, newer: newer.place)
        }
        do {
            let explanation = try Explainer(settings).explain(named.archived)
            return json
                ? ExplanationLine.json(explanation, at: named.place)
                : page.text(explanation, at: named.place)
        } catch {
            throw Failure("\(error)", .inputOutput)
        }
    }
}

/// A record that was named, with the article that it may only refer to.
private struct Named {
    var place: RecordPlace
    var archived: ArchivedRecord
    var whole: ArchivedRecord

    /// - Throws: ``Failure``
    init(_ name: RecordName, in search: ArchiveSearch) throws {
        let found = try RecordArgument.find(name, in: search)
        place = found.place
        archived = try RecordArgument.decoded(found)
        whole = try RecordArgument.whole(archived, in: search) ?? archived
    }

    func isAfter(_ other: Named) -> Bool {
        (archived.record.received, place.sequence)
            >= (other.archived.record.received, other.place.sequence)
    }
}
