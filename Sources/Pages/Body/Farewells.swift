/// What publishers say to their readers after the end of an article.
///
/// Words that a report may end with as well count only where its readers are spoken to.
enum Farewells {
    /// In words that a report itself does not end with.
    private static let phrases = list(
        """
        signing up to | sign in now | create an account
        subscribe now | subscribe here | our newsletter | daily newsletter | free newsletter
        weekly newsletter | whatsapp channel | on google news | follow us on | follow him on | follow her on
        follow me on | like us on facebook | download our app | download the app | join our telegram | join us on
        send us an email | have a tip | got a tip | send tips
        reprinted with permission | all rights reserved | this is a breaking news story
        this is a breaking new story | breaking news story and will be updated | leave a comment | in the comments below
        if you liked this | if you enjoyed this | enjoyed this article | support our work | support our journalism
        consider donating | read the full story here | affiliate links
        we may earn a commission | we may receive a commission | for informational purposes only
        join the conversation | join our commenting forum | click here to
        unseren newsletter | unser newsletter | newsletter abonnieren | newsletter anmelden | whatsapp kanal
        jetzt abonnieren | folgen sie uns | hat ihnen dieser artikel gefallen | hier finden sie alle
        hat dir der artikel gefallen | alle rechte vorbehalten | nachdruck verboten | nachdruck nur | nachdruck auch
        abonnez vous | inscrivez vous | réservée aux abonnés | il vous reste | tous droits réservés | suivez nous
        suscríbete | síguenos | regístrate | todos los derechos reservados | nuestro boletín | boletín de noticias
        iscriviti | seguici su | abbonati ora | abbonati per | riproduzione riservata | tutti i diritti riservati
        inscreva se | assine já | assine agora | assine a nossa | siga nos | siga o canal | receba as notícias
        schrijf je in | zapisz się | śledź nas | wszelkie prawa zastrzeżone | copyright ©
        """)
    /// Invitations, where there is a link to follow or a "you" or "us".
    private static let invitations = list(
        """
        sign up for | sign up to | sign in to | subscribe to | to subscribe | become a member | make a donation
        suscribirse | boletín | abbonati | assine | abonneer
        """)
    /// What is said of the text itself, where it begins with words such as "this article".
    private static let remarks = list(
        """
        views expressed | opinions expressed | originally published | originally appeared | first appeared
        first published
        """)
    private static let addresses = list("you | your | us | our")
    private static let subjects = list(
        """
        this | the views | views | the opinions | opinions | a version | an earlier version | originally
        first | note | editor | disclaimer
        """)

    /// - Parameter isLinked: there is a link in it.
    static func isIn(_ text: [UInt8], isLinked: Bool) -> Bool {
        let words = spaced(text)
        if phrases.contains(where: { words.containsBytes($0) }) { return true }
        if invitations.contains(where: { words.containsBytes($0) }) {
            return isLinked || addresses.contains { words.containsBytes($0 + [0x20]) }
        }
        return remarks.contains { words.containsBytes($0) }
            && (isLinked || subjects.contains { words.starts(with: $0) })
    }

    /// The phrases between bars, each behind a blank.
    private static func list(_ text: String) -> [[UInt8]] {
        text.split(whereSeparator: { $0 == "|" || $0 == "\n" })
            .map { phrase in [0x20] + phrase.utf8.drop { $0 == 0x20 } }
            .map { phrase in Array(phrase.reversed().drop { $0 == 0x20 }.reversed()) }
            .filter { $0.count > 1 }
    }

    /// In lower case, each run of other signs of ASCII than letters and digits as a blank.
    private static func spaced(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x20]
        out.reserveCapacity(text.count + 2)
        for byte in text {
            switch byte {
            case 0x41...0x5A: out.append(byte | 0x20)
            case 0x30...0x39, 0x61...0x7A, 0x80...: out.append(byte)
            default: if out.last != 0x20 { out.append(0x20) }
            }
        }
        if out.last != 0x20 { out.append(0x20) }
        return out
    }
}
