import Articles
import JSON

/// Reasons that concern JSON.
extension Reason {
    /// Why an object is no article, with its place.
    static func article(_ error: any Error, at offset: UInt64, line: UInt64) -> Reason {
        var reason =
            error as? Reason ?? Reason(.brokenJSON, what: "\(error)", advice: "Correct it.")
        reason.offset = offset
        reason.line = line
        return reason
    }

    /// Why JSON cannot be read.
    /// - Parameters:
    ///   - subject: what it stands in, to begin the sentence with ("The line").
    ///   - advice: what to do about it where it is broken.
    static func json(
        _ error: JSONError, subject: String, advice: String, at offset: UInt64, line: UInt64
    ) -> Reason {
        let place = "at byte \(offset), line \(line)"
        switch error.fault {
        case .tooLarge, .tooDense, .noMemory:
            return Reason(
                .tooLarge, what: "\(subject) cannot be held as JSON: \(error.explanation).",
                advice: "Split it, or write it as JSON Lines, an article a line.", offset: offset,
                line: line)
        case .tooDeep:
            return Reason(
                .tooDeep,
                what: "\(subject) is JSON that is too deep \(place): \(error.explanation).",
                advice: "Write it flatter, or raise limits.depth.", offset: offset, line: line)
        default:
            return Reason(
                .brokenJSON, what: "\(subject) is broken JSON \(place): \(error.explanation).",
                advice: advice, offset: offset, line: line)
        }
    }
}
