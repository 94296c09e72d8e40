/// The names of months in the languages that datelines and feeds print them in.
enum MonthName {
    /// By their beginnings; a beginning is long enough to tell one month from another.
    private static let beginnings: [(String, Int)] = [
        ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("may", 5), ("jun", 6), ("jul", 7),
        ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
        ("jän", 1), ("mär", 3), ("mai", 5), ("okt", 10), ("dez", 12),
        ("fév", 2), ("fev", 2), ("avr", 4), ("juin", 6), ("juil", 7), ("aoû", 8), ("aou", 8),
        ("déc", 12), ("ene", 1), ("abr", 4), ("ago", 8), ("dic", 12), ("gen", 1), ("mag", 5),
        ("giu", 6), ("lug", 7), ("set", 9), ("ott", 10), ("maj", 5), ("mei", 5), ("out", 10),
        ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("май", 5), ("мая", 5), ("мае", 5),
        ("июн", 6), ("июл", 7), ("авг", 8), ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12),
    ]
    /// Words that only look like months.
    private static let others: Set<String> = [
        "market", "marine", "marathon", "mayor", "maybe", "octave", "decade", "novel", "augment",
        "second", "settlement", "seven", "junior", "junction", "general", "magazine", "outside",
        "agora", "may be", "setting", "march on", "mario", "maria", "mark", "january's",
    ]

    /// 1 to 12, for a word in lower case.
    static func number(_ word: String) -> Int? {
        guard word.utf8.count <= 20, !others.contains(word) else { return nil }
        // "juin" and "juil" share three letters with nothing that is shorter: longest first.
        return beginnings.filter { word.hasPrefix($0.0) }.max { $0.0.utf8.count < $1.0.utf8.count }?
            .1
    }
}
