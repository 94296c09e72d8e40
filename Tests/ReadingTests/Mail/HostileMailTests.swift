import Testing

@testable import Reading

/// Messages that were made to be expensive.
@Suite struct `Hostile mail` {
    private static let head = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"

    /// What was expensive in other programs; each has about a megabyte.
    private static let messages: [(String, @Sendable () -> String)] = [
        (
            "multiparts in one another",
            {
                head
                    + (0..<20_000).map {
                        "Content-Type: multipart/mixed; boundary=\"b\($0)\"\n\n--b\($0)\n"
                    }.joined() + "\nText.\n"
            }
        ),
        (
            "messages in one another",
            {
                head
                    + String(
                        repeating: "Content-Type: message/rfc822\n\nSubject: a\n", count: 20_000)
                    + "\nText.\n"
            }
        ),
        (
            "parts",
            {
                head + "Content-Type: multipart/mixed; boundary=b\n\n"
                    + String(repeating: "--b\n\nText.\n", count: 100_000)
            }
        ),
        ("headers", { head + String(repeating: "X-A: b\n", count: 100_000) + "\nText.\n" }),
        (
            "encoded words",
            {
                head + "Subject:" + String(repeating: " =?utf-8?q?v?=\n", count: 50_000)
                    + "\nText.\n"
            }
        ),
        ("groups", { head + "To: " + String(repeating: "a:", count: 500_000) + "\n\nText.\n" }),
        (
            "folded groups",
            { head + "Cc:" + String(repeating: "\n a:", count: 300_000) + "\n\nText.\n" }
        ),
        ("comments", { head + "To: " + String(repeating: "(", count: 500_000) + "\n\nText.\n" }),
        ("quotes", { head + "\n" + String(repeating: "> a\nb\n", count: 100_000) }),
        (
            "boundaries",
            {
                head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n"
                    + String(repeating: "--x\n", count: 200_000)
            }
        ),
        (
            "parameters",
            {
                head + "Content-Type: text/plain" + String(repeating: "; a=b", count: 100_000)
                    + "\n\nText.\n"
            }
        ),
    ]

    @Test(arguments: messages.map(\.0))
    func `It is read or refused, soon`(_ name: String) throws {
        let mail = try #require(Self.messages.first { $0.0 == name }?.1())
        let clock = ContinuousClock()
        let time = clock.measure { _ = read(mail, as: .mail) }
        #expect(time < .seconds(10))
    }

    @Test func `A message may end anywhere`() {
        let mail = Array(
            """
            From: =?utf-8?b?TWFyZW4=?= <m@x.example>
            Content-Type: multipart/mixed; boundary="cut"

            --cut
            Content-Type: text/plain; charset="latin1"; format=flowed
            Content-Transfer-Encoding: base64

            VGhlIGZlcnJ5Lg==
            --cut
            Content-Type: message/rfc822

            Subject: Inside

            Text.
            --cut--
            """.utf8)
        for end in mail.indices { _ = read(Array(mail[..<end]), as: .mail) }
    }
}
