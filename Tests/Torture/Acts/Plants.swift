/// Shows that the checker finds what is wrong: damages a good result in every way that matters, and
/// fails where the checker does not say so.
enum Plants: Act {
    static let name = "plants"
    static let what = "damage that the checker must find"

    static func run(on bench: Bench) throws {
        let root = bench.options.scratch / "plants"
        let world = try World(root: root, program: bench.options.program)
        world.archiveSettings = ["\"rotateBytes\": 15000"]
        world.mayTailMiss = true
        // The same files whatever the seed: each kind must be there to be damaged.
        try world.runUndisturbed(Workload(seed: 1, .init(files: 60)))
        let good = try Checker(world, control: nil)
        let control = Control(good.records, world.drops)
        for finding in good.findings { bench.found(finding) }
        guard good.findings.isEmpty else { throw Failure("the good result is none, see \(root)") }
        for plant in Plant.all where bench.options.only.map({ $0 == plant.name }) ?? true {
            bench.progress.show("plants \(plant.name)")
            let copy = bench.options.scratch / Path("plants-\(plant.name)")
            let damaged = try World(copying: world, to: copy)
            var evidence: Evidence
            do {
                try plant.damage(damaged)
                evidence = try Evidence(of: damaged)
                plant.forge(&evidence)
            }
            let checker = try Checker(evidence, damaged, control: control)
            bench.planted(lines: checker.records.count)
            if !checker.findings.contains(where: { $0.kind == plant.finding }) {
                let said = checker.findings.map(\.kind.rawValue).joined(separator: ", ")
                bench.found(
                    Finding(
                        .conduct, "\(plant.name) was not found as \(plant.finding), but: \(said)"))
            }
            try Tool.need(["rm", "-rf", "--", copy.description])
        }
        try Tool.need(["rm", "-rf", "--", root.description])
    }
}
