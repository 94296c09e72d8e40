/// A metric with all its label values, as OpenMetrics has it.
struct MetricFamily {
    enum Kind: String {
        /// Only rises, from zero at the start of the process.
        case counter
        case gauge, histogram
    }

    struct Sample {
        /// Behind the family's name.
        var suffix = ""
        var labels: [(name: String, value: String)] = []
        var value: String
    }

    var name: String
    var kind: Kind
    var help: String
    var samples: [Sample]

    /// What it is counted in, which its name ends with; nil where it is a plain number.
    var unit: String? { ["seconds", "bytes"].first { name.hasSuffix("_\($0)") } }

    /// - Parameter values: of each label value; a single one where there is no label.
    static func counter(
        _ name: String, _ help: String, label: String = "",
        _ values: KeyValuePairs<String, Int>
    ) -> MetricFamily {
        MetricFamily(
            name: name, kind: .counter, help: help,
            samples: values.map {
                Sample(
                    suffix: "_total", labels: label.isEmpty ? [] : [(label, $0.key)],
                    value: String($0.value))
            })
    }

    static func counter(
        _ name: String, _ help: String, _ value: Int
    ) -> MetricFamily { counter(name, help, ["": value]) }

    static func gauge(
        _ name: String, _ help: String, _ value: Int
    ) -> MetricFamily { gauge(name, help, [Sample(value: String(value))]) }

    static func gauge(
        _ name: String, _ help: String, _ samples: [Sample]
    ) -> MetricFamily {
        MetricFamily(name: name, kind: .gauge, help: help, samples: samples)
    }

    /// - Parameter nanoseconds: a time span, or since 1970.
    static func seconds(_ name: String, _ help: String, nanoseconds: Int64) -> MetricFamily {
        gauge(name, help, [Sample(value: seconds(microseconds: Int(nanoseconds / 1000)))])
    }

    /// The buckets, each with all below it, the sum and the count.
    static func histogram(
        _ name: String, _ help: String, _ snapshot: Histogram.Snapshot
    ) -> MetricFamily {
        var count = 0
        var samples: [Sample] = []
        let bounds = Histogram.bounds.map(seconds) + ["+Inf"]
        for (bound, own) in zip(bounds, snapshot.counts) {
            count += own
            samples.append(
                Sample(suffix: "_bucket", labels: [("le", bound)], value: String(count)))
        }
        samples.append(Sample(suffix: "_count", value: String(count)))
        samples.append(Sample(suffix: "_sum", value: seconds(microseconds: snapshot.sum)))
        return MetricFamily(
            name: name, kind: .histogram, help: help, samples: samples)
    }

    /// As OpenMetrics writes a bound of a bucket: `0.0025`, `1.0`.
    static func seconds(microseconds: Int) -> String {
        let (whole, rest) = microseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        var digits = String(rest)
        digits = String(repeating: "0", count: 6 - digits.utf8.count) + digits
        while digits.utf8.count > 1, digits.hasSuffix("0") { digits.removeLast() }
        return "\(microseconds < 0 ? "-" : "")\(whole).\(digits)"
    }
}
