import CJSON

/// Parses JSON (RFC 8259) with simdjson, reusing its memory from one document to the next.
///
/// One instance belongs to one thread: it is not Sendable.
package struct JSONParser: ~Copyable {
    private let state: OpaquePointer
    /// How many levels of arrays and objects a document may have.
    package let depth: Int

    /// The longest document that is taken, in bytes: 1 GiB.
    package static var largestDocument: Int { Int(WIREROOM_JSON_LARGEST) }

    package init(depth: Int = 64) {
        self.depth = max(1, min(depth, 1024))
        // simdjson gives no parser only when memory is out.
        guard let state = wireroom_json_create(self.depth) else {
            preconditionFailure("out of memory for a JSON parser")
        }
        self.state = state
    }

    deinit { wireroom_json_free(state) }

    /// Calls `body` with the document's value, which is valid only until `body` returns.
    ///
    /// A byte order mark is not JSON: leave it out. The memory that a document of more than 4 MB
    /// needed is given back.
    /// - Throws: `JSONError` when the bytes are no JSON document, and what `body` throws.
    package mutating func parse<Result>(
        _ bytes: UnsafeRawBufferPointer, _ body: (JSONValue) throws -> Result
    ) throws -> Result {
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            throw JSONError(.endsEarly, at: 0, expected: "a JSON value")
        }
        var tape = wireroom_json_tape()
        defer { wireroom_json_trim(state) }
        let outcome = wireroom_json_parse(
            state, start.assumingMemoryBound(to: UInt8.self), bytes.count, &tape)
        guard outcome == WIREROOM_JSON_PARSED, let words = tape.words, let strings = tape.strings
        else { throw Self.fault(outcome, in: bytes, depth: depth) }
        return try body(JSONValue(words: words, strings: UnsafeRawPointer(strings), index: 1))
    }

    /// As above, of an array.
    package mutating func parse<Result>(
        _ bytes: [UInt8], _ body: (JSONValue) throws -> Result
    ) throws -> Result {
        try bytes.withUnsafeBytes { try parse($0, body) }
    }

    /// simdjson does not tell where a fault is: a second, slower look finds the first one.
    private static func fault(
        _ outcome: wireroom_json_outcome, in bytes: UnsafeRawBufferPointer, depth: Int
    ) -> JSONError {
        switch outcome {
        case WIREROOM_JSON_TOO_LARGE:
            return JSONError(.tooLarge, at: largestDocument, expected: nil)
        case WIREROOM_JSON_TOO_DENSE: return JSONError(.tooDense, at: 0, expected: nil)
        case WIREROOM_JSON_NO_MEMORY: return JSONError(.noMemory, at: 0, expected: nil)
        default:
            return JSONDiagnosis.firstFault(in: bytes, depth: depth)
                ?? JSONError(.unexplained, at: 0, expected: nil)
        }
    }
}
