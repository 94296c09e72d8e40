import Configuration
import SystemPackage
import Testing

@testable import Settings

@Suite struct SettingsLoadTests {
    @Test func emptyObjectIsAWholeConfiguration() throws {
        let scratch = try Scratch()
        try scratch.write("{}")
        let settings = try scratch.load()
        #expect(settings.file == scratch.directory.appending("config.json"))
        #expect(settings.inbox.path == scratch.directory.appending("inbox"))
        #expect(settings.inbox.done == scratch.directory.appending("done"))
        #expect(settings.inbox.quarantine == scratch.directory.appending("quarantine"))
        #expect(settings.archive.path == scratch.directory.appending("archive"))
        #expect(settings.inbox.recursive)
        #expect(settings.inbox.rescanSeconds == 30)
        #expect(settings.inbox.settleMilliseconds == 500)
        #expect(settings.inbox.ignore.isEmpty)
        #expect(settings.inbox.afterwards == .move)
        #expect(settings.archive.duplicates == .reference)
        #expect(settings.archive.nearDuplicates == .full)
        #expect(settings.archive.rotateBytes == 268_435_456)
        #expect(settings.archive.syncMilliseconds == 0)
        #expect(settings.archive.compress == .none)
        #expect(settings.archive.compressAfterHours == 24)
        #expect(settings.archive.keepDays == 0)
        #expect(settings.inbox.doneKeepDays == 0)
        #expect(settings.inbox.quarantineKeepDays == 0)
        #expect(settings.limits.articleBytes == 16_777_216)
        #expect(settings.deduplication.similarity == 0.5)
        #expect(settings.deduplication.containment == 0.8)
        #expect(settings.deduplication.windowDays == 7)
        #expect(settings.deduplication.stories)
        #expect(settings.log.level == .info)
        #expect(settings.log.summarySeconds == 60)
        #expect(settings.metrics.path == nil)
        #expect(settings.metrics.seconds == 15)
    }

    @Test func fileSetsEveryKindOfValue() throws {
        let settings = try Scratch.settings(
            """
            { "inbox": { "path": "/srv/drop", "recursive": false, "rescanSeconds": 5,
                         "ignore": ["*.bak", "spool/*"], "afterwards": "keep" },
              "deduplication": { "similarity": 1, "containment": 0.75 },
              "log": { "level": "debug" } }
            """)
        #expect(settings.inbox.path == "/srv/drop")
        #expect(!settings.inbox.recursive)
        #expect(settings.inbox.rescanSeconds == 5)
        #expect(settings.inbox.ignore == ["*.bak", "spool/*"])
        #expect(settings.inbox.afterwards == .keep)
        #expect(settings.deduplication.similarity == 1)
        #expect(settings.deduplication.containment == 0.75)
        #expect(settings.log.level == .debug)
    }

