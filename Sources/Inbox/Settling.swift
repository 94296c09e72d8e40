import HeapModule
import Platform
import SystemPackage

/// Files that may not be complete yet, each with the state it was last seen in.
struct Settling {
    /// More names than this are left to the next rescan, so that memory stays bounded.
    static let capacity = 32_768

    private struct Entry {
        var sighting: Candidate.Sighting
        /// Monotonic nanoseconds at which it is looked at again.
        var due: Int64
        var identity: FileIdentity?
    }

    private struct Appointment: Comparable {
        var due: Int64
        var path: FilePath

        static func < (a: Appointment, b: Appointment) -> Bool { a.due < b.due }
    }

    private var entries: [FilePath: Entry] = [:]
    /// By time; one that its entry does not know any more has been put off.
    private var appointments = Heap<Appointment>()

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }

    var names: [FilePath] { Array(entries.keys) }

    /// Whether the file is to be looked at later.
    func holds(_ path: FilePath) -> Bool { entries[path] != nil }

    /// When the next file is to be looked at, monotonic nanoseconds; perhaps too early.
    var nextDue: Int64? { appointments.min?.due }

    /// Notes that something happened to a file; it is looked at again after `seconds`.
    ///
    /// - Returns: false where there is no room.
    mutating func note(
        _ path: FilePath, _ sighting: Candidate.Sighting, after seconds: Double, now: Int64,
        identity: FileIdentity? = nil
    ) -> Bool {
        let due = now + Int64(seconds * 1e9)
        if let entry = entries[path] {
            // A file seen closed stays so until it is looked at.
            let kept = sighting == .created ? entry.sighting : sighting
            put(path, Entry(sighting: kept, due: due, identity: entry.identity))
            return true
        }
        guard entries.count < Self.capacity else { return false }
        put(path, Entry(sighting: sighting, due: due, identity: identity))
        return true
    }

    /// Takes out the files whose time has come and that have not changed since they were last
    /// looked at; `look` gives a file's present state, nil where there is none to take.
    mutating func takeReady(
        now: Int64, seconds: Double, look: (FilePath) -> FileIdentity?
    ) -> [(path: FilePath, sighting: Candidate.Sighting)] {
        var ready: [(FilePath, Candidate.Sighting)] = []
        while let next = appointments.min, next.due <= now {
            appointments.removeMin()
            guard let entry = entries[next.path], entry.due == next.due else { continue }
            guard let identity = look(next.path) else {
                entries[next.path] = nil
                continue
            }
            // One that was seen closed need not be looked at twice.
            let isSteady = entry.identity.map { $0 == identity } ?? (entry.sighting == .closed)
            if isSteady {
                entries[next.path] = nil
                ready.append((next.path, entry.sighting))
            } else {
                let due = now + max(1, Int64(seconds * 1e9))
                put(next.path, Entry(sighting: entry.sighting, due: due, identity: identity))
            }
        }
        return ready
    }

    private mutating func put(_ path: FilePath, _ entry: Entry) {
        entries[path] = entry
        appointments.insert(Appointment(due: entry.due, path: path))
        // A file that is written to without an end leaves appointments behind.
        if appointments.count > 4 * entries.count + 1024 {
            appointments = Heap(entries.map { Appointment(due: $0.value.due, path: $0.key) })
        }
    }
}
