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

/// Name the calling thread (15 bytes are kept), as top, gdb and the journal show it.
void wireroom_name_thread(const char *name);
