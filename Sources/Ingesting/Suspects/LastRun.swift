import Platform

/// How the run before this one ended, and with what files in hand, as ``HeldFiles`` has it.
struct LastRun: Sendable {
    var run: UInt64
    /// Nil where it was stopped, or killed from outside.
    var death: Death?
    /// Those of which one may be to blame for the death.
    var suspects: [HeldFile]

    /// - Parameters:
    ///   - held: the file, whole.
    ///   - now: this run.
    /// - Returns: nil where the file is not of a run.
    init?(_ held: [UInt8], now: RunNote) {
        func part(_ range: Range<Int>) -> [UInt8] { Array(held[range.clamped(to: held.indices)]) }
        guard let note = RunNote(part(HeldFiles.Layout.run)) else { return nil }
        run = note.run
        var files: [HeldPlace: [HeldFile]] = [:]
        for place in HeldPlace.allCases {
            files[place] = HeldFile.files(of: part(HeldFiles.Layout.entries(place)), run: run)
        }
        suspects = []
        if let crash = CrashNote(part(HeldFiles.Layout.crash), of: run) {
            death = Death(crash.cause)
            suspects = Self.suspects(files, crash)
        } else if part(HeldFiles.Layout.end) != HeldFiles.endMark(run),
            now.hasSeenMemoryKills(since: note)
        {
            death = .memory
            suspects = Self.suspects(files)
        }
    }

    /// The file that was alone in hand; else that of the crashed thread; else, where it held none or is
    /// not known, those that each thread was at.
    private static func suspects(
        _ files: [HeldPlace: [HeldFile]], _ crash: CrashNote
    ) -> [HeldFile] {
        if let alone = files[.suspect]?.first { return [alone] }
        func held(at place: HeldPlace) -> HeldFile? {
            let index = Int(place.rawValue)
            guard crash.held.indices.contains(index), let files = files[place],
                files.indices.contains(crash.held[index])
            else { return nil }
            return files[crash.held[index]]
        }
        if let place = crash.place.flatMap({ HeldPlace(rawValue: Int32($0)) }),
            let file = held(at: place)
        {
            return [file]
        }
        return Array(Set(HeldPlace.allCases.compactMap(held)))
    }

    /// Where nothing told which they were at: the file that was alone in hand, else all that were to be
    /// read. Judging takes no memory to speak of.
    private static func suspects(_ files: [HeldPlace: [HeldFile]]) -> [HeldFile] {
        if let alone = files[.suspect]?.first { return [alone] }
        return Array(
            Set([.firstReader, .secondReader, .largeReader].flatMap { files[$0] ?? [] }))
    }
}
