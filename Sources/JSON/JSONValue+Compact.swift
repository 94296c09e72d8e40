extension JSONValue {
    /// The value as JSON without spaces, cut after about `limit` bytes (then it is no longer JSON).
    package func compact(limit: Int) -> String {
        var writer = JSONWriter(reserving: min(limit, 256))
        write(to: &writer, limit: limit)
        let bytes = writer.finish()
        return bytes.withUnsafeBytes { bytes in
            let end = UTF8Validation.boundary(notAfter: limit, in: bytes)
            return String(decoding: bytes[..<end], as: UTF8.self)
        }
    }

    /// Recursion goes no deeper than the parser allowed the document to be nested.
    private func write(to writer: inout JSONWriter, limit: Int) {
        guard writer.count <= limit else { return }
        switch kind {
        case .object:
            writer.beginObject()
            for (key, value) in members {
                guard writer.count <= limit else { return }
                writer.key(utf8: Self.clipped(key, limit))
                value.write(to: &writer, limit: limit)
            }
            writer.endObject()
        case .array:
            writer.beginArray()
            for element in elements {
                guard writer.count <= limit else { return }
                element.write(to: &writer, limit: limit)
            }
            writer.endArray()
        case .string: writer.string(utf8: Self.clipped(utf8 ?? .init(start: nil, count: 0), limit))
        case .number, .bool: writer.literal(printed ?? "null")
        case .null: writer.literal("null")
        }
    }

    private static func clipped(
        _ utf8: UnsafeRawBufferPointer, _ limit: Int
    ) -> UnsafeRawBufferPointer {
        let end = UTF8Validation.boundary(notAfter: limit, in: utf8)
        return UnsafeRawBufferPointer(rebasing: utf8[..<end])
    }
}
