import Articles

/// What ties an article to others of its story.
package struct StoryTies: Sendable {
    /// A term that both have.
    package struct Tie: Sendable {
        package var term: TermNames.Term
        /// Its part of the nearness, 0 to 1.
        package var share: Double
    }

    /// The cosine of the angle between the article and the middle of the others, 0 to 1, before
    /// the silence between them is taken off.
    package var nearness: Double
    /// From this on an article joins, when nothing lies between.
    package var threshold: Double
    /// The terms that both have, those first that tie the most.
    package var ties: [Tie]
}

extension Judge {
    /// What ties an article to others, by how rare each term has been so far; nil where there are no
    /// others.
    ///
    /// - Parameter others: in the order in which they came.
    package func ties(of article: Features, to others: [Features]) -> StoryTies? {
        guard let first = others.first else { return nil }
        let own = stories.vector(article)
        var story = Story(
            first: first.id, latest: first.time, language: first.language, articleCount: 1,
            centre: stories.vector(first))
        for other in others.dropFirst() { story.add(stories.vector(other), at: other.time) }
        let nearness = story.nearness(to: own)
        var weights: [UInt32: Float] = [:]
        for entry in story.centre { weights[entry.term] = entry.weight }
        var ties: [StoryTies.Tie] = []
        for entry in own {
            guard let weight = weights[entry.term], nearness > 0 else { continue }
            let share = Double(weight * entry.weight / nearness)
            ties.append(StoryTies.Tie(term: TermNames.Term(id: entry.term), share: share))
        }
        ties.sort { ($0.share, $0.term.id) > ($1.share, $1.term.id) }
        return StoryTies(
            nearness: Double(nearness), threshold: Double(stories.settings.threshold), ties: ties)
    }

    /// The originals and revisions of the chain of an original, in the order of their coming.
    package func chain(of original: ContentID) -> [Ordinal] {
        guard let known = index.ordinal(of: original) else { return [] }
        let root = index.root(of: known)
        return ordinals { index.root(of: $0) == root }
    }

    /// The originals and revisions of the story that an article began, in the order of their coming.
    package func members(ofStory first: ContentID) -> [Ordinal] {
        guard let story = story(named: first) else { return [] }
        return ordinals { index.article($0).story == story }
    }

    private func ordinals(where isOne: (Ordinal) -> Bool) -> [Ordinal] {
        (0..<count).map { Ordinal(truncatingIfNeeded: $0) }.filter(isOne)
    }
}
