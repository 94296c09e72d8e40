import Archiving
import Glibc
import Platform
import SystemPackage

/// The suspects as they are kept from run to run, in `archive/suspects`.
struct SuspectList: Sendable, Equatable {
    /// The last run whose death was counted: each is counted once, however often a start is
    /// interrupted.
    var lastRun: UInt64 = 0
    private(set) var suspects: [Suspect] = []

    /// More than that are never at fault; the oldest are forgotten.
    private static let capacity = 256

    /// Counts the death of a run.
    ///
    /// - Returns: those that had a part in it.
    mutating func count(_ run: LastRun) -> [Suspect] {
        guard let death = run.death, run.run != lastRun else { return [] }
        lastRun = run.run
        var counted: [Suspect] = []
        for file in run.suspects {
            var suspect = Suspect(file: file, deaths: 1, cause: death.words)
            if let index = suspects.firstIndex(where: { $0.file == file }) {
                suspect.deaths += suspects.remove(at: index).deaths
            }
            suspects.append(suspect)
            counted.append(suspect)
        }
        suspects.removeFirst(max(0, suspects.count - Self.capacity))
        return counted
    }

    /// The suspect at a path, in whatever state.
    func suspect(at path: FilePath) -> Suspect? { suspects.first { $0.file.path == path } }

    mutating func remove(where isGone: (Suspect) -> Bool) { suspects.removeAll(where: isGone) }

    // MARK: The file

    private static let magic = Array("WIREROOM SUSPECTS 1\n".utf8)

    var bytes: [UInt8] {
        var body = BinaryWriter()
        body.integer(lastRun)
        body.integer(UInt64(suspects.count))
        for suspect in suspects {
            body.path(suspect.file.path)
            body.integer(suspect.file.identity.inode)
            body.integer(suspect.file.identity.size)
            body.integer(suspect.file.identity.modified)
            body.integer(suspect.deaths)
            body.counted(suspect.cause.utf8)
        }
        return Sealed.bytes(body.bytes, under: Self.magic)
    }

    init() {}

    /// - Returns: nil where the bytes are no list.
    init?(_ bytes: [UInt8]) {
        guard let body = Sealed.body(bytes, under: Self.magic) else { return nil }
        var reader = BinaryReader(body)
        guard let lastRun = reader.integer(UInt64.self),
            let count = reader.integer(UInt64.self), count <= Self.capacity
        else { return nil }
        self.lastRun = lastRun
        for _ in 0..<count {
            guard let path = reader.path(), let inode = reader.integer(UInt64.self),
                let size = reader.integer(Int64.self), let modified = reader.integer(Int64.self),
                let deaths = reader.integer(UInt32.self), deaths < 1000, let cause = reader.text()
            else { return nil }
            suspects.append(
                Suspect(
                    file: HeldFile(
                        path: path,
                        identity: FileIdentity(inode: inode, size: size, modified: modified)),
                    deaths: deaths, cause: cause))
        }
    }
}
