import Articles

/// "新华社北京5月23日电（记者 …）", "【東京＝時事】" at the head of a report.
enum EastAsianDateline {
    private static let agencies = ["新华社", "中新社", "中新网"]

    static func parse(_ passage: Passage) -> DatelineParser.Found? {
        if passage.starts(with: "【".utf8) { return bracketed(passage) }
        guard let agency = agencies.first(where: { passage.starts(with: $0.utf8) }) else {
            return nil
        }
        let head = passage.dropFirst(agency.utf8.count).prefix(90)
        let wire = Array("电".utf8)
        guard let end = head.indices.first(where: { head[$0...].starts(with: wire) }),
            let digit = head[..<end].firstIndex(where: \.isASCIIDigit)
        else { return nil }
        let place = head[..<digit]
        let date = head[digit..<end]
        guard place.count >= 6, place.count <= 36, place.allSatisfy({ $0 >= 0x80 }),
            date.count <= 16, date.string.hasSuffix("日"), date.string.contains("月")
        else { return nil }
        var stop = end + wire.count
        var bylines: [String] = []
        for (open, close) in [("（", "）"), ("(", ")")] where passage[stop...].starts(with: open.utf8)
        {
            let inner = passage[stop...].dropFirst(open.utf8.count).prefix(90)
            let closing = Array(close.utf8)
            guard let last = inner.indices.first(where: { inner[$0...].starts(with: closing) })
            else {
                continue
            }
            let content = inner[..<last].string
            guard content.hasPrefix("记者") else { continue }
            bylines = content.dropFirst(2).split { "、 ，".contains($0) }.map(String.init)
            stop = last + closing.count
        }
        guard passage.endIndex - stop >= 20 else { return nil }
        return DatelineParser.Found(
            dateline: Dateline(
                place: place.string, date: date.string, printed: passage[..<stop].string),
            source: agency, bylines: bylines, end: stop)
    }

    private static func bracketed(_ passage: Passage) -> DatelineParser.Found? {
        let inner = passage.dropFirst(3).prefix(75)
        let closing = Array("】".utf8)
        guard let last = inner.indices.first(where: { inner[$0...].starts(with: closing) }) else {
            return nil
        }
        let parts = inner[..<last].string.split(separator: "＝", omittingEmptySubsequences: false)
        guard parts.count == 2, let place = parts.first, let signature = parts.last,
            (1...12).contains(place.count), (1...10).contains(signature.count)
        else { return nil }
        let stop = last + closing.count
        guard passage.endIndex - stop >= 20 else { return nil }
        let agency = Agency.named(String(signature))
        return DatelineParser.Found(
            dateline: Dateline(
                place: String(place), date: nil, printed: passage[..<stop].string),
            source: agency, bylines: agency == nil ? [String(signature)] : [], end: stop)
    }
}
