/// How a reader found the article in what it read: for `inspect`, never for the archive.
package struct ReadingNotes: Sendable {
    /// One of the ways in which the text was looked for.
    package struct Candidate: Sendable {
        /// Short and stable.
        package var name: String
        /// The higher the better, as the candidates were compared.
        package var score: Double
        /// The line of the document that it begins on, from 1.
        package var line: Int
        package var isChosen: Bool
        /// Whether it goes before a better one, in which it lies and of which it holds nearly all.
        package var isInnermost: Bool

        package init(
            name: String, score: Double, line: Int, isChosen: Bool, isInnermost: Bool = false
        ) {
            self.isInnermost = isInnermost
            self.name = name
            self.score = score
            self.line = line
            self.isChosen = isChosen
        }
    }

    /// A passage that the reader did not take into the text.
    package struct Cut: Sendable {
        /// Short and stable, as those of the normaliser's rules.
        package var rule: String
        /// One line for people.
        package var explanation: String
        /// The line of the document that it begins on, from 1.
        package var line: Int
        package var text: String

        package init(rule: String, explanation: String, line: Int, text: String) {
            self.rule = rule
            self.explanation = explanation
            self.line = line
            self.text = text
        }
    }

    package var candidates: [Candidate]
    /// In the order of the document.
    package var cuts: [Cut]

    package init(candidates: [Candidate] = [], cuts: [Cut] = []) {
        self.candidates = candidates
        self.cuts = cuts
    }
}
