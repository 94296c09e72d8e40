import Glibc
import Platform

/// How a run ended that did not stop by itself, and by its own doing.
enum Death: Sendable, Hashable {
    /// A fault of the processor, a failed check, or abort(3).
    case signal(Int)
    /// The kernel killed it for want of memory.
    case memory
    /// The service manager ended it, as it hung.
    case watchdog

    /// As in "It died of …".
    var words: String {
        switch self {
        case .signal(let number):
            "signal \(number)\(Self.names[CInt(number)].map { ", \($0)" } ?? "")"
        case .memory: "want of memory"
        case .watchdog: "hanging, which the watchdog ended"
        }
    }

    private static let names: [CInt: String] = [
        SIGSEGV: "SIGSEGV", SIGBUS: "SIGBUS", SIGILL: "SIGILL", SIGFPE: "SIGFPE",
        SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT",
    ]

    init(_ cause: CrashNote.Cause) {
        switch cause {
        case .signal(let number): self = .signal(number)
        case .watchdog: self = .watchdog
        }
    }
}
