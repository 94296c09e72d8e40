import Foundation
import SystemPackage

@testable import Settings

/// A directory of its own with a config.json in it, gone with the test.
final class Scratch {
    let directory: FilePath

    init() throws {
        let path = NSTemporaryDirectory() + "wireroom-settings-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        directory = FilePath(path)
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: directory.string)
        } catch {
            print("left behind: \(directory): \(error)")
        }
    }

    func write(_ json: String, to name: String = "config.json") throws {
        try Data(json.utf8).write(to: URL(fileURLWithPath: directory.appending(name).string))
    }

    /// Makes a directory and a symbolic link to it.
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createDirectory(
            atPath: directory.appending(target).string, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: directory.appending(name).string,
            withDestinationPath: directory.appending(target).string)
    }

    /// Loads `config.json` in the directory, which is the current one.
    func load(_ environment: [String: String] = [:]) throws -> Settings {
        try Settings.load(
            from: nil, environment: environment, currentDirectory: directory,
            places: ["config.json"])
    }

    /// The settings of a JSON text.
    static func settings(_ json: String, _ environment: [String: String] = [:]) throws -> Settings {
        let scratch = try Scratch()
        try scratch.write(json)
        return try scratch.load(environment)
    }

    /// What is wrong with a JSON text, one line a problem, without the directory.
    static func problems(_ json: String, _ environment: [String: String] = [:]) throws -> [String] {
        let scratch = try Scratch()
        try scratch.write(json)
        do {
            _ = try scratch.load(environment)
            return []
        } catch let error as SettingsError {
            return error.problems.map {
                $0.description.replacingOccurrences(of: scratch.directory.string + "/", with: "")
            }
        }
    }
}
