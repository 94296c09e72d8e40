/// The name of a setting: the way to it through the objects of config.json.
struct SettingKey: Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    var components: [String]

    init(_ components: [String]) { self.components = components }

    init(stringLiteral value: String) {
        components = value.split(separator: ".").map(String.init)
    }

    var description: String { components.joined(separator: ".") }

    /// The keys of the objects that it lies in, the outermost first.
    var groups: [SettingKey] {
        (1..<max(components.count, 1)).map { SettingKey(Array(components.prefix($0))) }
    }

    static func + (key: SettingKey, more: [String]) -> SettingKey {
        SettingKey(key.components + more)
    }
}
