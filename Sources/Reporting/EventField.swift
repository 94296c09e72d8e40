/// The fields of journal entries that are ours, beside those of systemd.journal-fields(7).
package enum EventField: String, Sendable, CaseIterable {
    case messageID = "MESSAGE_ID"
    /// The path in the inbox.
    case file = "WIREROOM_FILE"
    case feed = "WIREROOM_FEED"
    case id = "WIREROOM_ID"
    /// That of a record, or `quarantined`, `withoutArticle` or `rejected` where there is none.
    case verdict = "WIREROOM_VERDICT"
    /// The id of the article that a notice takes back.
    case original = "WIREROOM_ORIGINAL"
    /// STREAM:SEQUENCE.
    case record = "WIREROOM_RECORD"
    /// The record that another corrects, STREAM:SEQUENCE.
    case corrects = "WIREROOM_CORRECTS"
    case reason = "WIREROOM_REASON"
    case detail = "WIREROOM_DETAIL"
    /// An exit code of sysexits.h.
    case code = "WIREROOM_CODE"
    /// How many files, articles, records or groups.
    case count = "WIREROOM_COUNT"
    case duplicates = "WIREROOM_DUPLICATES"
    case quarantined = "WIREROOM_QUARANTINED"
    case waiting = "WIREROOM_WAITING"
    /// How many events were counted instead of told.
    case untold = "WIREROOM_UNTOLD"
    /// A directory, a segment or a configuration file.
    case path = "WIREROOM_PATH"
    case version = "WIREROOM_VERSION"
}
