#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What is in compressed files and archives, by Debian's libarchive, read from the beginning to the
// end and never written anywhere. Nothing is sought: a directory at the end of a ZIP archive counts
// for nothing, so that no bytes can be told to be two entries.

typedef enum {
    // One stream of bytes, without a name.
    WIREROOM_GZIP,
    WIREROOM_ZSTD,
    WIREROOM_XZ,
    WIREROOM_BZIP2,
    // Entries with names.
    WIREROOM_ZIP,
    WIREROOM_TAR,
} wireroom_container_kind;

typedef enum {
    WIREROOM_ENTRY_FILE,
    WIREROOM_ENTRY_DIRECTORY,
    /// A link, a device, a FIFO.
    WIREROOM_ENTRY_OTHER,
    WIREROOM_ENTRY_ENCRYPTED,
} wireroom_entry_kind;

/// One entry, valid up to the next.
typedef struct {
    wireroom_entry_kind kind;
    /// Its path, any bytes; never to be used for a file.
    const char *name;
    size_t name_count;
    /// Its length is known before it is read.
    bool has_size;
} wireroom_entry;

/// Gives up to `count` bytes of the container, 0 at its end, -1 when it cannot.
typedef ptrdiff_t (*wireroom_pull)(void *context, void *buffer, size_t count);

/// Opaque; freed with wireroom_container_close.
typedef struct wireroom_container wireroom_container;

/// `context` goes to each `pull`. NULL when memory is out.
wireroom_container *wireroom_container_open(
    wireroom_container_kind, wireroom_pull pull, void *context);

/// Go to the next entry: 1, 0 at the end, -1 when the rest cannot be read.
int wireroom_container_next(wireroom_container *, wireroom_entry *);

/// Bytes of the entry, 0 at its end, -1 when the rest of the container cannot be read, -2 when the
/// rest of the entry cannot.
ptrdiff_t wireroom_container_read(wireroom_container *, void *buffer, size_t count);

/// What failed last, in the library's words; empty where it has none. Valid up to the next call.
const char *wireroom_container_fault(wireroom_container *);

void wireroom_container_close(wireroom_container *);
