/// One kind of torture.
protocol Act {
    /// As it is asked for on the command line.
    static var name: String { get }
    /// What it does, in a few words.
    static var what: String { get }
    /// Why it cannot be done on this machine; nil where it can.
    static var obstacle: String? { get }
    static func run(on bench: Bench) throws
}

extension Act {
    static var obstacle: String? { nil }
}

/// All that there are, in the order in which they are done.
enum Acts {
    static var all: [any Act.Type] {
        [
            Plants.self, Kills.self, Calls.self, Closed.self, SavedIndexes.self, Cuts.self,
            Errors.self, Troubles.self,
        ]
    }
}
