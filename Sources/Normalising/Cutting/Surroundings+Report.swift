extension Surroundings {
    /// What comes before is a sentence that announces nothing, a credit or a line of marks: the
    /// report may have ended there. Without anything before it, nothing speaks against it.
    var followsReport: Bool {
        guard let previous else { return true }
        if Separator.isSeparator(previous) { return true }
        if isIntroduced { return false }
        return previous.endsSentence
            || previous.count <= LineRules.longest && Furniture.isLine(previous)
    }
}

/// Lines that are no part of a report wherever they stand behind it.
enum Furniture {
    /// Whether one of the rules for the end of a text knows the line by itself.
    static func isLine(_ passage: Passage) -> Bool {
        let rules: [any LineRule] = [
            ClosingCredits(), ContactLine(), RightsNotice(), Sharing(), EndMark(),
        ]
        let asked = rules.filter { $0.mayTake(passage) }
        guard !asked.isEmpty else { return NetworkLine(passage) != nil }
        let line = Line(passage)
        let nowhere = Surroundings(previous: nil, next: nil)
        return asked.contains { $0.takes(line, nowhere) } || NetworkLine(passage) != nil
    }
}
