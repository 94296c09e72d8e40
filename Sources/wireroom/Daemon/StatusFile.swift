import Articles
import Glibc
import JSON
import Platform
import Reporting
import SystemPackage

/// What a running daemon says of itself, in a file of the archive's directory that
/// `wireroom status` reads.
struct StatusFile: Sendable {
    private let directory: FilePath
    private static let name: FilePath = ".status.json"

    init(in archive: FilePath) { directory = archive }

    /// - Returns: false where it cannot be written for now.
    func write(_ counters: Counters) -> Bool {
        do throws(SystemError) {
            let directory = try Directory.open(directory)
            let temporary: FilePath = ".status.json.tmp"
            let flags = O_RDWR | O_CREAT | O_TRUNC
            let file = try directory.file(temporary, flags: flags, permissions: 0o644)
            try file.write(Self.json(counters), at: 0)
            try directory.replace(Self.name, with: temporary)
            return true
        } catch {
            return false
        }
    }

    /// It is left over after a kill; whoever reads it asks first whether a daemon is there.
    func remove() {
        do throws(SystemError) {
            try Directory.open(directory).remove(Self.name)
        } catch {
            return
        }
    }

    /// The last status that was written, with `secondsSinceLast` as it is now.
    func read() throws(SystemError) -> [UInt8] {
        let file = try Directory.open(directory).file(Self.name)
        let bytes = try file.bytes(at: 0, count: 64 << 10)
        return JSONParser.value(of: bytes, depth: 2) { Self.aged($0) } ?? bytes
    }

    private static func aged(_ status: JSONValue) -> [UInt8]? {
        guard let written = status.member("written")?.utf8.flatMap({ Moment(iso: $0) })
        else { return nil }
        let age = max(0, (Moment.now.microseconds - written.microseconds) / 1_000_000)
        var writer = JSONWriter()
        writer.beginObject()
        for (key, value) in status.members {
            writer.key(utf8: key)
            if let number = value.integer {
                writer.integer(key.elementsEqual("secondsSinceLast".utf8) ? number + age : number)
            } else {
                writer.string(value.string ?? "")
            }
        }
        writer.endObject()
        writer.lineFeed()
        return writer.finish()
    }

    /// Whether the process that wrote it is there; false where there is none.
    func isOfLivingProcess() throws(SystemError) -> Bool {
        do throws(SystemError) {
            let process = JSONParser.value(of: try read(), depth: 2) {
                $0.member("process")?.integer
            }
            return process.map(LivingProcess.isThere) ?? false
        } catch {
            guard error.cause == .missing else { throw error }
            return false
        }
    }

    private static func json(_ counters: Counters) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("status")
        writer.string(StatusLine.text(counters))
        let figures: [(StaticString, Int?)] = [
            ("originals", counters.originals), ("revisions", counters.revisions),
            ("duplicates", counters.duplicates), ("withdrawals", counters.withdrawals),
            ("rejected", counters.rejected), ("quarantined", counters.quarantined),
            ("withoutArticle", counters.withoutArticle), ("waiting", counters.waiting),
            ("unreadable", counters.unreadable), ("secondsSinceLast", counters.secondsSinceLast),
            ("process", Int(getpid())),
        ]
        for (key, value) in figures {
            guard let value else { continue }
            writer.key(key)
            writer.integer(value)
        }
        writer.key("written")
        writer.string(Moment.now.toTheMicrosecond)
        writer.endObject()
        writer.lineFeed()
        return writer.finish()
    }
}
