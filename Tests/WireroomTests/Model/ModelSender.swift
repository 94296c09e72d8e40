import Glibc

/// Does to real files what actions say, and tells the model what came of it: the daemon may have
/// taken any file a moment before.
///
/// Files belong to the daemon's user, so that permissions and leases work as they do for it.
final class ModelSender {
    let root: String
    let user: uid_t?
    var model = InboxModel()
    private var temporaries = 0

    init(root: String, user: uid_t?) {
        self.root = root
        self.user = user
    }

    private func at(_ path: String) -> String { "\(root)/\(path)" }

    private func isThere(_ path: String) -> Bool { Files.exists(at(path)) }

    // MARK: Files

    func drop(_ content: ModelContent, at path: String) throws {
        try makeDirectory(parent(path))
        temporaries += 1
        let temporary = parent(path) + "/.drop-\(temporaries).tmp"
        let file = try create(temporary)
        try write(content.bytes, to: file)
        close(file)
        try Files.rename(at(temporary), at(path))
        model.placed(content, at: path)
    }

    func write(_ content: ModelContent, at path: String) throws {
        let isOver = try change(path, to: { _ in content }, flags: O_WRONLY | O_TRUNC) { file, _ in
            try write(content.bytes, to: file, pieces: 3)
        }
        if isOver { return }
        try makeDirectory(parent(path))
        let file = try create(path)
        try write(content.bytes, to: file, pieces: 3)
        close(file)
        model.placed(content, at: path)
    }

    func append(_ number: Int, to path: String) throws {
        try change(path, to: { $0.appending(number) }, flags: O_WRONLY | O_APPEND) { file, old in
            let bytes = old.appending(number).bytes.dropFirst(old.bytes.count)
            try write(Array(bytes), to: file, pieces: 2)
        }
    }

    func truncate(_ path: String) throws {
        try change(path, to: { $0.halved }, flags: O_WRONLY) { file, old in
            _ = ftruncate(file, old.halved.bytes.count)
        }
    }

    func touch(_ path: String) throws {
        try change(path, to: { $0 }, flags: O_RDONLY) { file, _ in _ = futimens(file, nil) }
    }

    func remove(_ path: String) {
        if unlink(at(path)) == 0 {
            model.removed(path)
        } else if errno == ENOENT {
            model.taken(path)
        }
    }

    func rename(_ path: String, to new: String) throws {
        // Of two names of one file, rename(2) would leave both.
        if let file = model.names[path], file == model.names[new] { return }
        try makeDirectory(parent(new))
        if Glibc.rename(at(path), at(new)) == 0 {
            model.renamed(path, to: new)
        } else if errno == ENOENT {
            model.taken(path)
        }
    }

    func link(_ path: String, as new: String) throws {
        try makeDirectory(parent(new))
        if Glibc.link(at(path), at(new)) == 0 {
            model.linked(path, as: new)
        } else if errno == ENOENT {
            model.taken(path)
        }
    }

    func setReadable(_ path: String, _ isReadable: Bool) {
        if chmod(at(path), isReadable ? 0o644 : 0) != 0, errno == ENOENT { model.taken(path) }
    }

    /// Puts a file of `done/` back into the inbox.
    func putBack(_ number: Int, contentOf: ([UInt8]) -> ModelContent?) throws {
        let done = Files.list(at("done")).filter { !$0.contains("/.") }
        guard !done.isEmpty else { return }
        let name = done[number % done.count]
        let target = "inbox/" + name.split(separator: "/").dropFirst().joined(separator: "/")
        guard let content = contentOf(try Files.read(at("done/\(name)"))) else { return }
        try makeDirectory(parent(target))
        if Glibc.rename(at("done/\(name)"), at(target)) == 0 {
            model.putBack(content, at: target)
        }
    }

    // MARK: Directories

    func makeDirectory(_ path: String) throws {
        var made = root
        for part in path.split(separator: "/") {
            made += "/\(part)"
            if mkdir(made, 0o755) == 0 {
                own(made)
            } else if errno != EEXIST {
                throw Scratch.Failed("mkdir", made)
            }
        }
    }

    func removeDirectory(_ path: String) {
        for name in model.names(in: path) { remove(name) }
        for inner in ["/s", ""] { rmdir(at(path + inner)) }
    }

    /// The daemon stands still meanwhile, or it could not be told what was moved.
    func moveDirectory(_ path: String, to new: String) {
        guard Glibc.rename(at(path), at(new)) == 0 else { return }
        model.moved(path, to: new, isThere: isThere)
    }

    func settle() { model.settle(isThere: isThere) }

    // MARK: Inside

    private func parent(_ path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    private func own(_ path: String) {
        if let user { chown(path, user, user) }
    }

    private func create(_ path: String) throws -> CInt {
        let file = open(at(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw Scratch.Failed("open", path) }
        if let user { fchown(file, user, user) }
        return file
    }

    private func write(_ bytes: [UInt8], to file: CInt, pieces: Int = 1) throws {
        let size = bytes.count / pieces + 1
        for start in stride(from: 0, to: bytes.count, by: size) {
            let piece = Array(bytes[start..<min(bytes.count, start + size)])
            guard Glibc.write(file, piece, piece.count) == piece.count else {
                throw Scratch.Failed("write", "")
            }
            if pieces > 1 { usleep(4000) }
        }
    }

    /// - Returns: whether there was a file to change.
    @discardableResult
    private func change(
        _ path: String, to new: (ModelContent) -> ModelContent, flags: CInt,
        _ body: (CInt, ModelContent) throws -> Void
    ) throws -> Bool {
        let file = open(at(path), flags | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { model.taken(path) }
            return false
        }
        defer { close(file) }
        guard let old = model.content(at: path) else { return true }
        try body(file, old)
        var changed = stat()
        fstat(file, &changed)
        model.changed(path, to: new(old)) { path in
            var status = stat()
            return lstat(at(path), &status) == 0 && status.st_ino == changed.st_ino
        }
        return true
    }
}
