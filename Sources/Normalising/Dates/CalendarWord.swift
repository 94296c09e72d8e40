/// The words beside days and months in printed dates, in lower case.
enum CalendarWord {
    /// Whether a word only joins the parts of a date: "of", "um", "de".
    static func isFiller(_ word: String) -> Bool { fillers.contains(word) }

    /// Whether it is the name of a day of the week, or its abbreviation.
    static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

    private static let fillers: Set<String> = [
        "at", "um", "uhr", "den", "de", "del", "le", "a", "à", "las", "el", "of", "the", "on", "г",
        "года", "в", "h", "kl", "klo", "di", "alle", "ore", "às", "as", "los", "om", "o", "do",
        "roku", "r", "م", "року", "р", "er",
    ]

    private static let weekdays: Set<String> = [
        "mon", "monday", "tue", "tues", "tuesday", "wed", "weds", "wednesday", "thu", "thur",
        "thurs", "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday", "montag",
        "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
        "mo",
        "di", "mi", "do", "fr", "sa", "so", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
        "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
        "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
        "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira",
        "segunda", "terça", "quarta", "quinta", "sexta", "feira", "sábado", "maandag",
        "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "mandag",
        "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "måndag", "tisdag",
        "lördag", "söndag", "понедельник", "вторник", "среда", "четверг", "пятница",
        "суббота", "воскресенье", "poniedziałek", "wtorek", "środa", "czwartek", "piątek",
        "niedziela", "sobota", "pazartesi", "salı", "çarşamba", "perşembe", "cuma",
        "cumartesi", "pazar",
    ]
}
