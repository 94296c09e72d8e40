import Articles
import Platform
import SystemPackage

/// Why a name does not lead to a record.
package enum SearchFailure: Error, Sendable, CustomStringConvertible {
    /// No record is called so.
    case notFound(RecordName, Looked)
    /// Several ids begin so: of the first few of them the newest record, and how many there are.
    case ambiguous(RecordName, [FoundRecord], count: Int)
    /// Its segment was removed after `archive.keepDays`: all that is known of it.
    case removed(ForgottenRecord)

    /// Where was looked.
    package struct Looked: Sendable, Equatable {
        package var archive: FilePath
        package var segments = 0
        /// The records that are there of each stream, as far as its ends tell.
        package var records: [Stream: ClosedRange<UInt64>] = [:]
        /// Parts of segments that could not be read.
        package var unreadable: [String] = []
    }

    package var description: String {
        switch self {
        case .notFound(let name, let looked):
            "no record \(name) in \(looked)"
        case .ambiguous(let name, _, let count):
            "\(count) articles have an id that begins with \(name): give more of its digits, or "
                + "STREAM:SEQUENCE"
        case .removed(let record):
            "articles:\(record.sequence), \(record.id.hex), received \(record.received.toTheSecond),"
                + " was removed from the archive: only its identity is kept"
        }
    }
}

extension SearchFailure.Looked: CustomStringConvertible {
    package var description: String {
        let streams = Stream.allCases.map { stream in
            records[stream].map {
                "\(RecordPlace(stream, $0.lowerBound)) to \(RecordPlace(stream, $0.upperBound))"
            } ?? "no \(stream.rawValue)"
        }
        let words = segments == 1 ? "1 segment" : "\(segments) segments"
        let damage = unreadable.first.map {
            "; \(unreadable.count == 1 ? "a part" : "\(unreadable.count) parts") could not be read,"
                + " first \($0)"
        }
        return "\(words) of \(archive.printable) (\(streams.joined(separator: ", ")))"
            + (damage ?? "")
    }
}

extension SearchFailure.Looked {
    mutating func add(_ segment: SegmentName, _ unreadable: [Int64]) {
        self.unreadable += unreadable.map { "\(segment), byte \($0)" }
    }

    /// With how much there is altogether.
    func counted(_ layout: ArchiveLayout) throws(SystemError) -> SearchFailure.Looked {
        var counted = self
        for stream in Stream.allCases {
            let names = try layout.names(of: stream)
            counted.segments += names.count
            guard let oldest = names.first, let newest = names.last else { continue }
            do throws(SystemError) {
                let first = try SegmentReader.open(oldest, in: layout.segments).firstSequence()
                let last = try SegmentReader.open(newest, in: layout.segments).lastLine().line
                    .flatMap(RecordTail.sequence)
                if let first, let last, first <= last { counted.records[stream] = first...last }
            } catch {
                guard error.isOfALostRecord else { throw error }
            }
        }
        return counted
    }
}
