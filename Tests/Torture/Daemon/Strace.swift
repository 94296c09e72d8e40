/// strace as a command to put before the daemon's.
enum Strace {
    private static func injecting(
        _ calls: String, _ what: String, isFiltered: Bool = true
    ) -> [String] {
        ["strace", "-f"] + (isFiltered ? ["--seccomp-bpf"] : []) + [
            "-qq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e", "inject=\(calls):\(what)",
        ]
    }

    /// The daemon is killed when any of its threads makes its `count`th call of that name.
    ///
    /// Without the faster filter: with it strace 6.1 never sends a signal but at the first call.
    static func killing(at call: String, _ count: Int) -> [String] {
        injecting(call, "signal=KILL:when=\(count)", isFiltered: false)
    }

    /// Calls fail with an error.
    /// - Parameter when: in strace's form: `3`, `3+` for all from the third on, `3+2`.
    static func failing(_ calls: String, with error: String, when: String) -> [String] {
        injecting(calls, "error=\(error):when=\(when)")
    }

    /// Calls take longer by so many microseconds.
    static func delaying(_ calls: String, microseconds: Int) -> [String] {
        injecting(calls, "delay_exit=\(microseconds)")
    }
}
