import Glibc

/// Who this process acts for.
package enum CurrentUser {
    package static var id: UInt32 { geteuid() }
}
