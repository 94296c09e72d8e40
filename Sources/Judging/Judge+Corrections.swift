import Articles

/// How a known article stands, with all corrections considered.
package struct Standing: Sendable, Equatable {
    /// Its newest record.
    package var ordinal: Ordinal
    /// The first original of its chain.
    package var original: ContentID
    /// The newest of its chain.
    package var newest: Ordinal
    /// The id of that.
    package var newestID: ContentID
    /// 0 where the newest is the original, then 1, 2, 3…
    package var revision: Int
    /// The first article of its story.
    package var story: ContentID
}

extension Judge {
    /// How an original or a revision stands; nil for an article that is not known.
    package func standing(of id: ContentID) -> Standing? {
        guard let known = index.ordinal(of: id) else { return nil }
        let newest = index.newest(ofChain: known)
        let state = index.article(newest)
        return Standing(
            ordinal: known, original: index.original(of: known), newest: newest, newestID: state.id,
            revision: Int(state.revision), story: stories.first(of: state.story))
    }

    /// The story that is named after an article; nil where there is none yet.
    func story(named id: ContentID) -> UInt32? {
        if let story = index.amendments.names[id] {
            return story == Amendments.noStory ? nil : story
        }
        if let first = index.ordinal(of: id) { return index.article(first).story }
        return absentStories[id]
    }

    /// A correction of an article is about to be admitted: from here on neither the article nor the one
    /// that its story is named after need be in the story of its name.
    mutating func amend(_ id: ContentID, _ story: ContentID) {
        let ordinal = Ordinal(truncatingIfNeeded: index.count)
        for name in [id, story] where !index.amendments.names.contains(name) {
            var own = absentStories[name]
            if let known = index.ordinal(of: name) {
                let story = index.article(known).story
                if stories.first(of: story) == name { own = story }
            }
            index.amendments.names.note(name, own ?? Amendments.noStory, by: ordinal)
        }
    }

    /// A story was begun by an article, and is named after it or another.
    mutating func name(_ story: UInt32, _ name: ContentID, firstOf id: ContentID) {
        if name != id { absentStories[name] = story }
        if index.amendments.names.contains(name) {
            index.amendments.names.note(
                name, story, by: Ordinal(truncatingIfNeeded: index.count))
        }
    }
}
