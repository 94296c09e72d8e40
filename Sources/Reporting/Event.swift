/// Something that happened and is worth telling.
///
/// Files are named as in the record: by their path in the inbox, bytes that are no UTF-8 as %XX.
/// A `reason` is one of few wordings and groups equal cases; what differs from case to case (a
/// line, an offset) belongs into `detail`.
package enum Event: Sendable {
    case started(version: String, configuration: String?)
    case ready(inbox: String, known: Int, milliseconds: Int)
    case stopping(waiting: Int)
    case stopped(articles: Int, duplicates: Int)
    /// The daemon ends, as `reason` cannot be mended by waiting; `code` is that of sysexits.h.
    case gaveUp(reason: String, code: Int)
    case reloaded(configuration: String)
    /// `problem` may have several lines.
    case reloadRefused(configuration: String, problem: String)
    case restartNeeded(keys: [String])
    case quarantined(file: String, feed: String, reason: String, detail: String?)
    /// The file could be read and holds none; `detail` says what it is instead.
    case withoutArticle(file: String, feed: String, detail: String)
    case rejected(file: String, feed: String, rejected: Int, accepted: Int, reason: String)
    case unreadable(file: String, feed: String, reason: String)
    case immovable(file: String, feed: String, reason: String, isArchived: Bool)
    case changed(file: String, feed: String)
    case overflowed(inbox: String)
    case unwatched(directory: String, reason: String)
    case inboxGone(inbox: String, reason: String)
    case inboxBack(inbox: String)
    case diskFull(path: String)
    case roomAgain(path: String, seconds: Int)
    /// The disk does not answer; `seconds` since the call was made.
    case diskSlow(seconds: Int)
    case noDescriptors(reason: String)
    case cannotPutAway(directory: String, reason: String)
    /// What was waited for is over; `what` as in the beginning of a sentence.
    case worksAgain(what: String, seconds: Int)
    case recovered(groups: Int, records: Int, files: Int)
    /// The last run died with the file in hand, as `deaths` runs have; of `reason`.
    case suspected(file: String, feed: String, deaths: Int, reason: String)
    /// What earlier runs noted of files that may have crashed them.
    case notesDamaged(path: String)
    /// `what` is a sentence.
    case archiveDamaged(what: String)
    /// `read` records were read beside the saved index.
    case indexRestored(known: Int, read: Int, milliseconds: Int)
    /// `reason` says what is the matter with the saved index.
    case indexRebuilt(known: Int, reason: String, milliseconds: Int)
    case indexSaved(known: Int, bytes: Int, milliseconds: Int, longestStepMicroseconds: Int)
    case indexNotSaved(reason: String)
    case segmentStarted(segment: String)
    case segmentCompressed(segment: String, plainBytes: Int, compressedBytes: Int)
    case segmentRemoved(segment: String)
    case filesRemoved(directory: String, files: Int)
    case recordsMissing(stream: String, first: UInt64, last: UInt64)
    case housekeepingFailed(path: String, reason: String)
    case clockWentBack(received: String)
    case summary(Summary)
    case archiveFailed(reason: String, detail: String?)
    case archived(id: String, verdict: String, file: String, feed: String)
    /// A notice came; `original` is nil where what it takes back is not known.
    case withdrawn(id: String, original: String?, guid: String?, file: String, feed: String)
    /// `record` was archived because the verdict of `corrects` was found wrong; both are STREAM:SEQUENCE.
    case corrected(record: String, id: String, verdict: String, corrects: String)
    case cannotCorrect(path: String, reason: String)
    case metricsNotWritten(path: String, reason: String)

    package var kind: EventKind {
        switch self {
        case .started: .started
        case .ready: .ready
        case .stopping: .stopping
        case .stopped: .stopped
        case .gaveUp: .gaveUp
        case .reloaded: .reloaded
        case .reloadRefused: .reloadRefused
        case .restartNeeded: .restartNeeded
        case .quarantined: .quarantined
        case .withoutArticle: .withoutArticle
        case .rejected: .rejected
        case .unreadable: .unreadable
        case .immovable: .immovable
        case .changed: .changed
        case .overflowed: .overflowed
        case .unwatched: .unwatched
        case .inboxGone: .inboxGone
        case .inboxBack: .inboxBack
        case .diskFull: .diskFull
        case .roomAgain: .roomAgain
        case .diskSlow: .diskSlow
        case .noDescriptors: .noDescriptors
        case .cannotPutAway: .cannotPutAway
        case .worksAgain: .worksAgain
        case .recovered: .recovered
        case .suspected: .suspected
        case .notesDamaged: .notesDamaged
        case .indexRestored: .indexRestored
        case .indexRebuilt: .indexRebuilt
        case .indexSaved: .indexSaved
        case .indexNotSaved: .indexNotSaved
        case .archiveDamaged: .archiveDamaged
        case .segmentStarted: .segmentStarted
        case .segmentCompressed: .segmentCompressed
        case .segmentRemoved: .segmentRemoved
        case .filesRemoved: .filesRemoved
        case .recordsMissing: .recordsMissing
        case .housekeepingFailed: .housekeepingFailed
        case .clockWentBack: .clockWentBack
        case .summary: .summary
        case .archiveFailed: .archiveFailed
        case .archived: .archived
        case .withdrawn: .withdrawn
        case .corrected: .corrected
        case .cannotCorrect: .cannotCorrect
        case .metricsNotWritten: .metricsNotWritten
        }
    }

    /// Why it happened, where there is more than one why.
    package var reason: String? {
        switch self {
        case .quarantined(_, _, let reason, _), .rejected(_, _, _, _, let reason),
            .unreadable(_, _, let reason), .immovable(_, _, let reason, _),
            .unwatched(_, let reason), .inboxGone(_, let reason), .archiveFailed(let reason, _),
            .suspected(_, _, _, let reason), .noDescriptors(let reason),
            .cannotPutAway(_, let reason), .cannotCorrect(_, let reason),
            .housekeepingFailed(_, let reason), .metricsNotWritten(_, let reason),
            .indexRebuilt(_, let reason, _), .indexNotSaved(let reason):
            reason
        default: nil
        }
    }
}
