import Archiving
import Articles
import Inbox
import JSON
import Platform
import SystemPackage

/// Names of any bytes are printed so that they can be had again, for people without control
/// characters; the name of a segment is read as it was written.
enum NameProperties {
    static func check(_ bytes: [UInt8]) throws {
        if let segment = SegmentName(fileName: String(decoding: bytes, as: UTF8.self)) {
            try require(
                SegmentName(fileName: segment.description) == segment,
                "\(segment) is read otherwise")
        }
        let name = bytes.prefix { $0 != 0 } + [0]
        let path = name.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
            }
        }
        let whole = path.withBytes { Array($0) }
        let printed = FileReference.printed(path: whole)
        try require(unescaped(printed) == whole, "\(printed) is another path")
        let printable = path.printable
        try require(unescaped(printable) == whole, "\(printable) is another path")
        try require(
            !printable.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "\(printable) holds controls")
        _ = InboxRules().ignores(path)
        var parser = JSONParser()
        var writer = JSONWriter()
        writer.string(printed)
        let read = try parser.parse(writer.finish()) { $0.string }
        try require(read == printed, "\(printed) is another string in JSON")
    }

    /// The bytes that a printed path stands for.
    private static func unescaped(_ printed: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(printed.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
