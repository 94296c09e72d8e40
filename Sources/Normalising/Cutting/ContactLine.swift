/// "((jane.roe@example.com; +44 20 1234))": how to reach the reporter, as wires print it under a
/// report.
struct ContactLine: LineRule {
    let rule = Rule.credits
    let reach = Reach.tail

    func mayTake(_ passage: Passage) -> Bool {
        passage.first == 0x28 && passage.count <= 240 && passage.withoutStop.last == 0x29
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        guard !place.isIntroduced, mayTake(line.printed) else { return false }
        let isDouble = line.printed.starts(with: [0x28, 0x28])
        let inner = line.printed.withoutStop.drop { $0 == 0x28 }.prefix { $0 != 0x29 }
        let parts = inner.split { $0 == 0x3B || $0 == 0x2C }.map { $0.drop { $0 == 0x20 } }
        guard !parts.isEmpty, parts.contains(where: Self.isReachable) else { return false }
        // Two brackets are the wires' sign for what is not to be printed; one may hold anything.
        return isDouble
            || (parts.contains { $0.contains(0x40) } && parts.allSatisfy(Self.isReachable))
    }

    /// An e-mail address or a handle by itself or behind a label, or a telephone number.
    private static func isReachable(_ part: Passage) -> Bool {
        let words = part.words
        guard words.count <= 6 else { return false }
        if let last = words.last, last.contains(0x40), words.count <= 3 { return true }
        let digits = part.filter(\.isASCIIDigit).count
        return digits >= 6 && digits * 2 >= part.count
    }
}

extension Passage {
    /// Without full stops and blanks at the end.
    fileprivate var withoutStop: Passage {
        var rest = self
        while let last = rest.last, last == 0x2E || last == 0x20 { rest.removeLast() }
        return rest
    }
}
