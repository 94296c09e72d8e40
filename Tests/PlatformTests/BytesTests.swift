import Platform
import SystemPackage
import Testing

@Suite struct BytesTests {
    /// Of FIPS 180-4's examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `SHA-256 is what the standard says, in one part or many`(text: String, hex: String) {
        let whole = SHA256()
        whole.update(Array(text.utf8))
        #expect(whole.finish().hex == hex)
        whole.reset()
        for byte in text.utf8 { whole.update([byte]) }
        #expect(whole.finish().hex == hex)
    }

    @Test(
        arguments: [
            ([0x61], "a"), ([0x25], "%25"), ([0x0A], "%0A"), ([0xC3, 0xA9], "é"), ([0xC3], "%C3"),
            ([0xFF, 0x61], "%FFa"), ([0xC2, 0x85], "%C2%85"), ([0xE2, 0x80, 0xA8], "%E2%80%A8"),
            ([0xF0, 0x9F, 0x98, 0x80], "😀"), ([0xED, 0xA0, 0x80], "%ED%A0%80"), ([0x1B], "%1B"),
        ] as [([UInt8], String)])
    func `A path for people holds no control and can be turned back`(
        bytes: [UInt8], printed: String
    ) throws {
        let name = (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
            $0.baseAddress.map { FilePath(platformString: $0) }
        }
        #expect(try #require(name).printable == printed)
    }

    @Test func `Reads and writes are whole, at any place`() throws {
        let scratch = try Scratch()
        let file = try scratch.directory().file("a", flags: 0o102)
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        try file.write(bytes, at: 5)
        #expect(try file.status().size == 100_005)
        #expect(try file.bytes(at: 5, count: 200_000) == bytes)
        #expect(try file.bytes(at: 0, count: 6) == [0, 0, 0, 0, 0, 0])
        #expect(try file.bytes(at: 100_005, count: 10).isEmpty)
        #expect(try file.bytes(at: 0, count: -1).isEmpty)
    }

    @Test func `A file that is written again has another identity`() throws {
        let scratch = try Scratch()
        let file = try scratch.directory().file("a", flags: 0o102)
        let before = try file.status().identity
        try file.write([1], at: 0)
        #expect(try file.status().identity != before)
    }
}
