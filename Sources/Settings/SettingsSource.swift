import Configuration
import SystemPackage

/// Where settings are read from: the environment, and the file if there is one.
struct SettingsSource {
    /// Of the names of all environment variables that are settings.
    static let prefix = "WIREROOM_"

    let file: FilePath?
    let outline: Outline?
    private let environment: EnvironmentVariablesProvider
    private let currentDirectory: FilePath
    /// The environment variables with our prefix.
    let variables: [String: String]

    init(
        file: FilePath?, json: [UInt8]?, environment: [String: String], currentDirectory: FilePath
    ) throws(SettingsError) {
        self.file = file
        self.currentDirectory = currentDirectory
        variables = environment.filter { $0.key.hasPrefix(Self.prefix) }
        self.environment = EnvironmentVariablesProvider(environmentVariables: variables)
        guard let file, let json else {
            outline = nil
            return
        }
        do throws(Outline.SyntaxError) {
            outline = try Outline(of: json)
        } catch {
            throw SettingsError("\(file):\(error.line)", error.message, "correct it there")
        }
    }

    /// The value of a key; nil where neither environment nor file has it. Throws where it is of
    /// another type.
    func content(_ key: SettingKey, _ type: ConfigType) throws -> ConfigContent? {
        if let value = try environment.value(forKey: absolute(key), type: type).value {
            return value.content
        }
        return try outline?[key]?.value.content(as: type)
    }

    func isInEnvironment(_ key: SettingKey) -> Bool { variables[variable(key)] != nil }

    /// The environment variable of a key: `WIREROOM_INBOX_RESCAN_SECONDS`.
    func variable(_ key: SettingKey) -> String {
        let words = key.components.map { component in
            component.reduce(into: "") { word, letter in
                if letter.isUppercase { word.append("_") }
                word.append(contentsOf: letter.uppercased())
            }
        }
        return Self.prefix + words.joined(separator: "_")
    }

    func printed(_ key: SettingKey) -> String {
        variables[variable(key)].map { "\"\($0.prefix(40))\"" } ?? outline?[key]?.printed ?? ""
    }

    /// Where the value of a key stands, or would stand.
    func place(of key: SettingKey) -> String {
        if isInEnvironment(key) { return "environment variable \(variable(key))" }
        guard let file else { return "environment" }
        return outline?[key].map { "\(file):\($0.line)" } ?? "\(file)"
    }

    /// Where the relative path that a key gives starts; for nil that of a default.
    func base(of key: SettingKey?) -> FilePath {
        if let key, isInEnvironment(key) { return currentDirectory }
        return file?.removingLastComponent() ?? currentDirectory
    }

    private func absolute(_ key: SettingKey) -> AbsoluteConfigKey {
        AbsoluteConfigKey(["wireroom"] + key.components)
    }
}
