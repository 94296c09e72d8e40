import Articles
import Markup

/// The text of a message, put together from its parts, and what else is in it.
struct MailBody {
    /// UTF-8, as plain text.
    private(set) var text: [UInt8] = []
    /// Messages in the message: forwarded ones, those of a digest.
    private(set) var messages: [Int] = []
    /// Parts that are files of their own.
    private(set) var files: [Int] = []
    /// Some of it is there only for who has the key.
    private(set) var isEncrypted = false

    /// - Parameter message: the index of a message in `mail`.
    init(of message: Int, in mail: borrowing MailMessage) {
        for part in mail.children(of: message) {
            text = read(part, in: mail, isWhole: true)
        }
    }

    /// What an alternative without markup must have of the words of one with it, not to be a stub
    /// ("Your program does not show HTML…"). A page has some words about itself, too.
    private static let stubShare = 0.5

    /// The text of a part and all in it; the recursion is no deeper than the table of parts.
    /// - Parameter isWhole: it is all that its message has.
    private mutating func read(
        _ index: Int, in mail: borrowing MailMessage, isWhole: Bool = false
    ) -> [UInt8] {
        let part = mail[index]
        if part.isMessage {
            messages.append(index)
            return []
        }
        guard part.isMultipart else { return leaf(index, part, in: mail, isWhole: isWhole) }
        let children = mail.children(of: index)
        switch part.mediaType {
        case "multipart/alternative": return alternative(children, in: mail)
        case "multipart/related":
            let first = children.first {
                part.start != nil && mail[$0].contentID == part.start?.bare
            }
            // Pictures and styles of the page are passed over.
            return (first ?? children.first).map { read($0, in: mail) } ?? []
        case "multipart/encrypted":
            isEncrypted = true
            return []
        case "multipart/report":
            // For people; what follows is for programs, and the message that it is about.
            return children.first.map { read($0, in: mail) } ?? []
        default:
            return children.reduce(into: []) { text, child in
                // What is named, behind a text, is a file of its own.
                let isFile = !text.isEmpty && mail[child].fileName != nil && mail[child].isLeaf
                if isFile { return files.append(child) }
                let more = read(child, in: mail)
                if !text.isEmpty, !more.isEmpty { text += [0x0A, 0x0A] }
                text += more
            }
        }
    }

    private mutating func leaf(
        _ index: Int, _ part: MailPart, in mail: borrowing MailMessage, isWhole: Bool
    ) -> [UInt8] {
        if part.isAttachment && !isWhole {
            files.append(index)
            return []
        }
        let text = mail.withContent(of: index) { MailCharset.utf8($0, charset: part.charset) }
        switch part.mediaType {
        case "text/html", "application/xhtml+xml": return Self.plainText(html: text)
        case "text/plain", "text/markdown", "text/rfc822-headers":
            return part.flow?.unfolded(text) ?? text
        case "text/enriched", "text/richtext": return EnrichedText.plainText(text)
        case "text/calendar", "text/vcard", "text/x-vcard": return []
        // A type that is none does not hide the only text of a message.
        case _ where isWhole && part.fileName == nil && !text.contains(0): return text
        default:
            files.append(index)
            return []
        }
    }

    /// Markup that cannot be held is left as it stands.
    private static func plainText(html: [UInt8]) -> [UInt8] {
        do throws(MarkupFault) {
            return try TextBlocks.blocks(of: 0, in: MarkupTree(html: html)).plainText
        } catch {
            return html
        }
    }

    /// The simplest form of the text that is one.
    private mutating func alternative(
        _ children: [Int], in mail: borrowing MailMessage
    ) -> [UInt8] {
        var plain: [UInt8] = []
        var rich: [UInt8] = []
        for child in children {
            let text = read(child, in: mail)
            if mail[child].mediaType == "text/plain" {
                if plain.isEmpty { plain = text }
            } else if !text.isEmpty {
                rich = text
            }
        }
        let words = Self.words(in: plain)
        return Double(words) < Double(Self.words(in: rich)) * Self.stubShare ? rich : plain
    }

    /// How many words there are, without addresses of pages.
    private static func words(in text: [UInt8]) -> Int {
        var words = 0
        for word in text.split(whereSeparator: { $0 <= 0x20 }) {
            let isAddress = word.count > 8 && word.containsColonSlashSlash
            // Scripts without blanks have a word in about every six bytes.
            if !isAddress {
                words += word.first.map { $0 >= 0xE3 } ?? false ? word.count / 6 + 1 : 1
            }
        }
        return words
    }
}

extension MailPart {
    var isLeaf: Bool { !isMultipart && !isMessage }
}

extension String {
    /// Without the angle brackets around an identity.
    var bare: String {
        guard utf8.first == 0x3C, utf8.last == 0x3E else { return self }
        return String(dropFirst().dropLast())
    }

    /// Without blanks and control characters of ASCII at its ends.
    var trimmingBlanks: String {
        let start = utf8.drop { $0 <= 0x20 }
        let trailing = start.reversed().prefix { $0 <= 0x20 }.count
        return String(start.dropLast(trailing)) ?? self
    }
}

extension ArraySlice<UInt8> {
    fileprivate var containsColonSlashSlash: Bool {
        var index = startIndex
        while index + 2 < endIndex {
            if self[index] == 0x3A, self[index + 1] == 0x2F, self[index + 2] == 0x2F { return true }
            index += 1
        }
        return false
    }
}
