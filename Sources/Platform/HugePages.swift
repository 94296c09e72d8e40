import Glibc

/// Memory that is looked at all over, where each look would otherwise miss the processor's small table
/// of pages as well as its caches (madvise(2), MADV_HUGEPAGE).
package enum HugePages {
    /// Bytes of a huge page, and how memory for them is to be aligned.
    package static let size = 2 << 20

    /// Asks the kernel to back memory with huge pages, where it has them; whether it does changes
    /// nothing but the time that looks take.
    package static func prefer(for memory: UnsafeMutableRawBufferPointer) {
        guard let base = memory.baseAddress, memory.count >= size else { return }
        _ = madvise(base, memory.count / size * size, MADV_HUGEPAGE)
    }
}
