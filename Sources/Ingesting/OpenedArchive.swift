import Archiving
import Inbox
import Platform

/// What other threads may use of the archive once it is open.
package struct OpenedArchive: Sendable {
    let settler: Settler
    let kept: KeptFiles
    let journal: Journal
    package let recovered: Recovered
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
        recovered = archive.recovered
        self.known = known
        damaged = rebuild.damaged
    }
}
