import Articles
import Inbox
import Judging
import Normalising
import Platform
import Reading
import Settings
import SystemPackage

/// Reads claimed files and makes their articles ready to be judged: decoded, normalised, with their
/// fingerprints. One for each reading thread, which keeps its buffers.
struct ReadingRoom: ~Copyable {
    /// Larger files are read in parts, beside the others.
    static let smallBytes: Int64 = 1 << 20
    /// A parcel of a large file holds about so many bytes of text.
    private static let parcelBytes = 512 << 10

    /// What became of a file.
    enum Outcome {
        /// All of it was delivered, but for the bad items, which are in quarantine.
        case delivered(articles: Int, Rejections)
        /// It, or what follows the articles that were delivered, cannot be read.
        case unreadable(Reason, digest: String)
        /// It ends in the middle of its structure, and has not been waited for yet.
        case truncated
        /// It changed while it was read.
        case changed
        /// Whoever takes the parcels wants no more for now.
        case stopped
    }

    private let digest = SHA256()
    private let settings: Settings
    private let quarantine: Quarantine?
    private let goesOn: () -> Bool
    private var reader: FileReader
    private var normalisers: [FilePath: FeedNormaliser] = [:]
    private var workspace = Features.Workspace()
    private var buffer: [UInt8] = []

    /// - Parameters:
    ///   - keepsRejected: whether the bad items of a file are kept in quarantine.
    ///   - goesOn: called with each block and each item; says whether to go on with a file that may
    ///     take long.
    init(settings: Settings, keepsRejected: Bool, goesOn: @escaping () -> Bool) {
        self.settings = settings
        self.goesOn = goesOn
        quarantine = keepsRejected ? Quarantine(at: settings.inbox.quarantine) : nil
        reader = FileReader(limits: settings.limits.forReading)
    }

    /// Reads a file, its articles after the first `done` items delivered in parcels.
    ///
    /// - Parameter deliver: takes a parcel; gives false to stop.
    /// - Throws: ``SystemError``.
    mutating func read(
        _ file: ClaimedFile, after done: UInt64 = 0, deliver: (Parcel) -> Bool
    ) throws -> Outcome {
        let isSmall = file.status.size <= Self.smallBytes
        if isSmall { try load(file) }
        guard
            let sha256 = try isSmall
                ? digestOfBuffer() : file.sha256(using: digest, while: goesOn)
        else { return .stopped }
        guard try file.isUnchanged(), !isSmall || buffer.count == Int(file.status.size) else {
            return .changed
        }
        var work = FileWork(file, sha256: sha256, done: done, quarantine: quarantine)
        reader.open(
            name: file.path.lastComponent?.string ?? "",
            hints: settings.feeds[file.candidate.feed.printedInRecord].forReading)
        var source = DescriptorSource(file) { [goesOn] in _ = goesOn() }
        do {
            while let item = try isSmall
                ? Self.next(from: &reader, in: buffer) : reader.next(from: &source)
            {
                guard goesOn() || isSmall && !reader.isContainer else {
                    try work.rejected?.discard()
                    return .stopped
                }
                guard item.number > done else {
                    // What was rejected before is not in quarantine before the file is finished.
                    if case .failure(let fault) = prepare(item, of: file) {
                        try work.reject(item, fault.reason)
                    }
                    continue
                }
                switch prepare(item, of: file) {
                case .success(let article):
                    work.parcel.add(article)
                case .failure(let fault):
                    if fault.isTruncation, file.candidate.sighting != .waited {
                        try work.rejected?.discard()
                        return work.partOrNothing(deliver) ?? .truncated
                    }
                    try work.reject(item, fault.reason)
                }
                work.parcel.itemsDone = UInt64(item.number)
                if work.parcel.weight >= Self.parcelBytes, !isSmall || reader.isContainer {
                    guard deliver(work.takeParcel()) else {
                        try work.rejected?.discard()
                        return .stopped
                    }
                }
            }
        } catch let fault as FileFault {
            try work.rejected?.discard()
            if fault.isTruncation, file.candidate.sighting != .waited {
                return work.partOrNothing(deliver) ?? .truncated
            }
            _ = work.partOrNothing(deliver)
            return .unreadable(fault.reason, digest: work.parcel.digest)
        }
        guard work.articles + work.parcel.articles.count > 0 || done > 0 else {
            try work.rejected?.discard()
            return .unreadable(work.rejections.reason ?? .noArticles, digest: work.parcel.digest)
        }
        guard try file.isUnchanged() else {
            try work.rejected?.discard()
            return .changed
        }
        try work.rejected?.finish()
        work.parcel.isLast = true
        guard deliver(work.takeParcel()) else { return .stopped }
        return .delivered(
            articles: work.articles, work.rejections)
    }

