/// Takes a text apart into words, one after another, without allocating.
///
/// Words are runs of letters, marks and digits (Unicode general categories), in lower case. An
/// apostrophe inside a word, plain or typographic, is not there; a possessive 's is not either, nor
/// are the points of "U.S."; a hyphen parts words. Digits are one word by their value, whatever
/// separates their groups, and end where letters begin ("1.4bn" is 1.4 and bn). Of scripts that are
/// written without spaces each character is a word.
struct WordScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Bytes before this one have been scanned.
    private(set) var position = 0
    private var breaks: Word.Traits = [.startsSentence, .startsParagraph]
    private var lastWasAbbreviation = false
    /// The value of the last number that was scanned.
    private(set) var number = NumberValue(significand: 0)

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next word; nil at the end.
    @inline(__always)
    mutating func next() -> Word? {
        while position < bytes.count {
            let byte = bytes[position]
            if Self.isLetter(byte) {
                if let word = plainLetters() { return word }
                return apart { $0.letters() }
            }
            if byte < 0x80, !Self.isDigit(byte) {
                separate(byte)
                position &+= 1
                continue
            }
            if let word = apart({ $0.nextBeyondPlain() }) { return word }
        }
        return nil
    }

    /// Runs a rare part of the scan on a copy: as no pointer to the scanner itself leaves the hot loop, its
    /// state stays in registers there.
    @inline(__always)
    private mutating func apart(_ scan: (inout WordScanner) -> Word?) -> Word? {
        var copy = self
        let word = scan(&copy)
        self = copy
        return word
    }

    /// A number, or what begins beyond ASCII; nil where that is no word.
    @inline(never)
    private mutating func nextBeyondPlain() -> Word? {
        if bytes[position] < 0x80 { return scanNumber() }
        let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: position)
        switch Scripts.kind(of: scalar) {
        case .letter: return letters()
        case .digit: return scanNumber()
        case .ideograph:
            position &+= length
            return ideograph(scalar)
        case .sentenceBreak: breaks.insert(.startsSentence)
        case .mark, .apostrophe, .invisible, .separator: break
        }
        position &+= length
        return nil
    }

    @inline(__always)
    private mutating func separate(_ byte: UInt8) {
        switch byte {
        case 0x0A: breaks = [.startsSentence, .startsParagraph]
        // After "Mr." or "Gen." the sentence goes on.
        case 0x2E: if !lastWasAbbreviation { breaks.insert(.startsSentence) }
        case 0x21, 0x22, 0x3A, 0x3F: breaks.insert(.startsSentence)
        case 0x28, 0x29, 0x2C, 0x3B: breaks.insert(.afterPause)
        default: break
        }
    }

    private mutating func ideograph(_ scalar: UInt32) -> Word {
        var hash = WordHash.Running()
        hash.append(scalar: scalar)
        let word = Word(
            hash: hash.finish(), stem: hash.finish(), length: 1, traits: breaks.union(.ideographic))
        breaks = []
        lastWasAbbreviation = false
        return word
    }

    /// A word of fewer than sixteen ASCII letters and nothing else; nil, and nothing done, for any other.
    ///
    /// This is what most words of most texts are. Its hashes are those of `letters()`, written without
    /// branches, as the length of the next word cannot be foretold.
    @inline(__always)
    private mutating func plainLetters() -> Word? {
        guard let first = AsciiBlock(bytes, at: position),
            let second = AsciiBlock(bytes, at: position &+ 8)
        else { return nil }
        let isLong = first.letterCount == 8
        let count = first.letterCount &+ (isLong ? second.letterCount : 0)
        guard count < 16 else { return nil }
        let end = bytes[position &+ count]
        guard end < 0x80, end != 0x27, !Self.isDigit(end), end != 0x2E || count > 1 else {
            return nil
        }
        var traits = breaks
        let startsUpper = bytes[position] & 0x20 == 0
        if startsUpper { traits.insert(.capitalised) }
        position &+= count
        breaks = []
        lastWasAbbreviation = startsUpper && count <= 3
        return Word(
            hash: WordHash.of(first.lowercase, isLong ? second.lowercase : nil, count: count),
            stem: WordHash.stem(first.lowercase, count: count),
            length: UInt8(truncatingIfNeeded: count), traits: traits)
    }

    @inline(__always)
    private mutating func word(
        _ hash: WordHash.Running, count: Int, startsUpper: Bool, isMixed: Bool
    ) -> Word {
        var traits = breaks
        if startsUpper { traits.insert(.capitalised) }
        if isMixed { traits.insert(.mixed) }
        breaks = []
        lastWasAbbreviation = startsUpper && count <= 3
        return Word(
            hash: hash.finish(), stem: hash.finishStem(),
            length: UInt8(truncatingIfNeeded: min(count, 255)), traits: traits)
    }

    @inline(never)
    private mutating func letters() -> Word {
        var hash = WordHash.Running()
        var count = 0
        var runLength = 0
        var isMixed = false
        var startsUpper = false
        var index = position
        var end = bytes.count
        scan: while index < bytes.count {
            let byte = bytes[index]
            if Self.isLetter(byte) {
                if byte & 0x20 == 0, count == 0 { startsUpper = true }
                hash.append(byte | 0x20)
                count &+= 1
                runLength &+= 1
                index &+= 1
                continue
            }
            if byte < 0x80 {
                if Self.isDigit(byte) {
                    hash.append(byte)
                    isMixed = true
                    count &+= 1
                    runLength &+= 1
                    index &+= 1
                    continue
                }
                if byte == 0x27, let after = afterApostrophe(index &+ 1, isEnd: &end) {
                    if after.isEnd { break scan }
                    index = after.index
                    continue
                }
                // The point of an initial: a single letter before it and after it.
                if byte == 0x2E, runLength == 1, isSingleLetter(at: index &+ 1) {
                    runLength = 0
                    index &+= 1
                    continue
                }
                end = index
                break scan
            }
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index)
            switch Scripts.kind(of: scalar) {
            case .letter(let lowercase, let isUpper):
                if isUpper, count == 0 { startsUpper = true }
                hash.append(scalar: lowercase)
                count &+= 1
                runLength &+= 1
            case .mark: hash.append(scalar: scalar)
            case .invisible: break
            case .apostrophe:
                guard let after = afterApostrophe(index &+ length, isEnd: &end) else {
                    end = index
                    break scan
                }
                if after.isEnd { break scan }
                index = after.index
                continue
            case .digit, .ideograph, .sentenceBreak, .separator:
                end = index
                break scan
            }
            index &+= length
        }
        position = max(end, position &+ 1)
        return word(
            hash, count: count, startsUpper: startsUpper, isMixed: isMixed)
    }

    /// What follows an apostrophe at `index`: nothing of the word (nil), a possessive s that ends it
    /// (`isEnd`, with the place after it), or its next letter.
    private func afterApostrophe(_ index: Int, isEnd end: inout Int) -> (index: Int, isEnd: Bool)? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        if byte | 0x20 == 0x73, !continuesWord(at: index &+ 1) {
            end = index &+ 1
            return (index, true)
        }
        return Self.isLetter(byte) || continuesWord(at: index) ? (index, false) : nil
    }

    private func continuesWord(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        if byte < 0x80 { return Self.isLetter(byte) || Self.isDigit(byte) }
        switch Scripts.kind(of: UTF8Decoding.scalar(in: bytes, at: index).value) {
        case .letter, .mark: return true
        default: return false
        }
    }

    private func isSingleLetter(at index: Int) -> Bool {
        guard index < bytes.count, Self.isLetter(bytes[index]) else { return false }
        return !continuesWord(at: index &+ 1)
    }

    @inline(never)
    private mutating func scanNumber() -> Word {
        var significand: UInt64 = 0
        var exponent: Int32 = 0
        var digits = 0
        var isFraction = false
        while position < bytes.count {
            let byte = bytes[position]
            if let (digit, length) = digit(at: position) {
                significand = significand &* 10 &+ digit
                if isFraction { exponent &-= 1 }
                digits &+= 1
                position &+= length
                continue
            }
            guard byte == 0x2C || byte == 0x2E, digit(at: position &+ 1) != nil else { break }
            // "2,000" and "2.000" are groups of three; "5.93" and "0,125" are fractions.
            let isGroup =
                !isFraction && digits <= 3 && significand != 0 && groupLength(after: position) == 3
            if !isGroup {
                isFraction = true
            } else if digits <= 3 {
                digits = 0
            }
            position &+= 1
        }
        number = NumberValue(significand: significand, exponent: exponent)
        let traits = breaks.union(.number)
        breaks = []
        lastWasAbbreviation = false
        return Word(
            hash: number.hash, stem: number.hash,
            length: UInt8(truncatingIfNeeded: min(digits, 255)), traits: traits)
    }

    private func digit(at index: Int) -> (value: UInt64, length: Int)? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        if byte < 0x80 { return Self.isDigit(byte) ? (UInt64(byte & 15), 1) : nil }
        let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index)
        guard case .digit(let value) = Scripts.kind(of: scalar) else { return nil }
        return (value, length)
    }

    /// How many digits stand after the separator at `index`; four stands for more.
    private func groupLength(after index: Int) -> Int {
        var index = index &+ 1
        var count = 0
        while count < 4, let (_, length) = digit(at: index) {
            count &+= 1
            index &+= length
        }
        return count
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
