import Articles

/// A rule that takes out single paragraphs for what they are.
protocol LineRule: Sendable {
    var rule: Rule { get }
    var reach: Reach { get }

    /// A cheap look at the printed bytes: no where `takes` says no for certain.
    func mayTake(_ passage: Passage) -> Bool

    /// Whether the paragraph is no part of the report. Where in doubt, no.
    func takes(_ line: Line, _ place: Surroundings) -> Bool

    /// Keeps in the article what the paragraph tells; false where it cannot and the paragraph stays.
    func keep(_ line: Line, in article: inout Article) -> Bool
}

/// Where in a text a rule looks.
enum Reach: Sendable {
    /// At the end, where nothing of the report follows.
    case tail
    case anywhere
}

extension LineRule {
    func mayTake(_ passage: Passage) -> Bool { true }
    func keep(_ line: Line, in article: inout Article) -> Bool { true }
}

/// All of them, asked in this order.
enum LineRules {
    static let all: [any LineRule] = [
        PhotoCaption(),
        ReadAlso(),
        Promotion(),
        Advertisement(),
        EndMark(),
        Separator(),
        ClosingCredits(),
        ContactLine(),
        OriginalSource(),
        RightsNotice(),
        Disclaimer(),
        Sharing(),
        Invitation(),
        AgencySignature(),
    ]
    static let anywhere: [any LineRule] = all.filter { $0.reach == .anywhere }

    /// No notice is longer, in bytes; a longer paragraph is looked at by none of them.
    static let longest = 900
}
