import Foundation
import JSON
import Testing

@testable import Reading

/// Messages of others, which lie beside the repository and not in it, with what another program
/// says of them.
@Suite struct `Real mail` {
    private struct Message {
        var name: String
        /// The length of the text that the other program finds; nil for none.
        var length: Int?
    }

    private static func messages(_ list: URL) throws -> [Message] {
        let lines = try Samples.bytes(of: list)
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
        guard let directory = Samples.directory("email") else { return }
        let messages = try Self.messages(
            directory.appendingPathComponent("python-email-says.jsonl"))
        var missing: [String] = []
        var texts = 0
        for message in messages {
            let bytes = try Samples.bytes(of: directory.appendingPathComponent(message.name))
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
