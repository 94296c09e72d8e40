import Articles
import Judging
import Testing

/// What holds for English holds for other languages and scripts.
@Suite("Languages")
struct LanguageTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var language: String
        var text: String
        /// One figure of the text, and another.
        var figure: (String, String)
        /// What the next report of the same kind has for the names and figures of this one.
        var series: [(String, String)]
        /// Two headlines for one event, and one for another.
        var headlines: (String, String, other: String)

        var testDescription: String { language }
    }

    static let samples: [Sample] = [
        Sample(
            language: "en", text: Samples.ferry, figure: ("214", "241"),
            series: [
                ("214", "96"), ("Maro", "Elsay"), ("Nine", "Twelve"), ("Port Ansel", "Kirkby"),
                ("Ilse Brandt", "Tom Hale"), ("eleven", "forty"), ("Lindqvist Lines", "Norsund"),
                ("four ships", "seven ships"), ("March", "June"), ("three hours", "two hours"),
            ],
            headlines: (
                "Ferry with 214 aboard runs aground off Maro",
                "All 214 passengers rescued from Maro ferry",
                "Apple growers in Tessin fear the worst harvest for years"
            )),
        Sample(
            language: "de", text: Self.text("de"), figure: ("25 Minuten", "35 Minuten"),
            series: [
                ("Altenfurt", "Neustein"), ("Wern", "Elde"), ("zwei Jahre", "fünf Monate"),
                ("drei von acht", "vier von neun"), ("25", "40"), ("Jutta Kessel", "Karin Brand"),
            ],
            headlines: (
                "Altenfurt sperrt Eisenbrücke über die Wern für zwei Jahre",
                "Eisenbrücke in Altenfurt für zwei Jahre gesperrt, Händler in Sorge",
                "Zoo von Lindau freut sich über drei junge Schneeleoparden"
            )),
        Sample(
            language: "ru", text: Self.text("ru"), figure: ("1,4 миллиарда", "1,8 миллиарда"),
            series: [
                ("Северогорске", "Новокаменске"), ("Павел Орлов", "Иван Седов"), ("1,4", "2,7"),
                ("20 тысяч", "9 тысяч"), ("семь", "двенадцать"), ("три года", "пять лет"),
            ],
            headlines: (
                "В Северогорске открылась первая канатная дорога через реку",
                "Канатная дорога в Северогорске: первые пассажиры едут бесплатно",
                "Хоккеисты «Волны» обыграли лидера чемпионата"
            )),
        Sample(
            language: "ar", text: Self.text("ar"), figure: ("ستين", "سبعين"),
            series: [
                ("ثمانية عشر", "عشرين"), ("أربعة", "تسعة"), ("سامي الحداد", "كريم النجار"),
                ("ستين", "ثلاثين"), ("مرتين", "كثيرا"),
            ],
            headlines: (
                "افتتاح سوق السمك الجديد في مدينة الرملة الساحلية",
                "صيادو الرملة يرحبون بسوق السمك الجديد",
                "ارتفاع أسعار القمح بعد موجة الجفاف"
            )),
        Sample(
            language: "hi", text: Self.text("hi"), figure: ("48", "52"),
            series: [
                ("सोमवार", "शुक्रवार"), ("कमला रावत", "सुनील नेगी"), ("48", "130"), ("दो", "तीन"),
                ("चार", "छह"), ("पहाड़ी", "तटीय"),
            ],
            headlines: (
                "पहाड़ी जिलों के लिए 48 नई बसें शुरू, रावत ने दिखाई हरी झंडी",
                "पहाड़ी जिलों की 48 बसें आज से, रावत बोलीं अस्पताल होगा करीब",
                "नदी में बाढ़ से फसल डूबी, किसान परेशान"
            )),
        Sample(
            language: "zh", text: Self.text("zh"), figure: ("三十亿", "四十亿"),
            series: [
                ("临江", "石门"), ("星期四", "星期一"), ("五年", "八年"), ("三十亿", "七亿"), ("林海波", "周国强"),
                ("四次", "九次"), ("十二", "六"),
            ],
            headlines: ("临江市启用新防洪闸门 总投资三十亿元", "临江新防洪闸门启用 渔民盼疏通港口", "国家队主场两球取胜")),
        Sample(
            language: "ja", text: Self.text("ja"), figure: ("八十億", "九十億"),
            series: [
                ("北浜", "南沢"), ("金曜日", "水曜日"), ("三年", "五年"), ("八十億", "四十億"), ("音楽室", "映写室"),
            ],
            headlines: ("北浜市、市立図書館の建て替え計画を発表", "北浜の市立図書館建て替えへ 費用八十億円", "台風の影響で新幹線が一部運休")),
        Sample(
            language: "th", text: Self.text("th"), figure: ("สองร้อย", "สามร้อย"),
            series: [
                ("ริมน้ำ", "ภูเขา"), ("วันพุธ", "วันเสาร์"), ("สองร้อย", "เก้าสิบ"), ("ครึ่งชั่วโมง", "สิบนาที"),
                ("กลางคืน", "ผลไม้"),
            ],
            headlines: (
                "เทศบาลเมืองริมน้ำเตรียมเปิดตลาดกลางคืนเดือนหน้า",
                "ตลาดกลางคืนเมืองริมน้ำเปิดเดือนหน้า ชาวบ้านห่วงขยะ",
                "ทีมวอลเลย์บอลหญิงคว้าแชมป์เอเชีย"
            )),
    ]

    private static func text(_ language: String) -> String {
        Samples.languages.first { $0.name == language }?.text ?? ""
    }

    @Test("One figure is another: a revision, with its own text", arguments: samples)
    func corrected(_ sample: Sample) throws {
        let corrected = sample.text.replacing(sample.figure.0, with: sample.figure.1)
        try #require(corrected != sample.text)
        var desk = Desk()
        let first = try desk.drop(article(sample.text))
        let second = try desk.drop(article(corrected), hours: 1)
        #expect(second.verdict == .revision)
        #expect(second.original == first.original && second.revision == 1)
        let third = try desk.drop(article(corrected.replacing(". ", with: ".  ")), hours: 2)
        #expect(third.verdict == .duplicate && third.original == first.original)
    }

    @Test(
        "The next report of its kind, with other names and figures, adds a record",
        arguments: samples)
    func series(_ sample: Sample) throws {
        var next = sample.text
        for (old, new) in sample.series {
            #expect(next.contains(old), "\(old)")
            next.replace(old, with: new)
        }
        var desk = Desk()
        try desk.drop(article(sample.text))
        let second = try desk.drop(article(next), hours: 24 * 6)
        #expect(second.verdict == .original)
    }

    @Test("Two headlines for one event are one story, a third is another", arguments: samples)
    func headlines(_ sample: Sample) throws {
        let headlines = sample.headlines
        for order in [[headlines.0, headlines.1], [headlines.1, headlines.0]] {
            var desk = Desk()
            let other = try desk.drop(
                article("", headline: headlines.other, language: sample.language))
            let first = try desk.drop(
                article("", headline: order[0], language: sample.language), hours: 1)
            let second = try desk.drop(
                article("", headline: order[1], language: sample.language), hours: 3)
            #expect(first.verdict == .original && second.verdict == .original)
            #expect(second.story == first.story && other.story != first.story)
        }
    }
}
