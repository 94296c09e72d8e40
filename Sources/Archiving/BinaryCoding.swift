import Platform
import SystemPackage

/// Writes the binary form of the journal and of notes beside it: little-endian integers, counted bytes.
package struct BinaryWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func integer<T: FixedWidthInteger>(_ value: T) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func counted(_ value: some Collection<UInt8>) {
        integer(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    package mutating func path(_ path: FilePath) {
        path.withBytes { counted($0) }
    }
}

/// Reads what ``BinaryWriter`` wrote; gives nil, never traps, on anything else.
package struct BinaryReader {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package mutating func integer<T: FixedWidthInteger>(_ type: T.Type = T.self) -> T? {
        let width = MemoryLayout<T>.size
        guard bytes.count - position >= width else { return nil }
        defer { position += width }
        return bytes.withUnsafeBytes {
            T(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: T.self))
        }
    }

    package mutating func counted() -> [UInt8]? {
        guard let count = integer(UInt64.self), count <= UInt64(bytes.count - position) else {
            return nil
        }
        defer { position += Int(count) }
        return [UInt8](bytes[position..<position + Int(count)])
    }

    package mutating func text() -> String? {
        counted().flatMap { String(validating: $0, as: UTF8.self) }
    }

    package mutating func path() -> FilePath? {
        counted().flatMap { bytes in
            bytes.contains(0) ? nil : FilePath(bytes: bytes)
        }
    }
}
