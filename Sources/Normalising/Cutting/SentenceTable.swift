/// The sentences of a text by their hashes, to find repeated ones in linear time.
struct SentenceTable {
    private struct Entry {
        var hash: UInt64
        var start: Int
        var count: Int
    }

    /// Open addressing; a count of 0 marks a free place.
    private var entries: [Entry]
    private var used = 0

    init(capacity: Int) {
        var size = 64
        while size < capacity &* 2 { size &*= 2 }
        entries = Array(repeating: Entry(hash: 0, start: 0, count: 0), count: size)
    }

    /// Whether the same bytes were inserted before. In a text that was made to fill the table with
    /// look-alikes the answer may wrongly be no.
    mutating func insert(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if used &* 2 >= entries.count { grow() }
        let hash = Self.hash(range, bytes)
        var place = Int(truncatingIfNeeded: hash) & (entries.count - 1)
        var probes = 0
        while entries[place].count > 0 {
            let entry = entries[place]
            if entry.hash == hash && entry.count == range.count
                && bytes[entry.start..<entry.start + entry.count].elementsEqual(bytes[range])
            {
                return true
            }
            probes += 1
            if probes > 32 { return false }
            place = (place + 1) & (entries.count - 1)
        }
        entries[place] = Entry(hash: hash, start: range.lowerBound, count: range.count)
        used += 1
        return false
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: Entry(hash: 0, start: 0, count: 0), count: old.count * 2)
        for entry in old where entry.count > 0 {
            var place = Int(truncatingIfNeeded: entry.hash) & (entries.count - 1)
            while entries[place].count > 0 { place = (place + 1) & (entries.count - 1) }
            entries[place] = entry
        }
    }

    /// A hash of the length and of the first and last 16 bytes.
    private static func hash(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: range.count) &* 0xA076_1D64_78BD_642F
        guard let base = bytes.baseAddress, range.count >= 16 else {
            for byte in bytes[range] { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
            return hash ^ hash >> 29
        }
        let raw = UnsafeRawPointer(base)
        for at in [0, 8, range.count &- 16, range.count &- 8] {
            let word = raw.loadUnaligned(fromByteOffset: range.lowerBound &+ at, as: UInt64.self)
            let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
            hash = product.high ^ product.low
        }
        return hash
    }

    /// Where a sentence ends: behind a full stop, question or exclamation mark and its closing
    /// quotation marks, before a space; not behind an abbreviation or initials ("Mr.", "U.S.").
    static func end(
        of start: Int, in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>,
        _ marks: inout SentenceMarks
    ) -> Int {
        var at = start
        while at < range.upperBound {
            at = marks.first(from: at)
            guard at < range.upperBound else { break }
            let byte = bytes[at]
            if byte == 0xE3 {
                // 。 needs no space behind it.
                if at &+ 2 < range.upperBound, bytes[at &+ 1] == 0x80, bytes[at &+ 2] == 0x82 {
                    return at &+ 3
                }
                at &+= 1
                continue
            }
            var end = at &+ 1
            while end < range.upperBound, bytes[end] != 0x20, end &- at <= 8,
                !(bytes[end].isASCIILetter || bytes[end].isASCIIDigit)
            { end &+= 1 }
            if end < range.upperBound, bytes[end] != 0x20 {
                at = end
                continue
            }
            if byte == 0x2E && end < range.upperBound
                && isAbbreviation(endingAt: at, from: start, bytes)
            {
                at = end
                continue
            }
            return min(end, range.upperBound)
        }
        return range.upperBound
    }

    /// A word of one to three letters, or with stops in it.
    private static func isAbbreviation(
        endingAt stop: Int, from start: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var letters = 0
        var at = stop &- 1
        while at >= start, bytes[at] != 0x20 {
            if bytes[at] == 0x2E { return true }
            letters &+= 1
            if letters > 12 { return false }
            at &-= 1
        }
        return letters <= 3 && letters > 0 && bytes[at &+ 1].isASCIIUpper
    }
}
