import Testing

@testable import Reporting

@Suite struct OpenMetricsTests {
    @Test func aPageIsFamiliesAndAnEnd() {
        let families: [MetricFamily] = [
            .counter("a_read_bytes", "Bytes of \"all\".", 12),
            .gauge("b", "What is.", [.init(labels: [("x", "1"), ("y", "2")], value: "3")]),
        ]
        #expect(
            OpenMetricsText(families).text == """
                # TYPE a_read_bytes counter
                # UNIT a_read_bytes bytes
                # HELP a_read_bytes Bytes of \\"all\\".
                a_read_bytes_total 12
                # TYPE b gauge
                # HELP b What is.
                b{x="1",y="2"} 3
                # EOF

                """)
        #expect(OpenMetricsText([]).text == "# EOF\n")
    }

    @Test(arguments: [
        ("plain – ü", "plain – ü"), ("a\\b", "a\\\\b"), ("say \"a\"", "say \\\"a\\\""),
        ("a\nb 1\n# EOF", "a\\nb 1\\n# EOF"), ("\r\n", "\r\\n"), ("", ""),
    ])
    func labelsCannotForgeALine(value: String, escaped: String) {
        let text = OpenMetricsText([.gauge("a", "b", [.init(labels: [("c", value)], value: "1")])])
        #expect(text.text.hasSuffix("\na{c=\"\(escaped)\"} 1\n# EOF\n"))
    }

    @Test(arguments: [
        (0, "0.0"), (1, "0.000001"), (2_500, "0.0025"), (1_000_000, "1.0"),
        (1_795_324_158_438_763, "1795324158.438763"), (-1_500_000, "-1.5"),
    ])
    func secondsHaveAPointAndNoZerosBehind(microseconds: Int, written: String) {
        #expect(MetricFamily.seconds(microseconds: microseconds) == written)
    }
}
