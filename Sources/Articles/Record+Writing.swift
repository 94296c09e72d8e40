import JSON

extension Record {
    /// The line of JSON Lines, its line feed included.
    package func line(sequence: UInt64, form: Form) -> [UInt8] {
        var line: [UInt8] = []
        append(to: &line, sequence: sequence, form: form)
        return line
    }

    /// Appends the line to a buffer, its line feed included: keys in the order of the contract,
    /// absent rather than null.
    ///
    /// Identity and sequence come first, so that the first 80 bytes of each line are its own.
    package func append(to buffer: inout [UInt8], sequence: UInt64, form: Form) {
        // Growing by what is probably needed, but at least by doubling, keeps appending linear.
        let wanted = buffer.count + (form == .whole ? article.text.count + 1536 : 1024)
        if wanted > buffer.capacity { buffer.reserveCapacity(max(wanted, buffer.capacity * 2)) }
        JSONWriter.append(to: &buffer) { writer in
            writer.beginObject()
            writer.key("id")
            writer.string(id)
            writer.key("sequence")
            writer.integer(sequence)
            judgement.writeMembers(to: &writer)
            switch form {
            case .whole: article.writeMembers(to: &writer, feed: feed)
            case .reference: article.writeOrigin(to: &writer, feed: feed)
            }
            writer.key("file")
            file.write(to: &writer)
            writer.key("rules")
            writer.integer(rules)
            writer.key("received")
            writer.string(received, .microseconds)
            writer.endObject()
            writer.lineFeed()
        }
    }
}

extension Judgement {
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.key("verdict")
        writer.string(verdict.rawValue)
        if !isOfUnknown {
            writer.key("original")
            writer.string(original)
        }
        if verdict != .withdrawal {
            writer.key("revision")
            writer.integer(revision)
        }
        if let match {
            writer.key("match")
            writer.string(match.rawValue)
        }
        if let similarity {
            writer.key("similarity")
            writer.fraction(similarity)
        }
        if !isOfUnknown {
            writer.key("story")
            writer.string(story)
        }
        if let corrects {
            writer.key("corrects")
            writer.string(corrects.description)
        }
    }
}

extension Article {
    fileprivate func writeMembers(to writer: inout JSONWriter, feed: String) {
        writer.member("headline", headline)
        writer.member("summary", summary)
        if !text.isEmpty {
            writer.key("text")
            writer.string(utf8: text)
        }
        writer.member("bylines", bylines)
        if let dateline {
            writer.key("dateline")
            writer.beginObject()
            writer.member("place", dateline.place)
            writer.member("date", dateline.date)
            writer.member("printed", dateline.printed)
            writer.endObject()
        }
        writer.member("source", source)
        writer.member("credit", credit)
        writer.member("guid", guid)
        writer.member("url", url)
        writer.member("feed", feed)
        if let published {
            writer.key("published")
            writer.string(published.moment, .seconds)
            writer.member("publishedPrecision", published.precision.rawValue)
            writer.member("publishedPrinted", published.printed)
        }
        if let updated {
            writer.key("updated")
            writer.string(updated.moment, .seconds)
            writer.member("updatedPrecision", updated.precision.rawValue)
        }
        writer.member("language", language)
        writer.member("place", place)
        writer.member("keywords", keywords)
        writer.member("section", section)
        writer.member("image", image)
        writer.member("license", license)
        writer.member("version", version)
        writer.member("status", status?.rawValue)
        if let embargoed {
            writer.key("embargoed")
            writer.string(embargoed, .seconds)
        }
        if let urgency {
            writer.key("urgency")
            writer.integer(urgency)
        }
        writer.member("extent", extent?.rawValue)
        if !extra.isEmpty {
            writer.key("extra")
            writer.beginObject()
            for (key, value) in extra {
                writer.key(string: key)
                writer.string(value)
            }
            writer.endObject()
        }
    }

    /// Who sent the copy: the only fields of it that its original does not tell.
    fileprivate func writeOrigin(to writer: inout JSONWriter, feed: String) {
        writer.member("source", source)
        writer.member("guid", guid)
        writer.member("url", url)
        writer.member("feed", feed)
    }
}

extension FileReference {
    /// How every record of the file, in this state, names it: the object up to the digest.
    package var beginningInRecord: [UInt8] {
        var writer = JSONWriter()
        writeBeginning(to: &writer)
        return writer.finish()
    }

    private func writeBeginning(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("path", path)
        writer.key("size")
        writer.integer(size)
        writer.key("modified")
        writer.string(modified, .microseconds)
        writer.member("sha256", sha256)
    }

    fileprivate func write(to writer: inout JSONWriter) {
        writeBeginning(to: &writer)
        writer.member("format", format)
        writer.member("member", member)
        writer.key("item")
        writer.integer(item)
        writer.endObject()
    }
}
