extension Event {
    /// What happened, and where it helps what to do, in a sentence for people. It may hold names
    /// from the input as they are: whoever shows it makes it printable.
    package var sentence: String {
        switch self {
        case .started(let version, let configuration):
            "Wireroom \(version) starts\(configuration.map { " with \($0)" } ?? "")"
        case .ready(let inbox, let known, let milliseconds):
            "Ready after \(seconds(milliseconds)) s: watching \(inbox), "
                + Figures.count(known, "article") + " known"
        case .stopping(let waiting):
            "Stopping; \(Figures.count(waiting, "file")) left in the inbox for the next start"
        case .stopped(let articles, let duplicates):
            "Stopped; \(Figures.count(articles, "article")) and "
                + "\(Figures.count(duplicates, "duplicate")) archived since the start"
        case .gaveUp(let reason, let code): "Ends with \(code): \(inOneLine(reason))"
        case .reloaded(let configuration): "Configuration read anew from \(configuration)"
        case .reloadRefused(_, let problem):
            "New configuration refused, the old one holds: "
                + inOneLine(problem)
        case .restartNeeded(let keys):
            "A restart is needed before the new \(keys.joined(separator: ", ")) takes effect"
        case .quarantined(let file, _, let reason, let detail):
            "Quarantined \(file): \(reason)\(detail.map { " (\($0))" } ?? "")"
        case .withoutArticle(let file, _, let detail): "No article in \(file): \(detail)"
        case .rejected(let file, _, let rejected, let accepted, let reason):
            "\(Figures.count(rejected, "article")) of \(file) quarantined: \(reason); "
                + "\(Figures.grouped(accepted)) archived"
        case .unreadable(let file, _, let reason):
            "Cannot read \(file): \(reason); it is taken when that changes"
        case .immovable(let file, _, let reason, let isArchived):
            "Cannot move \(file): \(reason); it is "
                + (isArchived
                    ? "archived and stays where it is" : "to be in quarantine, and is tried again")
        case .changed(let file, _): "\(file) changed while it was read; it is taken again"
        case .overflowed(let inbox):
            "More files came than the kernel's event queue holds; looking through \(inbox)"
        case .unwatched(let directory, let reason):
            "Cannot watch \(directory): \(reason); its files are found by the rescan only"
        case .inboxGone(let inbox, let reason):
            "The inbox \(inbox) is gone: \(reason); waiting for it"
        case .inboxBack(let inbox): "The inbox \(inbox) is there again"
        case .diskFull(let path): "No room left in \(path); taking no files until there is"
        case .roomAgain(let path, let seconds):
            "Room again in \(path) after \(Figures.grouped(seconds)) s; going on"
        case .diskSlow(let seconds):
            "The disk has not answered for \(Figures.count(seconds, "second")); waiting for it"
        case .noDescriptors(let reason): "\(reason); taking no files until that changes"
        case .cannotPutAway(let directory, let reason):
            "Finished files cannot be moved to \(directory): \(reason); they are archived and stay "
                + "in the inbox until they can"
        case .worksAgain(let what, let seconds):
            "\(what) again after \(Figures.grouped(seconds)) s; going on"
        case .recovered(let groups, let records, let files):
            "The last run was interrupted: \(Figures.count(groups, "group")) of the journal gone "
                + "through, \(Figures.count(records, "record")) completed, "
                + "\(Figures.count(files, "file")) put away"
        case .suspected(let file, _, let deaths, let reason):
            deaths < 2
                ? "The last run died of \(reason), with \(file) in hand; it is read again, alone"
                : "The last run died of \(reason), again with \(file) in hand; it goes to quarantine"
        case .notesDamaged(let path):
            "The notes of earlier runs in \(path) are damaged and begun anew: if one of them died of a "
                + "file, that is not held against it"
        case .archiveDamaged(let what): "The archive is damaged: \(what)"
        case .indexRestored(let known, let read, let milliseconds):
            "Index of \(Figures.count(known, "article")) restored in \(seconds(milliseconds)) s; "
                + "\(Figures.grouped(read)) of them read from the archive"
        case .indexRebuilt(let known, let reason, let milliseconds):
            "Index of \(Figures.count(known, "article")) built from the archive in "
                + "\(seconds(milliseconds)) s; of the saved index: \(reason)"
        case .indexSaved(let known, let bytes, let milliseconds, let longest):
            "Index of \(Figures.count(known, "article")) saved: \(Figures.grouped(bytes >> 20)) MB in "
                + "\(seconds(milliseconds)) s, \(Figures.grouped(longest)) µs at a time at most"
        case .indexNotSaved(let reason):
            "The index is not saved, the next start takes longer: \(reason)"
        case .segmentStarted(let segment): "Segment \(segment) begins"
        case .segmentCompressed(let segment, let plain, let compressed):
            "Segment \(segment) compressed: \(Figures.grouped(plain >> 10)) KB now "
                + "\(Figures.grouped(compressed >> 10)) KB"
        case .segmentRemoved(let segment):
            "Segment \(segment) removed, as its records are older than archive.keepDays"
        case .filesRemoved(let directory, let files):
            "\(Figures.count(files, "file")) of \(directory) removed, as they are old enough"
        case .recordsMissing(let stream, let first, let last):
            "Records \(first) to \(last) of \(stream) are not in the archive: a segment is lost or "
                + "damaged; restore it from a backup"
        case .housekeepingFailed(let path, let reason):
            "Cannot tidy up \(path): \(reason); it is tried again within the hour"
        case .clockWentBack(let received):
            "The clock was set back by more than an hour; a new segment begins at \(received)"
        case .summary(let summary): summary.sentence
        case .archiveFailed(let reason, let detail):
            "Trouble with the archive: \(reason)\(detail.map { " (\($0))" } ?? "")"
        case .archived(let id, let verdict, let file, _): "\(verdict) \(id) from \(file)"
        case .withdrawn(_, let original, let guid, let file, _):
            "\(file) takes back \(original ?? "what is not known")"
                + (guid.map { " (\($0))" } ?? "")
        case .corrected(let record, _, let verdict, let corrects):
            "\(corrects) is corrected by \(record), \(verdict)"
        case .cannotCorrect(let path, let reason):
            "Corrections cannot be taken up: \(path): \(reason)"
        case .metricsNotWritten(let path, let reason):
            "Metrics cannot be written to \(path): \(reason); it is tried again"
        }
    }

    private func inOneLine(_ text: String) -> String {
        text.split(separator: "\n").joined(separator: "; ")
    }

    /// Seconds with one decimal.
    private func seconds(_ milliseconds: Int) -> String {
        let tenths = (max(milliseconds, 0) + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
