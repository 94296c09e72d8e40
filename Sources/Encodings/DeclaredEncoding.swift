import Platform

/// What markup says of its own encoding.
package enum DeclaredEncoding {
    /// How far it is looked for: browsers look at 1,024 bytes, and many pages have it later.
    private static let furthest = 8 << 10

    /// By the declaration of XML, else by the first `meta` that says it, found as in "prescan a byte
    /// stream to determine its encoding" of the HTML Standard.
    package static func encoding(inMarkup text: UnsafeRawBufferPointer) -> CharacterEncoding? {
        let head = Scan(UnsafeRawBufferPointer(rebasing: text.prefix(furthest)))
        guard let label = head.declaration() ?? head.meta(),
            let encoding = CharacterEncoding(label: label)
        else { return nil }
        // These bytes could not say so.
        return encoding.unit == 1 ? encoding : .utf8
    }

    private struct Scan {
        let bytes: UnsafeRawBufferPointer

        init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        func declaration() -> String? {
            guard let start = bytes.firstIndex(where: { $0 > 0x20 && $0 < 0x80 }),
                has("<?xml", at: start), let end = find(0x3E, from: start),
                let name = find("encoding", from: start, to: end)
            else { return nil }
            return value(after: name + 8, to: end)
        }

        func meta() -> String? {
            var index = 0
            while let start = find(0x3C, from: index) {
                index = start + 1
                if has("<!--", at: start) {
                    index =
                        find("-->", from: start + 2, to: bytes.count).map { $0 + 3 } ?? bytes.count
                } else if has("<meta", at: start), start + 5 < bytes.count,
                    bytes[start + 5] <= 0x20 || bytes[start + 5] == 0x2F
                {
                    let end = find(0x3E, from: start) ?? bytes.count
                    if let name = find("charset", from: start, to: end),
                        let value = value(after: name + 7, to: end)
                    {
                        return value
                    }
                    index = end
                }
            }
            return nil
        }

        /// What stands after an equals sign, in quotes or without.
        private func value(after start: Int, to end: Int) -> String? {
            var index = skipSpace(start, to: end)
            guard index < end, bytes[index] == 0x3D else { return nil }
            index = skipSpace(index + 1, to: end)
            if index < end, bytes[index] == 0x22 || bytes[index] == 0x27 { index += 1 }
            let value = bytes[index..<max(index, end)].prefix {
                $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x3E && $0 != 0x2F
            }
            return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        }

        private func skipSpace(_ start: Int, to end: Int) -> Int {
            var index = start
            while index < end, bytes[index] <= 0x20 { index += 1 }
            return index
        }

        private func find(_ byte: UInt8, from start: Int) -> Int? {
            bytes.firstIndex(ofByte: byte, from: start)
        }

        private func find(_ word: StaticString, from start: Int, to end: Int) -> Int? {
            var index = start
            while index + word.utf8CodeUnitCount <= end {
                if has(word, at: index) { return index }
                index += 1
            }
            return nil
        }

        /// ASCII letters of both cases are the same.
        private func has(_ word: StaticString, at index: Int) -> Bool {
            guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
            return word.withUTF8Buffer { word in
                word.indices.allSatisfy {
                    CharacterEncoding.lowercased(bytes[index + $0]) == word[$0]
                }
            }
        }
    }
}
