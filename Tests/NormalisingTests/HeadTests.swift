import Articles
import Testing

@testable import Normalising

@Suite("The head of a text")
struct HeadTests {
    static let datelines: [(head: String, place: String, date: String?, source: String?)] = [
        ("TOKYO – ", "TOKYO", nil, nil),
        ("TOKYO, May 23 (Reuters) - ", "TOKYO", "May 23", "Reuters"),
        ("LONDON/PARIS — ", "LONDON/PARIS", nil, nil),
        ("WASHINGTON (AP) — ", "WASHINGTON", nil, "AP"),
        ("WASHINGTON—", "WASHINGTON", nil, nil),
        ("PORTLAND, Ore. (AP) — ", "PORTLAND, Ore.", nil, "AP"),
        ("Berlin (dpa) - ", "Berlin", nil, "dpa"),
        ("New Delhi, May 23 (PTI) ", "New Delhi", "May 23", "PTI"),
        ("МОСКВА, 23 мая. /ТАСС/. ", "МОСКВА", "23 мая", "ТАСС"),
        ("МОСКВА, 23 мая — РИА Новости. ", "МОСКВА", "23 мая", "РИА Новости"),
        ("BEIJING, May 23 (Xinhua) -- ", "BEIJING", "May 23", "Xinhua"),
        ("Madrid, 23 may (EFE).- ", "Madrid", "23 may", "EFE"),
        ("OSTERMUND – ", "OSTERMUND", nil, nil),
        ("OSTERMUND, 23 May 2025 – ", "OSTERMUND", "23 May 2025", nil),
        ("PARIS, May 23, 2025 (AFP) - ", "PARIS", "May 23, 2025", "AFP"),
        ("SÃO PAULO — ", "SÃO PAULO", nil, nil),
        ("NEW DELHI: ", "NEW DELHI", nil, nil),
    ]

    @Test("datelines leave the text", arguments: datelines.indices)
    func dateline(index: Int) throws {
        let case_ = Self.datelines[index]
        let result = try plain(case_.head + Report.text)
        #expect(result.paragraphs == Report.paragraphs, "\(case_.head)")
        #expect(result.article.dateline?.place == case_.place)
        #expect(result.article.dateline?.date == case_.date)
        #expect(result.article.dateline?.printed == case_.head.trimmingBlanks)
        #expect(result.article.source == case_.source)
        #expect(result.article.published == nil)
        try expectAtRest(result)
    }

    static let others = [
        "U.S. – China talks resumed on Monday after a break of three weeks, both sides said.",
        "COVID-19 – a word that nobody wants to hear again – was on every agenda this week.",
        "NATO – the alliance of thirty-two states – will meet in the autumn, it said on Monday.",
        "NATO – The alliance of thirty-two states will meet in the autumn, it said on Monday.",
        "UNICEF – Children in the region need help before the winter, the agency said.",
        "EXCLUSIVE – The harbour authority paid twice for the same gates, documents show.",
        "BREAKING: The harbour authority has resigned as a body, the mayor said on Monday.",
        "ACME (ACM) – The company said on Monday that it would build the new lock gates.",
        "Paris – the city of light – will switch off half of its street lamps, it said.",
        "One source told Reuters (on Monday) – and others agree – that the gates are rotten.",
        "HARBOURWATCH – The group said on Monday that HARBOURWATCH members would protest.",
        "The harbour (built in 1890) – a work of its time – will be closed for eleven months.",
        "TOKYO is the seat of the government – and of the harbour authority, it said on Monday.",
        "UPDATE 2 - The harbour authority has corrected its estimate of the costs, it said.",
    ]

    @Test("what only looks like a dateline stays", arguments: others)
    func noDateline(first: String) throws {
        let result = try plain(first + "\n" + Report.text)
        #expect(result.paragraphs.first == first)
        #expect(result.article.dateline == nil)
        #expect(result.article.source == nil)
    }

    @Test("an agency alone")
    func agency() throws {
        let result = try plain("(Reuters) - " + Report.text)
        #expect(result.article.source == "Reuters")
        #expect(result.article.dateline == nil)
        #expect(result.paragraphs == Report.paragraphs)
    }

    @Test("Chinese and Japanese datelines")
    func eastAsian() throws {
        let xinhua = try plain(
            "新华社北京5月23日电（记者 张三、李四）港务局周二表示，北港池将关闭十一个月，以更换已有九十年历史的闸门。\n渔民要求在旧罐头厂附近修建临时码头。")
        #expect(xinhua.article.dateline?.place == "北京")
        #expect(xinhua.article.dateline?.date == "5月23日")
        #expect(xinhua.article.source == "新华社")
        #expect(xinhua.article.bylines == ["张三", "李四"])
        #expect(xinhua.text.hasPrefix("港务局周二"))
        let japanese = try plain("【ソウル＝山田太郎】港湾局は火曜日、北の水門を交換するため十一か月閉鎖すると発表した。\n漁師たちは仮設の岸壁を求めている。")
        #expect(japanese.article.dateline?.place == "ソウル")
        #expect(japanese.article.bylines == ["山田太郎"])
    }

