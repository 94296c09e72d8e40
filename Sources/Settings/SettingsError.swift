/// A configuration that cannot be used: all that is wrong with it, not only the first thing.
package struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One thing that is wrong.
    package struct Problem: Sendable, Equatable, CustomStringConvertible {
        /// Where: a file, with its line where that is known, or an environment variable.
        package var place: String
        /// The key, as in `inbox.path`; nil where the whole file is meant.
        package var key: String?
        /// What is wrong and what was expected, as a clause whose subject is the key.
        package var expectation: String
        /// What to do.
        package var remedy: String

        /// One line: place, key, what was expected, what to do.
        package var description: String {
            "\(place): \(key.map { $0 + " " } ?? "")\(expectation); \(remedy)"
        }
    }

    package var problems: [Problem]

    /// One line for each problem.
    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }

    init(_ problems: [Problem]) { self.problems = problems }

    init(_ place: String, _ expectation: String, _ remedy: String) {
        problems = [Problem(place: place, key: nil, expectation: expectation, remedy: remedy)]
    }
}
