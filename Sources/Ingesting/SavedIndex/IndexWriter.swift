import Glibc
import Judging
import Platform
import SystemPackage

/// Writes the parts of an index to a file, on a thread of its own: a slow or full disk holds up
/// nobody who judges.
///
/// The file is whole when it takes the name `index`, by a rename. It is not synced: after kill -9 the
/// kernel has it, and after a power cut its checksums tell whether the disk does.
final class IndexWriter: Sendable {
    static let name: FilePath = "index"
    static let temporary: FilePath = ".index.tmp"

    enum Outcome {
        case saved(bytes: Int)
        case failed(SystemError)
        case abandoned
    }

    private struct State {
        var filled: [(bytes: [UInt8], parts: [SavedPart])] = []
        var free: [[UInt8]]
        var isEnded = false
        var isAbandoned = false
        var outcome: Outcome?
    }

    private let directory: Directory
    private let file: Descriptor
    private let basis: IndexContents.Basis
    /// Two buffers: one is filled while the other is written.
    private let state = Monitor(State(free: [[], []]))
    private let thread = Monitor<WorkerThread?>(nil)

    /// Begins a file in the directory of the archive.
    init(
        in archive: borrowing Directory, basis: IndexContents.Basis
    ) throws(SystemError) {
        directory = try archive.directory("")
        file = try directory.file(
            Self.temporary, flags: O_RDWR | O_CREAT | O_TRUNC, permissions: 0o640)
        self.basis = basis
        let thread = try WorkerThread("index-writer") { self.work() }
        self.thread.change { $0 = thread }
    }

    /// What a killed run left of a save.
    static func removeRemains(in archive: borrowing Directory) throws(SystemError) {
        try archive.removeIfThere(temporary)
    }

    // MARK: Whoever saves

    /// A buffer to be filled, empty; waits so long for one.
    func buffer(seconds: Double = 0) -> [UInt8]? {
        state.wait(seconds: seconds) { $0.outcome == nil ? $0.free.popLast() : nil }
    }

    /// Takes a buffer back, with parts in it one behind the other; it is empty on return.
    func write(_ bytes: inout [UInt8], _ parts: [SavedPart]) {
        state.change { state in
            var taken: [UInt8] = []
            swap(&taken, &bytes)
            state.filled.append((taken, parts))
        }
    }

    /// No more parts come.
    func end() { state.change { $0.isEnded = true } }

    /// What became of it; nil while it is being written. Waits so long for it.
    func outcome(seconds: Double = 0) -> Outcome? {
        state.wait(seconds: seconds) { $0.outcome }
    }

    /// Gives it up where it is not finished; the file is gone and the thread has ended on return.
    func close() {
        state.change { $0.isAbandoned = true }
        thread.look { $0.take() }?.join()
    }

    // MARK: The thread

    private func work() {
        var contents = IndexContents(basis: basis)
        var outcome: Outcome
        do throws(SystemError) {
            while var job = next() {
                try write(job.bytes, job.parts, &contents)
                recycle(&job.bytes)
            }
            if state.look({ $0.isAbandoned }) {
                outcome = .abandoned
            } else {
                let end = contents.bytes
                try file.write(end, at: Int64(contents.partsEnd))
                try directory.replace(Self.name, with: Self.temporary)
                outcome = .saved(bytes: contents.partsEnd + end.count)
            }
        } catch {
            outcome = .failed(error)
        }
        if case .saved = outcome {} else { remove(&outcome) }
        state.change { $0.outcome = outcome }
    }

    private func next() -> (bytes: [UInt8], parts: [SavedPart])? {
        state.wait { state -> (bytes: [UInt8], parts: [SavedPart])?? in
            if state.isAbandoned { return .some(nil) }
            if !state.filled.isEmpty { return .some(state.filled.removeFirst()) }
            return state.isEnded ? .some(nil) : nil
        } ?? nil
    }

    private func write(
        _ bytes: [UInt8], _ parts: [SavedPart], _ contents: inout IndexContents
    ) throws(SystemError) {
        let offset = contents.partsEnd
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            for part in parts {
                let own = UnsafeRawBufferPointer(rebasing: rest.prefix(part.byteCount))
                contents.append(part, checksum: Checksum.of(own))
                rest = rest.dropFirst(part.byteCount)
            }
        }
        try file.write(bytes, at: Int64(offset))
    }

    /// The memory is kept: touched pages cost the next filling nothing.
    private func recycle(_ bytes: inout [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        state.change { state in
            var taken: [UInt8] = []
            swap(&taken, &bytes)
            state.free.append(taken)
        }
    }

    private func remove(_ outcome: inout Outcome) {
        do throws(SystemError) {
            try Self.removeRemains(in: directory)
        } catch {
            outcome = .failed(error)
        }
    }
}
