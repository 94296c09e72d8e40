import Testing

@testable import Reporting

@Suite struct HeartbeatTests {
    @Test func beatsOnlyOnProgressWhileWorking() {
        var heart = Heartbeat()
        let moments: [(steps: UInt64, activity: Heartbeat.Activity)] = [
            (0, .working), (0, .working), (1, .working), (1, .idle), (1, .waiting), (1, .working),
            (.max, .working), (0, .working),
        ]
        let beats = moments.map { heart.beats(steps: $0.steps, activity: $0.activity) }
        #expect(beats == [true, false, true, true, true, false, true, true])
    }

    @Test func progressTellsWhatThePipelineIsAt() {
        let progress = Progress()
        #expect(progress.beat.activity == .idle)
        progress.began(files: 2)
        #expect(progress.beat.activity == .working)
        let steps = progress.beat.steps
        progress.step()
        #expect(progress.beat.steps == steps + 1)
        progress.begin(.diskFull)
        #expect(progress.beat.activity == .waiting)
        #expect(progress.counters.troubles == [.diskFull])
        progress.end(.diskFull)
        #expect(progress.beat.activity == .working)
        progress.archived(originals: 1, revisions: 2, duplicates: 3)
        progress.ended(files: 2)
        #expect(progress.beat.activity == .idle)
        #expect(progress.counters.articles == 3)
        #expect(progress.counters.secondsSinceLast == 0)
    }

    @Test func threadsLoseNoCount() async {
        let progress = Progress()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<10_000 {
                        progress.began()
                        progress.archived(originals: 1, revisions: 0, duplicates: 1)
                        progress.ended()
                    }
                }
            }
        }
        #expect(progress.counters.originals == 40_000)
        #expect(progress.counters.duplicates == 40_000)
        #expect(progress.beat.activity == .idle)
    }
}
