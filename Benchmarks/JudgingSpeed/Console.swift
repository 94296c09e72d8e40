import Articles
import Glibc
import JSON

/// The answer goes to standard output, the talk to standard error.
enum Console {
    static func answer(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
    static func tell(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to descriptor: CInt) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            // Who does not read any more is told nothing.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

extension Article {
    /// A line of JSON Lines with what other programs need of it.
    func line(named name: String) -> [UInt8] {
        var writer = JSONWriter(reserving: text.count + 200)
        writer.beginObject()
        writer.key("id")
        writer.string(name)
        writer.key("title")
        writer.string(headline ?? "")
        writer.key("text")
        writer.string(utf8: text)
        writer.endObject()
        writer.lineFeed()
        return writer.finish()
    }
}
