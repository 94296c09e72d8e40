#pragma once
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Each returns -1 and sets errno on failure, as the call of the same name does.

/// openat2(2): the path is resolved beneath `directory`, and no component of it may be a symbolic
/// link or a magic link.
int wireroom_open_beneath(int directory, const char *path, int flags, mode_t mode);

/// The same by one openat(2) for each component, for where openat2 is filtered; `..` is refused
/// everywhere (EXDEV). `mode` is 0 without O_CREAT.
int wireroom_walk_beneath(int directory, const char *path, int flags, mode_t mode);

/// renameat2(2) with RENAME_NOREPLACE.
int wireroom_rename_no_replace(int from, const char *path, int to, const char *new_path);

/// Give the open file `file` a name: linkat(2) over /proc/self/fd, which needs no capability.
int wireroom_link_open_file(int file, int directory, const char *name);

/// 1 when somebody has the file open for writing, 0 when nobody has, -1 when the kernel does not
/// tell (a file of another user, a file system without leases).
int wireroom_has_writer(int file);

/// A file without a name in `directory` (O_TMPFILE), open for reading and writing.
int wireroom_open_unnamed(int directory, mode_t mode);

/// Fill with random bytes from the kernel.
int wireroom_random(void *bytes, size_t count);

/// Let the calling thread wait for all others, for the processor and, where that is allowed, for the
/// disk. Best effort.
void wireroom_lower_priority(void);

/// How many places there are for what threads hold.
#define WIREROOM_CRASH_PLACES 8

/// What the handler of crash signals writes, in the machine's own byte order: which signal, whether
/// the watchdog sent it, the place of the thread that got it (-1: none), and which of the files that
/// are noted there each place held (-1: none).
struct wireroom_crash_note {
    uint64_t magic;
    uint64_t run;
    int32_t signal;
    int32_t by_watchdog;
    int32_t place;
    int32_t held[WIREROOM_CRASH_PLACES];
    int32_t unused;
};
#define WIREROOM_CRASH_MAGIC 0x3148534152435257ULL

/// From now on a crash of this process is noted in `file` at `offset`, under the number of this run,
/// before it takes its course: SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP and SIGABRT of our own making,
/// and a SIGABRT of the service manager's watchdog. `file` may be closed afterwards. To be called by
/// one thread at a time.
int wireroom_note_crashes(int file, uint64_t run, off_t offset);

/// Crashes are noted no more; the file is let go. To be called by one thread at a time.
void wireroom_forget_crashes(void);

/// A note says that the calling thread is the one of this place.
void wireroom_crash_place(int place);

/// A note says that this place holds the file of this number; -1 for none.
void wireroom_crash_held(int place, int number);

/// Give the calling thread a stack for signal handlers, so that it can tell that its own has run
/// over; with null it has none any more.
int wireroom_signal_stack(void *memory, size_t size);

/// The environment of the process: NAME=value, the last NULL.
char *const *wireroom_environment(void);

/// Name the calling thread (15 bytes are kept), as top, gdb and the journal show it.
void wireroom_name_thread(const char *name);
