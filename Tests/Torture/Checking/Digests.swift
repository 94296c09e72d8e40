/// SHA-256 of all files beneath a directory, by the program that every Debian has.
struct Digests {
    private var digests: [Path: String] = [:]

    init(beneath directory: Path) throws {
        guard Files.exists(directory) else { return }
        // Names go from one program to the other with a NUL behind each: they may hold anything.
        let line = "find \"$1\" -type f -print0 | xargs -0 -r sha256sum -z --"
        let output = try Tool.need(["bash", "-c", line, "-", directory.description])
        var start = 0
        while let end = Bytes.index(of: 0, in: output, from: start) {
            // 64 digits, two spaces, the name.
            if end - start > 66 {
                let digits = String(decoding: output[start..<start + 64], as: UTF8.self)
                digests[Path(output[(start + 66)..<end])] = digits
            }
            start = end + 1
        }
    }

    subscript(_ path: Path) -> String? { digests[path] }
}
