/// The fields that a feed can have under names of its own: keys of the record.
package enum FeedField: String, Sendable, CaseIterable {
    case headline, text, summary, url, source, bylines, published, updated, dateline, language
    case guid, keywords, section, image, license, place, credit
}
