/// A path as the system has it: any bytes but NUL.
struct Path: Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
    init(_ text: String) { bytes = Array(text.utf8) }
    init(stringLiteral value: String) { self.init(value) }

    static func / (directory: Path, name: Path) -> Path {
        if directory.bytes.isEmpty { return name }
        if name.bytes.isEmpty { return directory }
        return Path(directory.bytes + [0x2F] + name.bytes)
    }

    static func + (path: Path, suffix: String) -> Path { Path(path.bytes + Array(suffix.utf8)) }

    static func < (a: Path, b: Path) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

    /// What follows the last slash.
    var name: Path {
        Path(bytes.lastIndex(of: 0x2F).map { bytes[($0 + 1)...] } ?? bytes[...])
    }

    /// What comes before the last slash; empty where there is none.
    var directory: Path { Path(bytes.lastIndex(of: 0x2F).map { bytes[..<$0] } ?? []) }

    /// Without its first component.
    var withoutFirst: Path {
        Path(bytes.firstIndex(of: 0x2F).map { bytes[($0 + 1)...] } ?? [])
    }

    func hasSuffix(_ suffix: String) -> Bool {
        bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
    func hasPrefix(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

    var isHidden: Bool { name.bytes.first == 0x2E }

    var description: String { String(decoding: bytes, as: UTF8.self) }

    func withC<Result, Failure: Error>(
        _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
        return try terminated.withUnsafeBufferPointer { (buffer) throws(Failure) -> Result in
            guard let start = buffer.baseAddress else { preconditionFailure("never empty") }
            return try body(start)
        }
    }
}
