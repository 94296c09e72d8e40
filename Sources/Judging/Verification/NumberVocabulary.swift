/// Words for numbers in the languages of the larger wires, each with its value, or with the zeros that it
/// adds to the number before it.
///
/// Left out: "one", which is a pronoun or an article more often than a number, and words that are
/// something else as well, in their own or in another of these languages ("neuf" is new, "sei" is six,
/// "once" is eleven, "cent" is a coin).
enum NumberVocabulary {
    /// By the word's hash.
    static let spelt = table([
        """
        two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 \
        thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 \
        twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90
        """,
        """
        zwei 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12 \
        dreizehn 13 vierzehn 14 fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 \
        zwanzig 20 dreißig 30 vierzig 40 fünfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90
        """,
        """
        deux 2 trois 3 quatre 4 cinq 5 sept 7 huit 8 dix 10 onze 11 douze 12 treize 13 quatorze 14 \
        quinze 15 seize 16 vingt 20 trente 30 quarante 40 cinquante 50 soixante 60
        """,
        """
        dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 doce 12 trece 13 \
        catorce 14 quince 15 veinte 20 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 \
        ochenta 80 noventa 90 dois 2 duas 2 três 3 quatro 4 sete 7 oito 8 nove 9 dez 10 vinte 20 \
        trinta 30 quarenta 40 cinquenta 50
        """,
        """
        due 2 tre 3 quattro 4 cinque 5 sette 7 otto 8 dieci 10 undici 11 dodici 12 quindici 15 \
        venti 20 trenta 30 quaranta 40 cinquanta 50
        """,
        """
        два 2 две 2 двух 2 три 3 трех 3 трёх 3 четыре 4 четырех 4 четырёх 4 пять 5 пяти 5 шесть 6 \
        шести 6 семь 7 восемь 8 девять 9 десять 10 десяти 10 двенадцать 12 пятнадцать 15 двадцать 20 \
        тридцать 30 сорок 40 пятьдесят 50 шестьдесят 60 семьдесят 70 восемьдесят 80 девяносто 90 \
        сто 100 двести 200 триста 300
        """,
        """
        اثنان 2 اثنين 2 ثلاثة 3 ثلاث 3 أربعة 4 أربع 4 خمسة 5 خمس 5 ستة 6 سبعة 7 سبع 7 ثمانية 8 ثماني 8 \
        تسعة 9 تسع 9 عشرة 10 عشر 10 عشرون 20 عشرين 20 ثلاثون 30 ثلاثين 30 أربعون 40 أربعين 40 خمسون 50 \
        خمسين 50 ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 تسعين 90
        """,
        "दो 2 तीन 3 चार 4 पाँच 5 पांच 5 छह 6 सात 7 आठ 8 नौ 9 दस 10 बीस 20 तीस 30 चालीस 40 पचास 50",
        "二 2 两 2 兩 2 三 3 四 4 五 5 六 6 七 7 八 8 九 9",
    ])

    /// By the word's hash.
    static let multipliers = table([
        """
        hundred 2 thousand 3 million 6 mln 6 mn 6 billion 9 bln 9 bn 9 trillion 12 trn 12 tn 12 \
        mio 6 mrd 9 tausend 3 millionen 6 milliarde 9 milliarden 9 billionen 12 mille 3 millions 6 \
        milliard 9 milliards 9 mil 3 millón 6 millones 6 milhão 6 milhões 6 bilhão 9 bilhões 9 \
        mila 3 milione 6 milioni 6 miliardo 9 miliardi 9
        """,
        """
        тыс 3 тысяча 3 тысячи 3 тысяч 3 млн 6 миллион 6 миллиона 6 миллионов 6 млрд 9 миллиард 9 \
        миллиарда 9 миллиардов 9 трлн 12
        """,
        "ألف 3 آلاف 3 مليون 6 ملايين 6 مليار 9 مليارات 9 सौ 2 हज़ार 3 हजार 3 लाख 5 करोड़ 7",
        "十 1 百 2 千 3 万 4 萬 4 亿 8 億 8 兆 12",
    ])

    private static func table(_ languages: [String]) -> [UInt64: UInt64] {
        var values: [UInt64: UInt64] = [:]
        for language in languages {
            let parts = language.split(separator: " ")
            for place in stride(from: 0, to: parts.count - 1, by: 2) {
                var bytes = parts[place]
                let word = bytes.withUTF8 { bytes in
                    var scanner = WordScanner(bytes)
                    return scanner.next()
                }
                guard let word else { continue }
                values[word.hash] = UInt64(parts[place + 1])
            }
        }
        return values
    }
}
