import Glibc

extension World {
    /// Ready for a workload, in segments of so many bytes, of which `tail -F` may miss some.
    ///
    /// - Returns: what drops its files.
    func begin(_ workload: Workload, rotateBytes: Int) throws -> Dropper {
        archiveSettings = ["\"rotateBytes\": \(rotateBytes)"]
        mayTailMiss = true
        try prepare()
        try startTail()
        return Dropper(workload, to: self)
    }

    /// Drops everything, some of it before the daemon starts, and lets it do its work.
    func runUndisturbed(_ workload: Workload) throws {
        try prepare()
        try startTail()
        for file in workload.drops.prefix(workload.early) { try drop(file) }
        try start()
        for file in workload.drops.dropFirst(workload.early) {
            try drop(file)
            if drops.count % 50 == 0 { pause(seconds: 0.01) }
        }
        let findings = try finish(seconds: 120)
        guard findings.isEmpty else { throw Failure("an undisturbed run fails: \(findings)") }
    }

    /// Starts the daemon where it does not run, waits until the inbox is empty, and stops it. It is
    /// started again where it ended by itself, as a service manager does.
    ///
    /// - Returns: what went wrong with that.
    func finish(seconds: Double, environment: [String] = []) throws -> [Finding] {
        var findings: [Finding] = []
        let end = ContinuousClock.now + .seconds(seconds)
        // How it ended before was looked at by whoever made it end.
        if !isRunning { try start(environment: environment) }
        while !isInboxEmpty || !isRunning {
            if let ending, ending != .signal(SIGKILL), ending != .exit(74), ending != .exit(73) {
                return findings + [Finding(.ended, "the daemon ended by itself: \(ending)")]
            }
            if ContinuousClock.now > end {
                let left = Files.list(places.inbox).prefix(3).map(\.description)
                findings.append(Finding(.notTaken, "left in the inbox: \(left)"))
                break
            }
            if !isRunning { try start(environment: environment) }
            wait(seconds: 0.5) { !isRunning || isInboxEmpty }
        }
        // What was put away last may not be settled yet, and signals are not heard before it is ready.
        wait(seconds: 60) { !isRunning || isReady }
        look()
        let ending = stop()
        if ending != .exit(0) {
            let how = ending.map { "\($0)" } ?? "not at all"
            findings.append(Finding(.ended, "asked to stop, the daemon ended: \(how)"))
        }
        isFollowerEarly = false
        look()
        stopTail()
        return findings
    }
}
