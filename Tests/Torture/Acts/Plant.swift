/// One kind of damage to a good result, and what the checker must call it.
struct Plant {
    let name: String
    let finding: Finding.Kind
    /// Damages the files.
    var damage: (World) throws -> Void = { _ in }
    /// Damages what readers saw.
    var forge: (inout Evidence) -> Void = { _ in }

    static var all: [Plant] { lines + files + readers }

    private static var readers: [Plant] {
        [
            Plant(name: "follower-short", finding: .reader) { _ in
            } forge: { evidence in
                if let name = evidence.followed.keys.sorted().first {
                    evidence.followed[name]?.removeLast()
                }
            },
            Plant(name: "follower-doubled", finding: .reader) { _ in
            } forge: { evidence in
                if let name = evidence.followed.keys.sorted().last {
                    evidence.followed[name, default: []] += evidence.followed[name] ?? []
                }
            },
            Plant(name: "follower-other-segment", finding: .reader) { _ in
            } forge: { evidence in
                evidence.followed["articles-2001-01-01-000009.jsonl"] = [0x0A]
            },
            Plant(name: "tail-lost", finding: .reader) { _ in
            } forge: { evidence in
                evidence.tailed = evidence.tailed.map { Array($0.dropFirst(100)) }
            },
            Plant(name: "tail-doubled", finding: .reader) { _ in
            } forge: { evidence in
                evidence.tailed = evidence.tailed.map { $0 + $0.suffix(10) }
            },
        ]
    }

    // MARK: Segments

    private static var lines: [Plant] {
        [
            editing("line-lost", .lost) { $0.remove(at: 2) },
            editing("line-lost-gap", .gap) { $0.remove(at: 2) },
            editing("last-line-lost", .lost) { $0.removeLast() },
            editing("line-doubled", .doubled) { $0.insert($0[2], at: 3) },
            editing("line-doubled-head", .head) { $0.append($0[0]) },
            editing("lines-swapped", .gap) { $0.swapAt(1, 2) },
            editing("line-torn", .torn) { $0[2] = Array($0[2].prefix(200)) },
            editing("line-joined", .torn) { $0[1] += $0.remove(at: 2) },
            editing("nul-run", .torn) { lines in
                for index in 100..<140 { lines[1][index] = 0 }
            },
            editing("nul-instead-of-line", .torn) {
                $0[1] = [UInt8](repeating: 0, count: $0[1].count)
            },
            editing("byte-changed", .lost) { lines in
                let place = find("\"text\":\"", in: lines[1]) + 12
                lines[1][place] = lines[1][place] == 0x7A ? 0x79 : 0x7A
            },
            editing("byte-changed-reader", .reader) { lines in
                let place = find("\"text\":\"", in: lines[1]) + 12
                lines[1][place] = lines[1][place] == 0x7A ? 0x79 : 0x7A
            },
            editing("invalid-utf-8", .torn) { $0[1][find("\"text\":\"", in: $0[1]) + 12] = 0xFF },
            editing("sequence-changed", .gap) { lines in
                lines[1][find("\"sequence\":", in: lines[1]) + 11] = 0x39
            },
            editing("clock-back", .time) { lines in
                // An hour of the same day that was before.
                let place = find("\"received\":\"", in: lines[2]) + 12 + 11
                lines[2].replaceSubrange(place..<place + 8, with: Array("00:00:00".utf8))
                lines[1].replaceSubrange(
                    find("\"received\":\"", in: lines[1]) + 23..<find(
                        "\"received\":\"", in: lines[1])
                        + 31,
                    with: Array("00:00:01".utf8))
            },
            editing("verdict-changed", .verdict) { lines in
                if let index = lines.firstIndex(where: {
                    find("\"verdict\":\"original\"", in: $0) > 0
                }) {
                    let place = find("\"verdict\":\"original\"", in: lines[index]) + 11
                    lines[index].replaceSubrange(place..<place + 8, with: Array("revision".utf8))
                }
            },
            editing("article-of-nobody", .unknown) { lines in
                let place = find("\"path\":\"", in: lines[1]) + 8
                lines[1][place] = 0x5A
            },
            Plant(name: "last-line-feed-lost", finding: .torn) { world in
                let path = try segment(of: world)
                try rewrite(path, Array(Files.read(path).dropLast()))
            },
            Plant(name: "segment-lost", finding: .lost) { try Files.remove(segment(of: $0, 1)) },
            Plant(name: "segment-doubled", finding: .doubled) { world in
                let segment = try segment(of: world)
                let copy = Path(String(segment.name.description.dropLast(12)) + "000777.jsonl")
                try Files.write(Files.read(segment), to: segment.directory / copy)
            },
            Plant(name: "segment-empty", finding: .layout) { world in
                let segment = try segment(of: world)
                let copy = Path(String(segment.name.description.dropLast(12)) + "000777.jsonl")
                try Files.write([], to: segment.directory / copy)
            },
            Plant(name: "stranger", finding: .layout) { world in
                try Files.write("{}\n", to: world.places.archive / "segments/articles.jsonl.1")
            },
            Plant(name: "compressed-line-lost", finding: .lost) { world in
                let path = try segment(of: world)
                let bytes = try Files.read(path)
                let line = Bytes.lines(bytes).lines[2]
                try rewrite(
                    path, Array(bytes[..<line.lowerBound] + bytes[(line.upperBound + 1)...]))
                try Tool.need(["gzip", "--", path.description])
            },
            Plant(name: "link-is-a-copy", finding: .layout) { world in
                let link = world.places.archive / "articles.jsonl"
                let bytes = try Files.read(link)
                try Files.remove(link)
                try Files.write(bytes, to: link)
            },
            Plant(name: "link-lost", finding: .layout) { world in
                try Files.remove(world.places.archive / "duplicates.jsonl")
            },
        ]
    }

