import CDigest

/// SHA-256 (FIPS 180-4), reused from one message to the next.
///
/// One instance belongs to one thread: it is not Sendable.
package struct SHA256: ~Copyable {
    /// A finished digest, as four big-endian words.
    package struct Digest: Sendable, Hashable {
        package var words: (UInt64, UInt64, UInt64, UInt64)

        package static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(words.0)
            hasher.combine(words.1)
        }

        /// 64 hex digits.
        package var hex: String {
            [words.0, words.1, words.2, words.3].map { word in
                let digits = String(word, radix: 16)
                return String(repeating: "0", count: 16 - digits.utf8.count) + digits
            }.joined()
        }
    }

    private let state: OpaquePointer

    package init() {
        // As elsewhere when memory is out.
        guard let state = wireroom_sha256_create() else {
            preconditionFailure("no memory for a SHA-256")
        }
        self.state = state
    }

    deinit { wireroom_sha256_free(state) }

    package borrowing func reset() { wireroom_sha256_reset(state) }

    package borrowing func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        wireroom_sha256_update(state, start, bytes.count)
    }

    package borrowing func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    package borrowing func update(utf8 string: String) {
        var string = string
        string.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// The digest of all that was taken in since the last reset.
    package borrowing func finish() -> Digest {
        let words = withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { buffer in
            if let start = buffer.baseAddress {
                wireroom_sha256_finish(state, start.assumingMemoryBound(to: UInt8.self))
            }
            func word(_ offset: Int) -> UInt64 {
                UInt64(bigEndian: buffer.load(fromByteOffset: offset, as: UInt64.self))
            }
            return (word(0), word(8), word(16), word(24))
        }
        return Digest(words: words)
    }
}
