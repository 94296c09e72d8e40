import Articles

extension Features {
    /// Changes whenever articles are taken apart in another way: a hash over the features of a sample
    /// that has something of each kind.
    static var fingerprint: UInt64 {
        var sample = Article()
        sample.headline = "Ferry Anna Maro aground off Skarne, 1,204 aboard: 汽船座礁"
        sample.text = Array(
            """
            MARO — The ferry Anna Maro ran aground at 6:40 on Tuesday, and 1,204 passengers waited \
            four hours for the tugs. “Nobody was hurt,” said Ingrid Dahl of the coast guard.

            Пароход сел на мель у берега; 三百人の乗客が救助された。 Überfahrten für €12.50 ruhen bis \
            3 March 2026, and the line's shares fell by 4.5 per cent.
            """.utf8)
        sample.guid = "sample-1"
        sample.source = "Harbour Wire"
        sample.url = "https://wire.example/a/1"
        sample.language = "en-GB"
        let features = Features(
            of: sample, id: ContentID(high: 1, low: 2), time: Moment(seconds: 1_790_000_000))
        var hash = WordHash.start
        for word in [features.guid, features.url, UInt64(features.language)] + features.keys {
            hash = WordHash.mix(hash, word)
        }
        for term in features.terms {
            hash = WordHash.mix(
                hash ^ UInt64(term.kind.rawValue),
                UInt64(term.id) << 32 | UInt64(term.weight.bitPattern))
        }
        return hash
    }
}
