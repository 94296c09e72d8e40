import Testing

@testable import Reporting

@Suite struct HistogramTests {
    @Test func eachTimeIsInTheFirstBucketThatHoldsIt() {
        let histogram = Histogram()
        for time in [0, 1_000, 1_001, 3_600_000_000, 3_600_000_001] {
            histogram.count(microseconds: time)
        }
        histogram.count(7, microseconds: 4_000)
        var expected = [Int](repeating: 0, count: Histogram.bounds.count + 1)
        (expected[0], expected[1], expected[2]) = (2, 1, 7)
        (expected[17], expected[18]) = (1, 1)
        let snapshot = histogram.snapshot
        #expect(snapshot.counts == expected)
        #expect(snapshot.sum == 1_000 + 1_001 + 7_200_000_001 + 28_000)
    }

    @Test func aClockThatWasSetBackCountsAsNoTime() {
        let histogram = Histogram()
        histogram.count(microseconds: -5)
        histogram.count(2, microseconds: .max)
        #expect(histogram.snapshot.counts.first == 1)
        #expect(histogram.snapshot.counts.last == 2)
    }

    @Test func bucketsRiseFromAMillisecondToAnHour() {
        #expect(Histogram.bounds == Histogram.bounds.sorted())
        #expect(Set(Histogram.bounds).count == Histogram.bounds.count)
        #expect(Histogram.bounds.first == 1_000 && Histogram.bounds.last == 3_600_000_000)
    }

    @Test func threadsCountTogether() async {
        let histogram = Histogram()
        await withTaskGroup(of: Void.self) { group in
            for time in 0..<8 {
                group.addTask { for _ in 0..<1_000 { histogram.count(microseconds: time * 1_000) } }
            }
        }
        #expect(histogram.snapshot.counts.reduce(0, +) == 8_000)
        #expect(histogram.snapshot.sum == 28_000_000)
    }

    @Test func bucketsAreWrittenEachWithAllBelow() {
        let histogram = Histogram()
        histogram.count(3, microseconds: 2_000)
        histogram.count(microseconds: 4_000_000_000)
        let family = MetricFamily.histogram("a_seconds", "How long.", histogram.snapshot)
        let buckets = family.samples.filter { $0.suffix == "_bucket" }
        #expect(buckets.map(\.value) == ["0"] + Array(repeating: "3", count: 17) + ["4"])
        let bounds = buckets.flatMap(\.labels).map(\.value)
        #expect(bounds.prefix(3) == ["0.001", "0.0025", "0.005"])
        #expect(bounds.suffix(3) == ["900.0", "3600.0", "+Inf"])
        #expect(family.samples.suffix(2).map(\.suffix) == ["_count", "_sum"])
        #expect(family.samples.suffix(2).map(\.value) == ["4", "4000.006"])
    }
}
