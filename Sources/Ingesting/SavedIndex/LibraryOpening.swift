import Archiving
import Judging
import Platform
import SystemPackage

/// Brings up what is known of the archive's articles: from the saved index and the records since,
/// or, where that cannot be, from all records; the verdicts are the same.
package struct LibraryOpening {
    /// What was found and done.
    package struct Report: Sendable {
        /// Articles that are known.
        package var known = 0
        /// Of these, those that came from the saved index without reading their records.
        package var restored = 0
        /// Why the saved index was not used; nil where it was.
        package var reason: String?
        package var milliseconds = 0
        /// Lines that are no records, of those that were read.
        package var damaged: [(segment: SegmentName, offset: Int64)] = []

        /// Records of the archive that were read.
        package var read: Int { known - restored }
    }

    /// Nanoseconds between two calls that tell how far it is.
    private static let pause: Int64 = 500_000_000

    private let archive: ArchiveReader
    private let settings: Judge.Settings
    private let isStopping: () -> Bool
    private let progress: (OpeningProgress) -> Void
    private(set) var report = Report()

    /// - Parameters:
    ///   - isStopping: asked now and then whether to give up.
    ///   - progress: called twice a second at the most.
    init(
        _ archive: ArchiveReader, _ settings: Judge.Settings,
        isStopping: @escaping () -> Bool = { false },
        progress: @escaping (OpeningProgress) -> Void = { _ in }
    ) {
        self.archive = archive
        self.settings = settings
        self.isStopping = isStopping
        // Parts come by the hundred a second, or one in many seconds from a slow disk.
        var next = Int64.min
        self.progress = { progressed in
            guard SystemClock.monotonic >= next else { return }
            next = SystemClock.monotonic + Self.pause
            progress(progressed)
        }
    }

    /// - Throws: ``SystemError``: when the archive cannot be read; "canceled" when it is to stop.
    mutating func library() throws -> Library {
        let begun = SystemClock.monotonic
        defer { report.milliseconds = Int((SystemClock.monotonic - begun) / 1_000_000) }
        do {
            let library = try restored()
            report.known = library.count
            return library
        } catch let fault as SavedIndexFault {
            report.reason = fault.description
        } catch let damage as SavedIndexDamage {
            report.reason = SavedIndexFault.damaged(damage.description).description
        }
        let library = try rebuilt()
        report.known = library.count
        return library
    }

    private mutating func restored() throws -> Library {
        let file = try indexFile()
        let contents = try IndexContents(of: file)
        let basis = IndexContents.Basis(settings)
        guard contents.basis.form == basis.form else { throw SavedIndexFault.otherForm }
        guard contents.basis == basis else { throw SavedIndexFault.otherSettings }
        var restoration = LibraryRestoration(settings: settings)
        try install(file, contents, &restoration)
        let last = try restoration.compare(with: archive)
        let restored = restoration.count
        var replay = ArchiveReplay(isStopping: isStopping, progress: progress)
        try replay.read(archive, after: last) { try restoration.admit($0) }
        var library = try restoration.finish()
        library.forget(segmentsBefore: archive.firstSegment)
        report.restored = restored
        report.damaged = replay.damaged
        return library
    }

    private func indexFile() throws(SavedIndexFault) -> Descriptor {
        do throws(SystemError) {
            return try archive.directory.file(IndexWriter.name)
        } catch {
            if error.cause == .missing { throw .missing }
            throw .unreadable(error)
        }
    }

    private func install(
        _ file: consuming Descriptor, _ contents: IndexContents,
        _ restoration: inout LibraryRestoration
    ) throws {
        let loader = try PartLoader(file, contents, count: 2)
        defer { loader.close() }
        var done = 0
        do {
            try restoration.install(loader) {
                let before = contents.entries[done].offset
                done += 1
                let now = done < contents.entries.count ? contents.entries[done].offset : before
                if isStopping() { throw SystemError.stopped }
                progress(.index(bytes: Int64(now), total: Int64(contents.partsEnd)))
            }
        } catch let error as SystemError where !error.isStop {
            throw SavedIndexFault.unreadable(error)
        }
    }

    private mutating func rebuilt() throws -> Library {
        var library = Library(settings: settings)
        try archive.forEachForgotten { library.admitForgotten($0) }
        var replay = ArchiveReplay(isStopping: isStopping, progress: progress)
        try replay.read(archive, after: nil) { record in
            library.admit(record.features, record.judgement, at: record.location)
        }
        report.damaged = replay.damaged
        return library
    }
}

/// How far the start has come.
package enum OpeningProgress: Sendable {
    /// Bytes of the saved index that were read, and all of them.
    case index(bytes: Int64, total: Int64)
    /// The same of the archive's records.
    case archive(bytes: Int64, total: Int64)
}

extension SystemError {
    /// It was asked to stop in the middle of the start.
    static var stopped: SystemError { SystemError("read the archive", errno: .canceled) }
    var isStop: Bool { cause == .other(.canceled) }
}
