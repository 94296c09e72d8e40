#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/// One component, which must not be a symbolic link: ELOOP, as openat2 says it.
static int open_component(int directory, const char *name, int flags, mode_t mode) {
    if (strcmp(name, "..") == 0) {
        errno = EXDEV;
        return -1;
    }
    int file;
    do file = openat(directory, name, flags | O_NOFOLLOW | O_CLOEXEC, mode);
    while (file < 0 && errno == EINTR);
    if (file < 0 && errno == ENOTDIR) {
        // With O_DIRECTORY the kernel says that of a link too.
        struct stat status;
        if (fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode))
            errno = ELOOP;
        else
            errno = ENOTDIR;
    }
    return file;
}

int wireroom_walk_beneath(int directory, const char *path, int flags, mode_t mode) {
    if (*path == '/') {
        errno = EXDEV;
        return -1;
    }
    if (*path == 0) {
        errno = ENOENT;
        return -1;
    }
    int at = directory;
    for (;;) {
        size_t length = strcspn(path, "/");
        const char *rest = path + length;
        while (*rest == '/') rest++;
        if (length > NAME_MAX) {
            errno = ENAMETOOLONG;
            break;
        }
        char name[NAME_MAX + 1];
        memcpy(name, path, length);
        name[length] = 0;
        // A slash at the end asks for a directory.
        int is_last = *rest == 0;
        int wanted = is_last ? flags | (path[length] == '/' ? O_DIRECTORY : 0)
                             : O_PATH | O_DIRECTORY;
        int next = open_component(at, name, wanted, is_last ? mode : 0);
        int problem = errno;
        if (at != directory) close(at);
        errno = problem;
        if (next < 0 || is_last) return next;
        at = next;
        path = rest;
    }
    int problem = errno;
    if (at != directory) close(at);
    errno = problem;
    return -1;
}
