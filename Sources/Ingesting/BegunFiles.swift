import Archiving
import Inbox
import Platform
import SystemPackage

/// How far the files have come of which only a part is handed on, or was archived by a killed run:
/// one that is read again, as it was, goes on from there.
final class BegunFiles: Sendable {
    private struct Progress {
        var identity: FileIdentity
        var itemsDone: UInt64
    }

    private let files = Monitor<[FilePath: Progress]>([:])

    /// Takes over what an earlier run left, by paths in the inbox or absolute ones.
    func resume(_ unfinished: [FileProgress], inbox: FilePath) {
        files.look { files in
            for file in unfinished {
                files[inbox.pushing(file.path)] = Progress(
                    identity: file.identity, itemsDone: file.itemsDone)
            }
        }
    }

    /// Notes a parcel that is handed on.
    func note(_ parcel: Parcel) {
        let file = parcel.file
        files.look { files in
            files[file.candidate.whole] =
                parcel.isLast
                ? nil : Progress(identity: file.status.identity, itemsDone: parcel.itemsDone)
        }
    }

    /// The file is in quarantine.
    ///
    /// - Returns: whether a part of it was handed on.
    func forget(_ file: ClaimedFile) -> Bool {
        files.look { $0.removeValue(forKey: file.candidate.whole) != nil }
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
