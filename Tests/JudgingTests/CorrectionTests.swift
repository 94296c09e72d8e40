import Articles
import Judging
import Platform
import Testing

extension Desk {
    /// A correction of an article: it is an original of its own, or a revision of another's chain.
    mutating func correct(
        _ article: Article, joining original: Article? = nil, hours: Double = 0
    ) {
        let standing = original.flatMap { judge.standing(of: id(of: $0)) }
        let own = id(of: article)
        admit(
            article,
            Judgement(
                verdict: standing == nil ? .original : .revision,
                original: standing?.original ?? own,
                revision: standing.map { $0.revision + 1 } ?? 0, match: nil, similarity: nil,
                story: standing?.story ?? own, corrects: RecordPlace(.articles, 1)), hours: hours)
    }

    /// A correction of the story of an article's chain, whose newest it must be.
    mutating func correctStory(of article: Article, joining other: Article? = nil) {
        guard let own = judge.standing(of: id(of: article)) else { return }
        let story = other.flatMap { judge.standing(of: id(of: $0)) }?.story ?? own.original
        admit(
            article,
            Judgement(
                verdict: own.revision == 0 ? .original : .revision, original: own.original,
                revision: own.revision, match: nil, similarity: nil, story: story,
                corrects: RecordPlace(.articles, 1)))
    }
}

/// Corrections change what later articles are found to be, and so does what is built from them again.
@Suite("Corrections")
struct CorrectionTests {
    /// Reports that share most of their words.
    static let first = article(
        """
        The ferry Solveig ran aground off Port Eldra on Tuesday with 212 people on board, the \
        harbour office said. Nobody was hurt. The ship had left the island of Vennhavn at dawn and \
        was to arrive at noon, after a crossing of four hours.

        Divers will look at the hull before two tugs pull her free at the next high tide.
        """, headline: "Ferry runs aground off Port Eldra", guid: "live")
    static let second = changed(first, "212 people", "218 people")
    static let third = changed(second, "four hours", "five hours")
    static let stranger = article(
        """
        A court in Skarne has fined the owners of the Miller quarry for dust that settled on the \
        gardens of the village through the dry summer of last year, and ordered nets around it.
        """, headline: "Quarry owners fined for dust")

    /// A revision of it.
    static let later = changed(stranger, "the dry summer", "the long dry summer")

    static func changed(_ article: Article, _ old: String, _ new: String) -> Article {
        var changed = article
        changed.text = Array(
            String(decoding: article.text, as: UTF8.self).replacing(old, with: new).utf8)
        return changed
    }

    /// The first report, and the other one with its revision, which is joined to it.
    static func joinStranger(_ desk: inout Desk) throws {
        try desk.drop(first)
        try desk.drop(stranger)
        desk.admit(
            later,
            Judgement(
                verdict: .revision, original: desk.id(of: stranger), revision: 1, match: .near,
                similarity: 0.9, story: desk.id(of: stranger)))
        desk.correct(stranger, joining: first)
    }

    /// Does the same with the judge as it is, and as it is after a restart.
    static func inBoth(
        _ prepare: (inout Desk) throws -> Void, _ check: (inout Desk) throws -> Void
    ) throws {
        var live = Desk()
        try prepare(&live)
        try check(&live)
        var built = Desk()
        try prepare(&built)
        built = built.restarted()
        try check(&built)
    }

    @Test("A revision that is separated is an original, and its chain goes on without it")
    func separated() throws {
        try Self.inBoth { desk in
            try desk.drop(Self.first)
            let found1 = try desk.drop(Self.second).verdict
            #expect(found1 == .revision)
            desk.correct(Self.second)
        } _: { desk in
            let (one, two) = (desk.id(of: Self.first), desk.id(of: Self.second))
            let copy = try desk.drop(Self.second)
            #expect(copy.verdict == .duplicate && copy.original == two && copy.revision == 0)
            #expect(copy.story == two)
            let found2 = try desk.drop(Self.first).original
            #expect(found2 == one)
            // The guid is of both now: the text decides, and the numbers go on where each chain stands.
            let next = try desk.drop(Self.third)
            #expect(next.verdict == .revision && next.original == two && next.revision == 1)
            let other = try desk.drop(Self.changed(Self.first, "two tugs", "three tugs"))
            #expect(other.verdict == .revision && other.original == one && other.revision == 1)
        }
    }

    @Test("A copy that is separated is known from then on")
    func separatedCopy() throws {
        let near = Self.changed(Self.first, "Nobody was hurt. ", "")
        try Self.inBoth { desk in
            try desk.drop(Self.first)
            let found3 = try desk.drop(near).verdict
            #expect(found3 == .duplicate)
            desk.correct(near)
        } _: { desk in
            let again = try desk.drop(near)
            #expect(again.original == desk.id(of: near) && again.match == .exact)
            let found4 = try desk.drop(Self.first).original
            #expect(found4 == desk.id(of: Self.first))
        }
    }

