/// Metrics in the text format of OpenMetrics 1.0, which readers of the older Prometheus text format,
/// such as the textfile collector of node_exporter, can read too.
///
/// For these there are no timestamps and exemplars, and no types that they refuse (info, stateset,
/// unknown); `# UNIT` and `# EOF` are comments to them. One thing the two formats have differently: a
/// counter is declared without the `_total` of its samples here, with it there. It stands as OpenMetrics
/// has it. The older readers then see the same samples with the same values, as counters without type
/// and help; to queries and alerts, which know no types, that makes no difference.
struct OpenMetricsText {
    private(set) var text = ""

    init(_ families: [MetricFamily]) {
        for family in families { append(family) }
        text += "# EOF\n"
    }

    private mutating func append(_ family: MetricFamily) {
        text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
        if let unit = family.unit { text += "# UNIT \(family.name) \(unit)\n" }
        text += "# HELP \(family.name) \(Self.escaped(family.help))\n"
        for sample in family.samples {
            text += family.name + sample.suffix
            if !sample.labels.isEmpty {
                let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
                text += "{" + labels.joined(separator: ",") + "}"
            }
            text += " \(sample.value)\n"
        }
    }

    /// With a backslash before what would end a line or a label's value.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
