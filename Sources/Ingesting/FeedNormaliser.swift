import Articles
import Normalising
import Platform
import Settings

/// What the settings say of the articles of one feed, made ready for each file of it.
struct FeedNormaliser {
    private let normaliser: Normaliser
    private let zone: LocalTimeZone?

    init(_ feed: Settings.Feed) {
        normaliser = Normaliser(
            defaults: FeedDefaults(source: feed.source, language: feed.language))
        zone = feed.zone.flatMap { LocalTimeZone($0) }
    }

    func normalise(_ draft: Draft) throws(Refusal) -> Normalised {
        var normalised = try normaliser.normalise(draft)
        localise(&normalised.article.published)
        localise(&normalised.article.updated)
        return normalised
    }

    /// A time of day without a zone was taken for UTC; the feed knows better. The zone's rule for
    /// that very hour holds, summer time included.
    private func localise(_ time: inout PublishedTime?) {
        guard let zone, let known = time, known.precision == .local else { return }
        let local = known.moment.seconds
        time?.moment = Moment(seconds: local - zone.offset(atLocal: local))
    }
}
