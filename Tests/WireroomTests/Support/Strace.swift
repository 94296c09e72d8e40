/// Kills at chosen system calls.
enum Strace {
    /// A command to put before another: it is killed when any of its threads makes its `count`th
    /// call of that name.
    static func killing(at call: String, count: Int) -> [String] {
        [
            "strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
            "inject=\(call):signal=KILL:when=\(count)",
        ]
    }
}
