/// An array that grows by chunks of 4,096 elements, so that growth never moves what is there.
package struct ChunkedArray<Element> {
    /// Elements of each chunk but the last.
    package static var chunkLength: Int { 4096 }

    private var chunks: [[Element]] = []
    package private(set) var count = 0

    package init() {}

    package mutating func append(_ element: Element) {
        if count & 4095 == 0 {
            var chunk: [Element] = []
            chunk.reserveCapacity(4096)
            chunks.append(chunk)
        }
        chunks[count >> 12].append(element)
        count += 1
    }

    package subscript(index: Int) -> Element {
        get { chunks[index >> 12][index & 4095] }
        _modify { yield &chunks[index >> 12][index & 4095] }
    }

    /// The elements of a chunk; none beyond the last.
    package func chunk(_ number: Int) -> [Element] {
        number < chunks.count ? chunks[number] : []
    }

    /// Whether a chunk, or the end that lies before it, is the last.
    package func isLast(chunk number: Int) -> Bool { number + 1 >= chunks.count }

    /// Appends a chunk that was saved; false where it does not fit behind what is there.
    package mutating func append(chunk: [Element]) -> Bool {
        guard count & 4095 == 0, chunk.count <= 4096 else { return false }
        guard !chunk.isEmpty else { return true }
        chunks.append(chunk)
        count += chunk.count
        return true
    }
}
