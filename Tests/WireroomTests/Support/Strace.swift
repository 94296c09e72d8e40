/// Kills at chosen system calls.
enum Strace {
    /// A command to put before another: it is killed when any of its threads makes its `count`th
    /// call of that name, of those that concern one of the paths, where there are any.
    static func killing(at call: String, count: Int, in paths: [String] = []) -> [String] {
        injecting("\(call):signal=KILL:when=\(count)") + paths.flatMap { ["-P", $0] }
    }

    /// A command to put before another, whose calls get a fault: `CALL:error=E:when=N`, as strace has
    /// it.
    static func injecting(_ fault: String) -> [String] {
        let call = fault.split(separator: ":")[0]
        // Faster by far; but signals are not injected then (strace 6.1).
        let filter = fault.contains(":signal=") ? [] : ["--seccomp-bpf"]
        return ["strace", "-f"] + filter
            + ["-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(fault)"]
    }
}
