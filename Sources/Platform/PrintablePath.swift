import Glibc
import SystemPackage

extension FilePath {
    /// The path for people and records: bytes that are no UTF-8 and control characters as `%XX`,
    /// and `%` itself as `%25`, so that it can be turned back.
    package var printable: String {
        withBytes(printableName)
    }
}

extension FilePath {
    /// The path as the system has it, without the NUL at its end; it need not be UTF-8.
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withPlatformString { name in
            let count = strlen(name)
            return name.withMemoryRebound(to: UInt8.self, capacity: count) {
                body(UnsafeBufferPointer(start: $0, count: count))
            }
        }
    }
}

extension FilePath {
    /// The path of these bytes, up to a NUL; they need not be UTF-8.
    package init(bytes: [UInt8]) {
        self = (bytes + [0]).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
            }
        }
    }
}

/// A name that may hold any bytes, as a string: see ``FilePath/printable``.
func printableName(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let plain = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x25 }
    if plain { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    func escape(_ byte: UInt8) {
        let digits = Array("0123456789ABCDEF".utf8)
        out.append(0x25)
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
    }
    var rest = bytes[...]
    while let first = rest.first {
        let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let scalar = rest.prefix(width)
        if scalar.count == width, let text = String(validating: scalar, as: UTF8.self),
            first >= 0x20, first != 0x25, first != 0x7F,
            !text.unicodeScalars.contains(where: isControl)
        {
            out.append(contentsOf: scalar)
            rest = rest.dropFirst(width)
        } else {
            escape(first)
            rest = rest.dropFirst()
        }
    }
    return String(decoding: out, as: UTF8.self)
}

/// C1 controls and the line and paragraph separators.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x80...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
}
