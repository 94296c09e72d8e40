import Platform
import SystemPackage
import Testing

@Suite struct MonitorTests {
    @Test func `Who waits is woken by a change`() throws {
        let monitor = Monitor([Int]())
        let threads = try (0..<4).map { number in
            try WorkerThread("adder-\(number)") {
                for value in 0..<250 { monitor.change { $0.append(value) } }
            }
        }
        let sum = monitor.wait(seconds: 20) { $0.count == 1000 ? $0.reduce(0, +) : nil }
        #expect(sum == 4 * (0..<250).reduce(0, +))
        for thread in threads { thread.join() }
    }

    @Test func `Who waits in vain goes on after the time`() {
        let monitor = Monitor(0)
        let begun = SystemClock.monotonic
        #expect(monitor.wait(seconds: 0.2) { _ in Int?.none } == nil)
        let passed = Double(SystemClock.monotonic - begun) / 1e9
        #expect(passed >= 0.2 && passed < 10)
    }

    @Test func `A taker and a giver do not miss each other`() throws {
        let queue = Monitor([Int]())
        let taken = Monitor(0)
        let taker = try WorkerThread("taker") {
            for _ in 0..<2000 {
                _ = queue.wait { $0.isEmpty ? nil : $0.removeFirst() }
                taken.change { $0 += 1 }
            }
        }
        for number in 0..<2000 {
            _ = queue.wait { queue -> Void? in
                guard queue.count < 3 else { return nil }
                queue.append(number)
                return ()
            }
        }
        taker.join()
        #expect(taken.look { $0 } == 2000)
    }
}
