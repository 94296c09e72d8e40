/// One pass over UTF-8 that copies what is kept.
///
/// What happens to which character:
/// - LF, CR, CRLF, NEL, VT, FF, U+2028 and U+2029 end a line;
/// - tab and all of Zs (no-break, thin, ideographic… spaces) become a space, runs of them one;
/// - C0 and C1 controls, soft hyphen, BOM, zero-width space, word joiner, invisible operators,
///   object replacement and annotation marks go;
/// - ZWJ and ZWNJ stay where they shape something: inside Arabic, Indic and South-East Asian words,
///   and ZWJ between emoji;
/// - bidirectional embeddings, overrides and isolates go: they order the display, hide text from
///   readers and change no word. The marks LRM, RLM and ALM stay after a right-to-left letter of the
///   same line, where they decide on which side punctuation shows, and go elsewhere;
/// - the ligatures of Latin letters (U+FB00 to U+FB06), which PDFs leave in texts, become letters; no
///   other compatibility character does, as most say something (², ½, ㎏);
/// - U+FFFD stays: it tells that something was lost.
struct Cleaner {
    private(set) var lines: [CleanText.Line] = []
    /// A scalar was copied that Normalization Form C may change.
    private(set) var mayNeedComposing = false

    private enum Action { case copy, space, drop, endLine, spell }

    /// Returns the number of bytes written; never more than `input.count + 1`.
    mutating func clean(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        guard let source = input.baseAddress, let target = output.baseAddress else { return 0 }
        let raw = UnsafeRawPointer(source)
        let rawTarget = UnsafeMutableRawPointer(target)
        let count = input.count
        var lines = ContiguousArray<CleanText.Line>()
        lines.reserveCapacity(32)
        var composing = false
        var at = 0
        var written = 0
        var lineStart = 0
        var number = 1
        var gap = false
        var indented = false
        var rightToLeft = false

        while at < count {
            // Eight bytes at a time: the plain ASCII among them, up to the first other byte, is copied
            // as it stands unless two spaces follow one another in it.
            if at &+ 8 <= count {
                let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
                let controls = (word &- 0x2020_2020_2020_2020) & ~word
                let above = (word &+ 0x0101_0101_0101_0101) | word
                let others = (controls | above) & 0x8080_8080_8080_8080
                // 64 for none; the lowest mark is always a true one.
                let plainBits = UInt64(others.trailingZeroBitCount & ~7)
                let plain = Int(truncatingIfNeeded: plainBits >> 3)
                if plain > 0 {
                    let blank = word ^ 0x2020_2020_2020_2020
                    let spaces =
                        (blank &- 0x0101_0101_0101_0101) & ~blank & 0x8080_8080_8080_8080
                        & (plainBits == 64 ? ~0 : (1 << plainBits) &- 1)
                    let afterSpace = written == lineStart || target[written &- 1] == 0x20
                    if spaces & (spaces << 8) == 0 && !(spaces & 0x80 != 0 && afterSpace) {
                        rawTarget.storeBytes(
                            of: word.littleEndian, toByteOffset: written, as: UInt64.self)
                        written &+= plain
                        at &+= plain
                        if plain == 8 { continue }
                    }
                }
            }
            let lead = source[at]
            var length = 1
            let action: Action
            if lead < 0x80 {
                switch lead {
                case 0x21...0x7E: action = .copy
                case 0x20, 0x09: action = .space
                case 0x0A, 0x0B, 0x0C: action = .endLine
                case 0x0D:
                    action = .endLine
                    if at &+ 1 < count && source[at &+ 1] == 0x0A { length = 2 }
                default: action = .drop
                }
            } else if lead >= 0xC2 && lead < 0xE0 && at &+ 2 <= count {
                length = 2
                let second = source[at &+ 1]
                if lead == 0xC2 {
                    switch second {
                    case 0x85: action = .endLine
                    case ..<0xA0, 0xAD: action = .drop
                    case 0xA0: action = .space
                    default: action = .copy
                    }
                } else {
                    if lead == 0xD8 && second == 0x9C {  // Arabic letter mark.
                        action = rightToLeft ? .copy : .drop
                    } else {
                        action = .copy
                        if lead >= 0xD6 { rightToLeft = true }
                        composing = composing || CompositionCheck.mayChange(lead, second)
                    }
                }
            } else if lead >= 0xE0 && lead < 0xF0 && at &+ 3 <= count {
                length = 3
                let second = source[at &+ 1]
                let third = source[at &+ 2]
                switch (lead, second) {
                case (0xE2, 0x80):
                    switch third {
                    case ...0x8A, 0xAF: action = .space
                    case 0x8C, 0x8D:
                        action =
                            Self.joins(
                                third, after: target, lineStart..<written, before: source,
                                at &+ 3..<count) ? .copy : .drop
                    case 0x8E, 0x8F: action = rightToLeft ? .copy : .drop
                    case 0xA8, 0xA9: action = .endLine
                    case 0x8B, 0xAA...0xAE: action = .drop
                    default: action = .copy
                    }
                case (0xE2, 0x81):
                    switch third {
                    case 0x9F: action = .space
                    case 0xA0...0xA4, 0xA6...0xAF: action = .drop
                    default: action = .copy
                    }
                case (0xE1, 0x9A) where third == 0x80, (0xE3, 0x80) where third == 0x80:
                    action = .space
                case (0xEF, 0xBB) where third == 0xBF: action = .drop
                case (0xEF, 0xAC) where third <= 0x86: action = .spell
                case (0xEF, 0xBF) where third >= 0xB9 && third <= 0xBC: action = .drop
                default:
                    action = .copy
                    composing = composing || CompositionCheck.mayChange(lead, second, third)
                }
            } else if lead >= 0xF0 && lead < 0xF5 && at &+ 4 <= count {
                length = 4
                action = .copy
                composing =
                    composing
                    || CompositionCheck.mayChange(
                        lead, source[at &+ 1], source[at &+ 2], source[at &+ 3])
            } else {
                action = .drop
            }

            switch action {
            case .copy:
                for offset in 0..<length { target[written &+ offset] = source[at &+ offset] }
                written &+= length
            case .space:
                if written == lineStart {
                    indented = true
                } else if target[written &- 1] != 0x20 {
                    target[written] = 0x20
                    written &+= 1
                }
            case .drop: break
            case .spell:
                written &+= Self.spell(ligature: source[at &+ 2], at: target + written)
            case .endLine:
                if written > lineStart && target[written &- 1] == 0x20 { written &-= 1 }
                if written > lineStart {
                    lines.append(
                        CleanText.Line(
                            range: lineStart..<written, number: number, followsGap: gap,
                            isIndented: indented))
                    target[written] = 0x0A
                    written &+= 1
                    lineStart = written
                    gap = false
                } else {
                    gap = true
                }
                number &+= 1
                indented = false
                rightToLeft = false
            }
            at &+= length
        }
        if written > lineStart && target[written &- 1] == 0x20 { written &-= 1 }
        if written > lineStart {
            lines.append(
                CleanText.Line(
                    range: lineStart..<written, number: number, followsGap: gap,
                    isIndented: indented))
        }
        self.lines = Array(lines)
        mayNeedComposing = composing
        return written
    }

