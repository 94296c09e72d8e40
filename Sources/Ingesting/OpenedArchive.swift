import Archiving
import Inbox
import Platform

/// What other threads may use of the archive once it is open.
package struct OpenedArchive: Sendable {
    let settler: Settler
    let kept: KeptFiles
    let journal: Journal
    let place: ArchivePlace
    /// The one that the committer reads with.
    let reader: ArchiveReader
    package let recovered: Recovered
    /// Files that the last run left to be put away, and that now are.
    package internal(set) var filesPutAway = 0
    /// Articles that the index knows.
    package let known: Int
    /// Lines of the archive that are no records.
    package let damaged: [(segment: SegmentName, offset: Int64)]

    init(
        _ archive: Archive, known: Int, _ rebuild: Rebuild, settler: (KeptFiles) -> Settler
    ) throws(SystemError) {
        kept = try KeptFiles(in: archive.directory)
        self.settler = settler(kept)
        journal = archive.journal
        place = archive.place
        reader = archive.reader
        recovered = archive.recovered
        self.known = known
        damaged = rebuild.damaged
    }
}