    @Test("What is joined is a revision, and its own revisions come along")
    func joined() throws {
        let moved = Self.changed(Self.stranger, "the village", "the villages")
        try Self.inBoth { desk in
            try Self.joinStranger(&desk)
        } _: { desk in
            let original = desk.id(of: Self.first)
            for text in [Self.stranger, Self.later, Self.first] {
                let copy = try desk.drop(text)
                #expect(copy.verdict == .duplicate && copy.original == original)
                #expect(copy.story == original)
            }
            let next = try desk.drop(moved)
            #expect(next.original == original)
            #expect(next.verdict == .duplicate || next.revision == 2)
        }
    }

    @Test("A joined original that is separated again takes its revisions back")
    func joinedAndSeparated() throws {
        try Self.inBoth { desk in
            try Self.joinStranger(&desk)
            desk.correct(Self.stranger)
        } _: { desk in
            let own = desk.id(of: Self.stranger)
            for text in [Self.stranger, Self.later] {
                let found5 = try desk.drop(text).original
                #expect(found5 == own)
            }
            let first = try desk.drop(Self.first)
            #expect(first.original == desk.id(of: Self.first) && first.revision == 0)
            let found6 = try desk.drop(Self.second).revision
            #expect(found6 == 1)
        }
    }

    @Test("Corrections hold when their records, or those that they correct, are removed")
    func forgotten() throws {
        var desk = Desk()
        try desk.drop(Self.first)
        try desk.drop(Self.second)
        try desk.drop(Self.stranger)
        desk.admit(
            Self.later,
            Judgement(
                verdict: .revision, original: desk.id(of: Self.stranger), revision: 1,
                match: .near, similarity: 0.9, story: desk.id(of: Self.stranger)))
        desk.correct(Self.second)
        desk.correct(Self.stranger, joining: Self.first)
        desk.correctStory(of: Self.second, joining: Self.first)
        let texts = [Self.first, Self.second, Self.stranger, Self.later]
        let expected = try texts.map { try desk.drop($0) }
        let (one, two) = (desk.id(of: Self.first), desk.id(of: Self.second))
        #expect(expected.map(\.original) == [one, two, one, one])
        #expect(expected.map(\.story) == [one, one, one, one])
        for count in 0...desk.admitted.count {
            var built = desk.rebuilt(without: count)
            let found = try texts.map { try built.drop($0) }
            #expect(found.map(\.original) == expected.map(\.original), "\(count)")
            #expect(found.map(\.story) == expected.map(\.story), "\(count)")
        }
    }

    @Test("Originals that are joined one to another and back make no circle")
    func circle() throws {
        try Self.inBoth { desk in
            try desk.drop(Self.first)
            try desk.drop(Self.stranger)
            for _ in 0..<5 {
                desk.correct(Self.stranger, joining: Self.first)
                desk.correct(Self.stranger)
                desk.correct(Self.first, joining: Self.stranger)
                desk.correct(Self.first)
            }
            desk.correct(Self.stranger, joining: Self.first)
            desk.correct(Self.first, joining: Self.stranger)
        } _: { desk in
            let original = desk.id(of: Self.first)
            let found7 = try desk.drop(Self.first).original
            #expect(found7 == original)
            let found8 = try desk.drop(Self.stranger).original
            #expect(found8 == original)
        }
    }

    @Test("A chain whose story is corrected stays in the one that it was given")
    func stories() throws {
        try Self.inBoth { desk in
            try desk.drop(Self.stranger)
            try desk.drop(Self.first)
            try desk.drop(Self.second)
            desk.correctStory(of: Self.second, joining: Self.stranger)
        } _: { desk in
            let (one, other) = (desk.id(of: Self.first), desk.id(of: Self.stranger))
            for text in [Self.first, Self.second] {
                let copy = try desk.drop(text)
                #expect(copy.original == one && copy.story == other)
            }
            // Dropped again with the same guid, the texts went back and forth.
            let next = try desk.drop(Self.third)
            #expect(next.verdict == .revision && next.revision == 4 && next.story == other)
            desk.correctStory(of: Self.third)
            let found9 = try desk.drop(Self.first).story
            #expect(found9 == one)
            let found10 = try desk.drop(Self.stranger).story
            #expect(found10 == other)
            // The story that was named after the first is there again, not another of that name.
            desk.correctStory(of: Self.stranger, joining: Self.first)
            let found11 = try desk.drop(Self.stranger).story
            #expect(found11 == one)
        }
    }
}
