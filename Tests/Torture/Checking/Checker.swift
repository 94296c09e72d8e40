/// Whether what a run left is what the contract promises. It knows nothing of the daemon: it reads
/// the dropped files, the bytes of segments, done/, quarantine/ and inbox, and what readers saw.
struct Checker {
    let findings: [Finding]
    let records: [RecordLine]

    /// - Parameter control: what an undisturbed run made of the same files; nil where there is none
    ///   to compare with.
    init(_ world: World, control: Control?) throws {
        try self.init(Evidence(of: world), world, control: control)
    }

    init(_ evidence: Evidence, _ world: World, control: Control?) throws {
        let segments = SegmentAudit(evidence)
        records = segments.records
        var articles = ArticleAudit(
            records, world.drops, control: control, hasOtherTimes: world.hasOtherTimes)
        if world.isInOrder { articles.checkOrder(records, world.drops) }
        findings =
            try segments.findings + articles.findings
            + FileAudit(evidence, world.drops, records, done: world.places.done).findings
            + ReaderAudit(evidence).findings
    }
}
