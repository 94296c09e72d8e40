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

    /// A status that cannot be written for now is written a second later.
    func write(_ counters: Counters) {
        do throws(SystemError) {
            let directory = try Directory.open(directory)
            let temporary: FilePath = ".status.json.tmp"
            let flags = O_RDWR | O_CREAT | O_TRUNC
            let file = try directory.file(temporary, flags: flags, permissions: 0o644)
            try file.write(Self.json(counters), at: 0)
            try directory.replace(Self.name, with: temporary)
        } catch {
            return
        }
    }

    /// It is left over after a kill; whoever reads it asks for the lock of the archive first.
    func remove() {
        do throws(SystemError) {
            try Directory.open(directory).remove(Self.name)
        } catch {
            return
        }
    }

    /// The last status that was written.
    func read() throws(SystemError) -> [UInt8] {
        let file = try Directory.open(directory).file(Self.name)
        return try file.bytes(at: 0, count: 64 << 10)
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
