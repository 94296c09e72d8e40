import SystemPackage

extension Settings {
    /// Where config.json is looked for when none is named, the first first.
    package static let places: [FilePath] = ["config.json", "/etc/wireroom/config.json"]

    /// Reads and checks the configuration.
    ///
    /// The file is `file`, else the one that the environment names in `WIREROOM_CONFIG`, else the
    /// first of ``places`` that is there. Without any, the environment must at least say where the
    /// inbox is (`WIREROOM_INBOX_PATH`), so that no daemon starts on directories that nobody chose.
    /// Environment variables override the file.
    ///
    /// To read it again, give the path that was found (``file``).
    package static func load(
        from file: FilePath? = nil, environment: [String: String]
    ) throws(SettingsError) -> Settings {
        try load(
            from: file, environment: environment,
            currentDirectory: try ConfigurationFile.currentDirectory())
    }

    /// All defaults, with inbox, done, quarantine and archive inside `directory`.
    package static func standard(in directory: FilePath) throws(SettingsError) -> Settings {
        try Settings(
            from: SettingsSource(
                file: nil, json: nil, environment: [:], currentDirectory: directory))
    }

    /// The same inside the current directory.
    package static func standard() throws(SettingsError) -> Settings {
        try standard(in: try ConfigurationFile.currentDirectory())
    }

    static func load(
        from file: FilePath?, environment: [String: String], currentDirectory: FilePath,
        places: [FilePath] = places
    ) throws(SettingsError) -> Settings {
        let named = file ?? environment["WIREROOM_CONFIG"].map { FilePath($0) }
        let candidates = (named.map { [$0] } ?? places).map {
            currentDirectory.pushing($0).lexicallyNormalized()
        }
        for path in candidates {
            let json = try ConfigurationFile.read(path, mayBeMissing: named == nil)
            guard let json else { continue }
            return try Settings(
                from: SettingsSource(
                    file: path, json: json, environment: environment,
                    currentDirectory: currentDirectory))
        }
        guard environment["WIREROOM_INBOX_PATH"] != nil else {
            throw SettingsError(
                candidates.map(\.string).joined(separator: ", "),
                "no configuration file is there",
                "write one (\"{}\" is enough), name one with --config, or set WIREROOM_INBOX_PATH")
        }
        return try Settings(
            from: SettingsSource(
                file: nil, json: nil, environment: environment, currentDirectory: currentDirectory))
    }

    private init(from source: SettingsSource) throws(SettingsError) {
        var reader = SettingsReader(source)
        file = source.file
        inbox = Inbox(from: &reader)
        feeds = Feeds(from: &reader)
        limits = Limits(from: &reader)
        archive = Archive(from: &reader, besideInbox: inbox.path.removingLastComponent())
        deduplication = Deduplication(from: &reader)
        archive.refuseTooFewDays(deduplication.windowDays, in: &reader)
        log = Log(from: &reader)
        metrics = Metrics(from: &reader)
        reader.notYet("index.kind", "index.path", "index.url", "index.memoryBytes")
        reader.refuseUnknown()
        // Defaults that stand in for refused values would only confuse.
        if reader.problems.isEmpty { Directories(of: self).refuseOverlaps(in: &reader) }
        guard reader.problems.isEmpty else { throw SettingsError(reader.problems) }
    }
}
