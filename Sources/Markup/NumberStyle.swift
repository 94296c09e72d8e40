extension TextBlock {
    /// How the number of an item is printed; by HTML's names for it.
    package enum NumberStyle: String, Hashable, Sendable {
        case digits = "1"
        case smallLetters = "a"
        case capitalLetters = "A"
        case smallRoman = "i"
        case capitalRoman = "I"

        /// A number as it is printed; in digits where the style has nothing for it.
        func print(_ number: Int) -> String {
            switch self {
            case .digits: "\(number)"
            case .smallLetters: Self.letters(number) ?? "\(number)"
            case .capitalLetters: Self.letters(number)?.uppercased() ?? "\(number)"
            case .smallRoman: Self.roman(number) ?? "\(number)"
            case .capitalRoman: Self.roman(number)?.uppercased() ?? "\(number)"
            }
        }

        /// a to z, then aa, ab, …
        private static func letters(_ number: Int) -> String? {
            guard number > 0 else { return nil }
            var letters: [UInt8] = []
            var rest = number
            while rest > 0 {
                rest -= 1
                letters.append(0x61 + UInt8(rest % 26))
                rest /= 26
            }
            return String(decoding: letters.reversed(), as: UTF8.self)
        }

        private static func roman(_ number: Int) -> String? {
            guard (1..<4000).contains(number) else { return nil }
            let signs = [
                (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
                (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
            ]
            var roman = ""
            var rest = number
            for (value, sign) in signs {
                while rest >= value {
                    roman += sign
                    rest -= value
                }
            }
            return roman
        }
    }
}
