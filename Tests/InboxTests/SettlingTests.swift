import Platform
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// The files that settle, by reference: an expectation takes no call that changes a value.
private final class Driver {
    private var settling = Settling()

    func note(
        _ path: FilePath, _ sighting: Candidate.Sighting, after seconds: Double, now: Int64
    ) -> Bool {
        settling.note(path, sighting, after: seconds, now: now)
    }

    func takeReady(
        now: Int64, seconds: Double, look: (FilePath) -> FileIdentity?
    ) -> [(path: FilePath, sighting: Candidate.Sighting)] {
        settling.takeReady(now: now, seconds: seconds, look: look)
    }

    func holds(_ path: FilePath) -> Bool { settling.holds(path) }
    var isEmpty: Bool { settling.isEmpty }
    var count: Int { settling.count }
    var nextDue: Int64? { settling.nextDue }
}

@Suite struct SettlingTests {
    private static let second: Int64 = 1_000_000_000

    private static func identity(_ size: Int64) -> FileIdentity {
        FileIdentity(inode: 1, size: size, modified: 1)
    }

    @Test func `A file seen closed is ready after one look`() {
        let settling = Driver()
        #expect(settling.note("a", .closed, after: 0.5, now: 0))
        #expect(
            settling.takeReady(now: Self.second / 4, seconds: 0.5) { _ in Self.identity(1) }.isEmpty
        )
        let ready = settling.takeReady(now: Self.second, seconds: 0.5) { _ in Self.identity(1) }
        #expect(ready.map(\.path) == ["a"])
        #expect(settling.isEmpty && settling.nextDue == nil)
    }

    @Test func `A file that was only made must be the same at two looks`() {
        let settling = Driver()
        #expect(settling.note("a", .created, after: 0.5, now: 0))
        for tick in Int64(1)...5 {
            let ready = settling.takeReady(now: tick * Self.second, seconds: 0.5) { _ in
                Self.identity(tick)
            }
            #expect(ready.isEmpty)
        }
        let ready = settling.takeReady(now: 6 * Self.second, seconds: 0.5) { _ in Self.identity(5) }
        #expect(ready.map(\.path) == ["a"])
    }

    @Test func `What happens again puts the look off, and a file stays seen closed`() {
        let settling = Driver()
        #expect(settling.note("a", .closed, after: 0.5, now: 0))
        #expect(settling.note("a", .created, after: 0.5, now: Self.second / 4))
        #expect(
            settling.takeReady(now: Self.second / 2, seconds: 0.5) { _ in Self.identity(1) }.isEmpty
        )
        let ready = settling.takeReady(now: Self.second, seconds: 0.5) { _ in Self.identity(1) }
        #expect(ready.first?.sighting == .closed)
    }

    @Test func `A file that waits for its rest is looked at at once when it is closed again`() {
        let settling = Driver()
        #expect(settling.note("a", .waited, after: 30, now: 0))
        #expect(settling.holds("a") && !settling.holds("b"))
        #expect(settling.note("a", .closed, after: 0.5, now: Self.second))
        let ready = settling.takeReady(now: 2 * Self.second, seconds: 0.5) { _ in Self.identity(1) }
        #expect(ready.map(\.path) == ["a"])
        #expect(
            settling.takeReady(now: 60 * Self.second, seconds: 0.5) { _ in Self.identity(1) }
                .isEmpty)
    }

    @Test func `What is gone is forgotten, and there is a bound`() {
        let settling = Driver()
        for number in 0..<Settling.capacity {
            #expect(settling.note(FilePath("\(number)"), .closed, after: 1, now: 0))
        }
        #expect(!settling.note("more", .closed, after: 1, now: 0))
        #expect(settling.takeReady(now: 2 * Self.second, seconds: 1) { _ in nil }.isEmpty)
        #expect(settling.isEmpty)
        #expect(settling.note("more", .closed, after: 1, now: 0))
    }

    /// Random notes and looks against a plain dictionary.
    @Test(arguments: 1...20)
    func `No file is forgotten, none is taken before its time`(seed: Int) {
        var random = SeededNumbers(seed: UInt64(seed))
        let settling = Driver()
        var due: [FilePath: Int64] = [:]
        var now: Int64 = 0
        for _ in 0..<300 {
            now += Int64.random(in: 0..<Self.second, using: &random)
            if Bool.random(using: &random) {
                let path = FilePath("\(Int.random(in: 0..<12, using: &random))")
                let seconds = Double.random(in: 0...3, using: &random)
                #expect(settling.note(path, .closed, after: seconds, now: now))
                due[path] = now + Int64(seconds * 1e9)
            } else {
                let ready = settling.takeReady(now: now, seconds: 0.5) { _ in Self.identity(1) }
                #expect(Set(ready.map(\.path)) == Set(due.filter { $0.value <= now }.keys))
                for file in ready { due[file.path] = nil }
            }
            #expect(settling.count == due.count)
            if let earliest = due.values.min() { #expect((settling.nextDue ?? .max) <= earliest) }
        }
    }
}
