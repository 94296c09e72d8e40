/// A part of a saved index: what it holds, and how much of the archive it has seen.
///
/// An index is saved a part at a time, in the order of ``Kind``, while articles go on being admitted
/// between two parts. Each part is as it was when so many articles had been admitted: `through`. The
/// archive's records from the first part's `through` on bring them all to the same moment again (see
/// ``JudgeRestoration``).
package struct SavedPart: Sendable, Equatable {
    package enum Kind: UInt32, Sendable, CaseIterable {
        /// Term statistics, and where the windows stood.
        case beginning
        /// Posting tables, shard by shard.
        case fingerprints, identities, guids, urls, storyPostings
        /// Chunks of stories.
        case stories
        /// Where records lie; not the judge's, but whose archive it is.
        case locations
        /// Chunks of what is known of each article; last but for the end, so that they hold all
        /// articles that any part before has seen.
        case articles
        case end
    }

    package var kind: Kind
    /// Of the shard or chunk, from 0.
    package var number: Int
    /// How many articles had been admitted when it was written.
    package var through: Int
    /// A shard's homes and taken slots; a chunk's elements and 0.
    package var shape: (Int, Int)
    package var byteCount: Int

    package init(
        kind: Kind, number: Int, through: Int, shape: (Int, Int) = (0, 0), byteCount: Int
    ) {
        self.kind = kind
        self.number = number
        self.through = through
        self.shape = shape
        self.byteCount = byteCount
    }

    package static func == (a: Self, b: Self) -> Bool {
        a.kind == b.kind && a.number == b.number && a.through == b.through && a.shape == b.shape
            && a.byteCount == b.byteCount
    }
}

/// Goes through the parts of an index in the order in which they are saved.
package struct SaveWalk: Sendable {
    /// What comes next; nil when all is written.
    package private(set) var kind: SavedPart.Kind? = .beginning
    package private(set) var number = 0

    package init() {}

    /// - Parameter isLast: whether the part just written was the last of its kind.
    package mutating func advance(isLast: Bool) {
        number += 1
        guard isLast, let kind else { return }
        self.kind = SavedPart.Kind(rawValue: kind.rawValue + 1)
        number = 0
    }
}
