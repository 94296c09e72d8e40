import JSON
import Platform

/// Tells front matter: the lines between two lines of dashes (YAML) or pluses (TOML) before a text,
/// or an object of JSON whose brackets have lines of their own.
enum FrontMatter {
    /// Whether prose follows an object of JSON.
    /// - Parameter text: of which enough is seen to find the end of any.
    static func beginsAsObject(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.first == 0x7B, lineIsOver(text, at: 1) != nil,
            let end = JSONScanner.endOfValue(in: text, from: 0)
        else { return false }
        let last = text[..<(end - 1)].last { $0 != 0x20 && $0 != 0x09 }
        guard last == 0x0A, let next = lineIsOver(text, at: end) else { return false }
        let prose = JSONScanner.skipSpace(in: text, from: next)
        guard prose < text.count else { return false }
        // Anything else may be more of a document that is broken.
        let first = text[prose]
        return first.isLetter || first >= 0x80 || "#*_>!".utf8.contains(first)
    }

    /// Where the next line begins, where nothing is left of this one.
    private static func lineIsOver(_ text: UnsafeRawBufferPointer, at start: Int) -> Int? {
        guard let feed = text.firstIndex(ofByte: 0x0A, from: start),
            JSONScanner.skipSpace(in: text.part(start..<feed), from: 0) == feed - start
        else { return nil }
        return feed + 1
    }

    /// - Parameter text: of which enough is seen to find the end of any.
    static func begins(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let fence = ["---", "+++"].first(where: { text.starts(with: $0.utf8) }) else {
            return false
        }
        var isFirst = true
        var hasKey = false
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            var line = line[...]
            while let last = line.last, last <= 0x20 { line = line.dropLast() }
            if isFirst {
                guard line.elementsEqual(fence.utf8) else { return false }
                isFirst = false
            } else if line.elementsEqual(fence.utf8) || line.elementsEqual("...".utf8) {
                return hasKey
            } else if let end = line.firstIndex(where: { $0 == 0x3A || $0 == 0x3D }) {
                let key = line[..<end]
                if !key.isEmpty,
                    key.allSatisfy({
                        $0.isLetter || $0.isDigit || $0 == 0x5F || $0 == 0x2D || $0 == 0x20
                    })
                {
                    hasKey = true
                }
            }
        }
        return false
    }
}
