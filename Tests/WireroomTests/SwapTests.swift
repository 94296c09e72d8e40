import Glibc
import Testing

/// A sender who swaps a file, or a directory on its way, for a link while it is taken, must not get
/// a file of another place into the archive.
@Suite(.serialized) struct SwapTests {
    /// How the kernel is asked to follow no link.
    enum Way: CaseIterable {
        case openat2
        /// As where a filter of system calls takes openat2 away.
        case walk
    }

    private static let secret = "The password of the archive of Ostermund is lantern."

    /// Exchanges names for some seconds, as fast as it can, while files come.
    private static let swaps = """
        import ctypes, os, sys, time
        libc = ctypes.CDLL(None, use_errno=True)
        def exchange(a, b):
            libc.renameat2(-100, os.fsencode(a), -100, os.fsencode(b), 2)
        os.makedirs('vault/desk', exist_ok=True)
        for name in ('vault/secret.txt', 'vault/desk/a.txt'):
            open(name, 'w').write(sys.argv[1] + '\\n')
        os.symlink(os.path.abspath('vault/secret.txt'), 'link')
        os.symlink(os.path.abspath('vault/desk'), 'door')
        end, number, swapped = time.time() + float(sys.argv[2]), 0, 0
        while time.time() < end:
            number += 1
            with open('.next', 'w') as file: file.write('Boat %d left the quay at dawn.\\n' % number)
            os.rename('.next', 'inbox/a.txt')
            os.makedirs('inbox/desk', exist_ok=True)
            with open('.next', 'w') as file: file.write('Crane %d was moved to the pier.\\n' % number)
            try: os.rename('.next', 'inbox/desk/a.txt')
            except OSError: pass
            for _ in range(40):
                exchange('inbox/a.txt', 'link')
                exchange('inbox/desk', 'door')
                swapped += 1
            if not os.path.islink('link'): exchange('inbox/a.txt', 'link')
            if not os.path.islink('door'): exchange('inbox/desk', 'door')
        print(number, swapped)
        """

    @Test(.timeLimit(.minutes(2)), arguments: Way.allCases)
    func `No byte of a file outside gets in, however fast names are swapped`(way: Way) async throws
    {
        guard Tools.need(Tools.has("python3"), "python3 is not here"),
            way == .openat2 || Tools.need(Tools.has("strace"), "strace is not here")
        else { return }
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#)
        if way == .walk {
            daemon.wrapper = [
                "strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=openat2",
                "-e", "inject=openat2:error=ENOSYS",
            ]
        }
        try await daemon.start(seconds: 60)
        try Files.write(Self.swaps, to: daemon.scratch.at("swaps.py"))
        let swapping = try await Tools.run(
            ["python3", "swaps.py", Self.secret, Tools.areLongTestsWanted ? "30" : "3"],
            in: daemon.scratch.path)
        #expect(swapping.status == .exit(0), "\(swapping.errors)")
        await waitUntil { daemon.lineCount > 0 }
        #expect(daemon.ending == nil)
        #expect(!(try daemon.records()).isEmpty, "nothing was taken")
        await daemon.kill()
        for place in ["archive", "done", "quarantine"] {
            let found = try await Tools.run(
                ["grep", "-rlaF", Self.secret, place], in: daemon.scratch.path)
            #expect(found.output.isEmpty, "\(found.output)")
        }
        for file in ["secret.txt", "desk/a.txt"] {
            #expect(Files.text(daemon.scratch.at("vault/\(file)")) == Self.secret + "\n")
        }
    }
}