    @Test func whatIsNotSetLiesBesideTheInbox() throws {
        let settings = try Scratch.settings(#"{"inbox": {"path": "/srv/news/inbox"}}"#)
        #expect(settings.inbox.done == "/srv/news/done")
        #expect(settings.inbox.quarantine == "/srv/news/quarantine")
        #expect(settings.archive.path == "/srv/news/archive")
    }

    @Test func environmentOverridesTheFile() throws {
        let settings = try Scratch.settings(
            #"{"inbox": {"rescanSeconds": 5, "path": "from-file"}}"#,
            [
                "WIREROOM_INBOX_RESCAN_SECONDS": "7", "WIREROOM_INBOX_PATH": "/from/environment",
                "WIREROOM_INBOX_RECURSIVE": "false", "WIREROOM_INBOX_IGNORE": "*.bak, *.old",
                "WIREROOM_DEDUPLICATION_SIMILARITY": "0.6", "HOME": "/root",
                "WIREROOM_ARCHIVE_NEAR_DUPLICATES": "none",
            ])
        #expect(settings.inbox.rescanSeconds == 7)
        #expect(settings.inbox.path == "/from/environment")
        #expect(!settings.inbox.recursive)
        #expect(settings.inbox.ignore == ["*.bak", "*.old"])
        #expect(settings.deduplication.similarity == 0.6)
        #expect(settings.archive.nearDuplicates == .none)
    }

    @Test func relativePathsStartAtTheFileOrForTheEnvironmentAtTheCurrentDirectory() throws {
        let scratch = try Scratch()
        try scratch.write(#"{"inbox": {"path": "../drop", "done": "done"}}"#)
        let settings = try Settings.load(
            from: scratch.directory.appending("config.json"),
            environment: ["WIREROOM_ARCHIVE_PATH": "kept"], currentDirectory: "/var/lib/elsewhere")
        #expect(settings.inbox.path == scratch.directory.removingLastComponent().appending("drop"))
        #expect(settings.inbox.done == scratch.directory.appending("done"))
        #expect(settings.archive.path == "/var/lib/elsewhere/kept")
    }

    /// The variables that are named to the operator are those that are looked up.
    @Test(arguments: [
        "inbox.path", "inbox.rescanSeconds", "archive.nearDuplicates", "limits.articlesPerFile",
    ])
    func variablesHaveTheNamesOfTheLibrary(key: String) throws {
        let key = SettingKey(stringLiteral: key)
        let source = try SettingsSource(
            file: nil, json: nil, environment: [:], currentDirectory: "/")
        let looked = try EnvironmentVariablesProvider(environmentVariables: [:]).value(
            forKey: AbsoluteConfigKey(["wireroom"] + key.components), type: .string)
        #expect(source.variable(key) == looked.encodedKey)
    }

    @Test func metricsGoToAFileThatIsNamed() throws {
        let scratch = try Scratch()
        try scratch.write(#"{"metrics": {"path": "metrics/wireroom.prom", "seconds": 3600}}"#)
        let metrics = try scratch.load().metrics
        #expect(metrics.path == scratch.directory.appending("metrics").appending("wireroom.prom"))
        #expect(metrics.seconds == 3600)
        let changed = try scratch.load(["WIREROOM_METRICS_PATH": "/run/wireroom/wireroom.prom"])
        #expect(changed.metrics.path == "/run/wireroom/wireroom.prom")
        #expect(try scratch.load().changesNeedingRestart(to: changed) == [])
    }

    @Test func anEmptyListOfTheEnvironmentHoldsNothing() throws {
        let json = #"{"inbox": {"ignore": ["*.bak"]}}"#
        #expect(try Scratch.settings(json, ["WIREROOM_INBOX_IGNORE": ""]).inbox.ignore == [])
    }

    @Test func theConfigurationToTryOutIsAccepted() throws {
        var directory = FilePath(#filePath)
        for _ in 0..<3 { directory.removeLastComponent() }
        let settings = try Settings.load(
            from: directory.appending("config.json"), environment: [:], currentDirectory: "/")
        #expect(settings.inbox.path.starts(with: directory))
    }

    @Test func standardSettingsLieInOneDirectory() throws {
        let settings = try Settings.standard(in: "/srv/news")
        #expect(settings.inbox.path == "/srv/news/inbox")
        #expect(settings.archive.path == "/srv/news/archive")
    }

    @Test func byteOrderMarkIsNoError() throws {
        #expect(try Scratch.problems("\u{FEFF}{}") == [])
    }

    @Test func withoutAFileTheEnvironmentMustNameTheInbox() throws {
        let scratch = try Scratch()
        let settings = try scratch.load(["WIREROOM_INBOX_PATH": "in"])
        #expect(settings.file == nil)
        #expect(settings.inbox.path == scratch.directory.appending("in"))
        let error = #expect(throws: SettingsError.self) { try scratch.load() }
        #expect(error?.description.contains("/config.json: no configuration file is there") == true)
    }

    @Test func aNamedFileMustBeThere() throws {
        let scratch = try Scratch()
        let missing = scratch.directory.appending("other.json")
        let error = #expect(throws: SettingsError.self) {
            try Settings.load(from: missing, environment: ["WIREROOM_INBOX_PATH": "in"])
        }
        #expect(error?.description.hasPrefix("\(missing): cannot be read: ") == true)
        try scratch.write("{}", to: "other.json")
        #expect(try scratch.load(["WIREROOM_CONFIG": "other.json"]).file == missing)
    }

    @Test func reloadTellsWhatNeedsARestart() throws {
        let scratch = try Scratch()
        try scratch.write("{}")
        let before = try scratch.load()
        try scratch.write(
            #"{"inbox": {"rescanSeconds": 9}, "archive": {"duplicates": "none", "path": "b"}}"#)
        let after = try scratch.load()
        #expect(before.changesNeedingRestart(to: after) == ["archive.path", "archive.duplicates"])
        #expect(after.changesNeedingRestart(to: after) == [])
    }

    @Test func feedsSayEncodingFormatAndFields() throws {
        let settings = try Scratch.settings(
            """
            {"feeds": {"desk": {"encoding": "Shift_JIS", "format": "text/csv",
                                "fields": {"Kop": "headline", "Tekst": "text"}},
                       "desk/late": {"fields": {"Kop": "summary"}}},
             "limits": {"expansionRatio": 50}}
            """)
        let late = settings.feeds["desk/late"]
        #expect(late.encoding == "Shift_JIS" && late.format == .commaSeparated)
        #expect(late.fields == ["Kop": "summary", "Tekst": "text"])
        #expect(settings.limits.expansionRatio == 50)
        for wrong in [
            #""encoding": "klingon""#, #""format": "text/nothing""#,
            #""fields": {"Kop": "header"}"#,
            #""fields": "text""#,
        ] {
            #expect(try !Scratch.problems("{\"feeds\": {\"desk\": {\(wrong)}}}").isEmpty)
        }
    }

    @Test func feedsTakeEachValueFromTheLongestPrefix() throws {
        let settings = try Scratch.settings(
            """
            {"feeds": {"": {"language": "en"},
                       "reuters/": {"source": "Reuters", "zone": "Europe/London"},
                       "reuters/sport": {"afterwards": "delete", "zone": "+02:00"},
                       "a.b": {"source": "Dots"}}}
            """)
        let sport = settings.feeds["reuters/sport/tennis"]
        #expect(sport.source == "Reuters")
        #expect(sport.language == "en")
        #expect(sport.zone == "+02:00")
        #expect(settings.afterwards(inFeed: "reuters/sport") == .delete)
        #expect(settings.afterwards(inFeed: "reuters/sportif") == .move)
        #expect(settings.feeds["reutersx"] == Settings.Feed(language: "en"))
        #expect(settings.feeds["a.b"].source == "Dots")
    }
}
