/// One of the archive's two sequences of records.
package enum Stream: String, Sendable, CaseIterable {
    /// Originals and revisions.
    case articles
    case duplicates
}
