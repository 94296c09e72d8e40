/// Files in all the shapes that are dropped, the same for the same seed.
struct Workload {
    var drops: [Drop] = []
    /// How many of the first are dropped before the daemon starts.
    var early: Int

    /// What there is of what is not small.
    struct Shape {
        var files: Int
        /// Articles in a file that is read in parts; 0 for none. From about 1,500 on it is large.
        var large = 0
        /// How many such files.
        var larges = 1
        var paragraphs = 2
    }

    init(seed: UInt64, _ shape: Shape) {
        var maker = Maker(seed: seed, paragraphs: shape.paragraphs)
        for number in 0..<shape.files { drops.append(maker.drop(number)) }
        for number in 1...shape.larges where shape.large > 0 {
            let large = Drop(
                path: Path("desk/large-\(number).jsonl"), articles: maker.articles(shape.large),
                isLines: true, badEvery: 100)
            drops.insert(large, at: drops.count * number / (shape.larges + 2))
        }
        early = drops.count / 4
    }

    /// Makes one file after another.
    private struct Maker {
        let seed: UInt64
        let paragraphs: Int
        private var random: RandomNumbers
        /// Texts that others may be copies of.
        private var plain: [PseudoText] = []
        private var texts = 0

        init(seed: UInt64, paragraphs: Int) {
            self.seed = seed
            self.paragraphs = paragraphs
            random = RandomNumbers(seed: seed)
        }

        mutating func text(_ count: Int? = nil) -> PseudoText {
            texts += 1
            return PseudoText(seed: seed, number: texts, paragraphs: count ?? paragraphs)
        }

        mutating func articles(_ count: Int) -> [(headline: String, text: PseudoText)] {
            (0..<count).map { _ in
                let text = text()
                return ("Report \(texts) of the day", text)
            }
        }

        mutating func drop(_ number: Int) -> Drop {
            let path = self.path(number)
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<12:
                if let copied = plain.randomElement(using: &random) {
                    return Drop(path: path, text: copied)
                }
            case 12..<19:
                // A near copy: without its end, or with another.
                if let copied = plain.randomElement(using: &random), copied.paragraphs.count > 1 {
                    let more = copied.paragraphs + text(1).paragraphs
                    return Drop(
                        path: path,
                        text: PseudoText(
                            paragraphs: random.once(in: 2)
                                ? Array(copied.paragraphs.dropLast()) : more))
                }
            case 19..<23:
                return Drop(path: path + ".jsonl", articles: family(), isLines: true, badEvery: 3)
            case 23..<26: return Drop(path: path + ".json", articles: family(), isLines: false)
            case 26..<28: return Drop(path: path, quarantined: [])
            case 28..<30:
                return Drop(path: path, quarantined: Array("Nothing \(number) \u{0} here".utf8))
            case 30..<31:
                return Drop(
                    path: path,
                    quarantined: Array("%PDF-1.7 broken \(number) ".utf8) + [0xFF, 0x20])
            default: break
            }
            let text = text()
            plain.append(text)
            return Drop(path: path, text: text)
        }

        /// Copies, near copies and later states of two articles, and of nothing else.
        private mutating func family() -> [(headline: String, text: PseudoText)] {
            let first = text(3), second = text(3)
            let one = "Report \(texts) of the day", two = "Another \(texts) of the week"
            let longer = PseudoText(paragraphs: first.paragraphs + text(1).paragraphs)
            let shorter = PseudoText(paragraphs: Array(second.paragraphs.dropLast()))
            return [
                (one, first), (two, second), (one, first), (one, longer), (two, shorter),
                (two, second),
            ]
        }

        /// A name, often in a directory, sometimes one that no program expects.
        private mutating func path(_ number: Int) -> Path {
            let directories: [Path] = ["", "", "desk", "desk/world", "wire/a b"]
            let directory = directories.randomElement(using: &random) ?? ""
            let name: Path
            switch Int.random(in: 0..<40, using: &random) {
            case 0: name = Path("line\nfeed \"quoted\" \(number).txt")
            case 1: name = Path(Array("not utf-8 \(number) ".utf8) + [0xFF, 0xC3, 0x28])
            case 2: name = Path("--rf \(number)")
            case 3: name = Path("100%25 \(number) %.txt")
            case 4: name = Path("\(number)-" + String(repeating: "long", count: 55))
            case 5: name = Path("\(number) ' ; $(ls) \\ \u{1B}[31m * é.txt")
            default: name = Path("\(number).txt")
            }
            return directory / name
        }
    }
}
