import Articles

/// Finds "TOKYO, May 23 (Reuters) - " at the head of a report.
///
/// The evidence that is asked for: an agency in brackets, or a date, or a place that is known; else
/// only capitals that are no kicker, no initials, occur nowhere else in the text as capitals, and
/// are followed by a dash and the beginning of a sentence.
struct DatelineParser {
    struct Found {
        /// Nil where only the agency stood there.
        var dateline: Dateline?
        var source: String?
        var bylines: [String] = []
        /// Where the report goes on.
        var end: Int
    }

    /// Longer heads hold more than a dateline, in bytes.
    private static let longest = 120

    /// Looks at the first paragraph; `recurs` tells whether a word stands in the rest of the text.
    static func parse(_ passage: Passage, recurs: (Passage) -> Bool) -> Found? {
        guard passage.count >= 30, let first = passage.first else { return nil }
        if first >= 0xE3 { return EastAsianDateline.parse(passage) }
        if first == 0x28 { return agencyAlone(passage) }
        guard passage.letterCase == .upper, let head = Head(passage.prefix(longest)) else {
            return nil
        }
        guard let parts = Parts(head.segment) else { return nil }
        let rest = passage[head.end...].drop { $0 == 0x20 }
        guard rest.count >= 20, isConvincing(head, parts, rest, recurs) else { return nil }
        let place = parts.place.string
        let printed = passage[..<head.end].string.trimmingBlanks
        return Found(
            dateline: Dateline(place: place, date: parts.date?.string, printed: printed),
            source: head.agency, end: head.end)
    }

    /// Takes a dateline apart that its sender gives as such: nil where it is no place in front of a
    /// date, an agency or a dash.
    static func read(_ printed: String) -> (place: String, date: String?, source: String?)? {
        let passage = Array((printed + " ").utf8)[...]
        guard passage.count <= longest else { return nil }
        let head = Head(passage)
        var segment = head?.segment ?? passage
        while let last = segment.last, last == 0x20 || last == 0x2D { segment.removeLast() }
        guard let parts = Parts(segment) else { return nil }
        return (parts.place.string, parts.date?.string, head?.agency)
    }

    private static func isConvincing(
        _ head: Head, _ parts: Parts, _ rest: Passage, _ recurs: (Passage) -> Bool
    ) -> Bool {
        let isKnown = parts.names.allSatisfy { Places.isKnown($0.string) }
        if head.agency != nil {
            // A known agency signs: the place may be printed in any case.
            return head.hasDash || parts.date != nil
        }
        guard parts.isShouted, head.hasDash || head.hasColon else { return false }
        guard rest.letterCase != .lower else { return false }
        if head.hasBracket || head.hasColon {
            return isKnown && parts.region == nil && rest.endsSentence
        }
        if isKnown { return true }
        if parts.names.contains(where: { Places.isKicker($0.string) || isInitials($0) }) {
            return false
        }
        if let region = parts.region, !Places.isRegion(region.string) { return false }
        if parts.date != nil { return true }
        return rest.endsSentence && rest.count >= 40
            && !parts.names.contains { $0.words.contains { $0.count > 2 && recurs($0) } }
    }

    /// "NATO", "U.S.", "UK": four letters or fewer, or stops between them.
    private static func isInitials(_ place: Passage) -> Bool {
        let scalars = place.reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
        if scalars <= 4 { return true }
        // "ST. IVES" is a place, "U.S." is none.
        return place.words.contains {
            $0.contains(0x2E) && $0.count <= 8 && $0.last == 0x2E && $0.count != 3
        }
    }

    /// "(Reuters) - Shares rose".
    private static func agencyAlone(_ passage: Passage) -> Found? {
        guard let close = passage.prefix(50).firstIndex(of: 0x29) else { return nil }
        let inner = passage[(passage.startIndex + 1)..<close].string
        guard let agency = Agency.named(inner) else { return nil }
        let rest = passage[(close + 1)...]
        let dash = Head.dash(in: rest, at: rest.startIndex)
        guard let dash else { return nil }
        return Found(dateline: nil, source: agency, end: dash)
    }
}
