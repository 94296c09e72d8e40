import Articles
import Platform
import Testing

@testable import Judging

@Suite("Explaining")
struct ExplainingTests {
    private func explain(_ older: String, _ newer: String, hours: Double = 1) -> PairExplanation {
        PairExplanation(
            older: article(older), newer: article(newer), hoursApart: hours,
            settings: Judge.Settings())
    }

    private func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    @Test(
        "One after another, passages make up both texts", arguments: 1...40 as ClosedRange<UInt64>)
    func passagesMakeUpBothTexts(_ seed: UInt64) {
        var random = RandomTexts(seed: seed)
        let words = random.words(Int.random(in: 1...200, using: &random), vocabulary: 60)
        var changed = words
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let place = Int.random(in: 0...changed.count, using: &random)
            let length = Int.random(in: 0...min(9, changed.count - place), using: &random)
            let new = random.words(Int.random(in: 0...9, using: &random), vocabulary: 60)
            changed.replaceSubrange(place..<place + length, with: new)
        }
        let (older, newer) = (words.joined(separator: " "), changed.joined(separator: " "))
        let passages = explain(older, newer).passages
        #expect(letters(passages.map(\.older).joined()) == letters(older))
        #expect(letters(passages.map(\.newer).joined()) == letters(newer))
        for passage in passages where passage.kind == .same {
            #expect(passage.older.lowercased() == passage.newer.lowercased())
        }
    }

    @Test("What differs stands apart, by its kind")
    func kinds() {
        let newer = Samples.ferry.replacing("214 passengers", with: "241 passengers")
            .replacing(" before midnight", with: "")
            .replacing(
                "\n\nDivers", with: "\n\nThe owners promised to pay for every hotel.\n\nDivers")
        let pair = explain(Samples.ferry, newer)
        #expect(pair.ruling == .figuresOrNamesCorrected || pair.ruling == .toldFurther)
        #expect(pair.ruling.relation == .revision)
        let differing = pair.passages.filter { $0.kind != .same }
        #expect(differing.map(\.kind) == [.replaced, .removed, .added])
        #expect(differing[0].older == "214" && differing[0].newer == "241")
        #expect(differing[1].older == "before midnight.")
        #expect(differing[2].newer.hasSuffix("The owners promised to pay for every hotel."))
        #expect(pair.numbersMissing == 1 && pair.similarity > 0.8)
    }

    @Test("A passage that went elsewhere is called moved")
    func moved() {
        let paragraphs = Samples.ferry.components("\n\n")
        let pair = explain(
            Samples.ferry, (paragraphs[1...] + paragraphs[..<1]).joined(separator: "\n\n"))
        #expect(pair.ruling == .nothingAdded)
        #expect(pair.passages.contains { $0.kind == .moved })
        #expect(!pair.passages.contains { $0.kind == .added || $0.kind == .removed })
    }

    @Test("The explanation is what the judge does", arguments: LanguageTests.samples)
    func agrees(_ sample: LanguageTests.Sample) throws {
        let half = sample.text.components("\n\n").dropLast().joined(separator: "\n\n")
        let corrected = sample.text.replacing(sample.figure.0, with: sample.figure.1)
        for newer in [half, corrected, sample.text + "\n\n" + Samples.orchard, Samples.orchard] {
            var desk = Desk()
            try desk.drop(article(sample.text))
            let judgement = try desk.drop(article(newer), hours: 1)
            let relation = explain(sample.text, newer).ruling.relation
            switch judgement.verdict {
            case .original: #expect(relation == .apart)
            case .revision: #expect(relation == .revision)
            case .duplicate: #expect(relation == .copy)
            case .withdrawal: Issue.record("an article is no notice")
            }
        }
    }

    @Test(
        "Ties are named as they are printed, and make up the nearness",
        arguments: LanguageTests.samples)
    func ties(_ sample: LanguageTests.Sample) throws {
        var desk = Desk()
        let first = article("", headline: sample.headlines.0, language: sample.language)
        let second = article(
            sample.text, headline: sample.headlines.1, language: sample.language)
        try desk.drop(first)
        try desk.drop(second, hours: 1)
        let known = desk.admitted.map(\.features)
        let alone = desk.judge.ties(of: known[1], to: [])
        #expect(alone?.ties.count == nil)
        let found = desk.judge.ties(of: known[1], to: [known[0]])
        let ties = try #require(found)
        var names = TermNames()
        names.read(second)
        #expect(!ties.ties.isEmpty)
        #expect(abs(ties.ties.reduce(0) { $0 + $1.share } - 1) < 0.01)
        #expect(ties.ties.map(\.share) == ties.ties.map(\.share).sorted(by: >))
        let text = sample.headlines.1 + " " + sample.text
        for tie in ties.ties {
            let name = try #require(names[tie.term])
            #expect(letters(text).utf8.contains(letters(name).utf8), "\(name)")
        }
    }

    @Test("A chain and a story are found by the article that began them")
    func members() throws {
        var desk = Desk()
        try desk.drop(article(Samples.orchard))
        let first = try desk.drop(article(Samples.ferry))
        let corrected = Samples.ferry.replacing("214", with: "241")
        let revision = try desk.drop(article(corrected), hours: 1)
        #expect(revision.verdict == .revision)
        let stranger = desk.id(of: article("nobody knows it"))
        let chain = desk.judge.chain(of: first.original)
        let members = desk.judge.members(ofStory: first.story)
        let none = desk.judge.chain(of: stranger)
        #expect(chain == [1, 2] && members == [1, 2] && none == [])
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator).map(String.init)
    }
}
