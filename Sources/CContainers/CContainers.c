#include "CContainers.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum { piece = 64 << 10 };

struct wireroom_container {
    struct archive *archive;
    wireroom_pull pull;
    void *context;
    // The library turns names into the thread's encoding: UTF-8, whatever the process has.
    locale_t locale;
    bool is_open;
    uint8_t buffer[piece];
};

static la_ssize_t pull(struct archive *archive, void *context, const void **buffer) {
    wireroom_container *container = context;
    *buffer = container->buffer;
    ptrdiff_t count = container->pull(container->context, container->buffer, piece);
    if (count < 0) archive_set_error(archive, -1, "cannot be read");
    return count < 0 ? ARCHIVE_FATAL : (la_ssize_t)count;
}

static bool set_up(struct archive *archive, wireroom_container_kind kind) {
    int filter = 0;
    switch (kind) {
    case WIREROOM_GZIP: filter = ARCHIVE_FILTER_GZIP; break;
    case WIREROOM_ZSTD: filter = ARCHIVE_FILTER_ZSTD; break;
    case WIREROOM_XZ: filter = ARCHIVE_FILTER_XZ; break;
    case WIREROOM_BZIP2: filter = ARCHIVE_FILTER_BZIP2; break;
    case WIREROOM_ZIP: return archive_read_support_format_zip_streamable(archive) == ARCHIVE_OK;
    case WIREROOM_TAR: return archive_read_support_format_tar(archive) == ARCHIVE_OK;
    }
    // This filter alone: the library would look for others below it.
    return archive_read_append_filter(archive, filter) == ARCHIVE_OK
        && archive_read_support_format_raw(archive) == ARCHIVE_OK;
}

wireroom_container *wireroom_container_open(
    wireroom_container_kind kind, wireroom_pull puller, void *context) {
    wireroom_container *container = malloc(sizeof *container);
    if (!container) return NULL;
    container->archive = archive_read_new();
    container->pull = puller;
    container->context = context;
    container->is_open = false;
    container->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!container->archive || !set_up(container->archive, kind)) {
        wireroom_container_close(container);
        return NULL;
    }
    return container;
}

static void describe(struct archive_entry *entry, wireroom_entry *out) {
    switch (archive_entry_filetype(entry)) {
    // Formats without types have none.
    case 0:
    case AE_IFREG: out->kind = WIREROOM_ENTRY_FILE; break;
    case AE_IFDIR: out->kind = WIREROOM_ENTRY_DIRECTORY; break;
    default: out->kind = WIREROOM_ENTRY_OTHER;
    }
    if (archive_entry_hardlink(entry)) out->kind = WIREROOM_ENTRY_OTHER;
    if (archive_entry_is_encrypted(entry)) out->kind = WIREROOM_ENTRY_ENCRYPTED;
    const char *name = archive_entry_pathname(entry);
    if (!name) name = archive_entry_pathname_utf8(entry);
    out->name = name ? name : "";
    out->name_count = strlen(out->name);
    out->has_size = archive_entry_size_is_set(entry);
}

int wireroom_container_next(wireroom_container *container, wireroom_entry *out) {
    locale_t before = container->locale ? uselocale(container->locale) : (locale_t)0;
    int result = ARCHIVE_OK;
    if (!container->is_open) {
        container->is_open = true;
        result = archive_read_open(container->archive, container, NULL, pull, NULL);
    }
    struct archive_entry *entry = NULL;
    if (result >= ARCHIVE_WARN) result = archive_read_next_header(container->archive, &entry);
    if (result >= ARCHIVE_WARN && entry && result != ARCHIVE_EOF) describe(entry, out);
    if (before) uselocale(before);
    if (result == ARCHIVE_EOF) return 0;
    return result >= ARCHIVE_WARN && entry ? 1 : -1;
}

ptrdiff_t wireroom_container_read(wireroom_container *container, void *buffer, size_t count) {
    la_ssize_t given = archive_read_data(container->archive, buffer, count);
    if (given >= 0) return given;
    if (given == ARCHIVE_WARN || given == ARCHIVE_FAILED) return -2;
    return -1;
}

const char *wireroom_container_fault(wireroom_container *container) {
    const char *fault = archive_error_string(container->archive);
    return fault ? fault : "";
}

void wireroom_container_close(wireroom_container *container) {
    if (!container) return;
    if (container->archive) archive_read_free(container->archive);
    if (container->locale) freelocale(container->locale);
    free(container);
}
