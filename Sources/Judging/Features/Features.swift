import Articles

/// All that judging needs of one article, computed from it alone: on any thread, in any order.
package struct Features: Sendable {
    package let id: ContentID
    /// Where the article stands in time; windows and decay go by it.
    package let time: Moment
    /// Winnowed fingerprints of the text (of the headline where there is no text), sorted, with one
    /// more for all words in their order. The headline is left out: the same text under another
    /// headline is a copy.
    package let keys: [UInt64]
    /// Words of the text.
    package let wordCount: Int
    /// Of the sender's own identity, together with the source; 0 where there is none.
    let guid: UInt64
    /// 0 where there is none, and for one that leads to a whole site.
    let url: UInt64
    /// Of the primary language subtag; 0 where it is unknown.
    let language: UInt32
    let terms: [StoryTerm]
    /// Which state of the article it is, by its sender.
    let edition: Edition
    /// It takes back what has its guid or URL, and is no article.
    package let isNotice: Bool

    /// Features of a single article; for many, keep a workspace.
    package init(of article: Article, id: ContentID, time: Moment) {
        var workspace = Workspace()
        self.init(of: article, id: id, time: time, using: &workspace)
    }

    /// The same with the memory of a workspace, which serves one article after another on one thread.
    package init(
        of article: Article, id: ContentID, time: Moment, using workspace: inout Workspace
    ) {
        self.id = id
        self.time = time
        guid = IdentityHash.guid(article.guid, source: article.source)
        url = IdentityHash.url(article.url)
        language = IdentityHash.language(article.language)
        edition = Edition(of: article)
        isNotice = article.isNotice
        workspace.begin()
        if var headline = article.headline {
            headline.withUTF8 { bytes in
                workspace.terms.collect(headline: bytes)
                if article.text.isEmpty { workspace.takeKeys(of: bytes) }
            }
        }
        if !article.text.isEmpty {
            article.text.withUnsafeBufferPointer { bytes in workspace.takeText(bytes) }
        }
        keys = workspace.winnower.finish()
        wordCount = article.text.isEmpty ? 0 : workspace.winnower.wordCount
        terms = workspace.terms.finish()
    }

    /// Memory that the features of one article after another are worked out in.
    package struct Workspace: ~Copyable {
        fileprivate var winnower = Winnower(window: 16)
        fileprivate var terms = StoryTermCollector()

        package init() {}

        fileprivate mutating func begin() {
            winnower.begin(window: 16)
            terms.begin()
        }

        fileprivate mutating func takeKeys(of bytes: UnsafeBufferPointer<UInt8>) {
            winnower.begin(window: Winnower.window(forBytes: bytes.count))
            var scanner = WordScanner(bytes)
            while let word = scanner.next() { winnower.append(word.hash) }
        }

        fileprivate mutating func takeText(_ bytes: UnsafeBufferPointer<UInt8>) {
            winnower.begin(window: Winnower.window(forBytes: bytes.count))
            var scanner = WordScanner(bytes)
            while terms.wantsMore, let word = scanner.next() {
                winnower.append(word.hash)
                terms.collect(textWord: word)
            }
            while let word = scanner.next() { winnower.append(word.hash) }
        }
    }
}
