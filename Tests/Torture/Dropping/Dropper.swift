/// Drops the files of a workload, some at a time.
struct Dropper {
    private let world: World
    /// Those to come.
    private(set) var rest: ArraySlice<Drop>

    init(_ workload: Workload, to world: World) {
        self.world = world
        rest = workload.drops[...]
    }

    var isDone: Bool { rest.isEmpty }

    mutating func drop(_ count: Int, syncing: Bool = false) throws {
        for file in rest.prefix(count) { try world.drop(file, syncing: syncing) }
        rest = rest.dropFirst(count)
    }
}
