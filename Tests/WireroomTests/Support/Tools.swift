import Glibc
import TestSupport

/// Programs of the machine that tests drop files with.
enum Tools {
    struct Outcome {
        let status: ChildProcess.Ending?
        let output: String
        let errors: String
    }

    /// Runs a program to its end, at most so many seconds.
    @discardableResult
    static func run(
        _ arguments: [String], in directory: String, environment: [String] = [],
        seconds: Double = 60
    ) async throws -> Outcome {
        var template = Array("/tmp/wireroom-output-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw Scratch.Failed("mkstemp", "/tmp") }
        close(file)
        let output = String(
            decoding: template.map(UInt8.init(bitPattern:)).prefix { $0 != 0 }, as: UTF8.self)
        let errors = output + ".errors"
        defer {
            unlink(output)
            unlink(errors)
        }
        let child = try ChildProcess(
            arguments, in: directory, environment: environment, output: output, errors: errors)
        let status = await child.wait(seconds: seconds)
        return Outcome(status: status, output: Files.text(output), errors: Files.text(errors))
    }

    /// Runs a line of shell.
    @discardableResult
    static func shell(_ line: String, in directory: String) async throws -> Outcome {
        try await run(["bash", "-c", line], in: directory)
    }

    static func has(_ program: String) -> Bool {
        let places = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return places.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    /// Says why a test has nothing to do here, for its condition.
    static func need(_ condition: Bool, _ what: String) -> Bool {
        if !condition { print("skipped: \(what)") }
        return condition
    }

    /// The arguments that a test is always run with, and where long tests are wanted the others too.
    static func chosen<Argument>(
        _ what: String, always: [Argument], long: [Argument]
    ) -> [Argument] {
        let count = "\(long.count) of \(always.count + long.count)"
        return need(areLongTestsWanted, "\(count) \(what): WIREROOM_LONG_TESTS=1 is not set")
            ? always + long : always
    }

    /// Whether the tests that take many minutes are asked for.
    static let areLongTestsWanted = LongForm.isWanted
}
