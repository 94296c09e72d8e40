import Platform

/// Why a saved index is not used, and the archive is read instead.
enum SavedIndexFault: Error, CustomStringConvertible {
    case missing
    case unreadable(SystemError)
    case damaged(String)
    /// Written by another version, or on a machine of another byte order.
    case otherForm
    case otherSettings
    /// It tells of articles that the archive does not have where they were.
    case otherArchive(String)

    /// What is the matter with it, as the rest of a sentence that begins with the index.
    var description: String {
        switch self {
        case .missing: "there is none"
        case .unreadable(let error): "\(error)"
        case .damaged(let what): "it is damaged (\(what))"
        case .otherForm: "it was saved by another version"
        case .otherSettings: "it was saved with other settings (windowDays, stories)"
        case .otherArchive(let what): "it does not go with the archive (\(what))"
        }
    }
}