    /// Writes the letters of ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ, told by the third byte: never more than three.
    private static func spell(ligature third: UInt8, at target: UnsafeMutablePointer<UInt8>) -> Int
    {
        let letters: StaticString =
            switch third {
            case 0x80: "ff"
            case 0x81: "fi"
            case 0x82: "fl"
            case 0x83: "ffi"
            case 0x84: "ffl"
            default: "st"
            }
        target.update(from: letters.utf8Start, count: letters.utf8CodeUnitCount)
        return letters.utf8CodeUnitCount
    }

    /// Whether a ZWNJ (third byte 8C) or ZWJ (8D) stands between what it shapes.
    private static func joins(
        _ third: UInt8, after target: UnsafeMutablePointer<UInt8>, _ line: Range<Int>,
        before source: UnsafePointer<UInt8>, _ rest: Range<Int>
    ) -> Bool {
        guard let next = rest.first, !line.isEmpty else { return false }
        var start = line.upperBound &- 1
        while start > line.lowerBound && target[start] & 0xC0 == 0x80 { start &-= 1 }
        let before = target[start]
        let after = source[next]
        func shapes(_ lead: UInt8, _ second: UInt8) -> Bool {
            switch lead {
            case 0xD8...0xDF, 0xE0: true  // Arabic and its neighbours; Indic, Thai, Tibetan.
            case 0xE1: second <= 0xA2  // Myanmar to Mongolian.
            case 0xEA: second >= 0xA0 && second < 0xB0
            default: false
            }
        }
        let second = next &+ 1 < rest.upperBound ? source[next &+ 1] : 0
        let secondBefore = start &+ 1 < line.upperBound ? target[start &+ 1] : 0
        if shapes(before, secondBefore) && shapes(after, second) { return true }
        func pictures(_ lead: UInt8, _ second: UInt8) -> Bool {
            (lead == 0xF0 && second == 0x9F) || (lead == 0xE2 && second >= 0x84)
                || (lead == 0xEF && second == 0xB8)
        }
        return third == 0x8D && pictures(before, secondBefore) && pictures(after, second)
    }
}
