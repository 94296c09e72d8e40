import Platform
import SystemPackage

/// Writes the journal's binary form: little-endian integers, counted bytes.
struct BinaryWriter {
    private(set) var bytes: [UInt8] = []

    mutating func integer<T: FixedWidthInteger>(_ value: T) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func counted(_ value: some Collection<UInt8>) {
        integer(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    mutating func path(_ path: FilePath) {
        path.withBytes { counted($0) }
    }
}

/// Reads what ``BinaryWriter`` wrote; gives nil, never traps, on anything else.
struct BinaryReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func integer<T: FixedWidthInteger>(_ type: T.Type = T.self) -> T? {
        let width = MemoryLayout<T>.size
        guard bytes.count - position >= width else { return nil }
        defer { position += width }
        return bytes.withUnsafeBytes {
            T(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: T.self))
        }
    }

    mutating func counted() -> [UInt8]? {
        guard let count = integer(UInt64.self), count <= UInt64(bytes.count - position) else {
            return nil
        }
        defer { position += Int(count) }
        return [UInt8](bytes[position..<position + Int(count)])
    }

    mutating func text() -> String? {
        counted().flatMap { String(validating: $0, as: UTF8.self) }
    }

    mutating func path() -> FilePath? {
        counted().flatMap { bytes in
            guard !bytes.contains(0) else { return nil }
            return (bytes + [0]).withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CChar.self) { characters in
                    characters.baseAddress.map { FilePath(platformString: $0) }
                }
            }
        }
    }
}
