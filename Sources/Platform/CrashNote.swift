import CLinux
import Glibc
import SystemPackage

/// What a crash has left behind: written by a signal handler, read by the next run.
///
/// Signals that come from outside are no crashes and leave nothing, but for the one by which the
/// service manager's watchdog ends a process that hangs.
package struct CrashNote: Sendable, Equatable {
    package enum Cause: Sendable, Equatable {
        /// A signal by its number: of a fault, a failed check or abort(3).
        case signal(Int)
        case watchdog
    }

    package var cause: Cause
    /// The place of the crashed thread, by ``takePlace(_:)``; nil where it has none, or where it is
    /// not known which thread is to blame.
    package var place: Int?
    /// Of each place the number of the file that it held, by ``hold(_:at:)``; negative for none.
    package var held: [Int]

    /// Bytes of a note in a file.
    package static let size = MemoryLayout<wireroom_crash_note>.size

    /// - Parameter run: the run of which it must be.
    /// - Returns: nil where the bytes are no note of that run.
    package init?(_ bytes: [UInt8], of run: UInt64) {
        guard bytes.count >= Self.size else { return nil }
        let note = bytes.withUnsafeBytes { $0.loadUnaligned(as: wireroom_crash_note.self) }
        guard note.magic == WIREROOM_CRASH_MAGIC, note.run == run else { return nil }
        cause = note.by_watchdog != 0 ? .watchdog : .signal(Int(note.signal))
        place = note.place >= 0 ? Int(note.place) : nil
        held = withUnsafeBytes(of: note.held) { $0.bindMemory(to: Int32.self).map { Int($0) } }
    }

    /// From now on a crash of this process is noted in the file at `offset`; one file at a time.
    ///
    /// The process ends as it would have done otherwise: with the same signal and core.
    package static func write(
        to file: borrowing Descriptor, at offset: Int64, run: UInt64
    ) throws(SystemError) {
        guard wireroom_note_crashes(file.raw, run, off_t(offset)) == 0 else {
            throw SystemError("handle crashes")
        }
    }

    /// Crashes are noted no more.
    package static func end() { wireroom_forget_crashes() }

    /// The calling thread is the one of this place.
    package static func takePlace(_ place: Int32) { wireroom_crash_place(place) }

    /// The place, one of 8, holds the file of this number; -1 for none.
    package static func hold(_ number: Int, at place: Int32) {
        wireroom_crash_held(place, CInt(truncatingIfNeeded: number))
    }
}
