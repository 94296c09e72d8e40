extension Plant {
    /// Damage to the lines of the first segment of the articles, without their line feeds.
    static func editing(
        _ name: String, _ finding: Finding.Kind, _ edit: @escaping (inout [[UInt8]]) -> Void
    ) -> Plant {
        Plant(name: name, finding: finding) { world in
            let path = try segment(of: world)
            let bytes = try Files.read(path)
            var lines = Bytes.lines(bytes).lines.map { Array(bytes[$0]) }
            guard lines.count > 4 else { throw Failure("too few lines to damage in \(path)") }
            edit(&lines)
            try rewrite(path, lines.flatMap { $0 + [0x0A] })
        }
    }

    /// A segment of the articles, from 0.
    static func segment(of world: World, _ number: Int = 0) throws -> Path {
        let directory = world.places.archive / "segments"
        let names = Files.list(directory).filter { $0.hasPrefix("articles-") }.sorted()
        guard number < names.count else { throw Failure("no segment \(number) in \(directory)") }
        return directory / names[number]
    }

    /// A file beneath a directory, the same one each time.
    static func filed(in directory: Path, where suits: (Path) -> Bool = { _ in true }) throws
        -> Path
    {
        guard let path = Files.list(directory).filter(suits).sorted().first else {
            throw Failure("no file to damage in \(directory)")
        }
        return directory / path
    }

    static func isBeside(_ path: Path) -> Bool {
        path.hasSuffix(".reason.json") || path.hasSuffix(".rejected.jsonl")
    }

    /// Writes a file anew in place, so that it stays the same inode.
    static func rewrite(_ path: Path, _ bytes: [UInt8]) throws { try Files.write(bytes, to: path) }

    /// Where a text begins in a line; 0 where it does not occur.
    static func find(_ text: String, in line: [UInt8]) -> Int {
        let wanted = Array(text.utf8)
        return line.indices.first { line[$0...].starts(with: wanted) } ?? 0
    }
}
