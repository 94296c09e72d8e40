import Platform
import SystemPackage

extension Directory {
    /// The directory for a feed's files in `done` or `quarantine`, made where it is missing.
    ///
    /// Where a file was put away under the name of one of the directories, `.feed` is added to that
    /// directory's name.
    func makeFeedDirectory(_ relative: FilePath) throws(SystemError) -> Directory {
        do {
            return try directory(relative)
        } catch {
            // Whatever it is, a walk from name to name gets through or finds out.
        }
        guard let first = relative.components.first else { return try directory(FilePath()) }
        let rest = FilePath(root: nil, relative.components.dropFirst())
        return try makeOwnDirectory(first).makeFeedDirectory(rest)
    }

    private func makeOwnDirectory(
        _ name: FilePath.Component
    ) throws(SystemError) -> Directory {
        for number in 0...FiledName.attempts {
            let ending = number == 0 ? "" : number == 1 ? ".feed" : ".feed-\(number)"
            let candidate = name.followed(by: ending)
            do throws(SystemError) {
                return try makeDirectory(candidate)
            } catch {
                // Only a file in the way asks for another name.
                guard isFile(candidate) else { throw error }
            }
        }
        throw SystemError("make the directory", path.appending(name), errno: .fileExists)
    }

    /// Whether something else than a directory has the name.
    private func isFile(_ name: FilePath) -> Bool {
        do throws(SystemError) {
            return try status(name).kind != .directory
        } catch {
            return false
        }
    }
}
