import Articles

/// Who a record is, read where the writer put it: `{"id":"…",`.
package enum RecordHead {
    /// Nil for a line that begins otherwise.
    package static func id(_ line: UnsafeRawBufferPointer) -> ContentID? {
        let head = LinePattern(bytes: Array("{\"id\":\"".utf8), offset: 0)
        let digits = head.bytes.count..<head.bytes.count + 32
        guard head.matches(line), line.count > digits.upperBound else { return nil }
        return ContentID(hex: UnsafeRawBufferPointer(rebasing: line[digits]))
    }
}
