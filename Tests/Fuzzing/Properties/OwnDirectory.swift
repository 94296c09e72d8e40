import Glibc
import Platform
import SystemPackage

/// A directory in memory for decoders that read from files; one for each process.
enum OwnDirectory {
    static let path: FilePath = {
        let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        return FilePath("\(base)/wireroom-properties-\(getpid())")
    }()

    /// Opens the directory with one file in it, of these bytes.
    static func holding(
        _ bytes: [UInt8], as name: FilePath
    ) throws(SystemError) -> Directory {
        let directory = try Directory.make(path)
        let file = try directory.file(name, flags: O_RDWR | O_CREAT | O_TRUNC)
        try file.write(bytes, at: 0)
        return directory
    }

    /// Removes the file and the directory.
    static func remove(_ name: FilePath) {
        path.appending(name.string).withPlatformString { _ = unlink($0) }
        path.withPlatformString { _ = rmdir($0) }
    }
}
