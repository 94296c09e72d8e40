import Testing

@testable import Settings

@Suite struct SettingsErrorTests {
    @Test(arguments: [
        (
            "{\"inbox\": {\n \"setleMilliseconds\": 1}}",
            "config.json:2: inbox.setleMilliseconds is not a known key; "
                + "did you mean inbox.settleMilliseconds?"
        ),
        (
            "{\"inbx\": {\"path\": \"a\"}}",
            "config.json:1: inbx is not a known key; did you mean inbox?"
        ),
        (
            "{\"rescanSeconds\": 4}",
            "config.json:1: rescanSeconds is not a known key; did you mean inbox.rescanSeconds?"
        ),
        (
            "{\"inbox.path\": \"x\"}",
            "config.json:1: inbox.path is not a known key; did you mean inbox.path?"
        ),
        ("{\"colour\": 1}", "config.json:1: colour is not a known key; take it out"),
        (
            "{\"archive\": {\"keepDays\": 4}}",
            "config.json:1: archive.keepDays must be 0 (never) or at least "
                + "deduplication.windowDays, 7, as near copies are looked for among the records of "
                + "so many days, not 4; raise it, or lower deduplication.windowDays"
        ),
        (
            "{\"metrics\": {\"paht\": \"m.prom\"}}",
            "config.json:1: metrics.paht is not a known key; did you mean metrics.path?"
        ),
        ("{\"index\": {}}", "config.json:1: index is not in this version yet; take it out"),
        (
            "{\"feeds\": {\"wire\": {\"sorce\": \"x\"}}}",
            "config.json:1: feeds.wire.sorce is not a known key; did you mean feeds.wire.source?"
        ),
    ])
    func unknownKeysAreRefused(json: String, problem: String) throws {
        #expect(try Scratch.problems(json) == [problem])
    }

    @Test(arguments: [
        (#"{"inbox": {"rescanSeconds": "30"}}"#, "a whole number from 1 to 86400, not \"30\""),
        (#"{"inbox": {"rescanSeconds": true}}"#, "a whole number from 1 to 86400, not true"),
        (#"{"inbox": {"rescanSeconds": 30.5}}"#, "a whole number from 1 to 86400, not 30.5"),
        (#"{"inbox": {"rescanSeconds": 0}}"#, "a whole number from 1 to 86400, not 0"),
        (
            #"{"inbox": {"rescanSeconds": 99999999999999999999}}"#,
            "a whole number from 1 to 86400, not 99999999999999999999"
        ),
        (#"{"inbox": {"rescanSeconds": null}}"#, "not null; leave the key out for the default"),
        (#"{"inbox": {"recursive": 1}}"#, "true or false, not 1"),
        (#"{"inbox": {"path": ""}}"#, "must be a path, not \"\""),
        (#"{"inbox": {"path": {}}}"#, "must be a path, not {…}"),
        (#"{"inbox": {"ignore": ["a", 1]}}"#, "an array of something else than texts"),
        (#"{"inbox": {"ignore": "*.bak"}}"#, "an array of texts"),
        (#"{"inbox": {"afterwards": "moove"}}"#, "did you mean \"move\"?"),
        (#"{"metrics": {"seconds": 0}}"#, "a whole number from 1 to 3600, not 0"),
        (#"{"metrics": {"path": ""}}"#, "must be a path, not \"\""),
        (#"{"inbox": 4}"#, "inbox must be an object, { … }, not 4"),
        (#"{"deduplication": {"similarity": 1.5}}"#, "a number from 0.1 to 1.0, not 1.5"),
        (#"{"feeds": {"x": {"zone": "Mars/Base"}}}"#, "a time zone such as"),
        (#"{"feeds": {"x": {"language": "english!"}}}"#, "a BCP 47 language tag"),
        (#"{"feeds": {"../x": {"language": "en"}}}"#, "a path inside the inbox"),
    ])
    func wrongValuesAreRefused(json: String, part: String) throws {
        let problems = try Scratch.problems(json)
        #expect(problems.count == 1)
        #expect(problems.first?.contains(part) == true, "\(problems)")
    }

    @Test func allProblemsAreToldAtOnce() throws {
        let problems = try Scratch.problems(
            #"{"inbox": {"rescanSeconds": 0, "patth": "x"}, "log": {"level": "loud"}}"#)
        #expect(problems.count == 3)
    }

    @Test func variablesOfTheEnvironmentAreCheckedToo() throws {
        #expect(
            try Scratch.problems("{}", ["WIREROOM_INBOX_PTAH": "x"]) == [
                "environment variable WIREROOM_INBOX_PTAH: is not a known setting; "
                    + "did you mean WIREROOM_INBOX_PATH?"
            ])
        #expect(
            try Scratch.problems("{}", ["WIREROOM_INBOX_RESCAN_SECONDS": "soon"]) == [
                "environment variable WIREROOM_INBOX_RESCAN_SECONDS: inbox.rescanSeconds must be "
                    + "a whole number from 1 to 86400, not \"soon\"; correct its value"
            ])
        #expect(try Scratch.problems("{}", ["WIREROOM_CONFIG": "config.json"]) == [])
        #expect(
            try Scratch.problems("{}", ["WIREROOM_INDEX_KIND": "redis"]).first?
                .contains("not in this version yet") == true)
    }

    @Test(arguments: ["done", "quarantine"])
    func inboxMustNotHoldWhatWasPutAway(key: String) throws {
        let problems = try Scratch.problems(#"{"inbox": {"\#(key)": "inbox/old"}}"#)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("must not lie inside inbox.path") == true)
    }

    @Test(arguments: ["inbox", "archive", "done", "quarantine"])
    func metricsMustLieOutsideOfTheDirectories(directory: String) throws {
        let problems = try Scratch.problems(
            #"{"metrics": {"path": "\#(directory)/wireroom.prom"}}"#)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("metrics.path") == true)
        #expect(problems.first?.contains("must not lie inside") == true)
    }

    @Test func directoriesMustLieApartAlsoThroughLinks() throws {
        let scratch = try Scratch()
        try scratch.write(#"{"archive": {"path": "inbox/../inbox/deep/archive"}}"#)
        #expect(throws: SettingsError.self) { try scratch.load() }
        try scratch.write(#"{"inbox": {"path": "a/in"}, "archive": {"path": "a"}}"#)
        #expect(throws: SettingsError.self) { try scratch.load() }
        try scratch.link("alias", to: "inbox")
        try scratch.write(#"{"inbox": {"done": "alias/done"}}"#)
        #expect(throws: SettingsError.self) { try scratch.load() }
    }
}
