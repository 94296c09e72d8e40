extension World {
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
}
