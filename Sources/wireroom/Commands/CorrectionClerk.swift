import Archiving
import Articles
import Ingesting
import Logging
import Platform
import Reporting
import Settings
import SystemPackage

/// Has a verdict corrected: by the daemon where one runs, else by itself.
///
/// The request is written down first, in either case, and stays until it is answered: who is killed
/// meanwhile loses nothing, and nothing is done twice.
struct CorrectionClerk {
    /// So long it waits for a daemon, in nanoseconds.
    private static let patience: Int64 = 10_000_000_000
    /// The answer is a file, by whichever process has the archive open: a look now and then finds it,
    /// and the thread that waits has nothing else to do.
    private static let pauseMilliseconds: UInt32 = 30

    private let settings: Settings
    private var archive: FilePath { settings.archive.path }

    init(_ settings: Settings) { self.settings = settings }

    /// Blocks, for a thread of its own.
    ///
    /// - Throws: ``Failure``
    func ask(_ request: CorrectionRequest) throws -> CorrectionAnswer {
        do {
            try checkOwner()
            let box = try CorrectionBox(in: archive)
            return try answer(to: try box.put(request), in: box)
        } catch let error as SystemError {
            throw Failure(error.description, error.cause == .denied ? .cannotCreate : .inputOutput)
        }
    }

    /// What another user writes there, the daemon could not go on with.
    private func checkOwner() throws {
        let owner = try owner()
        guard owner == CurrentUser.id else {
            throw Failure(
                "\(archive.printable) belongs to user \(owner): run this as that user (sudo -u)",
                .cannotCreate)
        }
    }

    private func owner() throws(SystemError) -> UInt32 {
        let directory = try Directory.open(archive)
        do throws(SystemError) {
            return try directory.status("lock").owner
        } catch {
            guard error.cause == .missing else { throw error }
            return try directory.descriptor.status().owner
        }
    }

    private func answer(to name: String, in box: CorrectionBox) throws -> CorrectionAnswer {
        let end = SystemClock.monotonic + Self.patience
        while SystemClock.monotonic < end {
            if let answer = try box.takeAnswer(to: name) { return answer }
            if try !Archive.isInUse(at: archive), let answer = try answerHere(name, in: box) {
                return answer
            }
            WorkerThread.rest(milliseconds: Self.pauseMilliseconds)
        }
        throw Failure(
            "who writes to \(archive.printable) has not answered yet: it is written down, and will be "
                + "done", .alreadyRunning)
    }

    /// Opens the archive, which takes up what is asked; nil where another came first.
    private func answerHere(
        _ name: String, in box: CorrectionBox
    ) throws -> CorrectionAnswer? {
        let output = LogOutput.lines(inColour: StandardStreams.errorIsTerminal)
        let pipeline = Pipeline(
            CurrentSettings(settings), mode: .inPlace,
            reporter: Reporter(output.logger(level: .warning)))
        do throws(PipelineFailure) {
            try pipeline.start()
        } catch {
            if case .archive(.inUse) = error { return nil }
            try box.withdraw(name)
            throw Failure(error)
        }
        defer { pipeline.stop() }
        while pipeline.failure == nil {
            if let answer = try box.takeAnswer(to: name) { return answer }
            WorkerThread.rest(milliseconds: Self.pauseMilliseconds)
        }
        try box.withdraw(name)
        throw pipeline.failure.map { Failure($0) } ?? Failure("the archive closed", .inputOutput)
    }
}
