import Archiving
import Articles
import Testing

@Suite struct ClockTrustTests {
    private static let second: Int64 = 1_000_000_000
    private static let hour = 3600 * second
    private static let day = 24 * hour
    private static let now = 1_795_000_000 * second
    private static let started = now - 5 * day

    private static func segment(daysAgo: Int64) -> SegmentName {
        SegmentName(
            stream: .articles, day: Moment(microseconds: (now - daysAgo * day) / 1000).day,
            number: 3)
    }

    private static func ask(_ trust: inout ClockTrust, _ now: Int64) -> Bool {
        trust.isTrusted(now: now, started: started)
    }

    @Test func `A clock that goes its way is believed`() {
        for newest in [nil, Self.segment(daysAgo: 0), Self.segment(daysAgo: 1)] {
            var trust = ClockTrust(newest: newest, now: Self.now, started: Self.started)
            for hours in 0..<100 {
                let drift = Int64(hours) * Self.second
                let isTrusted = trust.isTrusted(
                    now: Self.now + Int64(hours) * Self.hour + drift, started: Self.started + drift)
                #expect(isTrusted)
            }
        }
    }

    @Test func `One that jumps ahead is believed a day later, or when it has long been back`() {
        var trust = ClockTrust(
            newest: Self.segment(daysAgo: 0), now: Self.now, started: Self.started)
        let years = 3650 * Self.day
        for hours in Int64(0)..<24 {
            let now = Self.now + years + hours * Self.hour
            let isTrusted = trust.isTrusted(now: now, started: Self.started + years)
            #expect(!isTrusted)
        }
        // Back again, in time.
        #expect(!Self.ask(&trust, Self.now + 23 * Self.hour))
        let later = Self.now + 25 * Self.hour
        #expect(Self.ask(&trust, later))
    }

    @Test func `One that is far ahead of the newest segment at the start is not believed at once`()
    {
        var trust = ClockTrust(
            newest: Self.segment(daysAgo: 900), now: Self.now, started: Self.started)
        #expect(!Self.ask(&trust, Self.now))
        #expect(!Self.ask(&trust, Self.now + 23 * Self.hour))
        #expect(Self.ask(&trust, Self.now + 24 * Self.hour))
    }
}
