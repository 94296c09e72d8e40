import Archiving
import Judging
import Platform

/// Threads that read the parts of a saved index side by side and compare their checksums; the parts
/// come out in their order.
///
/// They are read, not mapped: a file that somebody cuts short must not end the program by a signal.
final class PartLoader: Sendable {
    enum Loaded {
        case judge(LoadedPart)
        case locations([RecordLocation], SavedPart)
    }

    private struct State {
        var nextIn = 0
        var nextOut = 0
        var done: [Int: Result<Loaded, any Error>] = [:]
        var isClosed = false
    }

    private let file: Descriptor
    private let entries: [IndexContents.Entry]
    private let state = Monitor(State())
    private let threads = Monitor<[WorkerThread]>([])

    init(
        _ file: consuming Descriptor, _ contents: IndexContents, count: Int
    ) throws(SystemError) {
        self.file = file
        entries = contents.entries
        for number in 1...count {
            let thread = try WorkerThread("index-\(number)") { self.work() }
            threads.change { $0.append(thread) }
        }
    }

    /// The next part; nil after the last.
    ///
    /// - Throws: ``SavedIndexDamage``, ``SystemError``.
    func next() throws -> Loaded? {
        let result = state.wait { state -> Result<Loaded, any Error>?? in
            guard state.nextOut < self.entries.count else { return .some(nil) }
            guard let done = state.done.removeValue(forKey: state.nextOut) else { return nil }
            state.nextOut += 1
            return done
        }
        return try result??.get()
    }

    /// Ends the threads.
    func close() {
        state.change { $0.isClosed = true }
        for thread in threads.look({ $0 }) { thread.join() }
    }

    private func work() {
        while let index = take() {
            let result = Result { try load(entries[index]) }
            state.change { $0.done[index] = result }
        }
    }

    private func take() -> Int? {
        state.look { state in
            guard !state.isClosed, state.nextIn < entries.count else { return nil }
            defer { state.nextIn += 1 }
            return state.nextIn
        }
    }

    private func load(_ entry: IndexContents.Entry) throws -> Loaded {
        let part = entry.part
        return part.kind == .locations
            ? .locations(try LoadedPart.elements(part) { try read(entry, into: $0) }, part)
            : .judge(try LoadedPart(part) { try read(entry, into: $0) })
    }

    private func read(
        _ entry: IndexContents.Entry, into memory: UnsafeMutableRawBufferPointer
    ) throws {
        let count = try file.read(into: memory, at: Int64(entry.offset))
        guard count == memory.count, count == entry.part.byteCount else {
            throw SavedIndexDamage("it ends too soon")
        }
        guard Checksum.of(UnsafeRawBufferPointer(memory)) == entry.checksum else {
            throw SavedIndexDamage("a checksum is wrong")
        }
    }
}
