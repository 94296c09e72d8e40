import Glibc
import Platform
import SystemPackage

/// What each thread has in hand, where no kill can lose it: `archive/held`.
///
/// Written without a sync: a file that crashes its reader takes the process with it, not the
/// machine. How the run before ended is read from it at the start.
final class HeldFiles: Sendable {
    static let name: FilePath = "held"

    /// Where things lie in the file; each is of the run whose number it has.
    enum Layout {
        static let run = 0..<2048
        static let crash = 2048..<2048 + CrashNote.size
        static let end = 3072..<3080
        static let bytes = 4096 + HeldPlace.allCases.count * entriesBytes
        /// The longest of paths find room, or some hundreds of usual ones.
        static let entriesBytes = 64 << 10

        static func entries(_ place: HeldPlace) -> Range<Int> {
            let start = 4096 + Int(place.rawValue) * entriesBytes
            return start..<start + entriesBytes
        }
    }

    private let file: Descriptor
    private let run: RunNote
    /// Nil where there is none that can be told of.
    let lastRun: LastRun?
    /// The file was there, and is not what it must be.
    let isDamaged: Bool

    /// Reads what the last run left. Nothing is changed before ``begin()``.
    init(in directory: borrowing Directory) throws(SystemError) {
        file = try directory.file(Self.name, flags: O_RDWR | O_CREAT, permissions: 0o640)
        run = try .now()
        let left = try file.bytes(at: 0, count: Layout.bytes)
        lastRun = LastRun(left, now: run)
        // After a power cut it may be empty or have nothing but zeros.
        isDamaged = lastRun == nil && left.contains { $0 != 0 }
    }

    /// Begins the notes of this run, over those of the last.
    func begin() throws(SystemError) {
        var bytes = run.bytes
        bytes += [UInt8](repeating: 0, count: max(0, Layout.bytes - bytes.count))
        try file.write(bytes, at: 0)
        try CrashNote.write(to: file, at: Int64(Layout.crash.lowerBound), run: run.run)
    }

    /// Appends the entry of a file; false where there is no room for more.
    func append(_ file: HeldFile, to entries: inout [UInt8]) -> Bool {
        file.appendEntry(to: &entries, run: run.run, limit: Layout.entriesBytes - Self.none.count)
    }

    /// Notes what is in hand, in place of what was.
    func write(_ entries: borrowing [UInt8], at place: HeldPlace) {
        var bytes = copy entries
        bytes += Self.none
        bytes.withUnsafeBytes { write($0, at: Layout.entries(place)) }
    }

    /// Notes that nothing is in hand.
    func clear(_ place: HeldPlace) {
        CrashNote.hold(-1, at: place.rawValue)
        write([], at: place)
    }

    /// What follows the last entry: it is of no run.
    private static let none = [UInt8](repeating: 0, count: 16)

    /// The run ends well.
    func end() {
        CrashNote.end()
        Self.endMark(run.run).withUnsafeBytes { write($0, at: Layout.end) }
    }

    static func endMark(_ run: UInt64) -> [UInt8] {
        withUnsafeBytes(of: ~run) { Array($0) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at range: Range<Int>) {
        do throws(SystemError) {
            try file.write(bytes, at: Int64(range.lowerBound))
        } catch {
            // A disk that takes no notes is told of by whoever writes records to it; what is not
            // noted is not blamed.
        }
    }
}
