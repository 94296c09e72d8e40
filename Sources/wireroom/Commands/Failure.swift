import ArgumentParser
import Archiving
import Ingesting
import Platform

/// Why a command ends without having done its work: a text for people on standard error, and an
/// exit code of sysexits.h for programs.
struct Failure: Error, CustomStringConvertible {
    enum Code: Int32 {
        case usage = 64
        case someQuarantined = 65
        case noRecord = 66
        case noDaemon = 69
        case cannotCreate = 73
        case inputOutput = 74
        case alreadyRunning = 75
        case configuration = 78

        /// What is asked for cannot be done with these records: bad data, as above.
        static let refused = Code.someQuarantined
    }

    let description: String
    let code: Code

    init(_ description: String, _ code: Code) {
        self.description = description
        self.code = code
    }

    init(_ failure: PipelineFailure) {
        switch failure {
        case .archive(.inUse): self.init(failure.description, .alreadyRunning)
        case .archive(.cannotOpen(let error)), .system(let error):
            let isForbidden = error.cause == .denied || error.cause == .readOnly
            // Set by systemd for the processes of its units (systemd.exec(5)).
            let isService = ProcessEnvironment.variables["INVOCATION_ID"] != nil
            let advice =
                "; as a service Wireroom may write to its own directories only: wireroom check prints "
                + "what to add for others"
            self.init(
                failure.description + (isForbidden && isService ? advice : ""),
                isForbidden ? .cannotCreate : .inputOutput)
        default: self.init(failure.description, .inputOutput)
        }
    }

    /// Writes the text and gives what ends the program with the code.
    func reported() -> ExitCode {
        StandardStreams.error("wireroom: \(description)\n")
        return ExitCode(code.rawValue)
    }
}
