import Inbox
import Platform
import SystemPackage

/// How far the large files have come of which only a part is handed on: one that is read again, as
/// it was, goes on from there.
final class BegunFiles: Sendable {
    private struct Progress {
        var identity: FileIdentity
        var itemsDone: UInt64
    }

    private let files = Monitor<[FilePath: Progress]>([:])

    /// Notes a parcel that is handed on.
    func note(_ parcel: Parcel) {
        let file = parcel.file
        files.look { files in
            files[file.candidate.whole] =
                parcel.isLast
                ? nil : Progress(identity: file.status.identity, itemsDone: parcel.itemsDone)
        }
    }

    /// How many items of the file, in this state, were handed on.
    func itemsDone(of file: ClaimedFile) -> UInt64? {
        files.look { files in
            files[file.candidate.whole].flatMap {
                $0.identity == file.status.identity ? $0.itemsDone : nil
            }
        }
    }
}
