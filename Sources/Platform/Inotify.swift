import Glibc
import SystemPackage

/// An inotify(7) instance: tells what happens in the directories that are watched.
package struct Inotify: ~Copyable, Sendable {
    /// Names one watched directory within the instance.
    package struct Watch: Sendable, Hashable {
        package var number: Int32
    }

    package enum Happening: Sendable, Equatable {
        /// A file or link appeared by being made or linked.
        case created
        /// A directory appeared, made or moved in, or its permissions changed.
        case directoryAppeared
        /// A file was moved in under this name.
        case movedIn
        /// A file that was open for writing was closed.
        case closed
        /// Permissions or owner changed.
        case attributes
        /// The watched directory itself was removed, moved or unmounted.
        case gone
        /// The kernel no longer watches the directory.
        case ignored
        /// The kernel's queue was full: anything may have happened anywhere.
        case overflow
    }

    package struct Event: Sendable {
        package var watch: Watch
        package var happening: Happening
        package var name: FilePath.Component?
    }

    package let descriptor: Descriptor

    package init() throws(SystemError) {
        let raw = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
        guard raw >= 0 else { throw SystemError("watch for changes") }
        descriptor = Descriptor(owning: raw)
    }

    /// Watches a directory, by the open directory, so that no link is followed to it.
    package func watch(_ directory: borrowing Directory) throws(SystemError) -> Watch {
        let mask =
            UInt32(IN_CREATE) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB)
            | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)
            | UInt32(IN_EXCL_UNLINK)
        let number = inotify_add_watch(
            descriptor.raw, "/proc/self/fd/\(directory.descriptor.raw)", mask)
        guard number >= 0 else { throw SystemError("watch", directory.path) }
        return Watch(number: number)
    }

    package func unwatch(_ watch: Watch) {
        // Fails only for a watch that the kernel has ended already.
        _ = inotify_rm_watch(descriptor.raw, watch.number)
    }

    /// The events that wait, none when there are none; `buffer` takes them raw (64 KB do well).
    package func events(
        using buffer: UnsafeMutableRawBufferPointer, _ body: (Event) -> Void
    ) throws(SystemError) -> Bool {
        let count = retrying { read(descriptor.raw, buffer.baseAddress, buffer.count) }
        if count < 0 {
            guard Errno.current == .wouldBlock else { throw SystemError("read what changed") }
            return false
        }
        let header = MemoryLayout<inotify_event>.size
        var offset = 0
        while offset + header <= count {
            let raw = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let length = Int(raw.len)
            guard offset + header + length <= count else { break }
            if let happening = Self.happening(raw.mask) {
                let start = UnsafeRawBufferPointer(buffer).baseAddress?.advanced(
                    by: offset + header)
                let name: FilePath.Component? =
                    length == 0
                    ? nil
                    : start.flatMap {
                        FilePath(platformString: $0.assumingMemoryBound(to: CChar.self))
                            .lastComponent
                    }
                body(Event(watch: Watch(number: raw.wd), happening: happening, name: name))
            }
            offset += header + length
        }
        return true
    }

    private static func happening(_ mask: UInt32) -> Happening? {
        func has(_ bit: some BinaryInteger) -> Bool {
            mask & UInt32(truncatingIfNeeded: bit) != 0
        }
        if has(IN_Q_OVERFLOW) { return .overflow }
        if has(IN_IGNORED) { return .ignored }
        if has(IN_DELETE_SELF) || has(IN_MOVE_SELF) || has(IN_UNMOUNT) { return .gone }
        if has(IN_ISDIR) {
            let appeared = has(IN_CREATE) || has(IN_MOVED_TO) || has(IN_ATTRIB)
            return appeared ? .directoryAppeared : nil
        }
        if has(IN_MOVED_TO) { return .movedIn }
        if has(IN_CLOSE_WRITE) { return .closed }
        if has(IN_CREATE) { return .created }
        return has(IN_ATTRIB) ? .attributes : nil
    }
}
