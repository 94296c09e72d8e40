import TestSupport

/// Random sequences of actions on a few names, so that they get in each other's way.
struct ActionGenerator {
    private var random: SeededNumbers
    private var nextNumber = 1
    private var contents: [ModelContent] = []

    private static let names = [
        "a.txt", "b.txt", "c.txt", "d/a.txt", "d/b.txt", "d/s/a.txt", "e/a.txt", "e/b.txt",
    ]
    private static let hiddenNames = [".x", "x.tmp", "d/.y"]
    private static let directories = ["d", "e", "d/s"]

    /// A few sequences of steps that often come together, with how often of a hundred.
    private enum Step { case file, names, directory, daemon, pause }

    init(seed: UInt64) { random = SeededNumbers(seed: seed) }

    mutating func actions(_ count: Int) -> [ModelAction] {
        (0..<count).map { _ in
            switch pick([.file, .file, .file, .names, .directory, .daemon, .pause] as [Step]) {
            case .file: file()
            case .names: name()
            case .directory: directory()
            case .daemon: control()
            case .pause: .pause(pick([1, 3, 10, 40, 80]))
            }
        }
    }

    private mutating func file() -> ModelAction {
        switch number(14) {
        case 0...5: .drop(pick(Self.names), content())
        case 6...7: .write(pick(Self.names), content())
        case 8...9: .append(pick(Self.names), newNumber())
        case 10: .truncate(pick(Self.names))
        case 11: .touch(pick(Self.names))
        case 12: .drop(pick(Self.hiddenNames), content())
        default: .remove(pick(Self.names))
        }
    }

    private mutating func name() -> ModelAction {
        switch number(8) {
        case 0...1: .rename(pick(Self.names), pick(Self.names))
        case 2: .rename(pick(Self.names), pick(Self.hiddenNames))
        case 3: .rename(pick(Self.hiddenNames), pick(Self.names))
        case 4: .link(pick(Self.names), pick(Self.names))
        case 5: .back(number(10))
        case 6: .forbid(pick(Self.names))
        default: .allow(pick(Self.names))
        }
    }

    private mutating func directory() -> ModelAction {
        switch number(6) {
        case 0: .makeDirectory(pick(Self.directories))
        case 1: .removeDirectory(pick(Self.directories))
        case 2...3: .moveDirectory(pick(Self.directories), pick(Self.directories))
        case 4: .moveOut(pick(Self.directories))
        default: .moveIn(pick(Self.directories))
        }
    }

    private mutating func control() -> ModelAction {
        switch number(16) {
        case 0...3: .kill
        case 4...7: .start
        case 8: .crash(number(120))
        case 9: .stop
        case 10: .freeze
        case 11: .thaw
        case 12: number(4) == 0 ? .flood : .thaw
        case 13: .reloadBroken
        default: .reload(settings())
        }
    }

    private mutating func settings() -> ModelSettings {
        var settings = ModelSettings()
        settings.deletes = number(2) == 0
        settings.settleMilliseconds = pick([10, 30, 60])
        settings.rotateBytes = pick([4096, 6000, 20_000])
        return settings
    }

    private mutating func content() -> ModelContent {
        if !contents.isEmpty, number(8) == 0 { return pick(contents) }
        var parts: [ModelContent.Part] = []
        switch number(10) {
        case 0: break
        case 1: parts = [.junk(newNumber())]
        case 2...3:
            parts = [.line(newNumber())]
            for _ in 0...number(3) {
                parts.append(number(4) == 0 ? .brokenLine(newNumber()) : .line(newNumber()))
            }
        default: for _ in 0...number(2) { parts.append(.paragraph(newNumber())) }
        }
        let content = ModelContent(parts: parts)
        contents.append(content)
        return content
    }

    private mutating func newNumber() -> Int {
        defer { nextNumber += 1 }
        return nextNumber
    }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(values.count)] }
}
