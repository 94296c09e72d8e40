import Archiving
import ArgumentParser
import Articles
import Ingesting

/// What both kinds of corrections have.
struct CorrectionOptions: ParsableArguments {
    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "The story alone is wrong; the verdict stays.") var story = false
    @Flag(help: "The answer as JSON: outcome, sentence and record.") var json = false

    /// Finds the records, has the correction done, and tells what became of it.
    func correct(_ record: RecordName, joining other: RecordName? = nil) async throws {
        do {
            let settings = try options.load()
            let search = try RecordArgument.search(settings)
            let place = try RecordArgument.find(record, in: search).place
            let action: CorrectionRequest.Action =
                try other.map { .join(try RecordArgument.find($0, in: search).place) } ?? .separate
            let request = CorrectionRequest(action, place, isOfStory: story)
            let answer = try await onOwnThread("correction") {
                try CorrectionClerk(settings).ask(request)
            }
            if json {
                StandardStreams.output(answer.json)
            } else if answer.outcome != .refused {
                StandardStreams.output(TerminalText.safe(answer.sentence) + ".\n")
            }
            guard answer.outcome == .refused else { return }
            if !json { throw Failure(TerminalText.safe(answer.sentence), .refused) }
            throw ExitCode(Failure.Code.refused.rawValue)
        } catch let failure as Failure {
            throw failure.reported()
        }
    }
}
