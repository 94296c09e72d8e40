import Testing

@testable import Platform

@Suite struct LocalTimeZoneTests {
    /// Local times of 2026, and what `date --date 'TZ="…" …'` says.
    @Test(arguments: [
        ("Europe/Oslo", 1_767_268_800, 3_600),  // 1 January, 12:00
        ("Europe/Oslo", 1_782_907_200, 7_200),  // 1 July, 12:00
        // Around the begin of summer time, 29 March.
        ("Europe/Oslo", 1_774_749_599, 3_600),  // 01:59:59
        ("Europe/Oslo", 1_774_753_200, 7_200),  // 03:00
        ("Europe/Oslo", 1_774_756_800, 7_200),  // 04:00
        // Around its end, 25 October.
        ("Europe/Oslo", 1_792_893_599, 7_200),  // 01:59:59
        ("Europe/Oslo", 1_792_897_200, 3_600),  // 03:00
        ("America/New_York", 1_772_953_200, -14_400),  // 8 March, 07:00
        ("America/New_York", 1_772_938_800, -14_400),  // 03:00
        ("America/New_York", 1_772_935_199, -18_000),  // 01:59:59
        ("America/New_York", 1_793_494_799, -14_400),  // 1 November, 00:59:59
        ("America/New_York", 1_793_502_000, -18_000),  // 03:00
        ("Asia/Kolkata", 1_782_907_200, 19_800), ("Asia/Kolkata", 0, 19_800),
        ("+05:30", 1_782_907_200, 19_800), ("-14:59", 0, -53_940), ("UTC", 0, 0),
        ("EST5EDT", 1_782_907_200, -14_400), ("Etc/GMT+5", 1_782_907_200, -18_000),
    ])
    func clocksAreReadByTheRuleOfTheHour(name: String, local: Int64, offset: Int64) throws {
        let zone = try #require(LocalTimeZone(name))
        #expect(zone.offset(atLocal: local) == offset)
    }

    @Test func anHourThatComesTwiceIsTheSecond() throws {
        let oslo = try #require(LocalTimeZone("Europe/Oslo"))
        #expect(oslo.offset(atLocal: 1_792_893_600) == 3_600)  // 25 October, 02:00
        #expect(oslo.offset(atLocal: 1_792_897_199) == 3_600)  // 02:59:59
        let york = try #require(LocalTimeZone("America/New_York"))
        #expect(york.offset(atLocal: 1_793_496_600) == -18_000)  // 1 November, 01:30
    }

    @Test func anHourThatIsLeftOutIsCountedOn() throws {
        let oslo = try #require(LocalTimeZone("Europe/Oslo"))
        #expect(oslo.offset(atLocal: 1_774_749_600) == 3_600)  // 29 March, 02:00
        #expect(oslo.offset(atLocal: 1_774_753_199) == 3_600)  // 02:59:59
        let york = try #require(LocalTimeZone("America/New_York"))
        #expect(york.offset(atLocal: 1_772_937_000) == -18_000)  // 8 March, 02:30
    }

    @Test func timesFarAwayDoNotTrap() throws {
        let oslo = try #require(LocalTimeZone("Europe/Oslo"))
        for local in [Int64.min, .min + 1, -1 << 40, 1 << 40, .max - 1, .max] {
            #expect(abs(oslo.offset(atLocal: local)) <= 7_200)
        }
    }

    @Test(arguments: [
        "", "Mars/Base", "Europe", "Europe/", "europe/oslo", "Europe/Oslo/", "Europe/Oslo ",
        "EST5", "ABC3", "CET-1CEST,M3.5.0,M10.5.0", ":Europe/Oslo", "Z", "+5", "+0530", "+15:00",
        "+05:60", "++1:05", "05:30", "Europe/Oslo\u{0}x", "Ōslo",
    ])
    func otherNamesAreRefused(name: String) { #expect(LocalTimeZone(name) == nil) }

    /// Whatever lies elsewhere, or in the directory of the database and is no zone of it.
    @Test(arguments: [
        "/usr/share/zoneinfo/Europe/Oslo", "../../etc/passwd", "Europe/../Europe/Oslo",
        "Europe/../../../../etc/localtime", "./Europe/Oslo", ":/etc/localtime", "localtime",
        "posix/Europe/Oslo", "right/Europe/Oslo", "posixrules", "leapseconds", "tzdata.zi",
    ])
    func nothingOutsideTheDatabaseIsOpened(name: String) { #expect(LocalTimeZone(name) == nil) }
}
