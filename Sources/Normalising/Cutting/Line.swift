/// A short paragraph that a rule looks at.
struct Line {
    let printed: Passage
    /// In lower case, with plain apostrophes, quotation marks, brackets and colons, whatever signs
    /// it is led in by (arrows, bullets, stars) left out.
    let folded: [UInt8]
    let endsSentence: Bool
    var wordCount: Int { printed.wordCount }

    init(_ printed: Passage) {
        self.printed = printed
        folded = Folding.fold(printed)
        endsSentence = printed.endsSentence
    }

    /// It begins with a quotation mark: someone else's words.
    var isQuoted: Bool { folded.first == 0x22 || folded.first == 0x27 }

    /// It tells that someone says this, so that it is the report's.
    var isAttributed: Bool { Self.attribution.isContained(in: folded) }

    private static let attribution = Phrases([
        " said", " says", " told ", " wrote", " writes", " ruled", " according to ", " added",
        " reads", " read:", " claimed", " argued", " court", " which ", " she ", " he ",
        " sagte", " schrieb", " heißt es", " a déclaré", " a écrit", " dijo", " escribió",
        " сказал", " заявил", " сообщил", "表示", "指出", "と述べ",
    ])
}

/// What stands around the paragraph that a rule looks at.
struct Surroundings {
    var previous: Passage?
    var next: Passage?

    /// What comes before announces what follows it: a quotation, a notice, a list.
    var isIntroduced: Bool { previous.map(Introduction.introduces) ?? false }

    /// It stands beside prose, not inside a list of short lines.
    var isBesideProse: Bool {
        (previous.map(\.isProse) ?? true) || (next.map(\.isProse) ?? false)
    }

    /// It stands alone: its neighbours are sentences, so that it is no item of a list.
    var isAlone: Bool {
        (previous.map(\.endsSentence) ?? true) && (next.map(\.endsSentence) ?? true)
    }

    /// A neighbour has the shape "Label: value": this is one row of a list of them.
    var isInLabelledList: Bool {
        [previous, next].contains { neighbour in
            guard let neighbour, neighbour.count < 120, !neighbour.endsSentence else {
                return false
            }
            guard let colon = neighbour.firstIndex(of: 0x3A) else { return false }
            return colon - neighbour.startIndex < 30 && colon + 1 < neighbour.endIndex
                && neighbour[colon + 1] == 0x20
        }
    }
}

/// Sentences that announce what follows them.
enum Introduction {
    static func introduces(_ passage: Passage) -> Bool {
        if passage.endsWithColon { return true }
        return phrases.isContained(in: Folding.fold(lastSentence(of: passage)))
    }

    private static let phrases = Phrases([
        "as follows", "the following", " below", " reads", "here are", "here is", "in full",
        "verbatim", "these are", "were these", "folgende", "wie folgt", "suivant", "siguiente",
        "следующ", "如下", "以下", "次の",
    ])

    /// The last sentence, taken generously: what follows the last full stop before the end that
    /// has a space behind it.
    static func lastSentence(of passage: Passage) -> Passage {
        var at = passage.endIndex - 2
        while at > passage.startIndex {
            if passage[at] == 0x20, passage.sentenceMark(endingAt: at) {
                return passage[(at + 1)...]
            }
            at -= 1
        }
        return passage
    }
}
