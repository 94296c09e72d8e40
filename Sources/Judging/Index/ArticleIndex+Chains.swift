import Articles

/// Chains: an original and its revisions.
///
/// An article says with its root to which chain its record put it; that never changes. A correction is
/// a later record of the same article with another root, and what it means for those before is found
/// out when it is asked for: an original that went to another chain takes its revisions along, and a
/// chain does not count what has left it.
extension ArticleIndex {
    /// The root of the chain that an article belongs to now.
    func root(of ordinal: Ordinal) -> Ordinal {
        var root = articles[Int(ordinal)].root
        // A root that a record was given had not gone anywhere then, so the way has no circles; each
        // step is made for another name.
        for _ in 0..<amendments.names.count {
            let id = articles[Int(root)].id
            guard amendments.names.contains(id), let newest = self.ordinal(of: id) else { break }
            let next = articles[Int(newest)].root
            if next == root { break }
            root = next
        }
        return root
    }

    /// Whether a later record says that the article belongs to another chain.
    func isSuperseded(_ ordinal: Ordinal) -> Bool {
        let id = articles[Int(ordinal)].id
        guard amendments.names.contains(id), let newest = self.ordinal(of: id) else {
            return false
        }
        return root(of: newest) != root(of: ordinal)
    }

    /// The first original of the chain of `ordinal`.
    func original(of ordinal: Ordinal) -> ContentID {
        let root = root(of: ordinal)
        return absentOriginals[root] ?? articles[Int(root)].id
    }

    /// The newest article of the chain of `ordinal`.
    func newest(ofChain ordinal: Ordinal) -> Ordinal {
        let root = root(of: ordinal)
        var newest = articles[Int(root)].newest
        while newest != root, isSuperseded(newest) {
            let before = articles[Int(newest)].newest
            guard before < newest else { return root }
            newest = before
        }
        return newest
    }

    /// The root under which an article is admitted as `ordinal`, by the original that its record names.
    mutating func chain(
        of original: ContentID, for id: ContentID, as ordinal: Ordinal
    ) -> Ordinal {
        guard let known = self.ordinal(of: original) else {
            if original != id { absentOriginals.add(ordinal, original) }
            return ordinal
        }
        // One that was in another's chain, and is an original now, begins a chain of its own.
        if original == id, self.original(of: known) != id { return ordinal }
        return root(of: known)
    }

    // MARK: The sender's word

    /// Whether a correction says that two articles have this guid or URL.
    func isContested(_ key: UInt64) -> Bool {
        guard let owner = amendments.contested[key] else { return false }
        return isPresent(owner)
    }

    /// The guid and the URL of an article, with the newest that has each.
    func owners(of features: Features) -> [(key: UInt64, owner: Ordinal)] {
        var owners: [(UInt64, Ordinal)] = []
        if let owner = ordinal(guid: features.guid) { owners.append((features.guid, owner)) }
        if let owner = ordinal(url: features.url) { owners.append((features.url, owner)) }
        return owners
    }

    /// Notes that a guid or a URL is of two articles, where the one that had it is not the one that was
    /// corrected, or what that has left behind has it too.
    mutating func contest(_ key: UInt64, _ owner: Ordinal, by correction: Ordinal) {
        var owner = owner
        if articles[Int(owner)].id == articles[Int(correction)].id {
            owner = newest(ofChain: owner)
        }
        let other = articles[Int(owner)]
        guard other.guid == key || other.url == key, root(of: owner) != root(of: correction)
        else { return }
        amendments.contested.note(key, owner, by: correction)
    }
}
