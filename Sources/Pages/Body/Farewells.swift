/// What publishers say to their readers after the end of an article, in words that a report itself
/// does not end with.
enum Farewells {
    private static let phrases: [[UInt8]] = """
        sign up for | sign up to | signing up to | sign in to | sign in now | create an account
        subscribe to | subscribe now | subscribe here | to subscribe | our newsletter | daily newsletter | free newsletter
        weekly newsletter | whatsapp channel | on google news | follow us on | follow him on | follow her on
        follow me on | like us on facebook | download our app | download the app | join our telegram | join us on
        send us an email | have a tip | got a tip | send tips
        views expressed | opinions expressed | originally published | originally appeared | first appeared on
        first published on | reprinted with permission | all rights reserved | this is a breaking news story
        this is a breaking new story | breaking news story and will be updated | leave a comment | in the comments below
        if you liked this | if you enjoyed this | enjoyed this article | support our work | support our journalism
        become a member | make a donation | consider donating | read the full story here | affiliate links
        we may earn a commission | we may receive a commission | for informational purposes only
        join the conversation | join our commenting forum | click here to
        unseren newsletter | unser newsletter | newsletter abonnieren | newsletter anmelden | whatsapp-kanal
        jetzt abonnieren | folgen sie uns | hat ihnen dieser artikel gefallen | hier finden sie alle
        hat dir der artikel gefallen | alle rechte vorbehalten | nachdruck
        abonnez-vous | inscrivez-vous | réservée aux abonnés | il vous reste | tous droits réservés | suivez-nous
        suscríbete | suscribirse | síguenos | regístrate | todos los derechos reservados | boletín
        iscriviti | seguici su | abbonati | riproduzione riservata | tutti i diritti riservati
        inscreva-se | assine | siga-nos | siga o canal | receba as notícias | abonneer | schrijf je in
        zapisz się | śledź nas | wszelkie prawa zastrzeżone | copyright ©
        """.split(whereSeparator: { $0 == "|" || $0 == "\n" })
        .map { phrase in Array(phrase.utf8.drop { $0 == 0x20 }) }
        .map { phrase in Array(phrase.reversed().drop { $0 == 0x20 }.reversed()) }
        .filter { !$0.isEmpty }

    static func isIn(_ text: [UInt8]) -> Bool {
        let small = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return phrases.contains { small.containsBytes($0) }
    }
}
