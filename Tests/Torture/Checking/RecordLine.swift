import Foundation

/// What a line of the archive says.
struct RecordLine {
    var stream: String
    /// The segment, and the line's number in it.
    var place: String
    var id: String
    var sequence: Int
    var verdict: String
    var original: String?
    var match: String?
    var headline: String?
    var text: String?
    /// Of the file, in the inbox; any bytes.
    var path: Path
    var item: Int
    var sha256: String
    var received: String

    /// Nil where the bytes are no record.
    init?(_ bytes: ArraySlice<UInt8>, stream: String, place: String) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        let parsed: Any
        do {
            parsed = try JSONSerialization.jsonObject(with: Data(bytes))
        } catch {
            return nil
        }
        guard let object = parsed as? [String: Any], let id = object["id"] as? String,
            let sequence = object["sequence"] as? Int, let verdict = object["verdict"] as? String,
            let file = object["file"] as? [String: Any], let path = file["path"] as? String,
            let item = file["item"] as? Int, let sha256 = file["sha256"] as? String,
            let received = object["received"] as? String
        else { return nil }
        self.stream = stream
        self.place = place
        self.id = id
        self.sequence = sequence
        self.verdict = verdict
        original = object["original"] as? String
        match = object["match"] as? String
        headline = object["headline"] as? String
        text = object["text"] as? String
        self.path = Self.decoded(path)
        self.item = item
        self.sha256 = sha256
        self.received = received
    }

    /// The bytes of a name: `%XX` stands for one that is not printed.
    private static func decoded(_ text: String) -> Path {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == 0x25, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return Path(bytes)
    }
}
