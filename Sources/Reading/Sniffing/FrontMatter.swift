/// Tells front matter, the lines between two lines of dashes (YAML) or pluses (TOML) before a text.
enum FrontMatter {
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
