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

    /// The path with every link followed, as far as there is something; the rest as it is given.
    package static func asFarAsThere(_ path: FilePath) -> FilePath {
        var existing = path
        var rest: [FilePath.Component] = []
        while true {
            do throws(SystemError) {
                var real = try of(existing)
                for component in rest.reversed() { real.append(component) }
                return real
            } catch {
                guard let last = existing.lastComponent else { return path }
                rest.append(last)
                existing.removeLastComponent()
            }
        }
    }
}
