/// A fast 64-bit checksum against damage, not against intent.
///
/// wyhash's multiply-and-fold step (Wang Yi, public domain) over 16 bytes at a time, on four lanes
/// whose products do not wait for one another.
package enum Checksum {
    package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let seed = WordHash.seed
        var (a, b, c, d) = (seed, seed &+ 1, seed &+ 2, seed &+ 3)
        var place = 0
        while place &+ 64 <= bytes.count {
            a = fold(bytes, place, a)
            b = fold(bytes, place &+ 16, b)
            c = fold(bytes, place &+ 32, c)
            d = fold(bytes, place &+ 48, d)
            place &+= 64
        }
        while place &+ 16 <= bytes.count {
            a = fold(bytes, place, a)
            place &+= 16
        }
        for index in place..<bytes.count { b = mix(b ^ UInt64(bytes[index]), WordHash.start) }
        return mix(mix(a, b) ^ UInt64(truncatingIfNeeded: bytes.count), mix(c, d))
    }

    /// Adding what was there keeps a product with zero from forgetting it.
    @inline(__always)
    private static func fold(
        _ bytes: UnsafeRawBufferPointer, _ place: Int, _ lane: UInt64
    ) -> UInt64 {
        let one = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let two = bytes.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self)
        return mix(one ^ WordHash.secret, two ^ lane) &+ lane
    }

    @inline(__always)
    private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}
