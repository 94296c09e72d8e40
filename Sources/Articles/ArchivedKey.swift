/// The keys of a line of the archive.
enum ArchivedKey: String, CaseIterable {
    case id, sequence, verdict, original, revision, match, similarity, story, corrects, headline
    case summary, text, bylines, dateline, source, credit, guid, url, feed, published,
        publishedPrecision
    case publishedPrinted, updated, updatedPrecision, language, place, keywords, section, image
    case license, version, status, embargoed, urgency, extent, extra, file, rules, received

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    init?(_ key: UnsafeRawBufferPointer) {
        guard let known = Self.byName[String(decoding: key, as: UTF8.self)] else { return nil }
        self = known
    }
}
