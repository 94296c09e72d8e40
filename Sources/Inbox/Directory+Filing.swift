import Platform
import SystemPackage

extension Directory {
    /// The directory for a feed's files in `done` or `quarantine`, made where it is missing.
    ///
    /// Where a file was put away under the name of one of the directories, or one of them takes
    /// nothing from us, `.feed` is added to that directory's name: what befalls one feed holds up no
    /// other.
    func makeFeedDirectory(_ relative: FilePath) throws(SystemError) -> Directory {
        do {
            let whole = try directory(relative)
            if whole.isOurs { return whole }
        } catch {
            // Whatever it is, a walk from name to name gets through or finds out.
        }
        guard let first = relative.components.first else { return try directory(FilePath()) }
        let rest = FilePath(root: nil, relative.components.dropFirst())
        for number in 0...FiledName.attempts {
            let ending = number == 0 ? "" : number == 1 ? ".feed" : ".feed-\(number)"
            let candidate = first.followed(by: ending)
            do throws(SystemError) {
                let found = try makeDirectory(candidate).makeFeedDirectory(rest)
                if !rest.isEmpty || found.isOurs { return found }
            } catch {
                // Only what is in the way asks for another name.
                guard isInTheWay(candidate) else { throw error }
            }
        }
        throw SystemError("make the directory", path.appending(first), errno: .fileExists)
    }

    /// Whether something has the name in which no file can be put: no directory, or none of ours.
    private func isInTheWay(_ name: FilePath) -> Bool {
        do throws(SystemError) {
            guard try status(name).kind == .directory else { return true }
        } catch {
            return false
        }
        do throws(SystemError) {
            return try !directory(name).isOurs
        } catch {
            return error.cause == .denied
        }
    }
}
