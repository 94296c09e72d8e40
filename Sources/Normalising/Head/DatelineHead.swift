extension Passage {
    /// Without blanks and a full stop at its end.
    fileprivate var withoutStop: Passage {
        var rest = self
        while let last = rest.last, last == 0x20 || last == 0x2E { rest.removeLast() }
        return rest
    }
}

extension DatelineParser {
    /// The head of a paragraph, up to and with the dash.
    struct Head {
        /// What stands before the bracket and the dash: places and date.
        var segment: Passage
        var agency: String?
        var hasBracket = false
        var hasDash = false
        var hasColon = false
        var end: Int

        init?(_ head: Passage) {
            var at = head.startIndex
            scan: while at < head.endIndex {
                switch head[at] {
                case 0x28:  // (
                    guard at > head.startIndex, let close = head[at...].firstIndex(of: 0x29) else {
                        return nil
                    }
                    segment = head[..<at]
                    hasBracket = true
                    agency = Agency.named(head[(at + 1)..<close].string)
                    end = close + 1
                    finish(head)
                    return
                case 0x2F where at > head.startIndex && head[at - 1] == 0x20:  // " /TASS/."
                    guard let close = head[(at + 1)...].firstIndex(of: 0x2F) else { return nil }
                    segment = head[..<at].withoutStop
                    agency = Agency.named(head[(at + 1)..<close].string)
                    guard agency != nil else { return nil }
                    hasDash = true
                    end = close + 1
                    if end < head.endIndex, head[end] == 0x2E { end += 1 }
                    return
                case 0x3A:
                    segment = head[..<at]
                    hasColon = true
                    end = at + 1
                    guard end < head.endIndex, head[end] == 0x20 else { return nil }
                    return
                case 0x20, 0xE2:
                    if let dash = Self.dash(in: head, at: at) {
                        segment = head[..<at]
                        hasDash = true
                        end = dash
                        signature(head)
                        return
                    }
                    at += 1
                case 0x22, 0x3B, 0x21, 0x3F: break scan
                default: at += 1
                }
            }
            return nil
        }

        /// Takes the dash, or EFE's ".-", behind a bracket.
        private mutating func finish(_ head: Passage) {
            if let dash = Self.dash(in: head, at: end) {
                hasDash = true
                end = dash
            } else if head[end...].starts(with: ".-".utf8) || head[end...].starts(with: ".–".utf8) {
                hasDash = true
                end += head[end + 1] == 0x2D ? 2 : 4
            }
        }

        /// "— РИА Новости. Text": the agency behind the dash.
        private mutating func signature(_ head: Passage) {
            let rest = head[end...].drop { $0 == 0x20 }
            guard let stop = rest.prefix(40).firstIndex(of: 0x2E), stop + 1 < head.endIndex,
                head[stop + 1] == 0x20, let name = Agency.named(rest[..<stop].string)
            else { return }
            agency = name
            end = stop + 1
        }

        /// The end of a dash with blanks around it, or of a long one without; nil where none stands
        /// at the index.
        static func dash(in passage: Passage, at index: Int) -> Int? {
            passage.withUnsafeBufferPointer { bytes in
                var at = index - passage.startIndex
                let start = at
                while at < bytes.count, bytes[at] == 0x20 { at += 1 }
                let isSpaced = at > start
                guard at + 1 < bytes.count else { return nil }
                var isLong = false
                var length = 1
                if bytes[at] == 0xE2 {
                    guard at + 2 < bytes.count, bytes[at + 1] == 0x80,
                        bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94
                    else { return nil }
                    isLong = bytes[at + 2] == 0x94
                    length = 3
                } else if bytes[at] == 0x2D {
                    if bytes[at + 1] == 0x2D { length = 2 }
                    guard isSpaced else { return nil }
                } else {
                    return nil
                }
                let end = at + length
                let isFollowedBySpace = end < bytes.count && bytes[end] == 0x20
                return isLong || isFollowedBySpace ? end + passage.startIndex : nil
            }
        }
    }

    /// "PORTLAND, Ore., May 23", taken apart.
    struct Parts {
        /// As printed, with its region.
        var place: Passage
        /// The places in it: more than one where slashes stand between them.
        var names: [Passage]
        var region: Passage?
        var date: Passage?
        /// The names are in capitals.
        var isShouted: Bool

        init?(_ segment: Passage) {
            var pieces = segment.split(separator: 0x2C).map(Self.trimmed)[...]
            guard let first = pieces.popFirst(), first.count >= 2, first.count <= 60 else {
                return nil
            }
            place = first
            names = first.split(separator: 0x2F).map(Self.trimmed)
            guard (1...3).contains(names.count), names.allSatisfy(Self.isPlaceShaped) else {
                return nil
            }
            isShouted = names.allSatisfy(Self.isShouted)
            for piece in pieces where !piece.isEmpty {
                if Self.isDate(piece, after: date) {
                    date = date.map { segment[$0.startIndex..<piece.endIndex] } ?? piece
                } else {
                    guard region == nil, date == nil, piece.count <= 24, piece.wordCount <= 3,
                        piece.words.allSatisfy({ $0.letterCase == .upper })
                    else { return nil }
                    region = piece
                    place = segment[first.startIndex..<piece.endIndex]
                }
            }
        }

        private static func trimmed(_ piece: Passage) -> Passage {
            var piece = piece.drop { $0 == 0x20 }
            while piece.last == 0x20 { piece.removeLast() }
            return piece
        }

        private static func isPlaceShaped(_ name: Passage) -> Bool {
            let words = name.words
            return (1...4).contains(words.count) && name.count <= 40
                && !name.contains(where: \.isASCIIDigit)
                && words.allSatisfy {
                    $0.letterCase == .upper
                        || [
                            "de", "la", "le", "el", "of", "and", "am", "del", "do", "da", "dos",
                            "di",
                        ]
                        .contains($0.string)
                }
        }

        private static func isShouted(_ name: Passage) -> Bool {
            let text = name.string
            let letters = text.filter(\.isLetter)
            return letters.count >= 2 && letters.allSatisfy { $0.isUppercase || !$0.isCased }
        }

        /// A month and a day, or the year behind them; a weekday alone is no date.
        private static func isDate(_ piece: Passage, after date: Passage?) -> Bool {
            guard let tokens = TimeToken.split(piece.string), tokens.count <= 4 else {
                return false
            }
            if date != nil, case .number(_, 4)? = tokens.first, tokens.count == 1 { return true }
            var hasMonth = false
            var hasDay = false
            for token in tokens {
                switch token {
                case .number(let value, let digits):
                    if digits <= 2 && (1...31).contains(value) {
                        hasDay = true
                    } else if digits != 4 {
                        return false
                    }
                case .word(let word):
                    guard MonthName.number(word) != nil || word == "de" else { return false }
                    if word != "de" { hasMonth = true }
                case .mark(let mark):
                    guard mark == 0x2E else { return false }
                }
            }
            return hasMonth && hasDay
        }
    }
}
