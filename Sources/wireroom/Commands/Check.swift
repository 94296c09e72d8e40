import ArgumentParser
import Articles
import JSON
import Platform
import Settings
import SystemPackage

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at the configuration, the directories and the limits of the machine.",
        discussion: """
            Exits with 78 where the configuration is wrong, with 73 where a directory cannot be used.

              wireroom check --config /etc/wireroom/config.json
            """)

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "All findings, as JSON.") var json = false

    func run() throws {
        do {
            let settings = try options.load()
            let findings = Examination(settings).findings
            if json {
                StandardStreams.output(Finding.json(findings))
            } else {
                for finding in findings {
                    StandardStreams.output(finding.line(inColour: StandardStreams.outputIsTerminal))
                }
            }
            if findings.contains(where: { $0.grade == .bad }) {
                throw ExitCode(Failure.Code.cannotCreate.rawValue)
            }
        } catch let failure as Failure {
            throw failure.reported()
        }
    }
}
