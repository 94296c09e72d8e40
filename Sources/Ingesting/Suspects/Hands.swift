import Platform

/// The files that one thread has taken in hand, and which of them it is at.
///
/// A write for each file would cost more than a hundredth of the time that an article takes
/// (measured); so they are noted a batch at a time, and which one it is stands in memory, where the
/// handler of crash signals finds it. Only where the kernel kills for want of memory nobody knows
/// which one it was.
struct Hands {
    private let held: HeldFiles
    private let place: HeldPlace
    private var files: [HeldFile] = []
    /// Those of the files that are noted.
    private var noted = 0..<0
    private var entries: [UInt8] = []

    init(_ held: HeldFiles, at place: HeldPlace) {
        self.held = held
        self.place = place
    }

    /// Takes files in hand, in place of those before.
    mutating func take(_ files: [HeldFile]) {
        self.files = files
        noted = 0..<0
        if !files.isEmpty { note(from: 0) }
    }

    /// From now on it is this one of the files.
    mutating func turn(to index: Int) {
        if !noted.contains(index) { note(from: index) }
        CrashNote.hold(noted.contains(index) ? index - noted.lowerBound : -1, at: place.rawValue)
    }

    /// Nothing is in hand any more.
    mutating func letGo() { held.clear(place) }

    /// Notes as many of the files as there is room for.
    private mutating func note(from first: Int) {
        CrashNote.hold(-1, at: place.rawValue)
        entries.removeAll(keepingCapacity: true)
        var end = first
        while end < files.count, held.append(files[end], to: &entries) { end += 1 }
        noted = first..<end
        held.write(entries, at: place)
    }
}
