import Glibc
import Properties

/// What `WIREROOM_FUZZ_TARGET` names.
private let target: FuzzTarget = {
    let name = getenv("WIREROOM_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
        // There is nobody to throw to: libFuzzer has its own main.
        fatalError("WIREROOM_FUZZ_TARGET must be one of \(names)")
    }
    return target
}()

/// Called by libFuzzer with one input after another; to trap is to have found something.
@_cdecl("LLVMFuzzerTestOneInput")
public func checkInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try target.check(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        // The one way of telling libFuzzer of a finding, so that it keeps the input.
        fatalError("\(target): \(error)")
    }
    return 0
}
