import Glibc

/// How many files the process may have open.
package enum DescriptorLimit {
    /// Raises the limit as far as we may without rights, at most to 65,536; gives what holds then.
    package static func raise() -> Int {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return 1024 }
        let wanted = min(limit.rlim_max, 65_536)
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = wanted
            if setrlimit(resource, &raised) == 0 { return Int(wanted) }
        }
        return Int(min(limit.rlim_cur, 65_536))
    }
}
