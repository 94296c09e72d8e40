import Platform
import SystemPackage

/// Counts what lies in the inbox by its names alone: much faster than a scan, and in no memory.
package struct InboxCount {
    private let root: InboxRoot
    private let rules: InboxRules
    private let isStopped: () -> Bool

    package init(root: InboxRoot, rules: InboxRules, isStopped: @escaping () -> Bool) {
        self.root = root
        self.rules = rules
        self.isStopped = isStopped
    }

    /// How many names there are that are not ignored and stand for no directory; as many as were found
    /// where a directory cannot be listed, or it is to stop.
    package func run() -> Int {
        var directories = [FilePath()]
        var count = 0
        while let path = directories.popLast(), !isStopped() {
            do throws(SystemError) {
                let entries = try DirectoryEntries(try root.directory.directory(path))
                while !isStopped(), let entry = try entries.next() {
                    let entryPath = path.appending(entry.name)
                    if rules.ignores(entryPath) { continue }
                    if entry.kind != .directory {
                        count += 1
                    } else if rules.recursive {
                        directories.append(entryPath)
                    }
                }
            } catch {
                // The scan tells of directories that cannot be listed.
                continue
            }
        }
        return count
    }
}
