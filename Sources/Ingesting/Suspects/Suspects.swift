import Platform
import Synchronization
import SystemPackage

/// Files that may have crashed their reader: one that was in hand at one death is read again, alone;
/// at the second it is known to be the cause.
final class Suspects: Sendable {
    static let name: FilePath = "suspects"
    private static let temporary: FilePath = ".suspects.tmp"
    /// More than any list takes.
    private static let longest = 4 << 20

    private struct State {
        var list = SuspectList()
        var home: FilePath?
    }

    private let state = Monitor(State())
    /// Almost always so; then nobody has to look further.
    private let isEmpty = Atomic<Bool>(true)

    /// What a start has found.
    struct Opening: Sendable {
        /// Those that the last run died with.
        var counted: [Suspect] = []
        /// The list was there, and is not what it must be.
        var isDamaged = false
    }

    /// Takes up the list of an archive, without files that are gone or changed, and with the death of
    /// the last run, safe on disk.
    func open(
        in directory: borrowing Directory, inbox: FilePath, after lastRun: LastRun?
    ) throws(SystemError) -> Opening {
        var opening = Opening()
        let kept = try Self.read(in: directory)
        var list = SuspectList()
        if let kept, !kept.isEmpty {
            if let known = SuspectList(kept) { list = known } else { opening.isDamaged = true }
        }
        let before = list
        if let lastRun { opening.counted = list.count(lastRun) }
        let root = try Directory.open("/")
        list.remove { !Self.isThere($0.file, inbox: inbox, root: root) }
        if list != before { try Self.write(list, in: directory) }
        let path = directory.path
        state.change { $0 = State(list: list, home: path) }
        isEmpty.store(list.suspects.isEmpty, ordering: .releasing)
        return opening
    }

    /// What is known of a file in the state that it is in; what was known of it in another state is
    /// forgotten.
    func suspect(_ path: FilePath, _ identity: FileIdentity) -> Suspect? {
        if isEmpty.load(ordering: .acquiring) { return nil }
        guard let suspect = state.look({ $0.list.suspect(at: path) }) else { return nil }
        if suspect.file.identity == identity { return suspect }
        forget(path)
        return nil
    }

    /// A file was read well, or is there no more.
    func forget(_ path: FilePath) {
        if isEmpty.load(ordering: .acquiring) { return }
        state.change { state in
            let before = state.list
            state.list.remove { $0.file.path == path }
            isEmpty.store(state.list.suspects.isEmpty, ordering: .releasing)
            guard state.list != before, let home = state.home else { return }
            do throws(SystemError) {
                try Self.write(state.list, in: Directory.open(home))
            } catch {
                // The next start finds that the file is gone.
            }
        }
    }

    // MARK: The file

    private static func read(in directory: borrowing Directory) throws(SystemError) -> [UInt8]? {
        do throws(SystemError) {
            return try directory.file(name).bytes(at: 0, count: longest)
        } catch {
            guard error.cause == .missing else { throw error }
            return nil
        }
    }

    private static func write(
        _ list: SuspectList, in directory: borrowing Directory
    ) throws(SystemError) {
        try directory.replace(name, by: list.bytes, through: temporary, permissions: 0o640)
    }

    private static func isThere(
        _ file: HeldFile, inbox: FilePath, root: borrowing Directory
    ) -> Bool {
        do throws(SystemError) {
            return try root.status(inbox.pushing(file.path)).identity == file.identity
        } catch {
            return error.cause != .missing
        }
    }
}
