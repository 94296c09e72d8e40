import CLinux
import Glibc
import SystemPackage

/// An open file that closes itself.
///
/// Calls that a signal interrupts are begun again here; short reads and writes are completed.
package struct Descriptor: ~Copyable, Sendable {
    package let raw: CInt

    package init(owning raw: CInt) { self.raw = raw }

    deinit { close(raw) }

    /// Opens for reading, or as told by `flags` (O_RDWR, O_CREAT…); always close-on-exec.
    package static func open(
        _ path: FilePath, flags: CInt = O_RDONLY, permissions: mode_t = 0o644
    ) throws(SystemError) -> Descriptor {
        let raw = path.withPlatformString { name in
            retrying { Glibc.open(name, flags | O_CLOEXEC, permissions) }
        }
        guard raw >= 0 else { throw SystemError("open", path) }
        return Descriptor(owning: raw)
    }

    /// Another descriptor of the same open file.
    package func duplicate() throws(SystemError) -> Descriptor {
        let copy = fcntl(raw, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw SystemError("duplicate a descriptor") }
        return Descriptor(owning: copy)
    }

    package func status() throws(SystemError) -> FileStatus {
        var status = stat()
        guard fstat(raw, &status) == 0 else { throw SystemError("look at an open file") }
        return FileStatus(status)
    }

    /// Reads at the file's position; 0 at its end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        let count = retrying { Glibc.read(raw, buffer.baseAddress, buffer.count) }
        guard count >= 0 else { throw SystemError("read") }
        return count
    }

    /// Reads at `offset` until the buffer is full or the file ends; how many bytes came.
    package func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(SystemError) -> Int {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let count = retrying { pread(raw, rest.baseAddress, rest.count, off_t(offset) + done) }
            guard count >= 0 else { throw SystemError("read") }
            if count == 0 { break }
            done += count
        }
        return done
    }

    /// `count` bytes from `offset` on, fewer where the file ends before.
    package func bytes(at offset: Int64, count: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
            do throws(SystemError) {
                filled = try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Writes all the bytes at `offset`.
    package func write(
        _ bytes: UnsafeRawBufferPointer, at offset: Int64
    ) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let count = retrying { pwrite(raw, rest.baseAddress, rest.count, off_t(offset) + done) }
            guard count >= 0 else { throw SystemError("write") }
            done += count
        }
    }

    /// Writes all the bytes at `offset`.
    package func write(_ bytes: [UInt8], at offset: Int64) throws(SystemError) {
        var failure: SystemError?
        bytes.withUnsafeBytes { buffer in
            do throws(SystemError) { try write(buffer, at: offset) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// The content, and what of the inode is needed to read it again, is on disk afterwards.
    ///
    /// A failure must not be tried again: the kernel has dropped the pages it could not write.
    package func syncData() throws(SystemError) {
        guard retrying({ fdatasync(raw) }) == 0 else { throw SystemError("sync") }
    }

    /// Content and inode are on disk afterwards; for a directory, its names.
    package func sync() throws(SystemError) {
        guard retrying({ fsync(raw) }) == 0 else { throw SystemError("sync") }
    }

    /// Gives the file these permissions, whatever the umask says.
    package func setPermissions(_ permissions: mode_t) throws(SystemError) {
        guard fchmod(raw, permissions) == 0 else { throw SystemError("change the permissions") }
    }

    /// Whether somebody has the file open for writing; nil where the kernel does not tell.
    package var hasWriter: Bool? {
        switch wireroom_has_writer(raw) {
        case 0: false
        case 1: true
        default: nil
        }
    }

    /// Takes the lock of the whole file for this process, until it closes; false when another has it.
    package func tryLock() throws(SystemError) -> Bool {
        if retrying({ flock(raw, LOCK_EX | LOCK_NB) }) == 0 { return true }
        guard Errno.current == .wouldBlock else { throw SystemError("lock") }
        return false
    }
}

/// Begins a call again that a signal interrupted.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result >= 0 || errnoNow() != EINTR { return result }
    }
}

func errnoNow() -> CInt { errno }
