import Articles
import Ingesting
import JSON
import Platform
import SystemPackage

/// What would become of an item, for programs: one line of JSON.
enum InspectionLine {
    static func json(_ reason: Reason, of path: FilePath) -> String {
        line(of: path, item: nil) { writer in
            writer.key("fault")
            writer.beginObject()
            reason.writeMembers(to: &writer)
            writer.endObject()
        }
    }

    static func json(_ item: DryRun.Item, of path: FilePath) -> String {
        line(of: path, item: item.number) { writer in
            switch item.result {
            case .failure(let reason):
                writer.key("fault")
                writer.beginObject()
                reason.writeMembers(to: &writer)
                writer.endObject()
            case .success(let finding):
                writer.key("record")
                // A dry run has no place in a stream: its sequence is 0.
                writer.raw(finding.record.line(sequence: 0, form: .whole).dropLast())
                if let notes = finding.notes { write(notes, to: &writer) }
                let cuts = finding.cuts.map { ($0.rule.rawValue, $0.line, $0.text) }
                write(cuts, as: "cuts", to: &writer)
            }
        }
    }

    private static func write(_ notes: ReadingNotes, to writer: inout JSONWriter) {
        writer.key("candidates")
        writer.beginArray()
        for candidate in notes.candidates {
            writer.beginObject()
            writer.key("name")
            writer.string(candidate.name)
            writer.key("score")
            writer.fraction(candidate.score)
            writer.key("line")
            writer.integer(candidate.line)
            writer.key("chosen")
            writer.bool(candidate.isChosen)
            writer.endObject()
        }
        writer.endArray()
        write(notes.cuts.map { ($0.rule, $0.line, $0.text) }, as: "leftOut", to: &writer)
    }

    private static func write(
        _ cuts: [(rule: String, line: Int, text: String)], as key: StaticString,
        to writer: inout JSONWriter
    ) {
        writer.key(key)
        writer.beginArray()
        for cut in cuts {
            writer.beginObject()
            writer.key("rule")
            writer.string(cut.rule)
            writer.key("line")
            writer.integer(cut.line)
            writer.key("text")
            writer.string(cut.text)
            writer.endObject()
        }
        writer.endArray()
    }

    private static func line(
        of path: FilePath, item: Int?, _ body: (inout JSONWriter) -> Void
    ) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("file")
        writer.string(path.printable)
        if let item {
            writer.key("item")
            writer.integer(item)
        }
        body(&writer)
        writer.endObject()
        writer.lineFeed()
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}
