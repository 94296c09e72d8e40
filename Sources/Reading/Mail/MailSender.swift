/// Tells who wrote a mail from who sent it out: From is a person in the one message, and a paper, a
/// desk or a newsletter in the other.
///
/// The address has the evidence. A name whose words stand before the @ is a person's
/// (`Maren Tveit <mtveit@courier.example>`), one whose words stand behind it a service's
/// (`Vennhavn Courier <maren@courier.example>`), and so is what has a service's word in its name or
/// address (`news@`). Where it says neither, a mail to many is from a service.
struct MailSender {
    /// Names of people.
    private(set) var bylines: [String] = []
    /// The service; with people as well, the one that they write for.
    private(set) var source: String?

    /// - Parameter isBulk: the message says that it went to many.
    init(_ senders: [MailAddress], isBulk: Bool) {
        for sender in senders { take(sender, isBulk: isBulk) }
    }

    private mutating func take(_ sender: MailAddress, isBulk: Bool) {
        var name = sender.name
        // An address instead of a name is none.
        guard !name.isEmpty, !name.utf8.contains(0x40) else { return }
        for separator in [" via ", " | ", " @ "] {
            guard let range = name.ranges(of: separator).first else { continue }
            let service = String(name[range.upperBound...]).trimmingBlanks
            name = String(name[..<range.lowerBound]).trimmingBlanks
            if source == nil, !service.isEmpty { source = service }
        }
        guard !name.isEmpty else { return }
        name = Self.givenNameFirst(name)
        if Self.isPerson(name, sender.address, isBulk: isBulk) {
            bylines.append(name)
        } else if source == nil {
            source = name
        }
    }

    private static func isPerson(_ name: String, _ address: String, isBulk: Bool) -> Bool {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.contains(where: serviceWords.contains) { return false }
        if name.utf8.contains(where: { (0x30...0x39).contains($0) }) { return false }
        let halves = address.lowercased().split(separator: "@", maxSplits: 1).map(String.init)
        guard let local = halves.first else { return !isBulk }
        let long = words.filter { $0.utf8.count >= 3 }
        if long.contains(where: { local.contains($0) }) { return true }
        if halves.count == 2, long.contains(where: { halves[1].contains($0) }) { return false }
        let isService = local.split { !$0.isLetter }.contains { serviceWords.contains(String($0)) }
        return !isBulk && !isService
    }

    /// "Tveit, Maren" as directories print it, turned around.
    private static func givenNameFirst(_ name: String) -> String {
        let halves = name.split(separator: ",", omittingEmptySubsequences: false)
            .map { String($0).trimmingBlanks }
        guard halves.count == 2, let family = halves.first, let given = halves.last,
            !family.isEmpty, !given.isEmpty, !family.utf8.contains(0x20),
            given.split(separator: " ").count <= 2, !given.utf8.contains(0x2E),
            !serviceWords.contains(given.lowercased())
        else { return name }
        return "\(given) \(family)"
    }

    /// Words of services in their names and in the addresses that they send from.
    private static let serviceWords: Set<String> = [
        "news", "newsroom", "newsletter", "newsletters", "newsdesk", "desk", "times", "post",
        "press", "media", "daily", "weekly", "journal", "gazette", "herald", "tribune", "chronicle",
        "team", "service", "services", "alert", "alerts", "agency", "bureau", "office", "support",
        "info", "editor", "editors", "editorial", "digest", "update", "updates", "briefing",
        "communications", "relations", "redaktion", "redaktionen", "presse", "pressestelle",
        "nachrichten", "zeitung", "dienst", "prensa", "noticias", "diario", "stampa", "notizie",
        "redazione", "actualites", "journaux", "rédaction", "noreply", "reply", "donotreply",
        "mailer", "daemon", "list", "lists", "admin", "webmaster", "postmaster", "contact",
        "hello", "mail", "email", "inc", "ltd", "llc", "gmbh", "corp", "foundation", "university",
        "ministry", "department", "council", "group", "tv", "radio", "channel", "network",
    ]
}
