extension WebURL {
    /// Leaves out what in the query and the path says only where a reader came from.
    mutating func dropTracking() {
        if let semicolon = path.utf8.lastIndex(of: 0x3B),
            Tracking.sessions.contains(where: {
                path[semicolon...].dropFirst().lowercased().hasPrefix($0)
            })
        {
            path = String(path[..<semicolon])
            if path.isEmpty { path = "/" }
        }
        guard let pairs = query?.utf8.split(separator: 0x26).map({ Substring($0) }) else { return }
        let kept = pairs.filter { !Tracking.tracks($0) }
        query = kept.isEmpty ? nil : kept.joined(separator: "&")
    }
}

/// Parameters of addresses that lead to the same page without them.
///
/// From the documentation of those who add them, and from the lists by which browsers strip them:
/// Mozilla's (Query Parameter Stripping), Brave's (query filter), AdGuard's (TrackParamFilter) and
/// ClearURLs'. A name that may also choose an article ("id", "cid", "ref", "p") is not here.
enum Tracking {
    /// Names in lower case that begin so.
    private static let beginnings = [
        // Google Analytics, Matomo, Piwik, AT Internet, Webtrekk, Comscore, Eloqua, HubSpot.
        "utm_", "ga_", "_ga", "mtm_", "pk_", "piwik_", "matomo_", "at_", "wt_mc", "wt.", "wt_zmc",
        "ns_", "elq", "__hs", "_hs", "hsa_", "oly_", "vero_", "_branch_", "fb_", "guce_",
        "guccounter",
        "xtor", "stm_", "itm_", "amp_",
    ]

    private static let names: Set<String> = [
        // Clicks on advertisements: Google, Meta, Microsoft, Yandex, X, TikTok, LinkedIn, Pinterest.
        "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "gad_source", "gad_campaignid",
        "fbclid", "msclkid", "yclid", "ysclid", "ymclid", "_openstat", "twclid", "ttclid",
        "li_fat_id", "epik", "igshid", "igsh", "rb_clickid", "s_kwcid", "ef_id", "irclickid",
        "cjevent", "zanpid", "wickedid", "sc_cid", "obclid", "tblci", "rdt_cid", "scclid",
        // Newsletters: Mailchimp, Marketo, HubSpot, Sailthru, Drip.
        "mc_cid", "mc_eid", "mkt_tok", "hsctatracking", "__s", "ss_email_id",
        "bsft_clkid", "bsft_uid", "ck_subscriber_id", "sh_kit",
        // Publishers' own campaigns.
        "cmpid", "cmp", "ncid", "icid", "intcid", "int_cid", "ocid", "smid", "smtyp", "smvar",
        "emc",
        "mbid", "ito", "maca", "taid", "sref", "s_cid", "campaign_id", "traffic_source", "spm",
        "rss", "_thumbnail_id", "usqp", "xing_share", "cxrecs_s", "fromrss", "feed_id", "sharetype",
        // Forms of the same page.
        "amp", "outputtype", "isamp", "is_amp", "jsessionid", "phpsessid",
    ]

    /// Names whose value tells.
    private static let values: [String: Set<String>] = [
        "output": ["amp"], "mode": ["amp"], "view": ["amp"], "platform": ["amp"], "format": ["amp"],
        "ref": ["rss", "feed", "twitter", "facebook", "newsletter", "social", "email"],
        "source": ["rss", "feed", "twitter", "facebook", "newsletter", "social", "email"],
        "from": ["rss", "feed"], "partner": ["rss", "rssnyt"], "feature": ["rss", "share"],
        "via": ["rss", "twitter"], "src": ["rss"], "feedtype": ["rss"],
    ]

    static let sessions = ["jsessionid=", "phpsessid=", "sid="]

    static func tracks(_ pair: Substring) -> Bool {
        let name = Substring(pair.utf8.prefix { $0 != 0x3D }).lowercased()
        if name.isEmpty || names.contains(name) { return true }
        if beginnings.contains(where: { name.hasPrefix($0) }) { return true }
        let value = Substring(pair.utf8.drop { $0 != 0x3D }.dropFirst())
        // A session of a forum, where others name an article.
        if name == "sid" || name == "s" {
            return value.utf8.count == 32 && value.allSatisfy(\.isHexDigit)
        }
        return values[name]?.contains(value.lowercased()) ?? false
    }
}
