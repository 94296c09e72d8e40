import Testing

@testable import Reporting

@Suite struct HeartbeatTests {
    @Test func beatsOnlyOnProgressWhileWorking() {
        var heart = Heartbeat()
        let moments: [(steps: UInt64, activity: Heartbeat.Activity)] = [
            (0, .working), (0, .working), (1, .working), (1, .idle), (1, .waiting), (1, .working),
            (.max, .working), (0, .working),
        ]
        let beats = moments.map { heart.beats(.init(steps: $0.steps, activity: $0.activity)) }
        #expect(beats == [true, false, true, true, true, false, true, true])
    }

    /// A thread that hangs with something in hand is not hidden by others that go on.
    @Test func aThreadThatHangsKeepsBackTheBeat() {
        var heart = Heartbeat()
        let moments: [[UInt64?]] = [
            [1, nil], [2, nil], [3, 1], [4, 1], [5, 1], [6, 2], [nil, nil], [6, nil], [7, 3],
        ]
        let beats = moments.enumerated().map { step, paces in
            heart.beats(.init(steps: UInt64(step), activity: .working, paces: paces))
        }
        #expect(beats == [true, true, true, false, false, true, true, true, true])
    }

    /// What a thread does in the end of one look and the beginning of another counts, and so does a
    /// step that takes longer than the time between two looks.
    @Test func aSlowThreadBeatsWithEachOfItsSteps() {
        let progress = Progress()
        let (slow, quick) = (progress.worker(), progress.worker())
        var heart = Heartbeat()
        progress.began()
        slow.begin()
        let beats = (1...12).map { look in
            if look % 4 == 0 { slow.step() }
            quick.begin()
            quick.rest {}
            quick.end()
            return heart.beats(progress.pulse)
        }
        #expect(beats.enumerated().filter(\.element).map(\.offset) == [0, 3, 7, 11])
        quick.begin()
        let beatsAtRest = slow.rest { heart.beats(progress.pulse) }
        quick.end()
        let beatsWhenAllRest = slow.rest { heart.beats(progress.pulse) }
        #expect(beatsAtRest && !beatsWhenAllRest)
        progress.beginAnew()
        #expect(progress.pulse.paces.isEmpty)
    }

    @Test func progressTellsWhatThePipelineIsAt() {
        let progress = Progress()
        #expect(progress.pulse.activity == .idle)
        progress.began(files: 2)
        #expect(progress.pulse.activity == .working)
        let steps = progress.pulse.steps
        progress.step()
        #expect(progress.pulse.steps == steps + 1)
        progress.begin(.diskFull)
        #expect(progress.pulse.activity == .waiting)
        #expect(progress.counters.troubles == [.diskFull])
        progress.end(.diskFull)
        #expect(progress.pulse.activity == .working)
        progress.archived(originals: 1, revisions: 2, duplicates: 3)
        progress.ended(files: 2)
        #expect(progress.pulse.activity == .idle)
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
        #expect(progress.pulse.activity == .idle)
    }
}