    // MARK: Files

    private static var files: [Plant] {
        [
            Plant(name: "done-lost", finding: .lost) {
                try Files.remove(filed(in: $0.places.done))
            },
            Plant(name: "done-doubled", finding: .doubled) { world in
                let path = try filed(in: world.places.done) { $0.hasSuffix(".txt") }
                let stem = Path(path.bytes.dropLast(4))
                try Files.write(Files.read(path), to: stem + "-0123abcd.txt")
            },
            Plant(name: "done-changed", finding: .changed) { world in
                let path = try filed(in: world.places.done)
                try rewrite(path, Array(Files.read(path).dropLast()) + [0x20])
            },
            Plant(name: "done-and-inbox", finding: .notTaken) { world in
                let path = try filed(in: world.places.done)
                try Files.write(Files.read(path), to: world.places.inbox / path.name)
            },
            Plant(name: "done-and-quarantine", finding: .doubled) { world in
                let path = try filed(in: world.places.done)
                let day = path.withoutFirst
                _ = day
                let below = Path(path.bytes.dropFirst(world.places.done.bytes.count + 1))
                try Files.makeDirectory((world.places.quarantine / below).directory)
                try Files.write(Files.read(path), to: world.places.quarantine / below)
            },
            Plant(name: "done-of-nobody", finding: .unknown) { world in
                let path = try filed(in: world.places.done)
                try Files.write("Never dropped.\n", to: path.directory / "never.txt")
            },
            Plant(name: "quarantine-lost", finding: .lost) { world in
                try Files.remove(filed(in: world.places.quarantine) { !isBeside($0) })
            },
            Plant(name: "reason-lost", finding: .reason) { world in
                let path = try filed(in: world.places.quarantine) {
                    $0.hasSuffix(".reason.json") && !$0.hasSuffix(".rejected.jsonl.reason.json")
                }
                try Files.remove(path)
            },
            Plant(name: "rejected-lost", finding: .lost) { world in
                try Files.remove(
                    filed(in: world.places.quarantine) { $0.hasSuffix(".rejected.jsonl") })
            },
            Plant(name: "rejected-doubled", finding: .changed) { world in
                let path = try filed(in: world.places.quarantine) {
                    $0.hasSuffix(".rejected.jsonl")
                }
                let bytes = try Files.read(path)
                try rewrite(path, bytes + bytes)
            },
        ]
    }
}
