/// Sorts hashes, which are spread evenly, faster than sorting by comparison.
enum HashOrder {
    /// More are left to the library's sort, so that hashes which were made to crowd cost little.
    static let most = 256
    private static let bucketBits: UInt64 = 7

    /// Sorts `values`; `scratch` has room for as many, up to `most`.
    static func sort(
        _ values: UnsafeMutableBufferPointer<UInt64>, using scratch: UnsafeMutablePointer<UInt64>
    ) {
        guard values.count <= most else {
            var values = values
            values.sort()
            return
        }
        guard let base = values.baseAddress, values.count > 1 else { return }
        // By their highest bits into buckets, few to a bucket, then by insertion.
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 1 << Int(bucketBits)) { places in
            places.initialize(repeating: 0)
            for index in 0..<values.count { places[bucket(base[index])] &+= 1 }
            var place: UInt16 = 0
            for index in 0..<(1 << Int(bucketBits)) {
                let count = places[index]
                places[index] = place
                place &+= count
            }
            for index in 0..<values.count {
                let value = base[index]
                scratch[Int(places[bucket(value)])] = value
                places[bucket(value)] &+= 1
            }
        }
        base[0] = scratch[0]
        for index in 1..<values.count {
            let value = scratch[index]
            var place = index
            while place > 0, base[place &- 1] > value {
                base[place] = base[place &- 1]
                place &-= 1
            }
            base[place] = value
        }
    }

    @inline(__always)
    private static func bucket(_ value: UInt64) -> Int { Int(value &>> (64 &- bucketBits)) }

    /// Brings the `count` smallest of different values to the front, in any order (Hoare's selection).
    static func select(_ count: Int, of values: UnsafeMutableBufferPointer<UInt64>) {
        var rest = 0..<values.count
        // Values that were made to defeat the choice of pivots are sorted in the end.
        for _ in 0..<24 {
            guard rest.lowerBound < count, count < rest.upperBound else { return }
            if rest.count <= 4 { break }
            let (a, b) = (values[rest.lowerBound], values[rest.lowerBound + rest.count / 2])
            let c = values[rest.upperBound - 1]
            let pivot = max(min(a, b), min(max(a, b), c))
            // Each value changes places with the first that is not smaller, if it is smaller itself:
            // without branches, as hashes cannot be foretold.
            var place = rest.lowerBound
            for index in rest {
                let value = values[index]
                values[index] = values[place]
                values[place] = value
                place &+= value < pivot ? 1 : 0
            }
            rest = count < place ? rest.lowerBound..<place : place..<rest.upperBound
        }
        values[rest].sort()
    }
}