    static let headlines = [
        "Harbour to close for eleven months", "HARBOUR TO CLOSE FOR ELEVEN MONTHS",
        "Will the herring come back?", "Harbour Talks Move to the U.S.",
        "Порт закроется на одиннадцать месяцев", "港务局宣布关闭北港池十一个月",
        "“Never again”: the keeper of the light speaks",
    ]

    @Test("headlines leave the text", arguments: headlines)
    func headline(line: String) throws {
        for separator in ["\n", "\n\n"] {
            let lines = [line] + Report.paragraphs
            let result = try plain(lines.joined(separator: separator))
            #expect(result.article.headline == line)
            #expect(result.paragraphs == Report.paragraphs)
            try expectAtRest(result)
        }
    }

    @Test(
        "first lines that are no headline",
        arguments: [
            "The harbour is closed.", "Dear readers,", "This is what we know:",
            "Harbour closes. Crews protest.", "• Harbour closes", "photo: the northern basin",
            "23 May 2025 10:30",
        ])
    func noHeadline(line: String) throws {
        #expect(try plain(line + "\n" + Report.text).article.headline == nil)
    }

    static let bylines: [(String, [String], String?)] = [
        ("By Jane Doe", ["Jane Doe"], nil),
        ("BY JANE DOE", ["JANE DOE"], nil),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"], nil),
        (
            "By Jane Doe, John Roe and Max van der Berg",
            ["Jane Doe", "John Roe", "Max van der Berg"], nil
        ),
        ("By Jane Doe, Staff Writer", ["Jane Doe"], nil),
        ("By JANE DOE, Associated Press", ["JANE DOE"], "Associated Press"),
        ("By Jane Doe in Ostermund", ["Jane Doe"], nil),
        ("Von Max Muster", ["Max Muster"], nil),
        ("Par Jeanne Dupont", ["Jeanne Dupont"], nil),
        ("作者：张三", ["张三"], nil),
    ]

    @Test("bylines", arguments: bylines.indices)
    func byline(index: Int) throws {
        let (line, names, source) = Self.bylines[index]
        for text in [
            line + "\n" + Report.text, "Harbour to close\n\n" + line + "\n\n" + Report.text,
        ] {
            let result = try plain(text)
            #expect(result.article.bylines == names)
            #expect(result.article.source == source)
            #expect(result.paragraphs == Report.paragraphs)
            try expectAtRest(result)
        }
    }

    @Test(
        "what only looks like a byline",
        arguments: ["By Monday the water had gone", "By Friday", "By the harbour", "By 10 o'clock"])
    func noByline(line: String) throws {
        let result = try plain(Report.paragraphs[0] + "\n" + line + "\n" + Report.paragraphs[1])
        #expect(result.article.bylines.isEmpty)
        #expect(result.paragraphs.contains(line))
    }

    @Test("a bracket before the report names its source and authors")
    func bracket() throws {
        let result = try plain("[Source/Coast Network, Jane Doe, John Roe]\n" + Report.text)
        #expect(result.article.source == "Coast Network")
        #expect(result.article.bylines == ["Jane Doe", "John Roe"])
        let chinese = try plain("【文/观察者网 张三 李四】港务局周二表示，北港池将关闭十一个月，以更换已有九十年历史的闸门。\n渔民要求修建临时码头。")
        #expect(chinese.article.source == "观察者网")
        #expect(chinese.article.bylines == ["张三", "李四"])
        let other = try plain("[The harbour, that is] " + Report.text)
        #expect(other.article.source == nil)
        #expect(other.text.hasPrefix("[The harbour"))
    }

    @Test("a date counts where it has its year and a line of its own")
    func published() throws {
        let result = try plain("Published: 23 May 2025 10:30 GMT\n" + Report.text)
        #expect(result.article.published?.moment.toTheSecond == "2025-05-23T10:30:00Z")
        #expect(result.article.published?.precision == .minute)
        #expect(result.paragraphs == Report.paragraphs)
        try expectAtRest(result)
        let joint = try plain("By Jane Doe | May 23, 2025\n" + Report.text)
        #expect(joint.article.published?.moment.day == "2025-05-23")
        #expect(joint.article.published?.precision == .day)
        #expect(try plain("May 23\n" + Report.text).article.published == nil)
    }
}
