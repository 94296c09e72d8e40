import JSON
import Testing

@testable import Reading

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Messages of others, which lie beside the repository and not in it, with what another program
/// says of them.
@Suite struct `Real mail` {
    private static let directory =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
        .joined(separator: "/") + "/../shared/data/email"

    private struct Message {
        var name: String
        /// The length of the text that the other program finds; nil for none.
        var length: Int?
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    private static func messages() throws -> [Message] {
        guard let lines = contents(of: "\(directory)/python-email-says.jsonl") else { return [] }
        var parser = JSONParser()
        return try lines.split(separator: 0x0A).map { line in
            try parser.parse(Array(line)) { value in
                Message(
                    name: value.member("file")?.string ?? "",
                    length: value.member("body_chars")?.integer.map { Int($0) })
            }
        }
    }

    @Test func `A text is found where there is one`() throws {
        let messages = try Self.messages()
        guard !messages.isEmpty else {
            print("skipped: \(Self.directory) is not there")
            return
        }
        var missing: [String] = []
        var texts = 0
        for message in messages {
            let bytes = try #require(Self.contents(of: "\(Self.directory)/\(message.name)"))
            let outcome = read(bytes, as: .mail)
            if !outcome.drafts.isEmpty {
                texts += 1
            } else if message.length ?? 0 > 1 {
                missing.append(message.name)
            }
            #expect(!outcome.texts.contains { $0.contains("\u{FFFD}") }, "\(message.name)")
        }
        print("mail: texts in \(texts) of \(messages.count), none but expected in \(missing)")
        #expect(missing.count * 100 <= messages.count * 2)
    }
}
