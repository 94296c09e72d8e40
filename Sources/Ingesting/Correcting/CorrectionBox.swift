import Articles
import Platform
import SystemPackage

/// `archive/requests`: where requests for corrections are written down, and answered. Only the
/// archive's owner can write there.
///
/// A request stays until it is answered, also over a kill of whoever writes the archive; one that was
/// done and not yet answered then is found to be done already.
package final class CorrectionBox: Sendable {
    private static let name: FilePath = "requests"
    private static let requestSuffix = ".request"
    private static let answerSuffix = ".answer"
    /// An answer that nobody has taken is removed after so many nanoseconds: a day.
    private static let answerAge: Int64 = 86_400_000_000_000
    /// Longer ones are none, in bytes.
    private static let longest = 64 << 10

    private let archive: Directory

    /// - Throws: ``SystemError`` where there is no archive.
    package init(in archive: FilePath) throws(SystemError) { self.archive = try .open(archive) }

    // MARK: For who asks

    /// Writes a request down; it is safe then, and will be answered under the name that it gives.
    package func put(_ request: CorrectionRequest) throws(SystemError) -> String {
        let box = try open()
        let name = try Self.newName()
        try box.replace(
            FilePath(name + Self.requestSuffix), by: request.json,
            through: FilePath(".\(name).tmp"), permissions: 0o600)
        return name
    }

    /// The answer, and removes it; nil as long as there is none.
    ///
    /// - Throws: ``SystemError``; its cause is `damaged` where the answer is none.
    package func takeAnswer(to name: String) throws(SystemError) -> CorrectionAnswer? {
        let box = try open()
        let file = FilePath(name + Self.answerSuffix)
        guard let bytes = try read(file, in: box) else { return nil }
        try box.remove(file)
        guard let answer = CorrectionAnswer(json: bytes) else {
            throw SystemError("read", box.path.pushing(file), because: "it is no answer")
        }
        return answer
    }

    /// Takes a request back, where it is not answered yet.
    package func withdraw(_ name: String) throws(SystemError) {
        try open().removeIfThere(FilePath(name + Self.requestSuffix))
    }

    // MARK: For who answers

    /// When a request or an answer last came or went, nanoseconds since 1970.
    func changed() throws(SystemError) -> Int64 {
        do throws(SystemError) {
            return try archive.status(Self.name).modified
        } catch {
            guard error.cause == .missing else { throw error }
            return try open().descriptor.status().modified
        }
    }

    /// The names of the requests, in the order in which they were written.
    func waiting() throws(SystemError) -> [String] {
        let box = try open()
        var names: [String] = []
        let entries = try DirectoryEntries(box)
        while let entry = try entries.next() {
            let name = entry.name.string
            guard name.hasSuffix(Self.requestSuffix), !name.hasPrefix(".") else { continue }
            names.append(String(name.dropLast(Self.requestSuffix.count)))
        }
        return names.sorted()
    }

    /// Nil for what is no request.
    func request(_ name: String) throws(SystemError) -> CorrectionRequest? {
        try read(FilePath(name + Self.requestSuffix), in: try open())
            .flatMap { CorrectionRequest(json: $0) }
    }

    /// Answers a request, which is done with then.
    func answer(_ name: String, _ answer: CorrectionAnswer) throws(SystemError) {
        let box = try open()
        try box.replace(
            FilePath(name + Self.answerSuffix), by: answer.json,
            through: FilePath(".\(name).tmp"), permissions: 0o600)
        try box.removeIfThere(FilePath(name + Self.requestSuffix))
        try box.sync()
    }

    /// Removes answers of which nobody has asked for so long that nobody will.
    func removeOldAnswers() throws(SystemError) {
        let box = try open()
        let entries = try DirectoryEntries(box)
        while let entry = try entries.next() {
            let name = entry.name.string
            guard name.hasSuffix(Self.answerSuffix) || name.hasPrefix(".") else { continue }
            let age = SystemClock.now &- (try box.status(FilePath(name)).modified)
            if age > Self.answerAge { try box.removeIfThere(FilePath(name)) }
        }
    }

    // MARK: Files

    private func open() throws(SystemError) -> Directory {
        let box = try archive.makeDirectory(Self.name)
        try box.makePrivate()
        return box
    }

    /// Nil where there is no such file.
    private func read(
        _ file: FilePath, in box: borrowing Directory
    ) throws(SystemError) -> [UInt8]? {
        do throws(SystemError) {
            return try box.file(file).bytes(at: 0, count: Self.longest)
        } catch {
            guard error.cause == .missing else { throw error }
            return nil
        }
    }

    /// Names count up with the time, so that requests are answered in their order.
    private static func newName() throws(SystemError) -> String {
        let random = try Randomness.bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
        return Identity128(high: UInt64(max(0, SystemClock.now)), low: random).hex
    }
}
