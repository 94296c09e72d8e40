import Platform
import Settings
import SystemPackage

/// The directories that a unit must be let write to for a configuration: as few as will do.
///
/// Each of them is a mount of its own for the service, between which nothing can be renamed. Files go
/// from the inbox to done and quarantine by renaming; so these three share the nearest directory that
/// has all of them, where that is not the root of everything.
struct WritableRoots {
    let paths: [FilePath]

    init(_ settings: Settings, of unit: ServiceUnit) {
        let isOwn = { (path: FilePath) in
            path.starts(with: unit.stateDirectory) || path.starts(with: unit.runtimeDirectory)
        }
        let filing = [settings.inbox.path, settings.inbox.done, settings.inbox.quarantine]
            .map(AbsolutePath.asFarAsThere)
        let shared = filing.dropFirst().reduce(filing[0], Self.common)
        var needed = shared.components.isEmpty ? filing.filter { !isOwn($0) } : [shared]
        needed.append(AbsolutePath.asFarAsThere(settings.archive.path))
        if let metrics = settings.metrics.path {
            needed.append(AbsolutePath.asFarAsThere(metrics.removingLastComponent()))
        }
        needed.removeAll(where: isOwn)
        paths = needed.enumerated().filter { index, path in
            !needed.enumerated().contains { other, above in
                path.starts(with: above) && (path != above || other < index)
            }
        }.map(\.element)
    }

    private static func common(_ first: FilePath, _ second: FilePath) -> FilePath {
        var common = FilePath(root: first.root, [])
        for (one, other) in zip(first.components, second.components) {
            guard one == other else { break }
            common.append(one)
        }
        return common
    }
}
