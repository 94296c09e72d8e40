/// The names of months in the languages that datelines and feeds print them in.
enum MonthName {
    /// By their beginnings; a beginning is long enough to tell one month from another.
    private static let beginnings: [String: Int] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7,
        "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
        "jän": 1, "mär": 3, "mai": 5, "okt": 10, "dez": 12,
        "fév": 2, "fev": 2, "avr": 4, "juin": 6, "juil": 7, "aoû": 8, "aou": 8,
        "déc": 12, "ene": 1, "abr": 4, "ago": 8, "dic": 12, "gen": 1, "mag": 5,
        "giu": 6, "lug": 7, "set": 9, "ott": 10, "maj": 5, "mei": 5, "out": 10,
        "янв": 1, "фев": 2, "мар": 3, "апр": 4, "май": 5, "мая": 5, "мае": 5,
        "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
    ]
    /// In bytes, the longest first: of two that begin alike the longer one is meant.
    private static let lengths = Set(beginnings.keys.map(\.utf8.count)).sorted(by: >)
    /// Words that only look like months.
    private static let others: Set<String> = [
        "market", "marine", "marathon", "mayor", "maybe", "octave", "decade", "novel", "augment",
        "second", "settlement", "seven", "junior", "junction", "general", "magazine", "outside",
        "agora", "may be", "setting", "march on", "mario", "maria", "mark", "january's",
    ]

    /// Whole words, of languages too in which a beginning would be that of other words.
    private static let whole: [String: Int] = {
        let languages = [
            "january february march april may june july august september october november december",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            // Polish, Czech, Ukrainian and Croatian, as they stand in dates.
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
            "ledna února března dubna května června července srpna září října listopadu prosince",
            "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
            "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
            // Turkish, Finnish, Hungarian, Romanian, Greek.
            "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
            "január február március április május június július augusztus szeptember október november december",
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
            "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
            // Dutch, Indonesian, Hebrew, Hindi.
            "januari februari maart april mei juni juli augustus september oktober november december",
            "januari februari maret april mei juni juli agustus september oktober november desember",
            "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
            "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
        ]
        var numbers: [String: Int] = [:]
        for language in languages {
            for (index, name) in language.split(separator: " ").enumerated() {
                numbers[String(name)] = numbers[String(name)] ?? index + 1
            }
        }
        // Czech and Croatian October and November share a name with Polish November.
        numbers["listopada"] = 11
        return numbers
    }()

    /// 1 to 12, for a word in lower case.
    static func number(_ word: String) -> Int? {
        if let number = whole[word] { return number }
        guard word.utf8.count <= 20, !others.contains(word) else { return nil }
        for count in lengths {
            if let start = String(word.utf8.prefix(count)), let number = beginnings[start] {
                return number
            }
        }
        return nil
    }

    /// Whether a word, in lower case, is a month's name or its usual abbreviation, and not only begins
    /// as one: "mar", but not "martin".
    static func isWhole(_ word: String) -> Bool {
        whole[word] != nil || beginnings[word] != nil
    }
}
