/// What a run without any disturbance made of the same files.
struct Control {
    /// How many originals there are.
    var originals: Int
    /// The articles of the same id, as groups of file and item.
    var groups: Set<Set<String>>
    /// The verdict of each article whose order was promised, by file and item.
    var verdicts: [String: String] = [:]

    init(_ records: [RecordLine], _ drops: [Drop]) {
        originals = records.count { $0.verdict == "original" }
        groups = Set(
            Dictionary(grouping: records, by: \.id).values.map { Set($0.map(Self.place)) })
        let alone = Set(drops.filter(\.isAlone).map(\.path))
        for record in records where alone.contains(record.path) {
            verdicts[Self.place(record)] = record.verdict + " " + (record.match ?? "")
        }
    }

    private static func place(_ record: RecordLine) -> String { "\(record.path):\(record.item)" }
}
