import Platform
import SystemPackage

/// A file that is complete, regular, inside the inbox and open: ours until it is put away.
package final class ClaimedFile: Sendable {
    package let candidate: Candidate
    package let descriptor: Descriptor
    /// As it was when it was claimed.
    package let status: FileStatus

    private init(candidate: Candidate, descriptor: consuming Descriptor, status: FileStatus) {
        self.candidate = candidate
        self.descriptor = descriptor
        self.status = status
    }

    package var path: FilePath { candidate.path }

    /// Whether nobody has changed the file since it was claimed.
    package func isUnchanged() throws(SystemError) -> Bool {
        try descriptor.status().identity == status.identity
    }

    /// The digest of the whole file, 64 hex digits, read in blocks.
    package func sha256(using digest: borrowing SHA256) throws(SystemError) -> String {
        try descriptor.sha256(using: digest)
    }

    /// The same; nil where `goesOn`, asked before each block, says no.
    package func sha256(
        using digest: borrowing SHA256, while goesOn: () -> Bool
    ) throws(SystemError) -> String? {
        try descriptor.feed(digest, while: goesOn) ? digest.finish().hex : nil
    }

    package enum Outcome: Sendable {
        case claimed(ClaimedFile)
        /// Somebody still writes it.
        case notYet
        /// It is not there any more.
        case vanished
        /// A directory, link, device, FIFO or socket.
        case notRegular
        /// There, but not ours to read.
        case unreadable(SystemError)
        /// No descriptor or memory is to be had for now.
        case exhausted(SystemError)
    }

    /// Opens what a candidate names, following no link, and looks whether it can be taken.
    package static func claim(_ candidate: Candidate, rules: InboxRules) -> Outcome {
        do throws(SystemError) {
            // Looked at first: opening a FIFO lets its writer go, and opening a device may do
            // anything.
            guard try candidate.root.directory.status(candidate.path).kind == .regular else {
                return .notRegular
            }
            let descriptor = try candidate.root.directory.file(candidate.path)
            let status = try descriptor.status()
            guard status.kind == .regular else { return .notRegular }
            guard isComplete(candidate, descriptor, status, rules) else { return .notYet }
            return .claimed(
                ClaimedFile(candidate: candidate, descriptor: descriptor, status: status))
        } catch {
            switch error.cause {
            case .missing: return .vanished
            case .unsafePath, .wrongKind, .otherFileSystem: return .notRegular
            case .exhausted: return .exhausted(error)
            default: return .unreadable(error)
            }
        }
    }

    /// No file is complete while the kernel says that a writer is there: one that was moved in may
    /// be written again before it is read. Where the kernel does not say, a file that was moved in
    /// is complete, and one that was never seen closed gets ten times as long.
    private static func isComplete(
        _ candidate: Candidate, _ descriptor: borrowing Descriptor, _ status: FileStatus,
        _ rules: InboxRules
    ) -> Bool {
        switch candidate.sighting {
        case .movedIn, .waited, .closed, .found: return descriptor.hasWriter != true
        case .created:
            if let hasWriter = descriptor.hasWriter { return !hasWriter }
            let age = Double(SystemClock.now - status.modified) / 1e9
            return age < 0 || age > rules.settleSeconds * 10
        }
    }
}

extension Descriptor {
    /// The digest of a whole file, 64 hex digits, read in blocks.
    func sha256(using digest: borrowing SHA256) throws(SystemError) -> String {
        _ = try feed(digest) { true }
        return digest.finish().hex
    }

    /// - Returns: whether all of it was read.
    fileprivate func feed(
        _ digest: borrowing SHA256, while goesOn: () -> Bool
    ) throws(SystemError) -> Bool {
        digest.reset()
        var offset: Int64 = 0
        while goesOn() {
            let block = try bytes(at: offset, count: 1 << 20)
            if block.isEmpty { return true }
            digest.update(block)
            offset += Int64(block.count)
        }
        return false
    }
}
