import Dispatch
import Platform
import Synchronization
import SystemPackage

/// Sees what is dropped into the inbox: by inotify through a Dispatch source, and by a look at the
/// whole tree at the start, on a timer, and whenever events were lost.
///
/// Level-triggered: what lies in the inbox is the queue, and no memory of names could hide a file.
package final class InboxWatch: Sendable {
    package typealias Offer = @Sendable (Candidate) -> Void

    let path: FilePath
    let rules: @Sendable () -> InboxRules
    let offer: Offer
    let notice: @Sendable (InboxNotice) -> Void
    let isKept: @Sendable (FilePath, FileIdentity) -> Bool
    private let inotify: Inotify
    private let queue = DispatchQueue(label: "inbox")
    let state: Monitor<State>
    private let source: Mutex<(any DispatchSourceRead)?> = .init(nil)

    struct State {
        var root: InboxRoot?
        var directories: [Inotify.Watch: FilePath] = [:]
        var settling = Settling()
        /// Directories that appeared and are to be watched and listed.
        var appeared: [FilePath] = []
        var wantsRescan = true
        var nextRescan: Int64 = 0
        /// When the path is next compared with the directory that is open, monotonic nanoseconds.
        var nextCheck: Int64 = 0
        var isStopped = false
        var toldOfWatch = false
        var wasGone = false
    }

    /// - Parameters:
    ///   - rules: asked anew whenever they are needed, so that a reload takes effect.
    ///   - isKept: whether a file in this state is done and stays where it is.
    ///   - offer: takes a candidate; it may block, which holds back the watch.
    package init(
        _ path: FilePath, rules: @escaping @Sendable () -> InboxRules,
        isKept: @escaping @Sendable (FilePath, FileIdentity) -> Bool,
        notice: @escaping @Sendable (InboxNotice) -> Void, offer: @escaping Offer
    ) throws(SystemError) {
        self.path = path
        self.rules = rules
        self.isKept = isKept
        self.notice = notice
        self.offer = offer
        inotify = try Inotify()
        state = Monitor(State())
    }

    /// Watches the inbox; when this returns, whatever is dropped from now on is seen. What lies
    /// there already is found by ``scan()``, on a thread of its own.
    package func start() throws(SystemError) {
        let root = try InboxRoot(path)
        try watch(root.directory, at: FilePath())
        state.change { $0.root = root }
        source.withLock { source in
            let made = DispatchSource.makeReadSource(
                fileDescriptor: inotify.descriptor.raw, queue: queue)
            made.setEventHandler { @Sendable [weak self] in self?.readEvents() }
            made.activate()
            source = made
        }
    }

    /// Ends the watch; ``scan()`` returns.
    package func stop() {
        source.withLock { source in
            source?.cancel()
            source = nil
        }
        state.change { $0.isStopped = true }
    }

    /// The inbox as it is open; nil while it is not there.
    package var openRoot: InboxRoot? { state.look { $0.root } }

    /// The files that are watched until they are complete, relative to the inbox.
    package var settling: [FilePath] { state.look { $0.settling.names } }

    /// Asks for a look at the whole inbox, now.
    package func rescan() { state.change { $0.wantsRescan = true } }

    /// Looks at a file again after a while.
    package func lookAgain(
        at path: FilePath, as sighting: Candidate.Sighting, after seconds: Double
    ) {
        // The scanner is woken only where it would come too late by itself.
        let isUrgent = state.look { state in
            let before = state.settling.nextDue ?? .max
            if !state.settling.note(path, sighting, after: seconds, now: SystemClock.monotonic) {
                state.wantsRescan = true
            }
            return state.wantsRescan || (state.settling.nextDue ?? .max) < before
        }
        if isUrgent { state.change { _ in } }
    }

    // MARK: Events

    private func readEvents() {
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
            do throws(SystemError) {
                while try inotify.events(using: buffer, handle) {}
            } catch {
                notice(.notWatched(error))
            }
        }
    }

    private func handle(_ event: Inotify.Event) {
        switch event.happening {
        case .overflow:
            notice(.overflow)
            rescan()
        case .ignored:
            state.look { _ = $0.directories.removeValue(forKey: event.watch) }
        case .gone:
            // A directory that was moved is watched anew where it is now.
            state.change { state in
                if let path = state.directories.removeValue(forKey: event.watch), !path.isEmpty {
                    inotify.unwatch(event.watch)
                }
                state.wantsRescan = true
            }
        case .directoryAppeared: appeared(event)
        case .movedIn, .closed, .created, .attributes: happened(event)
        }
    }

    private func happened(_ event: Inotify.Event) {
        let seen = state.look { state in path(of: event, state).map { ($0, state.root) } }
        guard let (path, root) = seen, let root else { return }
        let rules = rules()
        guard !rules.ignores(path) else { return }
        switch event.happening {
        case .movedIn: offer(Candidate(path: path, sighting: .movedIn, root: root))
        case .closed: lookAgain(at: path, as: .closed, after: rules.settleSeconds)
        case .attributes: lookAgain(at: path, as: .found, after: rules.settleSeconds)
        default: lookAgain(at: path, as: .created, after: rules.settleSeconds)
        }
    }

    private func path(of event: Inotify.Event, _ state: State) -> FilePath? {
        guard let name = event.name else { return nil }
        return state.directories[event.watch]?.appending(name)
    }

    private func appeared(_ event: Inotify.Event) {
        let rules = rules()
        guard rules.recursive else { return }
        state.change { state in
            guard let path = path(of: event, state), !rules.ignores(path) else { return }
            if state.appeared.count < 1024 {
                state.appeared.append(path)
            } else {
                state.wantsRescan = true
            }
        }
    }

    func watch(
        _ directory: borrowing Directory, at path: FilePath
    ) throws(SystemError) {
        let watch = try inotify.watch(directory)
        state.look { $0.directories[watch] = path }
    }
}
