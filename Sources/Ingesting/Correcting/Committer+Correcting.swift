import Archiving
import Articles
import Judging
import Platform
import Reporting

/// Corrections, each a group of its own: what is answered is safe.
extension Committer {
    func correctAll() throws {
        for pending in queue.takeCorrections() {
            do {
                pending.answer(try correct(pending.correction))
            } catch {
                pending.abandon()
                throw error
            }
        }
    }

    private func correct(_ correction: Correction) throws -> CorrectionAnswer {
        switch CorrectionRuling(correction, standing: { library.standing(of: $0) }) {
        case .already(let sentence): return CorrectionAnswer(.already, sentence)
        case .refused(let sentence): return CorrectionAnswer(.refused, sentence)
        case .verdict(var judgement, let sentence):
            // What holds is the newest record of the article, whichever was named.
            if let known = library.standing(of: correction.record.id),
                let archived = try archived(known.ordinal)
            {
                judgement.corrects = RecordPlace(.articles, archived.sequence)
            }
            return try append(correction.record.archived.record, judgement, sentence)
        case .story(let story, let newest, let sentence):
            guard let archived = try archived(newest) else {
                return CorrectionAnswer(
                    .refused, "the newest record of \(correction.record.title) is not to be read")
            }
            var judgement = archived.record.judgement
            judgement.story = story
            judgement.corrects = RecordPlace(.articles, archived.sequence)
            return try append(archived.record, judgement, sentence)
        }
    }

    /// The record of an article that is known; nil where it is gone or damaged.
    private func archived(_ ordinal: Ordinal) throws -> ArchivedRecord? {
        guard let line = try archive.lineIfReadable(at: library.location(of: ordinal)) else {
            return nil
        }
        do {
            return try ArchivedRecord(line: line)
        } catch {
            // Told by whoever reads the whole archive.
            return nil
        }
    }

    /// Archives an article again, with another judgement.
    private func append(
        _ old: Record, _ judgement: Judgement, _ sentence: String
    ) throws -> CorrectionAnswer {
        var record = old
        record.judgement = judgement
        record.received = archive.stamp(clock: Moment.now)
        var place = RecordPlace(.articles, 0)
        let location = archive.add(to: .articles, received: record.received) { sequence, buffer in
            place.sequence = sequence
            record.append(to: &buffer, sequence: sequence, form: .whole)
        }
        if let location {
            let features = Features(of: record.article, id: record.id, time: record.time)
            library.admit(features, judgement, at: location)
        }
        try commit()
        reporter.report(
            .corrected(
                record: place.description, id: record.id.hex, verdict: judgement.verdict.rawValue,
                corrects: judgement.corrects?.description ?? ""))
        return CorrectionAnswer(.corrected, "\(sentence): \(place)", record: place)
    }
}
