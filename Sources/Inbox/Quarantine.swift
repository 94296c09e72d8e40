import Articles
import JSON
import Platform
import SystemPackage

/// Where files go, whole, that could not be read, each with a `.reason.json` beside it that was
/// written and synced first.
package struct Quarantine: Sendable {
    package var path: FilePath

    package init(at path: FilePath) { self.path = path }

    /// Moves a file here, with its reason.
    package func take(
        _ file: PutAway.File, from root: InboxRoot, because reason: Reason, received: Moment
    ) throws(SystemError) -> PutAway.Outcome {
        let directory = try self.directory(file)
        guard let name = file.path.lastComponent else { return .gone }
        let filed = try free(name, file.digest, in: directory)
        var writer = JSONWriter()
        writer.beginObject()
        describe(reason, file, received, into: &writer)
        writer.endObject()
        writer.lineFeed()
        try write(writer.finish(), as: Self.reasonName(filed), in: directory)
        let putAway = PutAway(from: root, to: path)
        let outcome = try putAway.put(file)
        try putAway.sync()
        return outcome
    }

    func directory(_ file: PutAway.File) throws(SystemError) -> Directory {
        let base = try Directory.make(path)
        return try base.makeFeedDirectory(
            FilePath(file.day).pushing(file.path.removingLastComponent()))
    }

    /// The first of the file's names that is free here.
    private func free(
        _ name: FilePath.Component, _ digest: String, in directory: borrowing Directory
    ) throws(SystemError) -> FilePath {
        let filed = FiledName(name: name, digest: digest)
        for number in 0...FiledName.attempts {
            do throws(SystemError) {
                _ = try directory.status(filed.attempt(number))
            } catch {
                guard error.cause == .missing else { throw error }
                return filed.attempt(number)
            }
        }
        throw SystemError("find a free name in", directory.path, errno: .fileExists)
    }

    static func reasonName(_ name: FilePath) -> FilePath {
        name.lastComponent?.followed(by: ".reason.json") ?? ".reason.json"
    }

    private func describe(
        _ reason: Reason, _ file: PutAway.File, _ received: Moment, into writer: inout JSONWriter
    ) {
        writer.key("file")
        writer.string(file.path.printable)
        reason.writeMembers(to: &writer)
        writer.key("size")
        writer.integer(file.identity.size)
        writer.key("received")
        writer.string(received.toTheMicrosecond)
    }

    /// Written under a temporary name, synced, then named, over an earlier one of a killed run.
    func write(
        _ bytes: [UInt8], as name: FilePath, in directory: borrowing Directory
    ) throws(SystemError) {
        try directory.replace(
            name, by: bytes, through: FilePath(".\(Int(SystemClock.monotonic)).tmp"))
    }
}
