import Articles

/// Applies the rules to a manuscript until none finds anything more.
///
/// Going on to a fixed point is what makes normalising idempotent: what comes out is what no rule
/// changes, so that it passes unchanged when it comes in again. Each pass takes out all that it
/// finds; real texts are done after two.
struct Editor {
    var times: TimeParser

    /// A text that is not at rest after so many passes was made to defeat the rules.
    private static let mostPasses = 12

    func edit(_ manuscript: inout Manuscript, form: Draft.Form) {
        let original = manuscript
        let head = HeadCredits(times: times)
        if form == .plainText {
            NetworkBar.cut(from: &manuscript)
            head.cut(from: &manuscript)
            takeHeadline(&manuscript)
        }
        for _ in 0..<Self.mostPasses {
            guard settleHead(&manuscript, head) else { break }
            let before = manuscript.cuts.count
            cutLines(&manuscript)
            NetworkBar.cut(from: &manuscript)
            cutTail(&manuscript)
            // The dearest rule looks when all others are at rest.
            if manuscript.cuts.count == before { cutRepeatedSentences(&manuscript) }
            if manuscript.cuts.count == before { return }
        }
        manuscript = original
    }

    /// Whether the rules for the head of the text come to rest.
    private func settleHead(_ manuscript: inout Manuscript, _ head: HeadCredits) -> Bool {
        for _ in 0..<Self.mostPasses {
            let before = manuscript.cuts.count
            cutRepeatedHeadline(&manuscript)
            head.cut(from: &manuscript)
            takeDateline(&manuscript)
            if manuscript.cuts.count == before { return true }
        }
        return false
    }

    private func takeHeadline(_ manuscript: inout Manuscript) {
        guard manuscript.article.headline == nil, let first = manuscript.paragraphs.first,
            // A headline stands over the byline.
            !manuscript.cuts.contains(where: { $0.rule == .byline && $0.line < first.line }),
            Headline.stands(in: manuscript)
        else { return }
        manuscript.article.headline = manuscript.passage(0).string
        manuscript.cut(0, by: .headline)
    }

    private func cutRepeatedHeadline(_ manuscript: inout Manuscript) {
        guard let headline = manuscript.article.headline else { return }
        let repeated = manuscript.paragraphs.indices.dropLast().prefix {
            manuscript.passage($0).elementsEqual(headline.utf8)
        }
        manuscript.cut(repeated.map { ($0, .repeatedHeadline) })
    }

    private func takeDateline(_ manuscript: inout Manuscript) {
        // What follows a dateline may begin with another one; only the same place is cut again.
        for _ in 0..<4 {
            guard !manuscript.paragraphs.isEmpty else { return }
            let found = DatelineParser.parse(manuscript.passage(0)) {
                manuscript.holds($0, after: $0.endIndex)
            }
            guard let found else { return }
            if let dateline = found.dateline {
                if let known = manuscript.article.dateline {
                    guard known.isPlace(of: dateline) else { return }
                    // A place that was known by itself was printed with its date here.
                    if known.place == known.printed {
                        manuscript.article.dateline = dateline
                        manuscript.article.dateline?.date = known.date ?? dateline.date
                    }
                } else {
                    manuscript.article.dateline = dateline
                }
            }
            if manuscript.article.source == nil { manuscript.article.source = found.source }
            if manuscript.article.bylines.isEmpty { manuscript.article.bylines = found.bylines }
            manuscript.cutHead(
                of: 0, to: found.end, by: found.dateline == nil ? .agency : .dateline)
        }
    }

    /// Cuts what the rules without a fixed place find.
    private func cutLines(_ manuscript: inout Manuscript) {
        let count = manuscript.paragraphs.count
        guard count >= 2 else { return }
        var chosen: [(index: Int, rule: Rule)] = []
        var previous: Passage?
        for index in 0..<count {
            let passage = manuscript.passage(index)
            let next = index + 1 < count ? manuscript.passage(index + 1) : nil
            if chosen.count < count - 1,
                let rule = lineRule(passage, Surroundings(previous: previous, next: next))
            {
                chosen.append((index, rule))
                continue
            }
            previous = passage
        }
        manuscript.cut(chosen)
    }

    /// The first of the rules without a fixed place that takes a paragraph.
    private func lineRule(_ passage: Passage, _ place: Surroundings) -> Rule? {
        var line: Line?
        for rule in LineRules.anywhere where rule.mayTake(passage) {
            // Most paragraphs interest no rule, and need not be folded.
            let folded = line ?? Line(passage)
            line = folded
            if rule.takes(folded, place) { return rule.rule }
        }
        return nil
    }

    /// Cuts notices and lists from the end, all or none: where the report announces what follows
    /// ("The notice reads:"), it is the report's.
    private func cutTail(_ manuscript: inout Manuscript) {
        var trial = manuscript
        while trial.paragraphs.count > 1, let rule = tailRule(&trial) {
            trial.cut(trial.paragraphs.count - 1, by: rule)
        }
        let list = OtherHeadlines.count(in: trial)
        if list > 0 && list < trial.paragraphs.count {
            let first = trial.paragraphs.count - list
            trial.cut((first..<trial.paragraphs.count).map { ($0, .otherHeadlines) })
        }
        guard trial.cuts.count > manuscript.cuts.count,
            !endsWithIntroduction(trial)
        else { return }
        manuscript = trial
    }

    /// Whether what is left ends with an announcement, or with notices that one stands before.
    private func endsWithIntroduction(_ manuscript: Manuscript) -> Bool {
        for index in manuscript.paragraphs.indices.reversed().prefix(8) {
            let passage = manuscript.passage(index)
            if passage.endsWithColon { return true }
            let isNotice =
                passage.count <= LineRules.longest
                && LineRules.all.contains {
                    $0.takes(Line(passage), Surroundings(previous: nil, next: nil))
                }
            if !isNotice { return false }
        }
        return false
    }

    /// The rule that takes the last paragraph; its facts are kept in the article.
    private func tailRule(_ manuscript: inout Manuscript) -> Rule? {
        let last = manuscript.paragraphs.count - 1
        let passage = manuscript.passage(last)
        guard passage.count <= LineRules.longest, last > 0 else { return nil }
        let place = Surroundings(previous: manuscript.passage(last - 1), next: nil)
        let rules = LineRules.all.filter { $0.mayTake(passage) }
        if rules.isEmpty { return nil }
        let line = Line(passage)
        for rule in rules where rule.takes(line, place) {
            if rule.keep(line, in: &manuscript.article) { return rule.rule }
        }
        return nil
    }

    private func cutRepeatedSentences(_ manuscript: inout Manuscript) {
        let repeated = RepeatedSentence.find(in: manuscript)
        manuscript.cut(repeated.map { ($0, .repeatedSentence) })
    }
}

extension Dateline {
    /// Whether another one is of the same place, be it with its region ("SHERBROOKE, Que.").
    fileprivate func isPlace(of other: Dateline) -> Bool {
        let (mine, theirs) = (place.uppercased(), other.place.uppercased())
        return theirs == mine || theirs.hasPrefix(mine + ",")
    }
}
