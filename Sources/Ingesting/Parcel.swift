import Articles
import Inbox
import Judging
import Platform
import SystemPackage

/// One article of a file, ready to be judged.
struct PreparedArticle: Sendable {
    var article: Article
    var id: ContentID
    var features: Features
    /// The number of the article in its file, from 1.
    var item: Int
    /// The media type of the document that it is in.
    var format: String
    /// The path of the member of the file that it is in, where the file is a container.
    var member: String?
}

/// A file, or a part of a large one, with its articles ready to be judged.
struct Parcel: Sendable {
    var file: ClaimedFile
    /// Of the whole file, 64 hex digits.
    var sha256: String
    private(set) var articles: [PreparedArticle] = []
    /// The number of the last item that this parcel covers.
    var itemsDone: UInt64
    /// Nothing of the file comes after this parcel.
    var isLast = false
    /// The file is in quarantine, after a part of it was archived; there are no articles.
    private(set) var isRefused = false
    /// Bytes of text, about, by which memory is bounded.
    private(set) var weight = 0

    init(file: ClaimedFile, sha256: String, itemsDone: UInt64) {
        self.file = file
        self.sha256 = sha256
        self.itemsDone = itemsDone
    }

    /// Says that a file of which a part was archived is in quarantine.
    init(refused file: ClaimedFile) {
        self.init(file: file, sha256: "", itemsDone: 0)
        isRefused = true
    }

    mutating func add(_ article: PreparedArticle) {
        articles.append(article)
        weight += article.article.text.count + 1024
    }

    /// The first 8 hex digits of the file's SHA-256.
    var digest: String { String(sha256.prefix(8)) }

    /// The directory that the file lay in, relative to the inbox; empty at the top.
    var feed: String { file.candidate.feed.printedInRecord }

    func reference(to article: PreparedArticle) -> FileReference {
        file.reference(
            path: file.path, sha256: sha256, format: article.format, member: article.member,
            item: article.item)
    }
}

extension ClaimedFile {
    /// As a record names the file and one article of it.
    func reference(
        path: FilePath, sha256: String, format: String, member: String? = nil, item: Int
    ) -> FileReference {
        FileReference(
            path: path.printedInRecord, size: UInt64(max(0, status.size)),
            modified: Moment(microseconds: status.modified / 1000), sha256: sha256, format: format,
            member: member, item: item)
    }
}

extension FilePath {
    /// As a record has it: bytes that are no UTF-8 as `%XX`, `%` as `%25`.
    var printedInRecord: String {
        withBytes { FileReference.printed(path: $0) }
    }
}
