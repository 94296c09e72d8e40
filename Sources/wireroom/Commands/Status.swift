import Archiving
import ArgumentParser
import JSON
import Platform
import Settings
import SystemPackage

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How the running daemon stands.",
        discussion: """
            Exits with 69 where no daemon runs on the archive.

              wireroom status --json | jq .waiting
            """)

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "All figures, as JSON.") var json = false

    func run() throws {
        do {
            let settings = try options.load()
            let bytes = try status(of: settings)
            if json {
                StandardStreams.output(String(decoding: bytes, as: UTF8.self))
            } else {
                var parser = JSONParser()
                let line = try bytes.withUnsafeBytes { bytes in
                    try parser.parse(bytes) { $0.member("status")?.string }
                }
                StandardStreams.output((line ?? "") + "\n")
            }
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    /// Nil where this user may not know.
    private func isInUse(_ archive: FilePath) throws(SystemError) -> Bool? {
        do throws(SystemError) {
            return try Archive.isInUse(at: archive)
        } catch {
            guard error.cause == .denied else { throw error }
            return nil
        }
    }

    private func status(of settings: Settings) throws -> [UInt8] {
        let archive = settings.archive.path
        var isRunning = false
        do throws(SystemError) {
            let file = StatusFile(in: archive)
            if let isInUse = try isInUse(archive) {
                isRunning = isInUse
            } else {
                isRunning = try file.isOfLivingProcess()
            }
            if isRunning { return try file.read() }
        } catch {
            if error.cause != .missing { throw Failure(error.description, .inputOutput) }
        }
        if isRunning { throw Failure("the daemon starts; ask again in a second", .noDaemon) }
        throw Failure(
            "no daemon runs on \(archive.printable); start one with: wireroom run", .noDaemon)
    }
}
