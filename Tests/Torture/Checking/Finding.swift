/// Something that does not hold.
struct Finding: CustomStringConvertible {
    enum Kind: String, CaseIterable {
        /// An article without its line, or a file that is nowhere.
        case lost
        /// An article with two lines, or a file in two places.
        case doubled
        /// A line that is cut, is no record, or has NUL bytes in it.
        case torn
        /// A line that no dropped file explains.
        case unknown
        /// A file that is no longer what was dropped.
        case changed
        /// A sequence that does not go 1, 2, 3….
        case gap
        /// `received` that goes back within a segment.
        case time
        /// Two lines that begin alike.
        case head
        /// Names or numbers of segments, or a hard link, that are not what they should be.
        case layout
        /// Bytes that a reader saw are not there any more, or not all were seen.
        case reader
        /// A verdict, or a number of originals, that an undisturbed run does not have.
        case verdict
        /// What must be in quarantine beside a file.
        case reason
        /// What still lies in the inbox.
        case notTaken
        /// How the daemon ended.
        case ended
        /// What the daemon should have said or done.
        case conduct
    }

    let kind: Kind
    let what: String

    init(_ kind: Kind, _ what: String) {
        self.kind = kind
        self.what = what
    }

    var description: String { "\(kind.rawValue): \(what)" }
}
