import Encodings
import Foundation
import JSON
import Testing

@testable import Reading

/// Files of others in some fifty encodings, which lie beside the project.
@Suite struct `Encodings of real files` {
    @Test func `Nearly all are decoded as what they are`() throws {
        let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "shared/data/charset")
        guard let list = try? Data(contentsOf: data.appending(path: "expected.jsonl")) else {
            print("skipped: there is no shared/data/charset beside the project")
            return
        }
        var limits = ReadingLimits()
        limits.articleBytes = 64 << 20
        var hints = FeedHints()
        hints.format = .plainText
        var parser = JSONParser()
        var files = 0
        var missed: [String] = []
        for line in list.split(separator: 0x0A) {
            let (path, label) = try parser.parse(Array(line)) {
                ($0.member("file")?.string ?? "", $0.member("encoding")?.string ?? "")
            }
            let bytes = [UInt8](try Data(contentsOf: data.appending(path: path)))
            let marked = bytes.withUnsafeBytes { EncodingSigns.wide(in: $0) }
            let encoding = try #require(
                label == "UTF-16" || label == "UTF-32" ? marked : named(label), "\(label)")
            let expected = try #require(
                bytes.withUnsafeBytes { TextDecoder.decode($0, from: encoding) })
            let found = read(bytes, name: "", limits: limits, hints: hints)
            files += 1
            if found.texts != [String(decoding: expected.text, as: UTF8.self)] {
                missed.append("\(path): \(found.fault?.reason.what ?? "")")
            }
        }
        print("\(files - missed.count) of \(files) files are decoded as what they are")
        for path in missed { print("missed: \(path)") }
        #expect(missed.count * 100 <= files * 3, "\(missed)")
    }

    /// Some names end in that of a language.
    private func named(_ label: String) -> CharacterEncoding? {
        if label.lowercased() == "utf-8-sig" { return CharacterEncoding(label: "utf-8") }
        if let encoding = CharacterEncoding(label: label) { return encoding }
        return label.lastIndex(of: "-").flatMap { CharacterEncoding(label: String(label[..<$0])) }
    }
}
