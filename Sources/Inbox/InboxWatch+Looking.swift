import Platform
import SystemPackage

extension InboxWatch {
    private enum Task {
        case stop
        case rescan
        case check(InboxRoot)
        case list(FilePath, InboxRoot)
        case settled([(path: FilePath, sighting: Candidate.Sighting)], InboxRoot)
        case wait(Double)
    }

    /// Looks at the inbox whenever there is a reason to, until ``stop()``. Blocks: to be run on a
    /// thread of its own.
    package func scan() {
        while true {
            switch nextTask() {
            case .stop: return
            case .rescan: rescanNow()
            case .check(let root): if !root.isStill(at: path) { rescan() }
            case .list(let path, let root): list(path, of: root)
            case .settled(let ready, let root):
                for file in ready {
                    offer(Candidate(path: file.path, sighting: file.sighting, root: root))
                }
            case .wait(let seconds): sleep(seconds)
            }
        }
    }

    /// A directory that we hold open tells nothing when it is removed or something is mounted over
    /// it (the kernel's event waits for our descriptor): nanoseconds between two looks at the path.
    private static let checkPause: Int64 = 1_000_000_000

    private func sleep(_ seconds: Double) {
        let due = state.look { $0.settling.nextDue } ?? .max
        _ = state.wait(seconds: seconds) { state -> Void? in
            let hasWork = state.isStopped || state.wantsRescan || !state.appeared.isEmpty
            return hasWork || (state.settling.nextDue ?? .max) < due ? () : nil
        }
    }

    private func nextTask() -> Task {
        let rules = rules()
        return state.look { state in
            if state.isStopped { return .stop }
            let now = SystemClock.monotonic
            if state.wantsRescan || now >= state.nextRescan {
                state.wantsRescan = false
                state.appeared.removeAll()
                let pause = state.root == nil ? 1 : rules.rescanSeconds
                state.nextRescan = now + Int64(pause * 1e9)
                state.nextCheck = now + Self.checkPause
                return .rescan
            }
            guard let root = state.root else {
                return .wait(Double(state.nextRescan - now) / 1e9)
            }
            if now >= state.nextCheck {
                state.nextCheck = now + Self.checkPause
                return .check(root)
            }
            if let path = state.appeared.popLast() { return .list(path, root) }
            let ready = state.settling.takeReady(now: now, seconds: rules.settleSeconds) {
                Self.regularFile($0, of: root)
            }
            if !ready.isEmpty { return .settled(ready, root) }
            let due = min(state.nextRescan, state.nextCheck, state.settling.nextDue ?? .max)
            return .wait(max(0.001, Double(due - now) / 1e9))
        }
    }

    private static func regularFile(_ path: FilePath, of root: InboxRoot) -> FileIdentity? {
        do throws(SystemError) {
            let status = try root.directory.status(path)
            return status.kind == .regular ? status.identity : nil
        } catch {
            return nil
        }
    }

    private func rescanNow() {
        do throws(SystemError) {
            let root = try currentRoot()
            list(FilePath(), of: root)
        } catch {
            let isNews = state.change { state in
                state.root = nil
                state.directories.removeAll()
                state.nextRescan = SystemClock.monotonic + 1_000_000_000
                defer { state.wasGone = true }
                return !state.wasGone
            }
            if isNews { notice(.vanished(error)) }
        }
    }

    /// The root that is open, or the one that is at the path now.
    private func currentRoot() throws(SystemError) -> InboxRoot {
        if let root = state.look({ $0.root }), root.isStill(at: path) { return root }
        let root = try InboxRoot(path)
        let wasGone = state.change { state in
            state.root = root
            state.directories.removeAll()
            defer { state.wasGone = false }
            return state.wasGone
        }
        if wasGone { notice(.back) }
        return root
    }

    private func list(_ start: FilePath, of root: InboxRoot) {
        let scan = InboxScan(
            root: root, rules: rules(), isKept: isKept,
            watch: { directory, path in
                do throws(SystemError) {
                    try self.watch(directory, at: path)
                } catch {
                    let isNews = self.state.look { state in
                        defer { state.toldOfWatch = true }
                        return !state.toldOfWatch
                    }
                    if isNews { self.notice(.notWatched(error)) }
                }
            },
            notice: notice,
            isStopped: { self.state.look { $0.isStopped } })
        let files = scan.run(from: start) { found in
            switch found {
            case .ready(let path, _):
                // Its own time comes, when more is known of it than its age.
                if state.look({ $0.settling.holds(path) }) { return }
                offer(Candidate(path: path, sighting: .found, root: root))
            case .unsettled(let path, let identity):
                state.change { state in
                    _ = state.settling.note(
                        path, .found, after: rules().settleSeconds, now: SystemClock.monotonic,
                        identity: identity)
                }
            }
        }
        if start.isEmpty { notice(.rescanned(files: files)) }
    }
}
