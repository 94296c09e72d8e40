/// An array that grows by chunks of 4,096 elements, so that growth never moves what is there.
struct ChunkedArray<Element> {
    private var chunks: [[Element]] = []
    private(set) var count = 0

    mutating func append(_ element: Element) {
        if count & 4095 == 0 {
            var chunk: [Element] = []
            chunk.reserveCapacity(4096)
            chunks.append(chunk)
        }
        chunks[count >> 12].append(element)
        count += 1
    }

    subscript(index: Int) -> Element {
        get { chunks[index >> 12][index & 4095] }
        _modify { yield &chunks[index >> 12][index & 4095] }
    }
}
