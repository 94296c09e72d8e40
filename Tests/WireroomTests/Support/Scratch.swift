import Glibc

/// A directory of its own, gone with the test. Names may hold any bytes.
final class Scratch {
    let path: String
    private var mounts: [String] = []

    init() throws {
        var template = Array("/tmp/wireroom-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failed("mkdtemp", "/tmp") }
        path = template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
        chmod(path, 0o755)
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
        init(_ call: String, _ path: String) {
            description = "\(call) \(path): \(String(cString: strerror(errno)))"
        }
    }

    deinit {
        for mount in mounts.reversed() { umount2(mount, CInt(MNT_DETACH)) }
        do {
            try ChildProcess(["rm", "-rf", "--", path], in: "/").join()
        } catch {
            print("left behind: \(path): \(error)")
        }
    }

    func at(_ name: String) -> String { "\(path)/\(name)" }

    @discardableResult
    func makeDirectory(_ name: String) throws -> String {
        var made = path
        for part in name.split(separator: "/") {
            made += "/\(part)"
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw Failed("mkdir", made) }
        }
        return made
    }

    /// A file system of its own in memory, of so many KiB; for root only.
    @discardableResult
    func mount(_ name: String, kibibytes: Int) throws -> String {
        let directory = try makeDirectory(name)
        guard Glibc.mount("tmpfs", directory, "tmpfs", 0, "size=\(kibibytes)k") == 0 else {
            throw Failed("mount", directory)
        }
        mounts.append(directory)
        return directory
    }

    static let isRoot = geteuid() == 0
}

/// Calls on whole files; names are C strings, and so may hold any bytes.
enum Files {
    static func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: Array(path.utf8CString))
    }

    static func write(_ bytes: [UInt8], to path: [CChar]) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            throw Scratch.Failed(
                "open",
                path.withUnsafeBufferPointer {
                    String(
                        decoding: $0.map(UInt8.init(bitPattern:)).prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        defer { close(file) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            guard count > 0 else { throw Scratch.Failed("write", "") }
            done += count
        }
    }

    /// Adds to the end of a file that is there, as a sender does who opens it again.
    static func append(_ text: String, to path: String) throws {
        let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard file >= 0 else { throw Scratch.Failed("open", path) }
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else {
            throw Scratch.Failed("write", path)
        }
    }

    static func read(_ path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Scratch.Failed("open", path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &block, block.count)
            guard count >= 0 else { throw Scratch.Failed("read", path) }
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
    }

    /// How many line feeds there are; fast also without optimisation.
    static func lineCount(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { bytes in
            guard var next = bytes.baseAddress else { return 0 }
            let end = next + bytes.count
            var count = 0
            while let found = memchr(next, 0x0A, end - next) {
                count += 1
                next = UnsafeRawPointer(found) + 1
            }
            return count
        }
    }

    /// The text of a file; empty where there is none.
    static func text(_ path: String) -> String {
        do { return String(decoding: try read(path), as: UTF8.self) } catch { return "" }
    }

    static func rename(_ from: String, _ to: String) throws {
        guard Glibc.rename(from, to) == 0 else { throw Scratch.Failed("rename", from) }
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Everything beneath a directory that is no directory, relative to it, sorted; bytes that are
    /// no UTF-8 as U+FFFD.
    static func list(_ directory: String) -> [String] {
        var found: [String] = []
        var waiting = [""]
        while let relative = waiting.popLast() {
            guard let stream = opendir("\(directory)/\(relative)") else { continue }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name == "." || name == ".." { continue }
                let path = relative.isEmpty ? name : "\(relative)/\(name)"
                if Int(entry.pointee.d_type) == Int(DT_DIR) {
                    waiting.append(path)
                } else {
                    found.append(path)
                }
            }
        }
        return found.sorted()
    }
}
