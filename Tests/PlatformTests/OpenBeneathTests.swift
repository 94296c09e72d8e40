import CLinux
import Glibc
import Testing

/// openat2 and the walk that stands in for it refuse and open the same.
@Suite struct OpenBeneathTests {
    /// A directory with a file, a FIFO, and links to a file, to a directory and out of the tree.
    private final class Tree {
        let path: String
        let descriptor: CInt

        init() throws {
            let template = try #require(strdup("/tmp/wireroom-beneath.XXXXXX"))
            defer { free(template) }
            path = String(cString: try #require(mkdtemp(template)))
            for directory in ["a", "a/b"] { mkdir("\(path)/\(directory)", 0o755) }
            close(open("\(path)/a/f", O_WRONLY | O_CREAT, 0o644))
            mkfifo("\(path)/a/p", 0o644)
            for (name, target) in [("l", "f"), ("d", "b"), ("e", "/etc")] {
                symlink(target, "\(path)/a/\(name)")
            }
            descriptor = open(path, O_RDONLY | O_DIRECTORY)
            try #require(descriptor >= 0)
        }

        deinit {
            close(descriptor)
            for name in ["a/f", "a/p", "a/l", "a/d", "a/e", "a/new", "nope"] {
                unlink("\(path)/\(name)")
            }
            for directory in ["a/b", "a", ""] { rmdir("\(path)/\(directory)") }
        }
    }

    private typealias Opening = (CInt, UnsafePointer<CChar>?, CInt, mode_t) -> CInt

    /// 0, or errno.
    private func outcome(
        of open: Opening, _ path: String, in tree: Tree, flags: CInt
    ) -> CInt {
        let file = open(tree.descriptor, path, flags | O_NONBLOCK, flags & O_CREAT != 0 ? 0o644 : 0)
        guard file >= 0 else { return errno }
        close(file)
        return 0
    }

    @Test(arguments: [
        "a", "a/f", "a//f", "./a/f", "a/.", "a/b/", "a/p", ".", "a/l", "a/d", "a/d/", "a/d/x",
        "a/e/passwd", "a/f/x", "a/nope/x", "nope", "..", "a/../..", "/etc", "",
        String(repeating: "n", count: 300), "a/new",
    ])
    func bothAgree(path: String) throws {
        for flags in [O_RDONLY, O_RDONLY | O_DIRECTORY, O_RDWR | O_CREAT] {
            if flags & O_CREAT != 0, path.hasSuffix("/") { continue }
            let walked = outcome(of: wireroom_walk_beneath, path, in: try Tree(), flags: flags)
            let opened = outcome(of: wireroom_open_beneath, path, in: try Tree(), flags: flags)
            #expect(walked == opened, "\(path), flags \(flags)")
        }
    }
}
