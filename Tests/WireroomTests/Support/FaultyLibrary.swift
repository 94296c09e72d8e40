/// A library whose faults show at certain words in what is read: loaded in front of the C library's
/// own calls, it crashes the real program as a fault in one of its libraries would.
struct FaultyLibrary {
    /// What a word does to the thread that reads it.
    enum Fault: String, CaseIterable {
        /// A wild pointer.
        case wildPointer = "WILD-POINTER"
        /// abort(3), as a failed check of the C library ends.
        case abort = "ABORT"
        /// What a failed check of Swift's ends with.
        case trap = "TRAP"
        /// A recursion without end.
        case stackOverflow = "STACK-OVERFLOW"
        /// A wild pointer, in the thread that writes the journal.
        case wildPointerInJournal = "JOURNAL-POINTER"
        /// A wild pointer at the second look at it: of a large file, when its digest is known already.
        case wildPointerWhenReadAgain = "SECOND-LOOK"
        /// It never returns.
        case hanging = "HANGING"
        /// It takes all memory that there is.
        case hunger = "HUNGER"
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <fcntl.h>
        #include <stdlib.h>
        #include <string.h>
        #include <unistd.h>

        static int recurse(int depth) {
            volatile char room[1024];
            room[0] = (char)depth;
            return recurse(depth + 1) + room[0];
        }
        static int has(const char *bytes, size_t count, const char *word) {
            return memmem(bytes, count, word, strlen(word)) != NULL;
        }

        ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
            ssize_t (*real)(int, void *, size_t, off_t) =
                (ssize_t (*)(int, void *, size_t, off_t))dlsym(RTLD_NEXT, "pread");
            ssize_t got = real(file, bytes, count, offset);
            static _Atomic int looks;
            if (got > 0 && has(bytes, (size_t)got, "as SECOND-LOOK") && ++looks == 2)
                *(volatile int *)8 = 1;
            // Of a dropped file, not of the archive.
            if (got < 9 || memcmp(bytes, "Fault as ", 9) != 0) return got;
            if (has(bytes, (size_t)got, "as WILD-POINTER")) *(volatile int *)8 = 1;
            if (has(bytes, (size_t)got, "as ABORT")) abort();
            if (has(bytes, (size_t)got, "as TRAP")) __builtin_trap();
            if (has(bytes, (size_t)got, "as STACK-OVERFLOW")) recurse(0);
            if (has(bytes, (size_t)got, "as HANGING")) {
                close(creat("hanging", 0600));
                for (;;) pause();
            }
            if (has(bytes, (size_t)got, "as HUNGER"))
                for (;;) memset(malloc(1 << 20), 1, 1 << 20);
            return got;
        }

        ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
            ssize_t (*real)(int, const void *, size_t, off_t) =
                (ssize_t (*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, "pwrite");
            if (has(bytes, count, "as JOURNAL-POINTER")) *(volatile int *)8 = 1;
            return real(file, bytes, count, offset);
        }
        """

    static var isHere: Bool { Tools.need(Tools.has("cc"), "cc is not here") }

    let path: String

    init(in scratch: Scratch) async throws {
        path = scratch.at("faulty.so")
        try Files.write(Self.source, to: scratch.at("faulty.c"))
        let made = try await Tools.run(
            ["cc", "-shared", "-fPIC", "-O0", "-o", path, scratch.at("faulty.c")],
            in: scratch.path)
        guard made.status == .exit(0) else { throw Failed(errors: made.errors) }
    }

    struct Failed: Error {
        let errors: String
    }

    /// A command to put before another, which is run with the faults; without what Swift prints of a
    /// crash, which takes seconds.
    var wrapper: [String] { ["env", Self.quiet, "LD_PRELOAD=\(path)"] }

    static let quiet = "SWIFT_BACKTRACE=enable=no"

    /// An article that shows a fault.
    static func article(_ fault: Fault, _ number: Int = 0) -> String {
        "Fault as \(fault.rawValue) in the \(number)th report.\n\n"
            + SampleText.article(7000 + number)
    }
}
