import Articles

extension Judge {
    /// Of everything but the archive and the settings that a saved index depends on: raised by hand
    /// where the meaning of a part changes; how articles are taken apart is in it by a sample.
    package static var savedForm: UInt64 {
        let version: UInt64 = 3
        let sizes = MemoryLayout<KnownArticle>.stride << 8 | MemoryLayout<Story.Weight>.stride
        return WordHash.mix(Features.fingerprint, version << 32 | UInt64(sizes))
    }

    /// Appends the next part of the index to a buffer: at most a chunk or a shard.
    ///
    /// - Returns: nil where the next part is not the judge's (``SavedPart/Kind/locations``) or all is
    ///   written.
    package borrowing func save(_ walk: inout SaveWalk, to buffer: inout [UInt8]) -> SavedPart? {
        guard let kind = walk.kind else { return nil }
        let start = buffer.count
        var shape = (0, 0)
        let isLast: Bool
        switch kind {
        case .locations: return nil
        case .beginning:
            saveBeginning(to: &buffer)
            isLast = true
        case .fingerprints, .identities, .guids, .urls, .storyPostings:
            shape = saveShard(walk.number, of: kind, to: &buffer)
            isLast = walk.number + 1 == PostingTable.shardCount
        case .stories:
            shape.0 = stories.save(chunk: walk.number, to: &buffer)
            isLast = stories.stories.isLast(chunk: walk.number)
        case .articles:
            let chunk = index.articles.chunk(walk.number)
            SavedWords.append(chunk, to: &buffer)
            shape.0 = chunk.count
            isLast = index.articles.isLast(chunk: walk.number)
        case .end:
            saveEnd(to: &buffer)
            isLast = true
        }
        let part = SavedPart(
            kind: kind, number: walk.number, through: count, shape: shape,
            byteCount: buffer.count - start)
        walk.advance(isLast: isLast)
        return part
    }

    private borrowing func saveBeginning(to buffer: inout [UInt8]) {
        SavedWords.append(Int(index.oldestLive), to: &buffer)
        SavedWords.append(Int(index.latest.microseconds), to: &buffer)
        SavedWords.append(stories.stories.count, to: &buffer)
        SavedWords.append(UInt64(stories.statistics.articles.bitPattern), to: &buffer)
        SavedWords.append(stories.statistics.languages.count, to: &buffer)
        for (language, articles) in stories.statistics.languages {
            SavedWords.append(UInt64(language) << 32 | UInt64(articles.bitPattern), to: &buffer)
        }
        SavedWords.append(stories.statistics.first, to: &buffer)
        SavedWords.append(stories.statistics.second, to: &buffer)
    }

    private borrowing func saveShard(
        _ number: Int, of kind: SavedPart.Kind, to buffer: inout [UInt8]
    ) -> (Int, Int) {
        func save(_ shard: PostingShard) -> (Int, Int) {
            buffer.append(contentsOf: shard.bytes)
            return shard.shape
        }
        return switch kind {
        case .fingerprints: index.fingerprints.withShard(number, save)
        case .identities: index.identities.withShard(number, save)
        case .guids: index.guids.withShard(number, save)
        case .urls: index.urls.withShard(number, save)
        default: stories.postings.withShard(number, save)
        }
    }

    private borrowing func saveEnd(to buffer: inout [UInt8]) {
        SavedWords.append(stories.oldestLive, to: &buffer)
        SavedWords.append(Int(stories.latest.microseconds), to: &buffer)
        SavedWords.append(index.absentOriginals.ordinals.count, to: &buffer)
        SavedWords.append(index.absentOriginals.ordinals.map(UInt64.init), to: &buffer)
        for id in index.absentOriginals.originals {
            SavedWords.append(id.high, to: &buffer)
            SavedWords.append(id.low, to: &buffer)
        }
        saveAmendments(to: &buffer)
        withdrawals.save(to: &buffer)
    }

    private borrowing func saveAmendments(to buffer: inout [UInt8]) {
        SavedWords.append(index.amendments.names.count, to: &buffer)
        for entry in index.amendments.names.entries {
            SavedWords.append(UInt64(entry.by) << 32 | UInt64(entry.value), to: &buffer)
            SavedWords.append(entry.key.high, to: &buffer)
            SavedWords.append(entry.key.low, to: &buffer)
        }
        SavedWords.append(index.amendments.contested.count, to: &buffer)
        for entry in index.amendments.contested.entries {
            SavedWords.append(UInt64(entry.by) << 32 | UInt64(entry.value), to: &buffer)
            SavedWords.append(entry.key, to: &buffer)
        }
    }
}
