import Configuration

extension Outline.Value {
    /// It is of another type than was asked for, or a number that the type cannot hold.
    struct Mismatch: Error {}

    /// What the configuration library calls it; nothing is turned into another type, but whole
    /// numbers where fractions are asked for.
    func content(as type: ConfigType) throws(Mismatch) -> ConfigContent {
        switch (self, type) {
        case (.string(let text), .string): return .string(text)
        case (.strings(let texts), .stringArray): return .stringArray(texts)
        case (.bool(let value), .bool): return .bool(value)
        case (.integer(let digits), .int):
            guard let value = Int(digits) else { throw Mismatch() }
            return .int(value)
        case (.integer(let digits), .double), (.fraction(let digits), .double):
            guard let value = Double(digits) else { throw Mismatch() }
            return .double(value)
        default: throw Mismatch()
        }
    }
}
