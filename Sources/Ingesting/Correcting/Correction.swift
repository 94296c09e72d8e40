import Archiving
import Articles

/// A request for a correction, with the records that it names.
struct Correction: Sendable {
    var request: CorrectionRequest
    /// What is to be corrected.
    var record: Named
    /// What it is to be joined to.
    var other: Named?

    /// A record, and what people call it.
    struct Named: Sendable {
        var place: RecordPlace
        var archived: ArchivedRecord

        init(_ place: RecordPlace, in search: ArchiveSearch) throws {
            self.place = place
            archived = try search.find(.place(place)).decoded()
        }

        var id: ContentID { archived.record.id }

        /// `articles:12 “Ferry runs aground”`
        var title: String {
            let title = archived.record.article.title
            return title.isEmpty ? place.description : "\(place) “\(title)”"
        }
    }

    /// - Throws: ``SearchFailure``, ``SystemError``, `JSONError` or `ArchivedRecord.Fault`.
    init(_ request: CorrectionRequest, in search: ArchiveSearch) throws {
        self.request = request
        record = try Named(request.record, in: search)
        if case .join(let place) = request.action { other = try Named(place, in: search) }
    }
}
