import Glibc

/// The torture itself could not go on, which says nothing of the daemon.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// A call that failed, with the reason in errno.
    init(call: String, _ path: Path) {
        description = "\(call) \(path): \(String(cString: strerror(errno)))"
    }
}
