import Articles
import JSON
import Platform

/// JSON Feed 1.0 and 1.1: an item is an article.
struct JSONFeedReader: DocumentReader {
    static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem] {
        let limits = document.limits
        let text = document.text
        var parser = JSONParser(depth: limits.depth)
        do {
            return try parser.parse(text) { try items(of: $0, limits, text) }
        } catch let reason as Reason {
            throw reason
        } catch let error as JSONError {
            throw broken(error, in: text)
        } catch {
            throw Reason(.brokenJSON, what: "\(error)", advice: "Correct it.")
        }
    }

    private static func items(
        of feed: JSONValue, _ limits: ReadingLimits, _ text: UnsafeRawBufferPointer
    ) throws(Reason) -> [DocumentItem] {
        guard let items = feed.member("items"), items.elements.contains(where: { _ in true }) else {
            throw .noEntries
        }
        let head = Head(feed)
        var found: [DocumentItem] = []
        for item in items.elements {
            guard found.count < limits.articlesPerFile else {
                throw .tooManyArticles(limits.articlesPerFile)
            }
            found.append(
                DocumentItem(Result { () throws(Reason) in try head.draft(of: item, limits) }))
        }
        return found
    }

    /// What the feed says of all its items.
    private struct Head {
        let title: String?
        let language: String?
        let authors: [String]

        init(_ feed: JSONValue) {
            title = feed.member("title")?.plainString
            language = feed.member("language")?.plainString
            authors = (feed.member("authors") ?? feed.member("author"))?.names ?? []
        }

        func draft(of item: JSONValue, _ limits: ReadingLimits) throws(Reason) -> Draft {
            guard let summary = item.member("summary")?.plainString else {
                return completed(try ArticleObject.draft(of: item, limits: limits))
            }
            do throws(Reason) {
                return completed(try ArticleObject.draft(of: item, limits: limits))
            } catch {
                guard error.code == .noText else { throw error }
                // A summary alone is enough in a feed.
                var draft = Draft(form: .fields)
                draft.summary = summary
                draft.guid = item.member("id")?.printed
                draft.url = item.member("url")?.plainString
                draft.published = item.member("date_published")?.printed
                draft.updated = item.member("date_modified")?.printed
                return completed(draft)
            }
        }

        private func completed(_ found: Draft) -> Draft {
            var draft = found
            if draft.text.isEmpty, let summary = draft.summary {
                draft.text = Array(summary.utf8)
                draft.summary = nil
                draft.extent = .teaser
            } else if !draft.text.isEmpty {
                draft.extent = .full
            }
            draft.source = draft.source ?? title
            draft.language = draft.language ?? language
            if draft.bylines.isEmpty { draft.bylines = authors }
            return draft
        }
    }

    private static func broken(_ error: JSONError, in text: UnsafeRawBufferPointer) -> Reason {
        let index = min(error.offset, text.count)
        guard error.isTruncation else {
            return .json(
                error, subject: "The feed", advice: "Correct it and drop it again.",
                at: UInt64(index), line: text.line(at: index))
        }
        return Reason(
            .truncated, what: "The feed ends in the middle of its structure, at byte \(index).",
            advice: "The file was probably cut off: drop it again, whole.", offset: UInt64(index))
    }

    /// Whether JSON is a feed, by the address of its version, which stands first by custom.
    static func isOne(_ head: UnsafeRawBufferPointer) -> Bool {
        let beginning = Array(head.prefix(Sniffer.headBytes))[...]
        return beginning.contains(bytes: Array("jsonfeed.org/version/".utf8))
            || beginning.contains(bytes: Array("jsonfeed.org\\/version\\/".utf8))
    }
}
