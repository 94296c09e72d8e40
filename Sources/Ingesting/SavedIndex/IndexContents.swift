import Judging
import Platform

/// The table of contents of a saved index, which ends the file: a file without one was never
/// finished.
///
/// Parts, one after another; the contents; four words: where the contents begin, how many bytes they
/// are, a checksum of all that comes before it in contents and trailer, and ``mark``. All are words
/// as the machine has them: of a machine with another byte order, the mark is another.
struct IndexContents {
    struct Entry {
        var part: SavedPart
        /// Bytes from the start of the file.
        var offset: Int
        var checksum: UInt64
    }

    /// What a saved index depends on beside the archive.
    struct Basis: Equatable {
        /// Of the parts, and of how articles are taken apart.
        var form: UInt64
        var windowDays: Int
        var stories: Bool
    }

    var basis: Basis
    private(set) var entries: [Entry] = []
    /// Bytes of the parts, which lie one behind the other.
    private(set) var partsEnd = 0

    private static let mark: UInt64 = 0x7869_646E_6965_7277
    private static let headWords = 4
    private static let entryWords = 7
    private static let trailerBytes = 32

    init(basis: Basis) { self.basis = basis }

    mutating func append(_ part: SavedPart, checksum: UInt64) {
        entries.append(Entry(part: part, offset: partsEnd, checksum: checksum))
        partsEnd += part.byteCount
    }

    /// The bytes that follow the parts and end the file.
    var bytes: [UInt8] {
        var words = [
            basis.form, Self.word(basis.windowDays), basis.stories ? 1 : 0,
            Self.word(entries.count),
        ]
        for entry in entries {
            let part = entry.part
            words += [
                UInt64(part.kind.rawValue), Self.word(part.number), Self.word(part.through),
                Self.word(part.shape.0), Self.word(part.shape.1), Self.word(part.byteCount),
                entry.checksum,
            ]
        }
        words += [Self.word(partsEnd), Self.word(words.count * 8)]
        words += [words.withUnsafeBytes(Checksum.of), Self.mark]
        return words.withUnsafeBytes { Array($0) }
    }

    /// Reads the contents of a file.
    ///
    /// - Throws: ``SavedIndexFault``.
    init(of file: borrowing Descriptor) throws(SavedIndexFault) {
        let (words, end) = try Self.words(of: file)
        guard words.count >= Self.headWords,
            words.count == Self.headWords + (words.count - Self.headWords) / Self.entryWords
                * Self.entryWords,
            Self.integer(words[3]) == words.count / Self.entryWords
        else { throw .damaged("contents of another length") }
        basis = Basis(
            form: words[0], windowDays: Self.integer(words[1]), stories: words[2] == 1)
        for start in stride(from: Self.headWords, to: words.count, by: Self.entryWords) {
            let numbers = words[(start + 1)..<(start + 6)].map(Self.integer)
            guard let kind = UInt32(exactly: words[start]).flatMap(SavedPart.Kind.init(rawValue:)),
                (0...(end - partsEnd)).contains(numbers[4])
            else { throw .damaged("a part that cannot be") }
            append(
                SavedPart(
                    kind: kind, number: numbers[0], through: numbers[1],
                    shape: (numbers[2], numbers[3]), byteCount: numbers[4]),
                checksum: words[start + 6])
        }
        guard partsEnd == end else { throw .damaged("parts of another length") }
    }

    /// The words of the contents, and where they begin.
    private static func words(
        of file: borrowing Descriptor
    ) throws(SavedIndexFault) -> (words: [UInt64], start: Int) {
        do throws(SystemError) {
            let size = Int(try file.status().size)
            let trailer = Self.words(
                try file.bytes(at: Int64(max(0, size - trailerBytes)), count: trailerBytes))
            guard trailer.count == 4, trailer[3] == mark else { return ([], 0) }
            let (start, count) = (integer(trailer[0]), integer(trailer[1]))
            guard start >= 0, count >= 0, count % 8 == 0, start <= size - trailerBytes,
                count == size - trailerBytes - start
            else { return ([], 0) }
            let words = Self.words(try file.bytes(at: Int64(start), count: count))
            let sum = (words + trailer[..<2]).withUnsafeBytes(Checksum.of)
            return sum == trailer[2] && words.count == count / 8 ? (words, start) : ([], 0)
        } catch {
            throw .unreadable(error)
        }
    }

    private static func words(_ bytes: [UInt8]) -> [UInt64] {
        bytes.withUnsafeBytes { bytes in
            (0..<bytes.count / 8).map {
                bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)
            }
        }
    }

    private static func word(_ integer: Int) -> UInt64 { UInt64(bitPattern: Int64(integer)) }
    private static func integer(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word) }
}

extension IndexContents.Basis {
    init(_ settings: Judge.Settings) {
        self.init(
            form: Judge.savedForm, windowDays: settings.windowDays, stories: settings.stories)
    }
}
