import Articles
import Testing

@testable import Normalising

@Suite("Fields")
struct FieldTests {
    static let times: [(String, String?, PublishedTime.Precision)] = [
        ("2025-05-23T10:30:15Z", "2025-05-23T10:30:15Z", .second),
        ("2025-05-23T10:30:15.123+02:00", "2025-05-23T08:30:15Z", .second),
        ("2025-05-23T10:30:15.123456-0700", "2025-05-23T17:30:15Z", .second),
        ("2025-05-23 10:30:00 +02:00", "2025-05-23T08:30:00Z", .second),
        ("2025-05-23T10:30Z", "2025-05-23T10:30:00Z", .minute),
        ("2025-05-23T10:30:00", "2025-05-23T10:30:00Z", .local),
        ("2025-05-23", "2025-05-23T00:00:00Z", .day), ("2025-05", "2025-05-01T00:00:00Z", .month),
        ("2025", "2025-01-01T00:00:00Z", .year),
        ("20250523T103015Z", "2025-05-23T10:30:15Z", .second),
        ("20250523", "2025-05-23T00:00:00Z", .day), ("2025/05/23", "2025-05-23T00:00:00Z", .day),
        ("Fri, 23 May 2025 10:30:15 GMT", "2025-05-23T10:30:15Z", .second),
        ("Fri, 23 May 2025 10:30:15 +0900", "2025-05-23T01:30:15Z", .second),
        ("23 May 25 10:30 EST", "2025-05-23T15:30:00Z", .minute),
        ("Fri, 23 May 2025 10:30:15 +0200 (CEST)", "2025-05-23T08:30:15Z", .second),
        ("May 23, 2025", "2025-05-23T00:00:00Z", .day),
        ("May 23, 2025 at 3:04 p.m. EDT", "2025-05-23T19:04:00Z", .minute),
        ("May 23rd, 2025, 12:15 AM UTC", "2025-05-23T00:15:00Z", .minute),
        ("23 May 2025 10:30", "2025-05-23T10:30:00Z", .local),
        ("Sept. 5, 2025", "2025-09-05T00:00:00Z", .day),
        ("23. Mai 2025, 10:30 Uhr", "2025-05-23T10:30:00Z", .local),
        ("23.05.2025 10:30", "2025-05-23T10:30:00Z", .local),
        ("vendredi 23 mai 2025", "2025-05-23T00:00:00Z", .day),
        ("23 de mayo de 2025", "2025-05-23T00:00:00Z", .day),
        ("23 мая 2025 г., 10:30 MSK", "2025-05-23T07:30:00Z", .minute),
        ("2025年5月23日 10:30", "2025-05-23T10:30:00Z", .local),
        ("2025年5月23日", "2025-05-23T00:00:00Z", .day),
        ("1747996215", "2025-05-23T10:30:15Z", .second),
        ("1747996215123", "2025-05-23T10:30:15Z", .second),
        ("23/05/2025", "2025-05-23T00:00:00Z", .day), ("04/05/2025", nil, .day),
        ("2025-02-30", nil, .day), ("2025-13-01", nil, .day), ("10:30", nil, .day), ("", nil, .day),
        ("yesterday", nil, .day), ("May 23", nil, .day), ("25:61 May 23, 2025", nil, .day),
        ("99999999999999999999", nil, .day), ("2025-05-23T10:30:15+99:99", nil, .day),
    ]

