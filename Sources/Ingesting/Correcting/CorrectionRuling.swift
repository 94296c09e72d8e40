import Articles
import Judging

/// What is to be done about a correction, as things stand.
enum CorrectionRuling {
    /// The article is to be archived again with this verdict; the sentence says what that makes of it.
    case verdict(Judgement, sentence: String)
    /// The newest of the article's chain is to be archived again in this story.
    case story(ContentID, newest: Ordinal, sentence: String)
    case already(String)
    case refused(String)

    /// - Parameter standing: how an article stands; nil for one that is not known.
    init(_ correction: Correction, standing: (ContentID) -> Standing?) {
        let record = correction.record
        let own = standing(record.id)
        if let notice = [record, correction.other].compactMap(\.self).first(where: \.isNotice) {
            self = .refused(
                "\(notice.place) is a notice that takes an article back, and none itself: name the "
                    + "article by its place")
        } else if correction.request.isOfStory {
            self = Self.story(of: record, own, correction.other, standing)
        } else if let refusal = Self.refusal(of: record) {
            self = .refused(refusal)
        } else if let other = correction.other {
            self = Self.join(record, own, other, standing)
        } else {
            self = Self.separate(record, own)
        }
    }

    /// Why nothing can be done with a duplicate; nil for records that hold a verdict of their own.
    private static func refusal(of record: Correction.Named) -> String? {
        let judgement = record.archived.record.judgement
        guard judgement.verdict == .duplicate else { return nil }
        let original = judgement.original.hex
        if judgement.match == .exact {
            return
                "\(record.place) is an exact copy of what is archived under \(record.id.hex), and "
                + "one text has one verdict: name that record instead"
        }
        guard record.archived.form == .reference else { return nil }
        return "\(record.place), a copy of \(original), was archived without its text "
            + "(archive.nearDuplicates): drop the article again once that is \"full\""
    }

    // MARK: Verdicts

    private static func separate(_ record: Correction.Named, _ own: Standing?) -> Self {
        if own?.original == record.id {
            return .already("\(record.title) is an original of its own already")
        }
        return .verdict(
            Judgement(
                verdict: .original, original: record.id, revision: 0, match: nil, similarity: nil,
                story: record.id, corrects: record.place),
            sentence: "\(record.title) is an original of its own now")
    }

    private static func join(
        _ record: Correction.Named, _ own: Standing?, _ other: Correction.Named,
        _ standing: (ContentID) -> Standing?
    ) -> Self {
        guard record.id != other.id else {
            return .refused("\(record.place) and \(other.place) are the same article")
        }
        guard let target = known(other, standing) else { return unknown(other) }
        // A copy that was not corrected stands where its original does.
        let copied =
            own == nil ? standing(record.archived.record.judgement.original)?.original : nil
        if (own?.original ?? copied) == target.original {
            if record.id == target.original {
                return .refused(
                    "\(record.title) is the first original of \(other.title) already: name them the "
                        + "other way round only after wireroom separate \(other.place)")
            }
            return .already(
                "\(record.title) belongs to the same original as \(other.title) already")
        }
        return .verdict(
            Judgement(
                verdict: .revision, original: target.original, revision: target.revision + 1,
                match: nil, similarity: nil, story: target.story, corrects: record.place),
            sentence: "\(record.title) is a revision of \(other.title) now")
    }

    // MARK: Stories

    private static func story(
        of record: Correction.Named, _ own: Standing?, _ other: Correction.Named?,
        _ standing: (ContentID) -> Standing?
    ) -> Self {
        guard let own else {
            return .refused(
                "\(record.place) is a duplicate and in the story of what it repeats: name "
                    + record.archived.record.judgement.original.hex)
        }
        guard let other else {
            if own.story == own.original {
                return .already(
                    "\(record.title) begins its story itself; take others out of it, if they do not "
                        + "belong to it")
            }
            return .story(
                own.original, newest: own.newest,
                sentence: "\(record.title) has a story of its own now")
        }
        guard let target = known(other, standing) else { return unknown(other) }
        if own.story == target.story {
            return .already("\(record.title) and \(other.title) are in one story already")
        }
        return .story(
            target.story, newest: own.newest,
            sentence: "\(record.title) is in the story of \(other.title) now")
    }

    // MARK: What is known

    /// A duplicate stands as what it repeats.
    private static func known(
        _ record: Correction.Named, _ standing: (ContentID) -> Standing?
    ) -> Standing? {
        standing(record.id) ?? standing(record.archived.record.judgement.original)
    }

    private static func unknown(_ record: Correction.Named) -> Self {
        .refused("\(record.title) is not in the index: see what the log says of lost records")
    }
}

extension Correction.Named {
    fileprivate var isNotice: Bool { archived.record.article.isNotice }
}
