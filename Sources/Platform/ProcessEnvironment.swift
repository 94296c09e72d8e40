import CLinux
import Glibc
import SystemPackage

/// What the process was started with.
package enum ProcessEnvironment {
    /// All variables, those that hold anything else than UTF-8 repaired; of several with one name the
    /// first, as getenv(3) has it.
    package static var variables: [String: String] {
        var variables: [String: String] = [:]
        guard var entry = wireroom_environment() else { return variables }
        while let text = entry.pointee {
            let parts = String(cString: text).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, variables[String(parts[0])] == nil {
                variables[String(parts[0])] = String(parts[1])
            }
            entry += 1
        }
        return variables
    }
}
