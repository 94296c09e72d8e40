import Archiving
import ArgumentParser
import Articles
import Platform
import Settings

/// Records as they are named on the command line.
enum RecordArgument {
    static let help = """
        RECORD is an id, the first digits of one (at least four), or STREAM:SEQUENCE, such as \
        articles:1204 or duplicates:7.
        """

    /// - Throws: `ValidationError`
    static func name(_ text: String) throws -> RecordName {
        guard let name = RecordName(text) else {
            throw ValidationError("'\(text)' is no record. \(help)")
        }
        return name
    }

    /// - Throws: ``Failure``
    static func search(_ settings: Settings) throws -> ArchiveSearch {
        do throws(SystemError) {
            return try ArchiveSearch(at: settings.archive.path)
        } catch {
            throw error.cause == .missing
                ? Failure("there is no archive at \(settings.archive.path.printable)", .noRecord)
                : Failure(error.description, .inputOutput)
        }
    }

    /// - Throws: ``Failure``
    static func find(_ name: RecordName, in search: ArchiveSearch) throws -> FoundRecord {
        do {
            return try search.find(name)
        } catch let failure as SearchFailure {
            throw Failure(failure)
        } catch {
            throw Failure("\(error)", .inputOutput)
        }
    }

    /// The record that has the article of one that only refers to it; nil for one that has its own.
    /// - Throws: ``Failure``
    static func whole(
        _ archived: ArchivedRecord, in search: ArchiveSearch
    ) throws -> ArchivedRecord? {
        guard archived.form == .reference else { return nil }
        do {
            return try search.newest(archived.record.id)?.decoded()
        } catch {
            throw Failure("\(error)", .inputOutput)
        }
    }

    /// What a line says.
    /// - Throws: ``Failure``
    static func decoded(_ found: FoundRecord) throws -> ArchivedRecord {
        do {
            return try found.decoded()
        } catch {
            throw Failure("\(found.place) is damaged: \(error)", .inputOutput)
        }
    }
}

extension Failure {
    /// With what an ambiguous name may mean, a line each.
    fileprivate init(_ failure: SearchFailure) {
        guard case .ambiguous(_, let candidates, let count) = failure else {
            self.init(failure.description, .noRecord)
            return
        }
        var lines = [failure.description]
        for candidate in candidates {
            lines.append("  \(candidate.id.hex)  \(candidate.place)  \(Self.title(candidate))")
        }
        if count > candidates.count { lines.append("  … and \(count - candidates.count) more") }
        self.init(lines.joined(separator: "\n"), .usage)
    }

    private static func title(_ found: FoundRecord) -> String {
        do {
            return TerminalText.safe(try found.decoded().record.article.title)
        } catch {
            // Who asks for this one is told.
            return "(damaged)"
        }
    }
}
