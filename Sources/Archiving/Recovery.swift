import Platform
import SystemPackage

extension ArchiveLayout {
    /// Appends what a killed run journalled and did not append: writes what is missing of the
    /// groups, the identical bytes at their offsets, and syncs them.
    ///
    /// - Throws: ``ArchiveError/damaged(segment:what:)`` where that would change or leave out bytes:
    ///   then journal and segments are not of the same archive, or of two moments of it.
    func appendMissing(of groups: [Group]) throws(ArchiveError) {
        for append in groups.flatMap(\.appends) {
            let isPossible: Bool
            do throws(SystemError) {
                let segment = try segmentFor(append)
                isPossible = try segment.canComplete(append.bytes, at: append.offset)
                if isPossible {
                    try segment.complete(append.bytes, at: append.offset)
                    try segment.sync()
                }
            } catch {
                throw .cannotOpen(error)
            }
            guard isPossible else {
                throw .damaged(
                    segment: append.segment.description,
                    what: "it does not go with the journal at byte \(append.offset)")
            }
        }
    }

    private func segmentFor(_ append: Group.Append) throws(SystemError) -> Segment {
        do {
            return try Segment.open(append.segment, in: segments)
        } catch  where error.cause == .missing && append.offset == 0 {
            return try Segment.create(append.segment, holding: append.bytes, in: segments)
        }
    }
}

/// What the last run left to be done for the files of the inbox.
package struct Recovered: Sendable {
    /// How many groups the journal held that were not settled.
    package var groups: Int
    /// The number of the newest group, 0 in a new journal.
    package var lastGroup: UInt64
    /// Files whose records are all in the archive; they may or may not be put away.
    package var finished: [FileProgress]
    /// Files of which only the first items are in the archive.
    package var unfinished: [FileProgress]

    init(_ left: Journal.Left) {
        lastGroup = left.newest?.number ?? 0
        groups = left.unsettled.count
        finished = left.unsettled.flatMap(\.finished)
        unfinished = left.newest?.unfinished ?? []
    }
}
