import SystemPackage

/// How often the kernel has killed for want of memory: a process so killed can say nothing itself,
/// but the next one finds that the count has risen.
///
/// The counts are of control groups, which also see the end of other processes in them. In cgroup v2
/// one counts what happened beneath it, also in groups that are gone: the group of a service is made
/// anew with each start, that of its slice stays.
package struct MemoryKills: Sendable, Equatable {
    package struct Count: Sendable, Equatable {
        /// The inode of the control group, which no later group has before the machine starts anew; 0
        /// for the machine as a whole.
        package var group: UInt64
        package var kills: UInt64

        package init(group: UInt64, kills: UInt64) {
            (self.group, self.kills) = (group, kills)
        }
    }

    /// From the group of this process outwards, the machine last; without those that cannot be read.
    package var counts: [Count]

    package init(_ counts: [Count]) { self.counts = counts }

    /// Whether one was killed since `earlier`, as the innermost group knows that is still the same.
    package func haveRisen(since earlier: MemoryKills) -> Bool {
        for then in earlier.counts {
            if let now = counts.first(where: { $0.group == then.group }) {
                return now.kills > then.kills
            }
        }
        return false
    }

    /// The counts of now, as far as the kernel shows them to this process.
    ///
    /// - Parameter root: where proc/ and sys/ are.
    package static func now(root: FilePath = "/") -> MemoryKills {
        var counts: [Count] = []
        for line in lines(of: root.appending("proc/self/cgroup")) {
            // hierarchy:controllers:path, as cgroups(7) has it.
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let path = FilePath(String(parts[2])).removingRoot()
            let base = root.appending("sys/fs/cgroup")
            if parts[0] == "0" {
                counts += all(from: path, beneath: base)
            } else if parts[1].split(separator: ",").contains("memory") {
                let group = base.appending("memory").pushing(path)
                counts += count(group, file: "memory.oom_control").map { [$0] } ?? []
            }
        }
        if let kills = number("oom_kill", in: root.appending("proc/vmstat")) {
            counts.append(Count(group: 0, kills: kills))
        }
        return MemoryKills(counts)
    }

    private static func all(from path: FilePath, beneath base: FilePath) -> [Count] {
        var counts: [Count] = []
        var path = path
        for _ in 0..<32 {
            if let count = count(base.pushing(path), file: "memory.events") { counts.append(count) }
            if path.isEmpty { break }
            path.removeLastComponent()
        }
        return counts
    }

    private static func count(_ group: FilePath, file: FilePath.Component) -> Count? {
        guard let kills = number("oom_kill", in: group.appending(file)) else { return nil }
        do throws(SystemError) {
            let inode = try Directory.open(group).descriptor.status().inode
            return Count(group: inode, kills: kills)
        } catch {
            // It went away meanwhile.
            return nil
        }
    }

    /// The number behind a word at the beginning of a line.
    private static func number(_ word: String, in file: FilePath) -> UInt64? {
        for line in lines(of: file) {
            let words = line.split(separator: " ")
            if words.count == 2, words[0] == word { return UInt64(words[1]) }
        }
        return nil
    }

    /// None where it cannot be read.
    private static func lines(of file: FilePath) -> [Substring] {
        do throws(SystemError) {
            let bytes = try Descriptor.open(file).bytes(at: 0, count: 64 << 10)
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        } catch {
            return []
        }
    }
}
