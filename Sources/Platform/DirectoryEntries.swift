import Glibc
import SystemPackage

/// The names in a directory, read a block at a time, so that a million of them need no memory.
package struct DirectoryEntries: ~Copyable {
    package struct Entry: Sendable {
        package var name: FilePath.Component
        /// As the directory itself says; nil where the file system does not, and a status is needed.
        package var kind: FileStatus.Kind?
    }

    private let stream: OpaquePointer
    private let path: FilePath

    /// The names of a directory of its own position: reading them disturbs no other reader.
    package init(_ directory: borrowing Directory) throws(SystemError) {
        path = directory.path
        let raw = openat(directory.descriptor.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard raw >= 0, let stream = fdopendir(raw) else {
            let failure = SystemError("list", directory.path)
            if raw >= 0 { close(raw) }
            throw failure
        }
        self.stream = stream
    }

    deinit { closedir(stream) }

    /// The next name, nil after the last; `.` and `..` are left out. In no order.
    package func next() throws(SystemError) -> Entry? {
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw SystemError("list", path) }
                return nil
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) {
                    FilePath(platformString: $0).lastComponent
                }
            }
            guard let name, name.kind == .regular else { continue }
            return Entry(name: name, kind: Self.kind(entry.pointee.d_type))
        }
    }

    private static func kind(_ type: UInt8) -> FileStatus.Kind? {
        switch Int(type) {
        case Int(DT_REG): .regular
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .symbolicLink
        case Int(DT_UNKNOWN): nil
        default: .other
        }
    }
}
