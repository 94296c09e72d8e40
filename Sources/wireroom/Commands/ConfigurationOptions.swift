import ArgumentParser
import Platform
import Settings
import SystemPackage

/// Where the configuration comes from.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The configuration file.",
            discussion: """
                By default config.json in the current directory, then /etc/wireroom/config.json. \
                Environment variables override it (WIREROOM_INBOX_PATH for inbox.path).
                """,
            valueName: "file"),
        completion: .file(extensions: ["json"]))
    var config: String?

    /// As ``load()``, but where nobody wrote a configuration the defaults in the current directory:
    /// for commands that change nothing.
    func loadOrDefaults() throws -> Settings {
        let environment = ProcessEnvironment.variables
        let isNamed =
            config != nil || environment["WIREROOM_CONFIG"] != nil
            || environment["WIREROOM_INBOX_PATH"] != nil
        if isNamed || Settings.places.contains(where: FileStatus.isThere) { return try load() }
        do throws(SettingsError) {
            return try Settings.standard()
        } catch {
            throw Failure(error.description, .configuration)
        }
    }

    /// Reads and checks it, or ends the program with what is wrong.
    func load() throws -> Settings {
        do throws(SettingsError) {
            return try Settings.load(
                from: config.map { FilePath($0) },
                environment: ProcessEnvironment.variables)
        } catch {
            throw Failure(error.description, .configuration)
        }
    }
}
