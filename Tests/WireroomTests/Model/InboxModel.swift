/// What must come out of an inbox, whatever the daemon was doing meanwhile: the specification.
///
/// A *life* is the time in which one content lies, complete and unchanged, under one name that is
/// taken. One that the sender does not end is taken: each of its articles is recorded once, and the
/// file put away. One that the sender ends (renamed, removed, replaced, changed) was taken by then
/// or was not: once or never. Nothing else is ever recorded.
///
/// Paths begin at the test's directory: `inbox/a.txt`, `outside/d/a.txt`.
struct InboxModel {
    struct Life {
        var path: String
        var content: ModelContent
        /// How often its articles stand in the archive.
        var records = 1...1
        /// How often its file lies in `done/` (or, where it cannot be read, in `quarantine/`).
        var filed = 1...1
        /// Whether it was put back from `done/`, and so is in the very state that a journal names.
        var isPutBack = false
    }

    private(set) var lives: [Life] = []
    /// The life that goes on at a path.
    private var open: [String: Int] = [:]
    /// The last life at a path, which goes on where the daemon puts a changed file back.
    private var last: [String: Int] = [:]
    /// Lives that went out of the inbox with their directory: a file in hand may still be put away.
    private var floating: [String: Int] = [:]
    /// The file under each name, of the inbox and outside; two names may be of one file.
    private(set) var names: [String: Int] = [:]
    private(set) var contents: [ModelContent] = []
    private var linked: Set<Int> = []
    /// Contents whose files may lie anywhere, as they were changed through two names.
    private(set) var unaccounted: Set<ModelContent> = []
    /// How often a file with this content was taken out of `done/`.
    private(set) var putBack: [ModelContent: Int] = [:]

    private(set) var deletes = false
    /// Whether the daemon died, and did not start since.
    private var isKilled = false
    /// Whether it ever died: then it may leave temporary files behind.
    private(set) var wasKilled = false

    static func isTaken(_ path: String) -> Bool {
        path.hasPrefix("inbox/")
            && !path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasSuffix(".tmp") }
    }

    /// The names beneath a directory.
    func names(in directory: String) -> [String] {
        names.keys.filter { $0.hasPrefix(directory + "/") }.sorted()
    }

    /// What the file at a path holds.
    mutating func content(at path: String) -> ModelContent? { known(path).map { contents[$0] } }

    // MARK: What the sender did

    /// A new file lies at a path, over what was there.
    mutating func placed(_ content: ModelContent, at path: String) {
        contents.append(content)
        put(contents.count - 1, at: path)
    }

    mutating func renamed(_ path: String, to new: String) {
        guard let file = leave(path) else { return }
        put(file, at: new)
    }

    mutating func removed(_ path: String) { _ = leave(path) }

    mutating func linked(_ path: String, as new: String) {
        guard let file = known(path) else { return }
        linked.insert(file)
        put(file, at: new)
    }

    /// A file was changed through a path; `isThere` tells under which of its names it lay
    /// afterwards as well. Where it did not, it was put away meanwhile, with the old content or
    /// the new.
    mutating func changed(
        _ path: String, to content: ModelContent, isThere: (String) -> Bool
    ) {
        guard let file = known(path) else { return }
        let all = names.filter { $0.value == file }.map(\.key).sorted()
        if linked.contains(file) { unaccounted.formUnion([contents[file], content]) }
        for name in all { end(name) }
        contents[file] = content
        for name in all {
            begin(name, content)
            guard !isThere(name) else { continue }
            if let life = open[name] {
                lives[life].records = 0...1
                lives[life].filed = 0...1
            }
            taken(name)
        }
    }

    /// The sender found nothing at a path where a file had been: the daemon has taken it.
    mutating func taken(_ path: String) {
        names[path] = nil
        if let life = floating.removeValue(forKey: path) {
            lives[life].records = 1...1
            lives[life].filed = lives[life].filed.lowerBound...1
        }
        open[path] = nil
    }

    /// A directory was moved; `isThere` tells which of its files it still held then.
    mutating func moved(_ directory: String, to new: String, isThere: (String) -> Bool) {
        for path in names(in: directory) {
            let target = new + path.dropFirst(directory.count)
            guard isThere(target) else {
                taken(path)
                continue
            }
            let life = open[path]
            renamed(path, to: target)
            floating[path] = nil
            if target.hasPrefix("outside/") { floating[target] = life }
        }
    }

    /// The end: what went out of the inbox and is gone from there was in hand, and is taken.
    mutating func settle(isThere: (String) -> Bool) {
        for path in floating.keys.sorted() where !isThere(path) { taken(path) }
    }

    /// A file of `done/` was put back into the inbox.
    mutating func putBack(_ content: ModelContent, at path: String) {
        putBack[content, default: 0] += 1
        placed(content, at: path)
        guard let life = open[path] else { return }
        lives[life].isPutBack = true
        if isKilled { lives[life].records = 0...1 }
    }

    // MARK: What happened to the daemon

    mutating func set(deletes: Bool) {
        self.deletes = deletes
        guard deletes else { return }
        for life in open.values { lives[life].filed = 0...lives[life].filed.upperBound }
    }

    mutating func killed() {
        (isKilled, wasKilled) = (true, true)
        // What is in the state that the journal names, and was not synced as put away, is not a
        // new drop.
        for index in lives.indices where lives[index].isPutBack {
            lives[index].records = 0...lives[index].records.upperBound
        }
    }

    mutating func started() { isKilled = false }

    // MARK: Names and lives

    /// The file at a path; also one that was away for a moment, found changed, and put back.
    private mutating func known(_ path: String) -> Int? {
        if let file = names[path] { return file }
        guard let life = last[path],
            let file = contents.lastIndex(of: lives[life].content)
        else { return nil }
        names[path] = file
        open[path] = life
        return file
    }

    private mutating func leave(_ path: String) -> Int? {
        guard let file = known(path) else { return nil }
        end(path)
        floating[path] = nil
        names[path] = nil
        return file
    }

    private mutating func put(_ file: Int, at path: String) {
        // Whether what lay there was replaced or taken is not to be known.
        end(path, filed: 1)
        floating[path] = nil
        names[path] = file
        begin(path, contents[file])
    }

    private mutating func begin(_ path: String, _ content: ModelContent) {
        guard Self.isTaken(path) else { return }
        var life = Life(path: String(path.dropFirst("inbox/".count)), content: content)
        if deletes { life.filed = 0...1 }
        lives.append(life)
        open[path] = lives.count - 1
        last[path] = lives.count - 1
    }

    private mutating func end(_ path: String, filed: Int = 0) {
        guard let life = open.removeValue(forKey: path) else { return }
        lives[life].records = 0...1
        lives[life].filed = 0...filed
    }
}
