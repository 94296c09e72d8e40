import Glibc

/// Calls on whole files.
enum Files {
    static func write(_ bytes: [UInt8], to path: Path, syncing: Bool = false) throws {
        let file = path.withC { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
        guard file >= 0 else { throw Failure(call: "open", path) }
        defer { close(file) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            guard count > 0 else { throw Failure(call: "write", path) }
            done += count
        }
        if syncing { guard fsync(file) == 0 else { throw Failure(call: "fsync", path) } }
    }

    static func write(_ text: String, to path: Path) throws {
        try write(Array(text.utf8), to: path)
    }

    /// The bytes of a file from `offset` on.
    static func read(_ path: Path, from offset: Int = 0) throws -> [UInt8] {
        let file = path.withC { open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard file >= 0 else { throw Failure(call: "open", path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var position = offset
        while true {
            let count = min(1 << 20, max(4096, (size(path) ?? 0) - position))
            var error: CInt = 0
            let block = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                let read = pread(file, buffer.baseAddress, count, position)
                error = read < 0 ? errno : 0
                filled = max(0, read)
            }
            guard error == 0 else { throw Failure(call: "read", path) }
            if block.isEmpty { return bytes }
            bytes += block
            position += block.count
        }
    }

    /// The text of a file; empty where there is none.
    static func text(_ path: Path) -> String {
        do { return String(decoding: try read(path), as: UTF8.self) } catch { return "" }
    }

    private static func status(_ path: Path) -> stat? {
        var status = stat()
        return path.withC { lstat($0, &status) } == 0 ? status : nil
    }

    static func exists(_ path: Path) -> Bool { status(path) != nil }

    static func size(_ path: Path) -> Int? { status(path).map { Int($0.st_size) } }

    static func inode(_ path: Path) -> UInt64? { status(path).map { UInt64($0.st_ino) } }

    static func makeDirectory(_ path: Path) throws {
        if path.bytes.isEmpty || exists(path) { return }
        try makeDirectory(path.directory)
        guard path.withC({ mkdir($0, 0o755) }) == 0 || errno == EEXIST else {
            throw Failure(call: "mkdir", path)
        }
    }

    static func rename(_ from: Path, _ to: Path) throws {
        guard from.withC({ from in to.withC { Glibc.rename(from, $0) } }) == 0 else {
            throw Failure(call: "rename", from)
        }
    }

    static func remove(_ path: Path) throws {
        guard path.withC({ unlink($0) }) == 0 else { throw Failure(call: "unlink", path) }
    }

    static func sync(directory: Path) throws {
        let file = directory.withC { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard file >= 0 else { throw Failure(call: "open", directory) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw Failure(call: "fsync", directory) }
    }

    /// What is not a directory beneath one, relative to it; empty where there is none.
    static func list(_ directory: Path) -> [Path] {
        var found: [Path] = []
        var waiting: [Path] = [""]
        while let relative = waiting.popLast() {
            for entry in entries(directory / relative) {
                if entry.isDirectory {
                    waiting.append(relative / entry.name)
                } else {
                    found.append(relative / entry.name)
                }
            }
        }
        return found
    }

    /// Whether nothing lies beneath a directory but directories, and names that do not count.
    static func isEmpty(_ directory: Path, ignoring: (Path) -> Bool = { _ in false }) -> Bool {
        let entries = entries(directory)
        return entries.allSatisfy { $0.isDirectory || ignoring($0.name) }
            && entries.allSatisfy {
                !$0.isDirectory || isEmpty(directory / $0.name, ignoring: ignoring)
            }
    }

    private static func entries(_ directory: Path) -> [(name: Path, isDirectory: Bool)] {
        guard let stream = directory.withC({ opendir($0) }) else { return [] }
        defer { closedir(stream) }
        var entries: [(name: Path, isDirectory: Bool)] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Path($0.prefix { $0 != 0 }) }
            if name == "." || name == ".." { continue }
            entries.append((name, Int(entry.pointee.d_type) == Int(DT_DIR)))
        }
        return entries
    }
}
