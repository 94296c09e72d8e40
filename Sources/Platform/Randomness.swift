import CLinux

/// Random bytes from the kernel.
package enum Randomness {
    package static func bytes(_ count: Int) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard wireroom_random(&bytes, count) == 0 else { throw SystemError("get random bytes") }
        return bytes
    }
}
