/// Up to which article each part of a saved index has seen the archive.
struct SaveMarks {
    private var throughs: [[Int]] = SavedPart.Kind.allCases.map { _ in [] }

    /// How many articles the last chunk of them brings the count to.
    var articles: Int { throughs[Int(SavedPart.Kind.articles.rawValue)].last ?? 0 }

    /// False where the parts of a kind do not come in the order of their numbers.
    mutating func note(_ part: SavedPart) -> Bool {
        let kind = Int(part.kind.rawValue)
        guard part.number == throughs[kind].count else { return false }
        throughs[kind].append(part.through)
        return true
    }

    /// Whether every table has all its shards, and nothing else is missing altogether.
    var isComplete: Bool {
        SavedPart.Kind.allCases.allSatisfy { kind in
            let count = throughs[Int(kind.rawValue)].count
            return switch kind {
            case .beginning, .end: count == 1
            case .fingerprints, .identities, .guids, .urls, .storyPostings:
                count == PostingTable.shardCount
            case .stories, .articles: count > 0
            case .locations: true
            }
        }
    }

    @inline(__always)
    func shard(of key: UInt64, _ kind: SavedPart.Kind) -> Int {
        throughs[Int(kind.rawValue)][PostingTable.shard(of: key)]
    }

    /// Of the chunk that the story lies in; 0 where that was not saved.
    func stories(_ story: Int) -> Int {
        let chunks = throughs[Int(SavedPart.Kind.stories.rawValue)]
        let number = story / ChunkedArray<Story>.chunkLength
        return number < chunks.count ? chunks[number] : 0
    }
}
