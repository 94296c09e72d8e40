import Testing

@testable import Reading

@Suite struct `Real texts` {
    @Test(.enabled(if: !Samples.seeds.isEmpty, "skipped: ../shared/seeds is not there"))
    func `Each is one article, byte for byte`() throws {
        for seed in Samples.seeds {
            let bytes = try Samples.bytes(of: seed)
            #expect(read(bytes, name: seed.lastPathComponent).drafts.map(\.text) == [bytes])
        }
    }
}
