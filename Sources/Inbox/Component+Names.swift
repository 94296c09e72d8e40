import Platform
import SystemPackage

extension FilePath.Component {
    /// The longest name that Linux's file systems take, bytes.
    static var longest: Int { 255 }

    /// The name as it is on disk; it need not be UTF-8.
    var bytes: [UInt8] {
        FilePath(root: nil, [self]).withBytes { Array($0) }
    }

    /// The name with `ending` after it. Where that is longer than a name may be, the name is cut
    /// and told apart from others that begin alike by 8 digits of its SHA-256.
    func followed(by ending: String) -> FilePath {
        let bytes = bytes
        if bytes.count + ending.utf8.count <= Self.longest {
            return FilePath(name: bytes + ending.utf8)
        }
        let digest = SHA256()
        digest.update(bytes)
        let mark = "-" + digest.finish().hex.prefix(8) + ending
        let stem = bytes.prefix(max(0, Self.longest - mark.utf8.count)).droppingCutCharacter
        return FilePath(name: stem + mark.utf8)
    }
}

extension FilePath {
    /// A path of one name, whose bytes hold no NUL.
    init(name bytes: [UInt8]) {
        let characters = bytes.map { CChar(bitPattern: $0) } + [0]
        self = characters.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
        }
    }
}

extension ArraySlice<UInt8> {
    /// Without the beginning of a UTF-8 character whose rest was cut off.
    var droppingCutCharacter: [UInt8] {
        let continued = reversed().prefix { $0 & 0xC0 == 0x80 }.count
        guard continued < 4, let lead = dropLast(continued).last, lead >= 0xC0 else {
            return Array(self)
        }
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        return continued + 1 == width ? Array(self) : Array(dropLast(continued + 1))
    }
}
