import Archiving
import Articles
import Ingesting
import Judging
import Settings

/// Why a record is what it is, for reading at a terminal.
struct ExplanationPage {
    private let layout: TextLayout
    private let columns: Int
    private let inColour: Bool
    private let isWhole: Bool
    private let thresholds: Settings.Deduplication

    /// Articles of a story, and terms that tie it, which are listed.
    private static let listed = (members: 10, ties: 12)

    init(columns: Int, inColour: Bool, isWhole: Bool, thresholds: Settings.Deduplication) {
        layout = TextLayout(columns: columns)
        self.columns = columns
        self.inColour = inColour
        self.isWhole = isWhole
        self.thresholds = thresholds
    }

    func text(_ explanation: Explanation, at place: RecordPlace) -> String {
        let record = explanation.record.record
        var page = title(place, record.article.title)
        page += row("verdict", VerdictSentence.text(record))
        switch explanation.relation {
        case .new: page += row("why", "Nothing that was known is like it.")
        case .takesBack(let other):
            let why = other.map { "By its sender's word it takes back \(name($0))." }
            return page + row("why", why ?? "What it takes back was not known when it came.")
        case .exact(let other):
            page += row("why", "The same headline and text, letter for letter, as \(name(other)).")
        case .lost:
            page += row("why", "What it was compared with is no longer in the archive.")
        case .compared(let other, let pair):
            page += row("with", name(other))
            if pair.ruling.relation != Self.relation(of: record.judgement), record.isByRule {
                page += row(
                    "now",
                    "By today's rules and settings the two would be judged otherwise, as below.")
            }
            page += text(pair, older: self.place(other), newer: "\(place)")
        }
        return page + text(explanation.story, of: record)
    }

    /// Two records that were named, side by side.
    func text(_ pair: PairExplanation, older: RecordPlace, newer: RecordPlace) -> String {
        let what =
            switch pair.ruling.relation {
            case .copy: "\(newer) would be a copy of \(older)."
            case .revision: "\(newer) would be a revision of \(older)."
            case .apart: "\(newer) and \(older) would be kept apart."
            }
        return row("verdict", what) + text(pair, older: "\(older)", newer: "\(newer)")
    }

    private func text(_ pair: PairExplanation, older: String, newer: String) -> String {
        var page = row("rule", "\(pair.ruling.rawValue): \(pair.ruling.sentence)")
        page += row(
            "alike",
            "\(percent(pair.similarity)) (a near copy from \(percent(thresholds.similarity)))")
        page += row(
            "contained",
            "\(percent(pair.newerContained)) of the newer text in the older one, "
                + "\(percent(pair.olderContained)) of the older in the newer "
                + "(a partial copy from \(percent(thresholds.containment)))")
        page += row("length", "\(pair.olderWords) words, then \(pair.newerWords)")
        page += row("numbers", missing(pair.numbersMissing, of: pair.numbers))
        page += row("names", missing(pair.namesMissing, of: pair.names))
        page += row("apart", hours(pair.hoursApart)) + "\n"
        var sides = SideBySide(columns: columns, inColour: inColour)
        sides.isWhole = isWhole
        page += sides.text(pair.passages, older: "older: \(older)", newer: "newer: \(newer)")
        return page + "\n" + SideBySide.legend + "\n"
    }

    private func text(_ story: Explanation.StoryPart, of record: Record) -> String {
        guard story.count > 1 || record.judgement.story != record.id else {
            return "\n" + row("story", "It is alone in its story so far.")
        }
        var page =
            "\n"
            + row("story", "\(record.judgement.story.hex), \(story.count) originals and revisions")
        for member in story.members.prefix(Self.listed.members) {
            page += row(
                "",
                "articles:\(member.sequence)  \(member.time.toTheSecond)  "
                    + member.article.title
                    + (member.id == record.id ? "  (this one)" : ""))
        }
        if story.count > Self.listed.members {
            page += row("", "… and \(story.count - Self.listed.members) more")
        }
        guard let ties = story.ties else { return page }
        let terms = ties.ties.prefix(Self.listed.ties).map { tie in
            "\(story.names[tie.term] ?? "?") \(percent(tie.share))"
        }
        let held = terms.isEmpty ? "no term that both have" : terms.joined(separator: ", ")
        return page + row("held by", held)
            + row(
                "nearness",
                "\(percent(ties.nearness)) to those before it (joins from \(percent(ties.threshold)), "
                    + "with a bonus for large stories and a malus for silence)")
    }

    // MARK: Words

    private static func relation(of judgement: Judgement) -> Ruling.Relation {
        switch judgement.verdict {
        case .original: .apart
        case .revision: .revision
        case .duplicate, .withdrawal: .copy
        }
    }

    private func place(_ archived: ArchivedRecord) -> String { "articles:\(archived.sequence)" }

    private func name(_ archived: ArchivedRecord) -> String {
        "\(place(archived)) “\(archived.record.article.title)”, received \(archived.record.received.toTheSecond)"
    }

    private func missing(_ count: Int, of all: Int) -> String {
        all == 0
            ? "none in the shorter text"
            : "\(count) of the \(all) in the shorter text \(count == 1 ? "is" : "are") not in the other"
    }

    private func hours(_ hours: Double) -> String {
        switch hours {
        case ..<1: "\(Int((hours * 60).rounded())) minutes"
        case ..<72: "\(Int(hours.rounded())) hours"
        default: "\(Int((hours / 24).rounded())) days"
        }
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{A0}%" }

    private func title(_ place: RecordPlace, _ title: String) -> String {
        TerminalText.bold(layout.wrapped("\(place) – \(title)"), inColour: inColour) + "\n"
    }

    private func row(_ name: String, _ value: String) -> String {
        layout.row(name, value, indent: 11, inColour: inColour) + "\n"
    }
}

extension Record {
    /// Whether the words decided, and neither the sender nor somebody who corrected.
    fileprivate var isByRule: Bool {
        judgement.corrects == nil && (judgement.match == .near || judgement.match == .partial)
    }
}
