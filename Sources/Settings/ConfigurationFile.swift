import Glibc
import Platform
import SystemPackage

/// Access to config.json as bytes.
enum ConfigurationFile {
    /// No configuration is larger, and what is named by mistake may be endless.
    private static let largest = 1 << 20

    /// The contents; nil where there is no such file and that is no error. A byte order mark is
    /// passed over.
    static func read(_ path: FilePath, mayBeMissing: Bool) throws(SettingsError) -> [UInt8]? {
        do {
            let descriptor = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
            var contents: [UInt8] = []
            try descriptor.closeAfter {
                var chunk = [UInt8](repeating: 0, count: 65_536)
                while contents.count <= largest {
                    let count = try chunk.withUnsafeMutableBytes { try descriptor.read(into: $0) }
                    if count == 0 { break }
                    contents.append(contentsOf: chunk[..<count])
                }
            }
            guard contents.count <= largest else {
                throw SettingsError(
                    "\(path)", "is larger than 1 MiB and so no configuration", "name the right file"
                )
            }
            return contents.starts(with: [0xEF, 0xBB, 0xBF])
                ? Array(contents.dropFirst(3)) : contents
        } catch let error as SettingsError {
            throw error
        } catch let error as Errno {
            if mayBeMissing, error == .noSuchFileOrDirectory || error == .notDirectory {
                return nil
            }
            // What may lie in a directory that is closed to us is for others.
            if mayBeMissing, error == .permissionDenied,
                !FileStatus.mayEnter(path.removingLastComponent())
            {
                return nil
            }
            throw SettingsError("\(path)", "cannot be read: \(error)", remedy(for: error))
        } catch {
            throw SettingsError("\(path)", "cannot be read: \(error)", "make it readable for us")
        }
    }

    private static func remedy(for error: Errno) -> String {
        switch error {
        case .noSuchFileOrDirectory, .notDirectory: "write one, \"{}\" is enough, or name another"
        case .isDirectory: "name a file"
        case .permissionDenied: "make it readable for us"
        default: "see what is the matter with the disk"
        }
    }

    static func currentDirectory() throws(SettingsError) -> FilePath {
        guard let path = getcwd(nil, 0) else {
            throw SettingsError(
                "current directory", "cannot be found: \(Errno(rawValue: errno))",
                "start in a directory that exists")
        }
        defer { free(path) }
        return FilePath(platformString: path)
    }
}
