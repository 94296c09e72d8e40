import Platform
import SystemPackage

/// Files that lie in the inbox and cannot be read, so that each is told once. Forgetting one only
/// means that it is told again.
final class LeftFiles: Sendable {
    private static let capacity = 10_000
    private let paths = Monitor<Set<FilePath>>([])

    /// - Returns: whether it is new.
    @discardableResult
    func note(_ path: FilePath) -> Bool {
        paths.look { paths in
            if paths.count >= Self.capacity { paths.removeAll() }
            return paths.insert(path).inserted
        }
    }

    /// - Returns: whether it was known.
    func forget(_ path: FilePath) -> Bool {
        paths.look { paths in !paths.isEmpty && paths.remove(path) != nil }
    }

    /// Forgets all that are as `isOver` says.
    func forget(where isOver: (FilePath) -> Bool) {
        // Asked without holding up whoever notes others.
        for path in paths.look({ $0 }) where isOver(path) { _ = forget(path) }
    }

    var count: Int { paths.look { $0.count } }
}