    /// An item as it is judged, or why it is no article.
    private mutating func prepare(
        _ item: Item, of file: ClaimedFile
    ) -> Result<PreparedArticle, ItemFault> {
        switch item.content {
        case .failure(let fault): return .failure(fault)
        case .success(let draft):
            do throws(Refusal) {
                let article = try normaliser(file.candidate.feed).normalise(draft).article
                let id = article.contentID(using: digest)
                let now = Moment.now
                let time = Record.time(of: article, received: now)
                return .success(
                    PreparedArticle(
                        article: article, id: id,
                        features: Features(of: article, id: id, time: time, using: &workspace),
                        item: item.number, format: item.format?.rawValue ?? "",
                        member: item.member))
            } catch {
                return .failure(ItemFault(.refused(error)))
            }
        }
    }

    private mutating func normaliser(_ feed: FilePath) -> FeedNormaliser {
        if let known = normalisers[feed] { return known }
        let made = FeedNormaliser(settings.feeds[feed.printedInRecord])
        if normalisers.count >= 1024 { normalisers.removeAll() }
        normalisers[feed] = made
        return made
    }

    // MARK: Bytes

    /// The whole of a small file into the buffer; one byte more than it had tells that it grew.
    private mutating func load(_ file: ClaimedFile) throws(SystemError) {
        buffer = try file.descriptor.bytes(at: 0, count: Int(file.status.size) + 1)
    }

    private func digestOfBuffer() -> String {
        digest.reset()
        digest.update(buffer)
        return digest.finish().hex
    }

    /// The next item of a file that is in memory as a whole.
    private static func next(
        from reader: inout FileReader, in buffer: [UInt8]
    ) throws -> Item? {
        try buffer.withUnsafeBytes { try reader.next(in: $0) }
    }
}

/// One file while it is read.
private struct FileWork {
    private let file: ClaimedFile
    /// How many were taken out with parcels.
    private(set) var articles = 0
    private(set) var rejections = Rejections()
    var parcel: Parcel
    let rejected: RejectedItems?

    init(_ file: ClaimedFile, sha256: String, done: UInt64, quarantine: Quarantine?) {
        self.file = file
        parcel = Parcel(file: file, sha256: sha256, itemsDone: done)
        let now = Moment.now
        let digest = parcel.digest
        rejected = quarantine.map {
            RejectedItems(
                of: PutAway.File(
                    path: file.path, identity: file.status.identity, day: now.day, digest: digest,
                    isDeleted: false), in: $0, received: now)
        }
    }

    mutating func reject(_ item: Item, _ reason: Reason) throws(SystemError) {
        rejections.add(reason)
        try rejected?.add(
            RejectedItem(
                number: item.number, place: item.bytes, member: item.member,
                evidence: item.evidence, reason: reason), of: file.descriptor)
    }

    /// What was gathered, and an empty parcel for what follows.
    mutating func takeParcel() -> Parcel {
        articles += parcel.articles.count
        defer {
            parcel = Parcel(
                file: file, sha256: parcel.sha256, itemsDone: parcel.itemsDone)
        }
        return parcel
    }

    /// Delivers what was gathered of a large file, which goes on later; nil where that is allowed.
    mutating func partOrNothing(_ deliver: (Parcel) -> Bool) -> ReadingRoom.Outcome? {
        guard file.status.size > ReadingRoom.smallBytes, !parcel.articles.isEmpty else {
            return nil
        }
        return deliver(takeParcel()) ? nil : .stopped
    }
}
