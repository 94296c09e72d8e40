import Articles

/// Numbers the items of a container through the whole file.
struct MemberItems {
    private let most: Int
    /// The number of the last one.
    private(set) var count = 0

    /// - Parameter most: of items in the file.
    init(most: Int) { self.most = most }

    /// An item of a member as one of the file.
    /// - Parameters:
    ///   - path: of the member, levels joined by `!/`.
    ///   - format: of the document, where the item does not know better.
    mutating func numbered(
        _ item: Item, in path: String?, format: Format? = nil
    ) throws(FileFault) -> Item {
        guard count < most else { throw FileFault(.tooManyArticles(most)) }
        count += 1
        var item = item
        item.number = count
        item.member =
            path.map { path in item.member.map { "\(path)!/\($0)" } ?? path } ?? item.member
        if item.format == nil { item.format = format }
        item.bytes = 0..<0
        // It is whole where its container is, and what it lies at there is no place in the file.
        item.content = item.content.mapError { fault in
            var reason = fault.reason
            reason.offset = nil
            return ItemFault(reason)
        }
        return item
    }

    /// What stands for a member that cannot be read.
    /// - Parameter isTruncation: because the file ends in the middle of it.
    mutating func rejected(
        _ path: String?, _ reason: Reason, isTruncation: Bool = false
    ) throws(FileFault) -> Item {
        let fault = ItemFault(reason)
        var item = try numbered(
            Item(number: 0, line: reason.line ?? 1, bytes: 0..<0, content: .failure(fault)),
            in: path)
        if isTruncation { item.content = .failure(ItemFault(reason, isTruncation: true)) }
        return item
    }
}

extension Item {
    /// Of a bad line of a member keeps its bytes; of a whole document there is the member's path.
    mutating func keepEvidence(in window: Window) {
        guard evidence == nil, bytes.lowerBound >= window.offset, bytes.upperBound <= window.end,
            bytes.count < window.bytes.count
        else { return }
        let range = window.index(of: bytes.lowerBound)..<window.index(of: bytes.upperBound)
        evidence = [UInt8](window.bytes.part(range))
    }
}
