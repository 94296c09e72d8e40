import ArgumentParser
import Glibc

/// The program: one command for each thing a person may want of it.
@main
struct Wireroom: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "wireroom",
        abstract: "Turns news articles that are dropped into a directory into a clean archive.",
        discussion: """
            Drop files into the inbox; each article becomes one line of JSON in the archive, \
            normalised, and marked as original, revision or duplicate.

              wireroom check                  look at the configuration
              wireroom run                    watch the inbox
              wireroom inspect article.txt    what would become of a file, and why
              wireroom explain duplicates:7   why a record is a copy, a revision, part of a story
            """,
        version: version,
        subcommands: [
            Run.self, Ingest.self, Inspect.self, Show.self, Explain.self, Separate.self, Join.self,
            Status.self,
            Check.self,
        ])

    static func main() async {
        // A reader that goes away (a pipe into head, a journal that restarts) is no reason to die;
        // neither is a lease that a writer breaks.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGIO, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: error)
        }
    }
}
