import Archiving
import Inbox
import Platform

/// What other threads may use of the archive once it is open.
package struct OpenedArchive: Sendable {
    let settler: Settler
    let kept: KeptFiles
    let held: HeldFiles
    let journal: Journal
    let place: ArchivePlace
    /// The one that the committer reads with.
    let reader: ArchiveReader
    package let recovered: Recovered
    /// Files that the last run left to be put away, and that now are.
    package internal(set) var filesPutAway = 0
    /// How the index came up.
    package let index: LibraryOpening.Report

    init(
        _ archive: Archive, _ index: LibraryOpening.Report, held: HeldFiles,
        settler: (KeptFiles) -> Settler
    ) throws(SystemError) {
        kept = try KeptFiles(in: archive.directory)
        self.held = held
        self.settler = settler(kept)
        journal = archive.journal
        place = archive.place
        reader = archive.reader
        recovered = archive.recovered
        self.index = index
    }
}
