#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int wireroom_open_beneath(int directory, const char *path, int flags, mode_t mode) {
    struct open_how how;
    memset(&how, 0, sizeof how);
    how.flags = (uint64_t)flags | O_CLOEXEC;
    how.mode = (flags & O_CREAT) ? mode : 0;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    int file;
    // EAGAIN: a rename raced with the walk and the kernel could not prove it stayed beneath.
    do file = (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
    while (file < 0 && (errno == EINTR || errno == EAGAIN));
    // Filters of system calls cannot look into open_how; that of systemd's RestrictSUIDSGID=, which
    // must know the mode, therefore acts as if there were no such call.
    if (file < 0 && errno == ENOSYS) return wireroom_walk_beneath(directory, path, flags, how.mode);
    return file;
}

int wireroom_rename_no_replace(int from, const char *path, int to, const char *new_path) {
    return renameat2(from, path, to, new_path, RENAME_NOREPLACE);
}

int wireroom_link_open_file(int file, int directory, const char *name) {
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    return linkat(AT_FDCWD, path, directory, name, AT_SYMLINK_FOLLOW);
}

int wireroom_has_writer(int file) {
    if (fcntl(file, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(file, F_SETLEASE, F_UNLCK);
        return 0;
    }
    return errno == EAGAIN ? 1 : -1;
}

int wireroom_open_unnamed(int directory, mode_t mode) {
    return openat(directory, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
}

int wireroom_random(void *bytes, size_t count) {
    return getrandom(bytes, count, 0) == (ssize_t)count ? 0 : -1;
}

void wireroom_lower_priority(void) {
    // On Linux both are of a thread. From ioprio_set(2): who is a process (1), class idle (3) << 13.
    (void)setpriority(PRIO_PROCESS, (id_t)gettid(), 19);
    (void)syscall(SYS_ioprio_set, 1, 0, 3 << 13);
}

char *const *wireroom_environment(void) { return environ; }

void wireroom_name_thread(const char *name) {
    char kept[16];
    snprintf(kept, sizeof kept, "%s", name);
    pthread_setname_np(pthread_self(), kept);
}
