import Configuration
import SystemPackage

/// Reads settings one by one: from the environment, else from the file, else the default.
///
/// It remembers every key that it was asked for; what stands in the input beyond those is
/// unknown. All problems are collected, so that one start tells them all.
struct SettingsReader {
    private let source: SettingsSource
    private var inventory = SettingsInventory()
    private(set) var problems: [SettingsError.Problem] = []

    init(_ source: SettingsSource) { self.source = source }

    /// The names of the members of an object of the file, in its order.
    mutating func members(of group: SettingKey) -> [String] {
        inventory.groups.insert(group)
        return (source.outline?.entries ?? []).compactMap { entry in
            guard entry.key.components.count == group.components.count + 1,
                entry.key.groups.last == group
            else { return nil }
            inventory.groups.insert(entry.key)
            return entry.key.components.last
        }
    }

    /// Keys of the contract that this version does not honour.
    mutating func notYet(_ keys: SettingKey...) {
        for key in keys {
            inventory.later.append(key)
            inventory.laterVariables.insert(source.variable(key))
        }
    }

    /// Says that the value of a key cannot be taken.
    mutating func refuse(_ key: SettingKey, _ expectation: String, _ remedy: String) {
        problems.append(
            SettingsError.Problem(
                place: source.place(of: key), key: key.description, expectation: expectation,
                remedy: remedy))
    }

    mutating func bool(_ key: SettingKey, default standard: Bool) -> Bool {
        guard case .bool(let value)? = content(key, .bool, "true or false") else { return standard }
        return value
    }

    mutating func integer(
        _ key: SettingKey, in range: ClosedRange<Int>, default standard: Int
    ) -> Int {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard case .int(let value)? = content(key, .int, expected) else { return standard }
        guard range.contains(value) else {
            refuse(key, "must be \(expected), not \(value)", "the default is \(standard)")
            return standard
        }
        return value
    }

    mutating func fraction(
        _ key: SettingKey, in range: ClosedRange<Double>, default standard: Double
    ) -> Double {
        let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
        guard case .double(let value)? = content(key, .double, expected) else { return standard }
        guard range.contains(value) else {
            refuse(key, "must be \(expected), not \(value)", "the default is \(standard)")
            return standard
        }
        return value
    }

    /// A string that may be left out but not be empty, and that `isRight` accepts.
    mutating func string(
        _ key: SettingKey, _ expected: String = "a text that is not empty",
        where isRight: (String) -> Bool = { _ in true }
    ) -> String? {
        guard case .string(let value)? = content(key, .string, expected) else { return nil }
        guard !value.isEmpty, !value.utf8.contains(0), isRight(value) else {
            refuse(key, "must be \(expected), not \"\(value)\"", "correct it or leave it out")
            return nil
        }
        return value
    }

    mutating func choice<T: RawRepresentable & CaseIterable>(_ key: SettingKey) -> T?
    where T.RawValue == String {
        let names = T.allCases.map(\.rawValue)
        let quoted = names.map { "\"\($0)\"" }
        let expected = quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
        guard case .string(let value)? = content(key, .string, expected) else { return nil }
        if let choice = T(rawValue: value) { return choice }
        let meant = Spelling.nearest(to: value, among: names).map { "did you mean \"\($0)\"?" }
        refuse(key, "must be \(expected), not \"\(value)\"", meant ?? "take one of these")
        return nil
    }

    mutating func choice<T: RawRepresentable & CaseIterable>(
        _ key: SettingKey, default standard: T
    ) -> T where T.RawValue == String { choice(key) ?? standard }

    /// Strings that are not empty; those of the environment are separated by commas, and an empty
    /// variable holds none.
    mutating func strings(_ key: SettingKey) -> [String] {
        let expected = "an array of texts that are not empty, such as [\"*.bak\"]"
        guard case .stringArray(let values)? = content(key, .stringArray, expected),
            values != [""] || !source.isInEnvironment(key)
        else { return [] }
        guard values.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0) }) else {
            refuse(key, "must be \(expected)", "take the empty one out")
            return []
        }
        return values
    }

    mutating func path(_ key: SettingKey, default standard: FilePath) -> FilePath {
        path(key) ?? source.base(of: nil).pushing(standard).lexicallyNormalized()
    }

    /// A path that may be left out.
    mutating func path(_ key: SettingKey) -> FilePath? {
        string(key, "a path").map {
            source.base(of: key).pushing(FilePath($0)).lexicallyNormalized()
        }
    }

    /// What stands in the input that nobody asked for; to be called last.
    mutating func refuseUnknown() {
        problems += inventory.unknown(in: source)
    }

    private mutating func content(
        _ key: SettingKey, _ type: ConfigType, _ expected: String
    ) -> ConfigContent? {
        inventory.known.append(key)
        inventory.variables.append(source.variable(key))
        do {
            return try source.content(key, type)
        } catch {
            let isNull = !source.isInEnvironment(key) && source.outline?[key]?.value == .null
            refuse(
                key, "must be \(expected), not \(source.printed(key))",
                isNull ? "leave the key out for the default" : "correct its value")
            return nil
        }
    }
}
