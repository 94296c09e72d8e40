import Articles

extension Draft {
    func isSame(as other: Draft) -> Bool {
        form == other.form && text == other.text && headline == other.headline
            && summary == other.summary && bylines == other.bylines && dateline == other.dateline
            && source == other.source && credit == other.credit && guid == other.guid
            && url == other.url && published == other.published && updated == other.updated
            && language == other.language && place == other.place && keywords == other.keywords
            && section == other.section && image == other.image && license == other.license
            && version == other.version && status == other.status
            && embargoed == other.embargoed && urgency == other.urgency
            && extent == other.extent && isNotice == other.isNotice
            && extra.elementsEqual(other.extra, by: ==)
    }
}

extension Article {
    /// The names of the fields in which it differs from another.
    func differences(from other: Article) -> [String] {
        let same: [(String, Bool)] = [
            ("headline", headline == other.headline), ("summary", summary == other.summary),
            ("text", text == other.text), ("bylines", bylines == other.bylines),
            ("dateline", dateline == other.dateline), ("source", source == other.source),
            ("credit", credit == other.credit), ("guid", guid == other.guid),
            ("url", url == other.url), ("published", published == other.published),
            ("updated.moment", updated?.moment == other.updated?.moment),
            ("updated.precision", updated?.precision == other.updated?.precision),
            ("language", language == other.language), ("place", place == other.place),
            ("keywords", keywords == other.keywords), ("section", section == other.section),
            ("image", image == other.image), ("license", license == other.license),
            ("version", version == other.version), ("status", status == other.status),
            ("embargoed", embargoed == other.embargoed), ("urgency", urgency == other.urgency),
            ("extent", extent == other.extent), ("isNotice", isNotice == other.isNotice),
            ("extra", extra.elementsEqual(other.extra, by: ==)),
        ]
        return same.filter { !$0.1 }.map(\.0)
    }
}
