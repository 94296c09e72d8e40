import Platform
import SystemPackage

/// One look at the inbox or a part of it: directories are watched, then listed, so that nothing
/// falls between the two; files are found in blocks, each in the order of their changes.
package struct InboxScan {
    /// As many entries are held and sorted at once; a million waiting files need no more memory.
    static let blockSize = 16_384

    package enum Found {
        case ready(FilePath, FileIdentity)
        /// Changed a moment ago: it may not be complete.
        case unsettled(FilePath, FileIdentity)
    }

    var root: InboxRoot
    var rules: InboxRules
    var isKept: (FilePath, FileIdentity) -> Bool
    var watch: (borrowing Directory, FilePath) -> Void
    var notice: (InboxNotice) -> Void
    var isStopped: () -> Bool

    private struct File {
        var path: FilePath
        var status: FileStatus
    }

    package init(
        root: InboxRoot, rules: InboxRules, isKept: @escaping (FilePath, FileIdentity) -> Bool,
        watch: @escaping (borrowing Directory, FilePath) -> Void,
        notice: @escaping (InboxNotice) -> Void, isStopped: @escaping () -> Bool
    ) {
        self.root = root
        self.rules = rules
        self.isKept = isKept
        self.watch = watch
        self.notice = notice
        self.isStopped = isStopped
    }

    /// - Returns: how many files lie there that are not ignored.
    package func run(from start: FilePath, _ found: (Found) -> Void) -> Int {
        var directories = [start]
        var count = 0
        while let path = directories.popLast(), !isStopped() {
            do throws(SystemError) {
                let directory = try root.directory.directory(path)
                watch(directory, path)
                let subdirectories = try list(directory, path, &count, found)
                if rules.recursive { directories.append(contentsOf: subdirectories.reversed()) }
            } catch  where error.cause == .missing {
                continue
            } catch {
                notice(.notListed(error))
            }
        }
        return count
    }

    private func list(
        _ directory: borrowing Directory, _ path: FilePath, _ count: inout Int,
        _ found: (Found) -> Void
    ) throws(SystemError) -> [FilePath] {
        let entries = try DirectoryEntries(directory)
        var block: [File] = []
        var subdirectories: [FilePath] = []
        while !isStopped(), let entry = try entries.next() {
            let entryPath = path.appending(entry.name)
            if rules.ignores(entryPath) { continue }
            if entry.kind == .directory {
                subdirectories.append(entryPath)
                continue
            }
            guard let status = try status(entry.name, in: directory) else { continue }
            switch status.kind {
            case .directory: subdirectories.append(entryPath)
            case .regular:
                count += 1
                if isKept(entryPath, status.identity) { continue }
                block.append(File(path: entryPath, status: status))
            case .symbolicLink, .other: notice(.notRegular(entryPath))
            }
            if block.count >= Self.blockSize { hand(&block, found) }
        }
        hand(&block, found)
        return subdirectories.sorted { $0.string < $1.string }
    }

    /// Nil where it was moved or removed since it was listed.
    ///
    /// - Throws: where the directory lets nobody look at what is in it.
    private func status(
        _ name: FilePath.Component, in directory: borrowing Directory
    ) throws(SystemError) -> FileStatus? {
        do throws(SystemError) {
            return try directory.status(FilePath(root: nil, [name]))
        } catch {
            if error.cause == .denied { throw error }
            return nil
        }
    }

    private func hand(_ block: inout [File], _ found: (Found) -> Void) {
        block.sort {
            ($0.status.changed, $0.path.string) < ($1.status.changed, $1.path.string)
        }
        let now = SystemClock.now
        for file in block {
            if Double(now - file.status.modified) / 1e9 > rules.settleSeconds {
                found(.ready(file.path, file.status.identity))
            } else {
                found(.unsettled(file.path, file.status.identity))
            }
        }
        block.removeAll(keepingCapacity: true)
    }
}
