import Articles
import Platform
import SystemPackage

/// How much room an archive takes, for whoever asks again and again: its thousands of segments are
/// looked at only when one of them came, was compressed or went; else only those that grow.
package struct ArchiveMeter {
    /// The segments of a stream that are plain, or those that are compressed.
    package struct Share: Sendable, Equatable {
        package var stream: Stream
        package var isCompressed: Bool
        package var segments = 0
        package var bytes: Int64 = 0
    }

    /// What was found by a look at all segments.
    private struct Listing {
        /// The directory as it was.
        var inode: UInt64
        var changed: Int64
        var shares: [Share]
        /// The one that grows, of each stream, and its size then.
        var growing: [Stream: (path: FilePath, bytes: Int64)]
    }

    private let path: FilePath
    private var listing: Listing?

    /// - Parameter path: of the archive; it need not be there yet.
    package init(of path: FilePath) { self.path = path }

    /// Segments and bytes of each stream, plain and compressed, and the bytes that may still be
    /// written to the file system.
    package mutating func measure() throws(SystemError) -> (shares: [Share], freeBytes: Int) {
        let layout = try ArchiveLayout(existing: path)
        let status = try layout.segments.descriptor.status()
        var known: Listing
        if let listing, listing.inode == status.inode, listing.changed == status.changed {
            known = listing
        } else {
            known = try Self.list(layout, status)
        }
        // Within one tick of the kernel's clock, 10 ms at the most, a directory may change twice.
        let isSettled = SystemClock.now - status.changed > 1_000_000_000
        listing = isSettled ? known : nil
        try Self.grow(&known, layout)
        return (known.shares, Int(clamping: try layout.root.free().bytes))
    }

    private static func list(
        _ layout: ArchiveLayout, _ directory: FileStatus
    ) throws(SystemError) -> Listing {
        var listing = Listing(
            inode: directory.inode, changed: directory.changed, shares: [], growing: [:])
        for stream in Stream.allCases {
            var plain = Share(stream: stream, isCompressed: false)
            var compressed = Share(stream: stream, isCompressed: true)
            var newest: UInt32 = 0
            for file in try layout.files(of: stream) {
                guard let bytes = try size(of: file.path, in: layout) else { continue }
                if file.compression != nil {
                    compressed.segments += 1
                    compressed.bytes += bytes
                    continue
                }
                plain.segments += 1
                plain.bytes += bytes
                if file.name.number > newest {
                    newest = file.name.number
                    listing.growing[stream] = (file.path, bytes)
                }
            }
            listing.shares += [plain, compressed]
        }
        return listing
    }

    /// Adds what was appended since the listing.
    private static func grow(_ listing: inout Listing, _ layout: ArchiveLayout) throws(SystemError)
    {
        for (stream, file) in listing.growing {
            guard let bytes = try size(of: file.path, in: layout),
                let share = listing.shares.firstIndex(where: {
                    $0.stream == stream && !$0.isCompressed
                })
            else { continue }
            listing.shares[share].bytes += bytes - file.bytes
        }
    }

    /// Nil where the file went meanwhile.
    private static func size(
        of file: FilePath, in layout: ArchiveLayout
    ) throws(SystemError) -> Int64? {
        try layout.segments.statusIfThere(file)?.size
    }
}
