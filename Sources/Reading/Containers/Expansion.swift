import Articles

/// How much a file becomes by being unpacked, against how much was read of it.
final class Expansion {
    /// What any file may become: a small one may well be full of blanks.
    private static let free: UInt64 = 64 << 20

    private let ratio: Int
    private let file: FileStream
    /// What the containers on each level gave, from the file inwards.
    private var given: [UInt64] = []

    init(of file: FileStream, ratio: Int) {
        self.file = file
        self.ratio = ratio
    }

    /// Counts what a container on a level gave.
    /// - Throws: ``StreamFault`` for the whole file where it becomes too much: what is nested may be
    ///   small on each level.
    func count(_ bytes: Int, at level: Int) throws(StreamFault) {
        while given.count <= level { given.append(0) }
        given[level] &+= UInt64(max(0, bytes))
        let (allowed, overflow) = file.taken.multipliedReportingOverflow(by: UInt64(max(1, ratio)))
        guard !overflow, given[level] > Self.free, given[level] > allowed else { return }
        throw StreamFault(keeping: 0, reason: .expandsTooFar(ratio))
    }
}

extension Reason {
    fileprivate static func expandsTooFar(_ ratio: Int) -> Reason {
        Reason(
            .tooLarge, what: "It becomes more than \(ratio) times as large when it is unpacked.",
            advice: "If it is none that was made to do harm, unpack it and drop what is in it, or "
                + "raise limits.expansionRatio.")
    }
}
