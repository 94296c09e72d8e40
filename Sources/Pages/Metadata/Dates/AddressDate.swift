import Articles

/// The day in the address of an article: /2026/11/21/, /2026-11-21-, /20261121.
enum AddressDate {
    static func of(_ url: String) -> String? {
        let path = Array(url.utf8.prefix(1024))
        guard let host = start(path) else { return nil }
        var at = host
        while at + 8 <= path.count {
            guard isDigit(path, at), at == 0 || !isDigit(path, at - 1) else {
                at += 1
                continue
            }
            if let day = day(path, at) { return day }
            while at < path.count, isDigit(path, at) { at += 1 }
        }
        return nil
    }

    /// Behind the host: archives have days of their own in front.
    private static func start(_ path: [UInt8]) -> Int? {
        var slashes = 0
        for (index, byte) in path.enumerated() where byte == 0x2F {
            slashes += 1
            if slashes == 3 { return index }
        }
        return nil
    }

    private static func day(_ path: [UInt8], _ at: Int) -> String? {
        guard let year = number(path, at, 4), (1995...2100).contains(year) else { return nil }
        let next = at + 4
        guard next < path.count else { return nil }
        if isDigit(path, next) {
            guard let month = number(path, next, 2), let day = number(path, next + 2, 2),
                !isDigit(path, next + 4)
            else { return nil }
            return iso(year, month, day)
        }
        let mark = path[next]
        guard mark == 0x2F || mark == 0x2D || mark == 0x5F else { return nil }
        guard let (month, afterMonth) = monthNumber(path, next + 1), afterMonth < path.count,
            path[afterMonth] == mark || path[afterMonth] == 0x2F
        else { return nil }
        let length = isDigit(path, afterMonth + 2) ? 2 : 1
        guard let day = number(path, afterMonth + 1, length),
            !isDigit(path, afterMonth + 1 + length)
        else { return nil }
        return iso(year, month, day)
    }

    private static let names = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// In digits, or as an English name or its beginning.
    private static func monthNumber(_ path: [UInt8], _ at: Int) -> (month: Int, end: Int)? {
        let length = isDigit(path, at + 1) ? 2 : 1
        if let month = number(path, at, length) { return (month, at + length) }
        var end = at
        while end < path.count, path[end] | 0x20 >= 0x61, path[end] | 0x20 <= 0x7A { end += 1 }
        guard (3...9).contains(end - at) else { return nil }
        let name = String(decoding: path[at..<at + 3], as: UTF8.self).lowercased()
        return names.firstIndex(of: name).map { ($0 + 1, end) }
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
        Moment(year: year, month: month, day: day)?.day
    }

    private static func isDigit(_ path: [UInt8], _ at: Int) -> Bool {
        at < path.count && (0x30...0x39).contains(path[at])
    }

    private static func number(_ path: [UInt8], _ at: Int, _ count: Int) -> Int? {
        var value = 0
        for index in at..<at + count {
            guard isDigit(path, index) else { return nil }
            value = value * 10 + Int(path[index] - 0x30)
        }
        return value
    }
}
