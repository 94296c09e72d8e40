/// Looks for every dropped file, byte for byte, in done/ or quarantine/.
struct FileAudit {
    private(set) var findings: [Finding] = []

    private struct Place {
        var filed: Evidence.Filed
        var fate: Drop.Fate
        var bytes: [UInt8]
        var isExplained = false
    }

    private static let reasonEnding = ".reason.json"
    private static let rejectedEnding = ".rejected.jsonl"

    init(
        _ evidence: Evidence, _ drops: [Drop], _ records: [RecordLine], done: Path
    ) throws {
        var certain: Set<Path> = [], named: Set<Path> = []
        for drop in drops {
            named.insert(drop.path)
            if drop.standing == .certain { certain.insert(drop.path) }
        }
        for left in evidence.inbox {
            findings.append(Finding(.notTaken, "\(left.path) still lies in the inbox"))
        }
        var places: [Path: [Place]] = [:]
        var beside: [Evidence.Filed] = []
        for (files, fate) in [(evidence.done, Drop.Fate.done), (evidence.quarantine, .quarantined)]
        {
            for filed in files {
                if fate == .quarantined,
                    filed.path.hasSuffix(Self.reasonEnding)
                        || filed.path.hasSuffix(Self.rejectedEnding)
                {
                    beside.append(filed)
                    continue
                }
                let place = Place(filed: filed, fate: fate, bytes: try Files.read(filed.whole))
                places[Self.dropped(filed.path, among: named), default: []].append(place)
            }
        }
        for (path, drops) in Dictionary(grouping: drops, by: \.path) {
            match(path, drops, places[path] ?? [], beside)
        }
        for (path, places) in places where !named.contains(path) {
            findings.append(Finding(.unknown, "\(places[0].filed.whole) was never dropped"))
        }
        try checkRejected(drops, beside)
        try checkDigests(evidence, records, certain: certain, in: done)
    }

    /// The path that a file was dropped at: its own, or on a collision without the digits of its
    /// digest.
    private static func dropped(_ path: Path, among named: Set<Path>) -> Path {
        if named.contains(path) { return path }
        let bytes = path.name.bytes
        let dot = bytes.lastIndex(of: 0x2E).flatMap { $0 > 0 ? $0 : nil } ?? bytes.count
        guard dot > 9, bytes[dot - 9] == 0x2D else { return path }
        return path.directory / Path(bytes[..<(dot - 9)] + bytes[dot...])
    }

    /// Each drop of a path in one place, and each place a drop's.
    private mutating func match(
        _ path: Path, _ drops: [Drop], _ given: [Place], _ beside: [Evidence.Filed]
    ) {
        var places = given
        for drop in drops {
            guard
                let index = places.indices.first(where: {
                    !places[$0].isExplained && Bytes.areEqual(places[$0].bytes, drop.bytes)
                })
            else {
                guard drop.standing == .certain else { continue }
                let isThere = places.contains { !$0.isExplained }
                findings.append(
                    isThere
                        ? Finding(.changed, "\(path) is not what was dropped")
                        : Finding(.lost, "\(path) is neither in done/ nor in quarantine/"))
                continue
            }
            places[index].isExplained = true
            let place = places[index]
            guard drop.standing == .certain else { continue }
            if place.fate != drop.fate {
                findings.append(Finding(.conduct, "\(place.filed.whole) is in the wrong directory"))
            }
            let reason = place.filed.whole + Self.reasonEnding
            if drop.fate == .quarantined, !beside.contains(where: { $0.whole == reason }) {
                findings.append(Finding(.reason, "\(place.filed.whole) has no reason beside it"))
            }
        }
        // Of a file that a power cut cut as well, what is left of it may be there too.
        guard drops.allSatisfy({ $0.standing == .certain }) else { return }
        for place in places where !place.isExplained {
            findings.append(Finding(.doubled, "\(place.filed.whole) is there once more"))
        }
    }

    /// The bad lines of a file are kept once, byte for byte.
    private mutating func checkRejected(_ drops: [Drop], _ beside: [Evidence.Filed]) throws {
        for drop in drops where !drop.rejected.isEmpty && drop.standing == .certain {
            let kept = beside.filter { $0.path == drop.path + Self.rejectedEnding }
            let due: [UInt8] = drop.rejected.flatMap { (line: [UInt8]) -> [UInt8] in line + [0x0A] }
            if kept.isEmpty {
                findings.append(Finding(.lost, "the bad lines of \(drop.path)"))
            }
            for kept in kept where !Bytes.areEqual(try Files.read(kept.whole), due) {
                findings.append(Finding(.changed, "\(kept.whole) is not the bad lines, once each"))
            }
            if kept.count > 1 { findings.append(Finding(.doubled, "\(kept[1].whole)")) }
        }
    }

    /// A record tells, by its path and SHA-256, which of the files in done/ it comes from.
    private mutating func checkDigests(
        _ evidence: Evidence, _ records: [RecordLine], certain: Set<Path>, in done: Path
    ) throws {
        let digests = try Digests(beneath: done)
        let there = Set(evidence.done.compactMap { digests[$0.whole] })
        for record in records where certain.contains(record.path) && !there.contains(record.sha256)
        {
            findings.append(Finding(.changed, "\(record.place): no file in done/ has its SHA-256"))
        }
    }
}
