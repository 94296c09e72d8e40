extension Event {
    /// The fields of the journal entry beside its sentence, priority and MESSAGE_ID. Empty values
    /// are left out.
    package var fields: [(field: EventField, value: String)] {
        all.filter { !$0.1.isEmpty }.map { (field: $0.0, value: $0.1) }
    }

    private var all: [(EventField, String)] {
        switch self {
        case .started(let version, let configuration):
            [(.version, version), (.path, configuration ?? "")]
        case .ready(let inbox, let known, _): [(.path, inbox), (.count, String(known))]
        case .stopping(let waiting): [(.waiting, String(waiting))]
        case .stopped(let articles, let duplicates):
            [(.count, String(articles)), (.duplicates, String(duplicates))]
        case .gaveUp(let reason, let code): [(.reason, reason), (.code, String(code))]
        case .reloaded(let configuration): [(.path, configuration)]
        case .reloadRefused(let configuration, let problem):
            [(.path, configuration), (.reason, problem)]
        case .restartNeeded(let keys): [(.reason, keys.joined(separator: ", "))]
        case .quarantined(let file, let feed, let reason, let detail):
            [
                (.file, file), (.feed, feed), (.verdict, "quarantined"), (.reason, reason),
                (.detail, detail ?? ""),
            ]
        case .withoutArticle(let file, let feed, let detail):
            [
                (.file, file), (.feed, feed), (.verdict, "withoutArticle"), (.reason, "no-article"),
                (.detail, detail),
            ]
        case .rejected(let file, let feed, let rejected, _, let reason):
            [
                (.file, file), (.feed, feed), (.verdict, "rejected"), (.reason, reason),
                (.count, String(rejected)),
            ]
        case .unreadable(let file, let feed, let reason),
            .immovable(let file, let feed, let reason, _):
            [(.file, file), (.feed, feed), (.reason, reason)]
        case .changed(let file, let feed): [(.file, file), (.feed, feed)]
        case .overflowed(let inbox), .inboxBack(let inbox): [(.path, inbox)]
        case .unwatched(let directory, let reason): [(.path, directory), (.reason, reason)]
        case .inboxGone(let inbox, let reason): [(.path, inbox), (.reason, reason)]
        case .diskFull(let path), .roomAgain(let path, _): [(.path, path)]
        case .diskSlow: []
        case .noDescriptors(let reason): [(.reason, reason)]
        case .cannotPutAway(let directory, let reason): [(.path, directory), (.reason, reason)]
        case .worksAgain(let what, _): [(.reason, what)]
        case .archiveDamaged(let what): [(.detail, what)]
        case .suspected(let file, let feed, let deaths, let reason):
            [(.file, file), (.feed, feed), (.reason, reason), (.count, String(deaths))]
        case .notesDamaged(let path): [(.path, path)]
        case .recovered(let groups, _, _): [(.count, String(groups))]
        case .segmentStarted(let segment), .segmentRemoved(let segment): [(.path, segment)]
        case .segmentCompressed(let segment, let plain, let compressed):
            [(.path, segment), (.detail, "\(plain) \(compressed)")]
        case .filesRemoved(let directory, let files):
            [(.path, directory), (.count, String(files))]
        case .recordsMissing(let stream, let first, let last):
            [
                (.path, stream), (.detail, "\(first)-\(last)"),
                (.count, String(last - first + 1)),
            ]
        case .housekeepingFailed(let path, let reason): [(.path, path), (.reason, reason)]
        case .indexRestored(let known, let read, _):
            [(.count, String(known)), (.detail, "\(read) read from the archive")]
        case .indexRebuilt(let known, let reason, _):
            [(.count, String(known)), (.reason, reason)]
        case .indexSaved(let known, let bytes, _, _):
            [(.count, String(known)), (.detail, "\(bytes) bytes")]
        case .indexNotSaved(let reason): [(.reason, reason)]
        case .clockWentBack(let received): [(.reason, received)]
        case .summary(let summary):
            [
                (.count, String(summary.done.articles)),
                (.duplicates, String(summary.done.duplicates)),
                (.quarantined, String(summary.done.quarantined)),
                (.waiting, String(summary.done.waiting)),
                (.untold, String(summary.untold.reduce(0) { $0 + $1.count })),
            ]
        case .archiveFailed(let reason, let detail): [(.reason, reason), (.detail, detail ?? "")]
        case .archived(let id, let verdict, let file, let feed):
            [(.id, id), (.verdict, verdict), (.file, file), (.feed, feed)]
        case .withdrawn(let id, let original, let guid, let file, let feed):
            [
                (.id, id), (.verdict, "withdrawal"), (.original, original ?? ""),
                (.detail, guid ?? ""), (.file, file), (.feed, feed),
            ]
        case .corrected(let record, let id, let verdict, let corrects):
            [
                (.id, id), (.verdict, verdict), (.record, record), (.corrects, corrects),
            ]
        case .cannotCorrect(let path, let reason), .metricsNotWritten(let path, let reason):
            [(.path, path), (.reason, reason)]
        }
    }
}
