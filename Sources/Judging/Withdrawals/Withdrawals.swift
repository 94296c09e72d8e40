import Articles

/// The notices that took articles back, in the order in which they came.
///
/// A notice holds for what has its guid or its URL, whether that came before it or comes after. What
/// comes after is archived all the same, as nothing that was sent may be lost, but with the status
/// `canceled`; only what is certain to be a later edition than the notice was meant to be used again.
struct Withdrawals {
    /// 56 bytes or so; as long as the segment is in the archive that has the notice's record.
    private struct Notice {
        var id: ContentID
        var guid: UInt64
        var url: UInt64
        var edition: Edition
        /// The number of the segment.
        var segment: UInt32
        /// How many articles were admitted before it.
        var by: Ordinal
    }

    private var notices: [Notice] = []
    /// The newest notice of a guid or URL.
    private var newest: [UInt64: Int] = [:]
    private var ids: Set<ContentID> = []
    /// Of all that tells one notice from another.
    private var known: Set<UInt64> = []

    var count: Int { notices.count }

    mutating func add(_ features: Features, segment: UInt32, by ordinal: Ordinal) {
        add(
            Notice(
                id: features.id, guid: features.guid, url: features.url,
                edition: features.edition, segment: segment, by: ordinal))
    }

    private mutating func add(_ notice: Notice) {
        for key in [notice.guid, notice.url] where key != 0 { newest[key] = notices.count }
        ids.insert(notice.id)
        known.insert(Self.identity(notice.id, notice.guid, notice.url, notice.edition))
        notices.append(notice)
    }

    /// Whether there was a notice with this headline and text.
    func isNotice(_ id: ContentID) -> Bool { !ids.isEmpty && ids.contains(id) }

    /// Whether the same notice was there before.
    func repeats(_ features: Features) -> Bool {
        !known.isEmpty
            && known.contains(
                Self.identity(features.id, features.guid, features.url, features.edition))
    }

    private static func identity(
        _ id: ContentID, _ guid: UInt64, _ url: UInt64, _ edition: Edition
    ) -> UInt64 {
        let content = WordHash.mix(id.high, id.low)
        return WordHash.mix(WordHash.mix(content, guid), WordHash.mix(url, edition.number ?? 0))
    }

    /// Whether a notice takes back an article that comes after it.
    func takeBack(_ features: Features) -> Bool {
        guard let notice = notice(of: features) else { return false }
        return !features.edition.isLater(than: notice.edition)
    }

    /// How many articles were admitted before the newest notice of an article; nil without one.
    func place(of features: Features) -> Ordinal? { notice(of: features)?.by }

    private func notice(of features: Features) -> Notice? {
        guard !notices.isEmpty else { return nil }
        // The guid says more than the address, which may be of a page that changes.
        for key in [features.guid, features.url] where key != 0 {
            if let place = newest[key] { return notices[place] }
        }
        return nil
    }

    /// Those that came when `ordinal` articles or more were known are gone.
    mutating func forget(from ordinal: Ordinal) { keep { $0.by < ordinal } }

    /// Those whose segments are gone are gone.
    mutating func forget(before segment: UInt32) { keep { $0.segment >= segment } }

    private mutating func keep(_ isKept: (Notice) -> Bool) {
        guard !notices.allSatisfy(isKept) else { return }
        let kept = notices.filter(isKept)
        self = Withdrawals()
        for notice in kept { add(notice) }
    }
}

// MARK: Saving

extension Withdrawals {
    func save(to buffer: inout [UInt8]) {
        SavedWords.append(notices.count, to: &buffer)
        for notice in notices {
            let edition = notice.edition
            SavedWords.append(notice.id.high, to: &buffer)
            SavedWords.append(notice.id.low, to: &buffer)
            SavedWords.append(notice.guid, to: &buffer)
            SavedWords.append(notice.url, to: &buffer)
            SavedWords.append(edition.number ?? 0, to: &buffer)
            SavedWords.append(Int(edition.time?.microseconds ?? 0), to: &buffer)
            SavedWords.append(
                (edition.number == nil ? 0 : 1) | (edition.time == nil ? 0 : 2) as UInt64,
                to: &buffer)
            SavedWords.append(UInt64(notice.segment) << 32 | UInt64(notice.by), to: &buffer)
        }
    }

    /// False where the bytes end too soon.
    mutating func read(_ reader: inout SavedWords.Reader) -> Bool {
        guard let count = reader.integer() else { return false }
        for _ in 0..<max(0, count) {
            guard let words = reader.elements(8, of: UInt64.self) else { return false }
            let time = Moment(microseconds: Int64(bitPattern: words[5]))
            add(
                Notice(
                    id: ContentID(high: words[0], low: words[1]), guid: words[2], url: words[3],
                    edition: Edition(
                        number: words[6] & 1 == 0 ? nil : words[4],
                        time: words[6] & 2 == 0 ? nil : time),
                    segment: UInt32(truncatingIfNeeded: words[7] >> 32),
                    by: Ordinal(truncatingIfNeeded: words[7])))
        }
        return true
    }
}
