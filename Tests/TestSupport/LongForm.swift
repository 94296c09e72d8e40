import Glibc

/// Whether the tests that take long are asked for, by `WIREROOM_LONG_TESTS=1`.
package enum LongForm {
    package static let isWanted = getenv("WIREROOM_LONG_TESTS").map { String(cString: $0) } == "1"

    /// How often something is tried: always, or in the long form.
    package static func rounds(_ short: Int, long: Int) -> Int { isWanted ? long : short }
}
