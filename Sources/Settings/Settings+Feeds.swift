import Articles
import Encodings
import Platform

extension Settings {
    /// What is known beforehand of the articles of one feed, a directory of the inbox.
    package struct Feed: Sendable, Equatable {
        /// The publisher or agency, where the article itself names none.
        package var source: String?
        /// BCP 47, where the article itself gives none.
        package var language: String?
        /// The time zone of times without one: a name of the IANA database, or `+HH:MM`.
        package var zone: String?
        /// The label of the encoding of texts that are no UTF-8 and do not say what they are.
        package var encoding: String?
        /// The format of all its articles; by itself their content decides.
        package var format: Format?
        /// The feed's names of fields, in JSON and tables, each with ours.
        package var fields: [String: String] = [:]
        package var afterwards: Afterwards?

        package init(
            source: String? = nil, language: String? = nil, zone: String? = nil,
            afterwards: Afterwards? = nil
        ) {
            self.source = source
            self.language = language
            self.zone = zone
            self.afterwards = afterwards
        }
    }

    /// The feeds by their paths in the inbox; `""` is the inbox itself, and so every feed.
    package struct Feeds: Sendable, Equatable {
        private var byPath: [String: Feed]

        package init(_ byPath: [String: Feed] = [:]) { self.byPath = byPath }

        package var isEmpty: Bool { byPath.isEmpty }

        /// What holds for the feed at `path`: each value from the longest prefix, in whole
        /// components, that sets it, so that `reuters/sport` has what `reuters` has.
        package subscript(path: String) -> Feed {
            if byPath.isEmpty { return Feed() }
            var found = byPath[path] ?? Feed()
            var rest = Substring(path)
            while !rest.isEmpty {
                rest = rest.lastIndex(of: "/").map { rest[..<$0] } ?? ""
                guard let shorter = byPath[String(rest)] else { continue }
                found.source = found.source ?? shorter.source
                found.language = found.language ?? shorter.language
                found.zone = found.zone ?? shorter.zone
                found.encoding = found.encoding ?? shorter.encoding
                found.format = found.format ?? shorter.format
                found.fields.merge(shorter.fields) { longer, _ in longer }
                found.afterwards = found.afterwards ?? shorter.afterwards
            }
            return found
        }
    }
}

extension Settings.Feeds {
    init(from reader: inout SettingsReader) {
        var byPath: [String: Settings.Feed] = [:]
        for name in reader.members(of: "feeds") {
            let key = SettingKey(["feeds", name])
            var feed = Settings.Feed(
                source: reader.string(key + ["source"]),
                language: reader.string(
                    key + ["language"], "a BCP 47 language tag such as \"en\" or \"pt-BR\"",
                    where: LanguageTag.isWellFormed),
                zone: reader.string(
                    key + ["zone"], "a time zone such as \"Europe/Berlin\" or \"+02:00\"",
                    where: { LocalTimeZone($0) != nil }),
                afterwards: reader.choice(key + ["afterwards"]))
            feed.encoding = reader.string(
                key + ["encoding"], "an encoding such as \"windows-1251\" or \"shift_jis\"",
                where: { CharacterEncoding(label: $0) != nil })
            feed.format = reader.choice(key + ["format"])
            feed.fields = Self.fields(from: &reader, of: key + ["fields"])

            let parts = name.split(separator: "/", omittingEmptySubsequences: true)
            if parts.contains(".") || parts.contains("..") {
                reader.refuse(
                    key, "must be a path inside the inbox, without \".\" and \"..\"",
                    "write it as the directories lie in the inbox, as in \"reuters/world\"")
            } else if byPath.updateValue(feed, forKey: parts.joined(separator: "/")) != nil {
                reader.refuse(key, "names a feed that is already there", "keep one of the two")
            }
        }
        self.init(byPath)
    }

    /// Their names, each with the key of the record that it means.
    private static func fields(
        from reader: inout SettingsReader, of key: SettingKey
    ) -> [String: String] {
        var fields: [String: String] = [:]
        for name in reader.members(of: key) {
            let ours: FeedField? = reader.choice(key + [name])
            if let ours { fields[name] = ours.rawValue }
        }
        return fields
    }
}
