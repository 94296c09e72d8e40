import Archiving
import Articles
import Inbox
import Judging
import Normalising
import Platform
import Reading
import Settings
import SystemPackage

/// What would become of files, without touching anything: read, normalised, and judged against the
/// archive as it is.
package final class DryRun {
    /// What would become of one article.
    package struct Finding {
        package var record: Record
        /// How the reader found it, where there was something to choose.
        package var notes: ReadingNotes?
        package var cuts: [Cut]
    }

    /// What would become of one item of a file.
    package struct Item {
        /// From 1.
        package var number: Int
        package var result: Result<Finding, Reason>
    }

    private let settings: Settings
    private let archive: ArchiveReader?
    private var library: Library
    private let digest = SHA256()

    /// - Throws: ``SystemError`` when an archive is there and cannot be read.
    package init(_ settings: Settings) throws {
        self.settings = settings
        let forJudging = settings.deduplication.forJudging
        do {
            let archive = try ArchiveReader(at: settings.archive.path)
            var opening = LibraryOpening(archive, forJudging)
            library = try opening.library()
            self.archive = archive
        } catch let error as SystemError where error.cause == .missing {
            library = Library(settings: forJudging)
            archive = nil
        }
    }

    /// How many articles of the archive it is judged against.
    package var known: Int { library.count }

    /// Looks at a file, item by item.
    ///
    /// - Throws: ``Reason`` when the file cannot be read at all; ``SystemError``.
    package func inspect(_ path: FilePath, _ each: (Item) throws -> Void) throws {
        let file = try claimed(path)
        let sha256 = try file.sha256(using: digest)
        var reader = FileReader(limits: settings.limits.forReading)
        let feed = self.feed(of: path)
        reader.open(
            name: path.lastComponent?.string ?? "", hints: settings.feeds[feed].forReading)
        var source = DescriptorSource(file)
        let normaliser = FeedNormaliser(settings.feeds[feed])
        do {
            while let item = try reader.next(from: &source) {
                let reference = file.reference(
                    path: path, sha256: sha256, format: item.format?.rawValue ?? "",
                    member: item.member, item: item.number)
                let result = try finding(item, reference, feed: feed, normaliser)
                try each(Item(number: item.number, result: result))
            }
        } catch let fault as FileFault {
            throw fault.reason
        }
    }

    private func claimed(_ path: FilePath) throws -> ClaimedFile {
        let root = try InboxRoot(
            path.removingLastComponent().isEmpty ? "." : path.removingLastComponent())
        guard let name = path.lastComponent else {
            throw SystemError("open", path, errno: .isDirectory)
        }
        let candidate = Candidate(path: FilePath(root: nil, [name]), sighting: .waited, root: root)
        switch ClaimedFile.claim(candidate, rules: InboxRules()) {
        case .claimed(let file): return file
        case .unreadable(let error), .exhausted(let error): throw error
        case .notRegular: throw SystemError("read", path, errno: .isDirectory)
        case .vanished, .notYet: throw SystemError("open", path, errno: .noSuchFileOrDirectory)
        }
    }

    /// The feed of a file that lies in the inbox; none for others.
    private func feed(of path: FilePath) -> String {
        var relative = path.lexicallyNormalized()
        guard relative.removePrefix(settings.inbox.path) else { return "" }
        return relative.removingLastComponent().printedInRecord
    }

    private func finding(
        _ item: Reading.Item, _ reference: FileReference, feed: String, _ normaliser: FeedNormaliser
    ) throws -> Result<Finding, Reason> {
        let draft: Draft
        switch item.content {
        case .failure(let fault): return .failure(fault.reason)
        case .success(let found): draft = found
        }
        let normalised: Normalised
        do throws(Refusal) {
            normalised = try normaliser.normalise(draft)
        } catch {
            return .failure(.refused(error))
        }
        let article = normalised.article
        let id = article.contentID(using: digest)
        let now = Moment.now
        let features = Features(of: article, id: id, time: Record.time(of: article, received: now))
        let judgement = try library.judge(article, features) { location in
            try archive?.lineIfReadable(at: location)
        }
        let record = Record(
            id: id, article: article, judgement: judgement, feed: feed, file: reference,
            rules: Normaliser.version, received: now)
        return .success(Finding(record: record, notes: draft.notes, cuts: normalised.cuts))
    }
}
