/// The settings that there are, noted as they are read, and what else stands in the input.
struct SettingsInventory {
    var known: [SettingKey] = []
    /// Objects whose members are named by the operator, and those members.
    var groups: Set<SettingKey> = []
    /// Keys that a later version will honour.
    var later: [SettingKey] = []
    /// The environment variables of `known`.
    var variables: [String] = []
    /// The environment variables of `later`.
    var laterVariables: Set<String> = []

    func unknown(in source: SettingsSource) -> [SettingsError.Problem] {
        unknownKeys(in: source) + unknownVariables(in: source)
    }

    private func unknownKeys(in source: SettingsSource) -> [SettingsError.Problem] {
        let leaves = Set(known)
        let groups = groups.union(known.flatMap(\.groups))
        let laterGroups = Set(later.flatMap(\.groups))
        let later = Set(later)
        var problems: [SettingsError.Problem] = []
        var reported: Set<SettingKey> = []
        for entry in source.outline?.entries ?? [] {
            let key = entry.key
            // Of a wrong object its name alone is told, and a leaf's own value was told before.
            if key.groups.contains(where: { reported.contains($0) || leaves.contains($0) }) {
                continue
            }
            let expectation: String
            let remedy: String
            if leaves.contains(key) {
                continue
            } else if groups.contains(key) {
                if entry.value == .object { continue }
                expectation = "must be an object, { … }, not \(entry.printed)"
                remedy = "correct its value or leave it out"
            } else if later.contains(key) || laterGroups.contains(key) {
                expectation = "is not in this version yet"
                remedy = "take it out"
            } else {
                expectation = "is not a known key"
                remedy =
                    meant(by: key, among: groups).map { "did you mean \($0)?" } ?? "take it out"
            }
            reported.insert(key)
            problems.append(
                SettingsError.Problem(
                    place: source.place(of: key), key: key.description, expectation: expectation,
                    remedy: remedy))
        }
        return problems
    }

    /// The known name with nearly the same spelling, or with the same last component.
    private func meant(by key: SettingKey, among groups: Set<SettingKey>) -> String? {
        let names = known.map(\.description) + groups.map(\.description).sorted()
        return Spelling.nearest(to: key.description, among: names)
            ?? key.components.last.flatMap { last in
                let lasts = known.compactMap(\.components.last)
                return Spelling.nearest(to: last, among: lasts).flatMap { nearest in
                    known.first { $0.components.last == nearest }?.description
                }
            }
    }

    private func unknownVariables(in source: SettingsSource) -> [SettingsError.Problem] {
        source.variables.keys.sorted().compactMap { variable in
            if variables.contains(variable) || variable == SettingsSource.prefix + "CONFIG" {
                return nil
            }
            var expectation = "is not a known setting"
            var remedy = "unset it"
            if laterVariables.contains(variable) {
                expectation = "is not in this version yet"
            } else if variable.hasPrefix(SettingsSource.prefix + "FEEDS_") {
                expectation = "cannot be set: feeds stand in config.json only"
            } else if let meant = Spelling.nearest(to: variable, among: variables) {
                remedy = "did you mean \(meant)?"
            }
            return SettingsError.Problem(
                place: "environment variable \(variable)", key: nil, expectation: expectation,
                remedy: remedy)
        }
    }
}
