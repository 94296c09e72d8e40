import Settings

/// A configuration of any bytes is taken or refused, with words on what is wrong.
enum ConfigurationProperties {
    static func check(_ bytes: [UInt8]) throws {
        _ = try OwnDirectory.holding(bytes, as: "config.json")
        defer { OwnDirectory.remove("config.json") }
        do throws(SettingsError) {
            let file = OwnDirectory.path.appending("config.json")
            let settings = try Settings.load(from: file, environment: [:])
            try checkSettings(settings)
        } catch {
            try require(!"\(error)".isEmpty, "refused without a word")
        }
    }

    private static func checkSettings(_ settings: Settings) throws(SettingsError) {
        // Whatever was taken can be asked for.
        _ = settings.afterwards(inFeed: "a/b")
        _ = settings.changesNeedingRestart(to: settings)
    }
}
