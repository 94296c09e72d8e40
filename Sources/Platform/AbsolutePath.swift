import Glibc
import SystemPackage

/// Paths that mean the same from every directory.
package enum AbsolutePath {
    /// The path with every link on the way followed.
    package static func of(_ path: FilePath) throws(SystemError) -> FilePath {
        guard let resolved = path.withPlatformString({ realpath($0, nil) }) else {
            throw SystemError("find", path)
        }
        defer { free(resolved) }
        return FilePath(platformString: resolved)
    }
}
