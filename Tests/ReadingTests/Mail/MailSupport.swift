import Articles

@testable import Reading

/// Reads bytes as a file of one format, whatever they look like.
func read(
    _ bytes: [UInt8], as format: Format, limits: ReadingLimits = ReadingLimits()
) -> Outcome {
    var reader = FileReader(limits: limits)
    var outcome = Outcome()
    var cursor = Cursor()
    cursor.format = format
    reader.open(name: "", resumingAt: cursor)
    bytes.withUnsafeBytes { bytes in
        do throws(FileFault) {
            while let item = try reader.next(in: bytes) { outcome.items.append(item) }
        } catch {
            outcome.fault = error
        }
    }
    return outcome
}

func read(
    _ text: String, as format: Format, limits: ReadingLimits = ReadingLimits()
) -> Outcome {
    read([UInt8](text.utf8), as: format, limits: limits)
}
