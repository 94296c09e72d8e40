#include "CUnicode.h"

#include <stdlib.h>
#include <utf8proc.h>

ptrdiff_t wireroom_nfc(const uint8_t *bytes, ptrdiff_t count, uint8_t **out) {
    return utf8proc_map(bytes, count, out, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

void wireroom_unicode_free(uint8_t *bytes) { free(bytes); }

int wireroom_category(uint32_t scalar) { return utf8proc_category((utf8proc_int32_t)scalar); }

int wireroom_width(uint32_t scalar) { return utf8proc_charwidth((utf8proc_int32_t)scalar); }

uint32_t wireroom_lowercase(uint32_t scalar) {
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)scalar);
}
