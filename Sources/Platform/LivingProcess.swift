import Glibc

/// Other processes of the machine.
package enum LivingProcess {
    /// Whether there is a process of this number, also one that is not ours.
    package static func isThere(_ number: Int64) -> Bool {
        guard let number = pid_t(exactly: number), number > 0 else { return false }
        return kill(number, 0) == 0 || errno == EPERM
    }
}
