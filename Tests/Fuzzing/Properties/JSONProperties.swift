import JSON

/// The parser and the diagnosis agree on what is JSON; a document that was parsed can be written and
/// parsed again as the same; the scanner finds the same elements and members in it.
enum JSONProperties {
    static func check(_ bytes: [UInt8]) throws {
        for depth in [3, 64] {
            var parser = JSONParser(depth: depth)
            try bytes.withUnsafeBytes { bytes in
                let fault = JSONDiagnosis.firstFault(in: bytes, depth: depth)
                do {
                    try parser.parse(bytes) { value in
                        try require(fault == nil, "parsed, yet \(fault?.description ?? "")")
                        try checkDocument(value, bytes)
                    }
                } catch let error as JSONError {
                    try require(error.fault != .unexplained, "refused without a fault")
                    try require(
                        (0...bytes.count).contains(error.offset), "\(error) is beyond the end")
                }
            }
        }
    }

    private static func checkDocument(
        _ value: JSONValue, _ bytes: UnsafeRawBufferPointer
    ) throws {
        let written = value.compact(limit: .max)
        var parser = JSONParser()
        let again = try parser.parse(Array(written.utf8)) { $0.compact(limit: .max) }
        try require(written == again, "\(written) is written again as \(again)")

        let start = JSONScanner.skipSpace(in: bytes, from: 0)
        let end = JSONScanner.endOfValue(in: bytes, from: start)
        try require(
            end.map { JSONScanner.skipSpace(in: bytes, from: $0) } == bytes.count,
            "the scanner ends at \(end ?? -1) of \(bytes.count)")
        try checkElements(value, bytes, from: start + 1)
        try checkMembers(value, bytes, from: start + 1)
    }

    private static func checkElements(
        _ value: JSONValue, _ bytes: UnsafeRawBufferPointer, from start: Int
    ) throws {
        guard value.kind == .array else { return }
        var place = start
        var parser = JSONParser()
        for element in value.elements {
            guard let range = JSONScanner.nextElement(in: bytes, from: place) else {
                throw Violation(description: "the scanner finds no element at \(place)")
            }
            place = range.upperBound
            let part = UnsafeRawBufferPointer(rebasing: bytes[range])
            let scanned = try parser.parse(part) { $0.compact(limit: .max) }
            try require(scanned == element.compact(limit: .max), "another element at \(range)")
        }
        try require(
            JSONScanner.nextElement(in: bytes, from: place) == nil, "more elements at \(place)")
    }

    private static func checkMembers(
        _ value: JSONValue, _ bytes: UnsafeRawBufferPointer, from start: Int
    ) throws {
        guard value.kind == .object else { return }
        var place = start
        var parser = JSONParser()
        for (key, member) in value.members {
            guard let (keyRange, range) = JSONScanner.nextMember(in: bytes, from: place) else {
                throw Violation(description: "the scanner finds no member at \(place)")
            }
            place = range.upperBound
            let name = UnsafeRawBufferPointer(rebasing: bytes[keyRange])
            let scannedKey = try parser.parse(name) { $0.string }
            try require(
                scannedKey == String(decoding: key, as: UTF8.self), "another key at \(keyRange)")
            let part = UnsafeRawBufferPointer(rebasing: bytes[range])
            let scanned = try parser.parse(part) { $0.compact(limit: .max) }
            try require(scanned == member.compact(limit: .max), "another member at \(range)")
        }
        try require(
            JSONScanner.nextMember(in: bytes, from: place) == nil, "more members at \(place)")
    }
}
