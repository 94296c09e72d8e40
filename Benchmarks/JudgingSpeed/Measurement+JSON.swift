import JSON

extension Measurement {
    /// One JSON object in a line, line feed included; times in nanoseconds, memory in bytes.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("levels")
        writer.beginArray()
        for level in levels { level.write(to: &writer) }
        writer.endArray()
        writer.key("memory")
        writer.members([
            ("known", memory.known), ("index", memory.index), ("resident", memory.resident),
        ])
        writer.key("parts")
        writer.members(parts.map { ($0.name, $0.count) })
        writer.key("copies")
        writer.beginArray()
        for row in copies { row.write(to: &writer) }
        writer.endArray()
        writer.key("longestAdmission")
        writer.members([
            ("wall", Int(longestAdmission.wall)), ("processor", Int(longestAdmission.processor)),
            ("known", longestAdmission.known),
        ])
        if let extrapolated {
            writer.key("extrapolated")
            writer.members([
                ("known", extrapolated.known),
                ("articlesPerProcessorSecond", Int(extrapolated.articlesPerSecond)),
            ])
        }
        writer.endObject()
        writer.lineFeed()
        return writer.finish()
    }
}

extension Level {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.members([
            ("known", known.lowerBound), ("knownAfter", known.upperBound),
            ("copyEvery", copyEvery), ("articles", sum(\.articles)), ("copies", sum(\.copies)),
            ("copiesFound", sum(\.copiesFound)), ("wronglyFound", sum(\.wronglyFound)),
            ("records", sum(\.records)), ("articlesPerSecond", Int(articlesPerSecond)),
            ("articlesPerProcessorSecond", Int(articlesPerProcessorSecond)),
            ("identity", nanoseconds(\.identity)), ("features", nanoseconds(\.features)),
            ("judging", nanoseconds(\.judging)), ("admitting", nanoseconds(\.admitting)),
        ])
    }
}

extension CopyRecall {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("textBytes")
        writer.integer(textBytes)
        writer.key("keys")
        writer.integer(keys)
        writer.key("copies")
        writer.integer(copies)
        writer.key("found")
        writer.members(found.map { ($0.edit.rawValue, $0.count) })
        writer.endObject()
    }
}

extension JSONWriter {
    /// An object of whole numbers.
    fileprivate mutating func members(_ members: [(String, Int)]) {
        beginObject()
        for (name, value) in members {
            key(string: name)
            integer(value)
        }
        endObject()
    }
}
