import Foundation
import Platform
import SystemPackage
import Testing

/// What the kernel shows of control groups, in files made for it.
struct MemoryKillsTests {
    private let scratch = Scratch.orNil

    private func write(_ text: String, _ path: String) throws {
        let whole = (try #require(scratch)).path.pushing(FilePath(path)).string
        try FileManager.default.createDirectory(
            atPath: (whole as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true)
        try text.write(toFile: whole, atomically: false, encoding: .utf8)
    }

    private func now() throws -> MemoryKills {
        MemoryKills.now(root: (try #require(scratch)).path)
    }

    @Test func `In a group that was made anew the slice around it tells`() throws {
        let slice = "sys/fs/cgroup/system.slice"
        try write("0::/system.slice/wireroom.service\n", "proc/self/cgroup")
        try write("oom 0\noom_kill 3\n", "\(slice)/memory.events")
        try write("oom 0\noom_kill 0\n", "\(slice)/wireroom.service/memory.events")
        try write("nr_free 7\noom_kill 9\n", "proc/vmstat")
        let earlier = try now()
        #expect(earlier.counts.map(\.kills) == [0, 3, 9])
        #expect(try !now().haveRisen(since: earlier))
        // Another service died, outside of what our own group counts.
        try write("oom 1\noom_kill 4\n", "\(slice)/memory.events")
        #expect(try !now().haveRisen(since: earlier))
        // Our group is another one now, of which nothing was known.
        let whole = (try #require(scratch)).path
        try FileManager.default.moveItem(
            atPath: whole.appending("\(slice)/wireroom.service").string,
            toPath: whole.appending("kept").string)
        try write("oom 0\noom_kill 0\n", "\(slice)/wireroom.service/memory.events")
        #expect(try now().haveRisen(since: earlier))
        try write("oom 0\noom_kill 3\n", "\(slice)/memory.events")
        #expect(try !now().haveRisen(since: earlier))
    }

    @Test func `In version 1 the group itself tells, else the machine`() throws {
        try write("4:cpu,memory:/jobs/a\n0::/\n", "proc/self/cgroup")
        try write(
            "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n",
            "sys/fs/cgroup/memory/jobs/a/memory.oom_control")
        let earlier = try now()
        #expect(earlier.counts.map(\.kills) == [2])
        try write(
            "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n",
            "sys/fs/cgroup/memory/jobs/a/memory.oom_control")
        #expect(try now().haveRisen(since: earlier))
        #expect(!MemoryKills([]).haveRisen(since: earlier))
        let machine = MemoryKills([.init(group: 0, kills: 5)])
        #expect(MemoryKills([.init(group: 0, kills: 6)]).haveRisen(since: machine))
    }

    @Test func `What is not there or no number counts for nothing`() throws {
        #expect(try now().counts.isEmpty)
        try write("\n:\n0:\n::::\n0::/../../x\n", "proc/self/cgroup")
        try write("oom_kill\noom_kill -1\noom_kill 99999999999999999999999\n", "proc/vmstat")
        #expect(try now().counts.isEmpty)
    }
}

extension Scratch {
    fileprivate static var orNil: Scratch? {
        do { return try Scratch() } catch { return nil }
    }
}