    @Test(arguments: times.indices)
    func time(index: Int) {
        let (printed, wanted, precision) = Self.times[index]
        let time = TimeParser(zone: nil).parse(printed)
        #expect(time?.moment.toTheSecond == wanted, "\(printed)")
        if wanted != nil { #expect(time?.precision == precision, "\(printed)") }
    }

    @Test("a time without a zone is in the feed's")
    func zone() throws {
        var draft = Draft(form: .fields)
        draft.headline = "Harbour to close"
        draft.published = "2025-05-23 10:30"
        draft.updated = "soon"
        let normaliser = Normaliser(
            defaults: FeedDefaults(source: "Courier", language: "en_GB", zone: 7200))
        let article = try normaliser.normalise(draft).article
        #expect(article.published?.moment.toTheSecond == "2025-05-23T08:30:00Z")
        #expect(article.published?.precision == .local)
        #expect(article.source == "Courier")
        #expect(article.language == "en-GB")
        #expect(article.extra.map(\.key) == ["updated"])
    }

    @Test("addresses, languages, bylines")
    func others() throws {
        let result = try fields(Report.text) {
            $0.headline = " Harbour\n to  close "
            $0.url = " HTTPS://news.example/a?utm_source=x&id=7&fbclid=1#top "
            $0.language = "EN_us"
            $0.bylines = ["By Jane Doe and John Roe", "Our correspondent in the north", " "]
            $0.image = "not an address"
            $0.extra = [("mood", " calm  sea "), ("none", " ")]
            $0.guid = ""
        }
        let article = result.article
        #expect(article.headline == "Harbour to close")
        #expect(article.url == "https://news.example/a?id=7")
        #expect(article.language == "en-us")
        #expect(article.bylines == ["Jane Doe", "John Roe", "Our correspondent in the north"])
        #expect(article.image == nil)
        #expect(article.guid == nil)
        #expect(article.extra.map(\.key) == ["mood", "image"])
        #expect(article.extra.first?.value == "calm sea")
        try expectAtRest(result)
    }

    @Test("no headline is taken from the text of fields; one that repeats is cut")
    func headline() throws {
        let text = "Harbour to close\n\n" + Report.text
        #expect(try fields(text).article.headline == nil)
        let result = try fields(text) { $0.headline = "Harbour to close" }
        #expect(result.paragraphs == Report.paragraphs)
        #expect(result.rules == [.repeatedHeadline])
        let alone = try fields("Harbour to close") { $0.headline = "Harbour to close" }
        #expect(alone.text == "Harbour to close")
    }

    @Test("a headline that repeats many times takes no longer", .timeLimit(.minutes(1)))
    func repeatedHeadline() throws {
        let lines = String(repeating: "Harbour to close\n\n", count: 300_000)
        let result = try fields(lines + Report.text) { $0.headline = "Harbour to close" }
        #expect(result.paragraphs == Report.paragraphs)
        let alone = try fields(lines) { $0.headline = "Harbour to close" }
        #expect(alone.text == "Harbour to close")
    }

    @Test("a dateline in the text and in the field is cut from the text")
    func dateline() throws {
        let result = try fields("TOKYO – " + Report.text) {
            $0.dateline = Dateline(place: "Tokyo", date: nil, printed: "Tokyo")
        }
        #expect(result.paragraphs == Report.paragraphs)
        let other = try fields("PARIS – " + Report.text) {
            $0.dateline = Dateline(place: "Tokyo", date: nil, printed: "Tokyo")
        }
        #expect(other.text.hasPrefix("PARIS – "))
    }

    @Test("a dateline that is given as it was printed is taken apart, and cut from the text")
    func printedDateline() throws {
        let place = "PORT LENNA, Nov 17 (Reuters) -"
        let result = try fields("PORT LENNA, Nov 17 (Reuters) - " + Report.text) {
            $0.dateline = Dateline(place: place, date: nil, printed: place)
        }
        #expect(result.paragraphs == Report.paragraphs && result.article.source == "Reuters")
        let dateline = result.article.dateline
        #expect(dateline?.place == "PORT LENNA" && dateline?.date == "Nov 17")
        #expect(dateline?.printed == place)
        try expectAtRest(result)
    }

    @Test("a place that is printed with its region and date is the same place")
    func regionOfDateline() throws {
        let result = try fields("SHERBROOKE, Que., Nov 17 (CP) — " + Report.text) {
            $0.dateline = Dateline(place: "Sherbrooke", date: nil, printed: "Sherbrooke")
        }
        #expect(result.paragraphs == Report.paragraphs)
        #expect(result.article.dateline?.place == "SHERBROOKE, Que.")
        #expect(result.article.dateline?.date == "Nov 17")
        try expectAtRest(result)
    }

    @Test(
        "bylines of other languages, and the agency behind them",
        arguments: [
            ("Von Eva Muster, dpa", ["Eva Muster"]), ("Par Marie Roy", ["Marie Roy"]),
            ("Por Ana Ruiz y Juan Gil", ["Ana Ruiz", "Juan Gil"]),
            ("Di Mario Rossi", ["Mario Rossi"]),
            ("Af Lise Holm", ["Lise Holm"]), ("Av Kari Vik", ["Kari Vik"]),
            ("Door Jan de Boer", ["Jan de Boer"]), ("Przez Jan Nowak", ["Jan Nowak"]),
            ("By Ann Poe, Reuters", ["Ann Poe"]), ("Von Trapp", ["Von Trapp"]),
            ("Di Maria", ["Di Maria"]), ("Ann von Hagen", ["Ann von Hagen"]),
        ])
    func bylines(printed: String, names: [String]) throws {
        let result = try fields(Report.text) { $0.bylines = [printed] }
        #expect(result.article.bylines == names)
    }

    @Test(arguments: ["english", "e", "en us", "en-", "12", "en-toolongsubtag", "-en"])
    func noLanguage(tag: String) { #expect(LanguageTag.canonical(tag) == nil) }

    @Test(arguments: [
        "ftp://a/b", "news.example/a", "http://", "https:///x", "javascript:alert(1)", "http://a b",
    ])
    func noAddress(url: String) { #expect(WebAddress.canonical(url) == nil) }
}
