import Articles
import Testing

@testable import Normalising

@Suite("Signatures and quotations of mails")
struct MailFurnitureTests {
    private func normalised(_ text: String, isReply: Bool = false) throws -> Normalised {
        var draft = Draft(form: .mail(isReply: isReply))
        draft.headline = "Ferry"
        draft.text = Array(text.utf8)
        return try Normaliser().normalise(draft)
    }

    private func text(_ text: String, isReply: Bool = false) throws -> String {
        String(decoding: try normalised(text, isReply: isReply).article.text, as: UTF8.self)
    }

    @Test func `A signature and the footer of a list are cut`() throws {
        let mail = """
            The ferry left at six.

            It went north.
            -- 
            Maren Tveit
            Harbour desk
            _______________________________________________
            Letters mailing list
            """
        let normalised = try normalised(mail)
        #expect(normalised.article.text == Array("The ferry left at six.\n\nIt went north.".utf8))
        #expect(normalised.cuts.map(\.rule) == [.signature, .signature])
        #expect(normalised.cuts.map(\.line) == [4, 7])
        #expect(normalised.cuts.first?.text == "--\nMaren Tveit\nHarbour desk")
    }

    @Test func `What a reply quotes is cut with the line before it`() throws {
        let mail = """
            I do not think so.

            On Tuesday, Ada Lind wrote:
            > Will it rain
            > tomorrow?

            Nor do I know.
            > Or snow?
            """
        #expect(try text(mail) == "I do not think so.\n\nNor do I know.\n\n> Or snow?")
        #expect(try text(mail, isReply: true) == "I do not think so.\n\nNor do I know.")
        let outlook = "No.\n\n-----Original Message-----\nFrom: Ada\nSubject: Rain\n\nWill it rain?"
        #expect(try text(outlook) == "No.")
    }

    @Test func `A reply is cut at the header of what it replies to, a forward is not`() throws {
        let header = "From: Ada Lind\nSent: Monday\nTo: Jon\nSubject: Rain\n\nWill it rain?"
        for above in ["", "________________________________\n"] {
            #expect(try text("No.\n\n" + above + header, isReply: true) == "No.")
        }
        #expect(try normalised("No.\n\n" + header).cuts.isEmpty)
        let inProse = "No.\n\nFrom: the harbour\n\nSubject: none"
        #expect(try normalised(inProse, isReply: true).cuts.isEmpty)
        var draft = Draft(form: .mail(isReply: false, isForward: true))
        draft.text = Array("FYI\n\n-----Original Message-----\n\(header)".utf8)
        #expect(try Normaliser().normalise(draft).cuts.isEmpty)
    }

    @Test(arguments: [
        "> All of it\n> is quoted.",
        "The letter says:\n\n> Nobody came.\n\nThat was all.",
        "--\nOnly a signature",
        "The score was 3\n--\nline\n"
            + (1...20).map { "Item \($0) of the list." }.joined(separator: "\n"),
    ])
    func `In doubt all is kept`(mail: String) throws {
        #expect(try normalised(mail).cuts.isEmpty)
    }

    @Test func `Only mails lose it`() throws {
        var draft = Draft(form: .fields)
        draft.text = Array("The ferry left.\n-- \nMaren".utf8)
        #expect(try Normaliser().normalise(draft).cuts.isEmpty)
    }

    @Test func `Many quotations cost no more than their length`() throws {
        let mail = String(repeating: "> a\nb\n", count: 50_000)
        let time = ContinuousClock().measure { _ = try? normalised(mail, isReply: true) }
        #expect(time < .seconds(20))
    }
}
