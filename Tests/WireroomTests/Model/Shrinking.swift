/// Makes a sequence that fails shorter, as long as it still fails (delta debugging, Zeller and
/// Hildebrandt 2002): parts of it are left out, first halves, then smaller and smaller ones.
struct Shrinking {
    /// Time does its part in most failures: a shorter sequence gets so many chances to fail.
    var attempts = 4
    /// After so long the shortest so far is good enough.
    var seconds = 90.0

    /// - Parameter failure: runs a sequence; gives what went wrong, nil where nothing did.
    /// - Returns: the shortest that was found, and what went wrong with it.
    func shrink(
        _ actions: [ModelAction], _ problem: String,
        failure: @escaping @Sendable ([ModelAction]) async -> String?
    ) async -> (actions: [ModelAction], problem: String) {
        let end = ContinuousClock.now + .seconds(seconds)
        var (shortest, problem) = (actions, problem)
        var size = max(1, shortest.count / 2)
        while true {
            var start = 0
            var isShorter = false
            while start < shortest.count, ContinuousClock.now < end {
                var shorter = shortest
                shorter.removeSubrange(start..<min(shorter.count, start + size))
                if let found = await any(shorter, failure) {
                    (shortest, problem, isShorter) = (shorter, found, true)
                } else {
                    start += size
                }
            }
            if ContinuousClock.now >= end || (size == 1 && !isShorter) {
                return (shortest, problem)
            }
            size = isShorter ? min(size, max(1, shortest.count / 2)) : max(1, size / 2)
        }
    }

    /// Two at a time; the first problem that comes up.
    private func any(
        _ actions: [ModelAction], _ failure: @escaping @Sendable ([ModelAction]) async -> String?
    ) async -> String? {
        for _ in 0..<(attempts + 1) / 2 {
            async let first = failure(actions)
            async let second = failure(actions)
            let found = await [first, second].compactMap { $0 }.first
            if let found { return found }
        }
        return nil
    }
}
