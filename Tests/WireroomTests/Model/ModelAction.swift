/// What happens to the inbox or the daemon. Written as words (`drop d/a.txt t7`), so that a
/// sequence that failed can be given again.
enum ModelAction: Hashable, CustomStringConvertible {
    /// Written under another name and renamed in, over what lies there.
    case drop(String, ModelContent)
    /// Written in place, in pieces; what lies there is rewritten.
    case write(String, ModelContent)
    case append(String, Int)
    /// To its first half.
    case truncate(String)
    /// Only its time changes.
    case touch(String)
    case remove(String)
    case rename(String, String)
    case link(String, String)
    case forbid(String)
    case allow(String)
    /// The file of `done/` with this number, counted round, is put back where it was.
    case back(Int)
    case makeDirectory(String)
    case removeDirectory(String)
    case moveDirectory(String, String)
    /// Out of the inbox, and in again.
    case moveOut(String)
    case moveIn(String)
    case freeze
    /// More events than the kernel's queue holds, of a name that is never taken.
    case flood
    case thaw
    case reload(ModelSettings)
    case reloadBroken
    case start
    case stop
    case kill
    /// Started, and killed after so many milliseconds.
    case crash(Int)
    /// Milliseconds.
    case pause(Int)

    var description: String {
        switch self {
        case .drop(let name, let content): "drop \(name) \(content)"
        case .write(let name, let content): "write \(name) \(content)"
        case .append(let name, let number): "append \(name) \(number)"
        case .truncate(let name): "truncate \(name)"
        case .touch(let name): "touch \(name)"
        case .remove(let name): "remove \(name)"
        case .rename(let name, let new): "rename \(name) \(new)"
        case .link(let name, let new): "link \(name) \(new)"
        case .forbid(let name): "forbid \(name)"
        case .allow(let name): "allow \(name)"
        case .back(let number): "back \(number)"
        case .makeDirectory(let name): "mkdir \(name)"
        case .removeDirectory(let name): "rmdir \(name)"
        case .moveDirectory(let name, let new): "move \(name) \(new)"
        case .moveOut(let name): "out \(name)"
        case .moveIn(let name): "in \(name)"
        case .freeze: "freeze"
        case .flood: "flood"
        case .thaw: "thaw"
        case .reload(let settings): "reload \(settings)"
        case .reloadBroken: "reload broken"
        case .start: "start"
        case .stop: "stop"
        case .kill: "kill"
        case .crash(let milliseconds): "crash \(milliseconds)"
        case .pause(let milliseconds): "pause \(milliseconds)"
        }
    }

    init?(_ text: some StringProtocol) {
        let words = String(text).split(separator: " ").map(String.init)
        let first = words.count > 1 ? words[1] : ""
        let second = words.count > 2 ? words[2] : ""
        let action: ModelAction? =
            switch words.first {
            case "drop": ModelContent(second).map { .drop(first, $0) }
            case "write": ModelContent(second).map { .write(first, $0) }
            case "append": Int(second).map { .append(first, $0) }
            case "truncate": .truncate(first)
            case "touch": .touch(first)
            case "remove": .remove(first)
            case "rename": .rename(first, second)
            case "link": .link(first, second)
            case "forbid": .forbid(first)
            case "allow": .allow(first)
            case "back": Int(first).map { .back($0) }
            case "mkdir": .makeDirectory(first)
            case "rmdir": .removeDirectory(first)
            case "move": .moveDirectory(first, second)
            case "out": .moveOut(first)
            case "in": .moveIn(first)
            case "freeze": .freeze
            case "flood": .flood
            case "thaw": .thaw
            case "reload" where first == "broken": .reloadBroken
            case "reload":
                ModelSettings(words.dropFirst().joined(separator: " ")).map { .reload($0) }
            case "start": .start
            case "stop": .stop
            case "kill": .kill
            case "crash": Int(first).map { .crash($0) }
            case "pause": Int(first).map { .pause($0) }
            default: nil
            }
        guard let action else { return nil }
        self = action
    }

    /// The actions of a line, parted by semicolons; nil where one is none.
    static func sequence(_ line: String) -> [ModelAction]? {
        let parts = line.split(separator: ";").map(String.init)
        let actions = parts.compactMap { ModelAction($0) }
        return actions.count == parts.count ? actions : nil
    }
}

/// What of config.json changes: `move 30 5000` (afterwards, settleMilliseconds, rotateBytes).
struct ModelSettings: Hashable, CustomStringConvertible {
    var deletes = false
    var settleMilliseconds = 30
    var rotateBytes = 6000

    var description: String {
        "\(deletes ? "delete" : "move") \(settleMilliseconds) \(rotateBytes)"
    }

    /// Without a rescan in the time of a test: what an event does not tell must be seen otherwise.
    var configuration: String {
        """
        {"inbox": {"path": "inbox", "settleMilliseconds": \(settleMilliseconds),
                   "rescanSeconds": 3600, "afterwards": "\(deletes ? "delete" : "move")"},
         "archive": {"path": "archive", "rotateBytes": \(rotateBytes)}}
        """
    }

    init() {}

    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 3, let settle = Int(words[1]), let rotate = Int(words[2]),
            words[0] == "move" || words[0] == "delete"
        else { return nil }
        (deletes, settleMilliseconds, rotateBytes) = (words[0] == "delete", settle, rotate)
    }
}
