import Properties
import TestSupport
import Testing

/// What the fuzzer found once stays found: each file of `Tests/Corpus` is checked again.
@Suite(.serialized) struct CorpusTests {
    @Test(arguments: FuzzTarget.allCases)
    func `What holds for any input holds for those that were kept`(target: FuzzTarget) throws {
        let inputs = try Corpus.inputs(of: target.rawValue)
        try #require(!inputs.isEmpty, "no corpus of \(target)")
        for (name, bytes) in inputs {
            #expect(throws: Never.self, "\(target)/\(name)") { try target.check(bytes) }
        }
    }

    /// Cut off anywhere, with a byte changed, or twice: a little of what the fuzzer does, always.
    @Test(arguments: FuzzTarget.allCases)
    func `And for what is nearly the same`(target: FuzzTarget) throws {
        var random = SeededNumbers(seed: 11)
        for (name, bytes) in try Corpus.inputs(of: target.rawValue) where bytes.count < 4096 {
            for _ in 0..<LongForm.rounds(1, long: 20) {
                let changed = changed(bytes, &random)
                #expect(throws: Never.self, "\(target)/\(name): \(changed)") {
                    try target.check(changed)
                }
            }
        }
    }

    private func changed(_ bytes: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
        guard !bytes.isEmpty else { return [UInt8.random(in: 0...255, using: &random)] }
        var bytes = bytes
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(index...)
        case 2: bytes += bytes[index...]
        default: bytes.remove(at: index)
        }
        return bytes
    }
}
