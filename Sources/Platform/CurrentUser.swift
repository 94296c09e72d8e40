import Glibc

/// Who this process acts for.
package enum CurrentUser {
    package static var id: UInt32 { geteuid() }

    /// Whether permissions hold nothing back from it.
    package static var isRoot: Bool { id == 0 }
}
