import Inbox
import Platform
import SystemPackage

extension Pipeline {
    /// What was found of the files and directories that were given by name.
    package struct Given: Sendable {
        /// Files that were handed to the pipeline.
        package var files = 0
        /// Files that an earlier run has done, and that have not changed since.
        package var known = 0
        /// Paths that cannot be read.
        package var failures: [SystemError] = []
    }

    /// Hands files to the pipeline, those of directories in the order of their changes; returns when
    /// all are done. For a pipeline in place.
    ///
    /// - Parameter found: called with each file that was found, from this thread.
    package func ingest(_ paths: [FilePath], found: (Given) -> Void) -> Given {
        var given = Given()
        for path in paths {
            do throws(SystemError) {
                try offer(path, &given, found)
            } catch {
                given.failures.append(error)
            }
        }
        while !intake.waitUntilEmpty(seconds: 0.2), failure == nil { found(given) }
        return given
    }

    private func offer(
        _ path: FilePath, _ given: inout Given, _ found: (Given) -> Void
    ) throws(SystemError) {
        let path = try AbsolutePath.of(path)
        let parent = try InboxRoot(path.removingLastComponent())
        guard let name = path.lastComponent else { return }
        let status = try parent.directory.status(FilePath(root: nil, [name]))
        guard status.kind == .directory else {
            offer(FilePath(root: nil, [name]), in: parent, status.identity, &given)
            found(given)
            return
        }
        let root = try InboxRoot(path)
        var rules = current.value.inbox.rules
        rules.settleSeconds = -.infinity
        let scan = InboxScan(
            root: root, rules: rules, isKept: { _, _ in false }, watch: { _, _ in },
            notice: { self.tell($0) }, isStopped: { self.isStopping })
        _ = scan.run(from: FilePath()) { file in
            guard case .ready(let path, let identity) = file else { return }
            offer(path, in: root, identity, &given)
            found(given)
        }
    }

    private func offer(
        _ path: FilePath, in root: InboxRoot, _ identity: FileIdentity, _ given: inout Given
    ) {
        let candidate = Candidate(path: path, sighting: .found, root: root)
        if opened?.kept.contains(candidate.whole, identity) == true {
            given.known += 1
            return
        }
        given.files += 1
        intake.offer(candidate)
    }
}
