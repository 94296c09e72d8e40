/// Mends JSON-LD that pages break in common ways, where that is safe: nothing is guessed of what a
/// block says, only of how it is written.
enum LinkedDataRepair {
    /// The block without the comments and CDATA marks around it, and without a semicolon at its end.
    static func unwrapped(_ block: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var start = 0
        var end = block.count
        while start < end, block[start] != 0x7B, block[start] != 0x5B || isMark(block, start) {
            start += 1
        }
        while end > start, block[end - 1] != 0x7D,
            block[end - 1] != 0x5D || isClosingMark(block, end)
        {
            end -= 1
        }
        return UnsafeRawBufferPointer(rebasing: block[start..<end])
    }

    /// At the bracket of `<![CDATA[`: either of the two.
    private static func isMark(_ block: UnsafeRawBufferPointer, _ at: Int) -> Bool {
        at >= 2 && block[at - 1] == 0x21 && block[at - 2] == 0x3C
            || at >= 6 && block[at - 1] == 0x41 && block[at - 2] == 0x54 && block[at - 3] == 0x41
    }

    /// Before the end of `]]>`.
    private static func isClosingMark(_ block: UnsafeRawBufferPointer, _ end: Int) -> Bool {
        end < block.count && block[end] == 0x3E
            || end + 1 < block.count && block[end] == 0x5D && block[end + 1] == 0x3E
    }

    /// Control characters in strings become spaces, backslashes before what is no escape and commas
    /// before a closing bracket are left out, as are comments between values; a second document after
    /// the first is cut off.
    static func mended(_ block: UnsafeRawBufferPointer) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(block.count)
        var at = 0
        var isInString = false
        var depth = 0
        while at < block.count {
            let byte = block[at]
            at += 1
            if isInString {
                switch byte {
                case 0x22 where endsString(block, at):
                    isInString = false
                    out.append(byte)
                case 0x22: out += [0x5C, byte]
                case 0x5C:
                    guard at < block.count else { break }
                    if isEscape(block[at]) {
                        out += [byte, block[at]]
                    } else {
                        out.append(block[at])
                    }
                    at += 1
                case ..<0x20: out.append(0x20)
                default: out.append(byte)
                }
                continue
            }
            switch byte {
            case 0x22:
                isInString = true
                out.append(byte)
            case 0x7B, 0x5B:
                depth += 1
                out.append(byte)
            case 0x7D, 0x5D:
                depth -= 1
                while let last = out.last, last == 0x2C || last <= 0x20 { out.removeLast() }
                out.append(byte)
                if depth <= 0 { return out }
            case 0x2F where at < block.count && block[at] == 0x2A:
                at += 1
                while at < block.count, !(block[at] == 0x2F && block[at - 1] == 0x2A) { at += 1 }
                at += 1
            case ..<0x20: out.append(0x20)
            default: out.append(byte)
            }
        }
        return out
    }

    /// Whether a quotation mark before `at` is followed by what may follow a string, and not by more
    /// of its text.
    private static func endsString(_ block: UnsafeRawBufferPointer, _ at: Int) -> Bool {
        let next = skipBlanks(block, at)
        guard next < block.count else { return true }
        switch block[next] {
        case 0x3A, 0x7D, 0x5D: return true
        case 0x2C:
            let after = skipBlanks(block, next + 1)
            // A key, a value, or a bracket behind a comma too many.
            return after >= block.count || "\"{[]}-0123456789tfn/".utf8.contains(block[after])
        default: return false
        }
    }

    private static func skipBlanks(_ block: UnsafeRawBufferPointer, _ start: Int) -> Int {
        var at = start
        while at < block.count, block[at] <= 0x20 { at += 1 }
        return at
    }

    private static func isEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x2F, 0x5C, 0x62, 0x66, 0x6E, 0x72, 0x74, 0x75: true
        default: false
        }
    }
}
