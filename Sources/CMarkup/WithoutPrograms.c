#include "WithoutPrograms.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// Whether a name in small letters begins at a place, and ends there.
static bool is_named(const uint8_t *at, const uint8_t *end, const char *name, size_t count) {
    if ((size_t)(end - at) <= count || strncasecmp((const char *)at, name, count) != 0) return false;
    uint8_t next = at[count];
    return next == '>' || next == '/' || next == ' ' || (next >= '\t' && next <= '\r');
}

// The end of a tag, after its ">", past what is quoted; NULL where there is none.
static const uint8_t *after_tag(const uint8_t *at, const uint8_t *end) {
    uint8_t quote = 0;
    for (; at < end; at++) {
        if (quote) {
            if (*at == quote) quote = 0;
        } else if (*at == '"' || *at == '\'') {
            quote = *at;
        } else if (*at == '>') {
            return at + 1;
        }
    }
    return NULL;
}

// Where "</name" begins; NULL where it does not.
static const uint8_t *end_of(const uint8_t *at, const uint8_t *end, const char *name, size_t count) {
    while ((at = memchr(at, '<', (size_t)(end - at)))) {
        if (end - at > 2 && at[1] == '/' && is_named(at + 2, end, name, count)) return at;
        at++;
    }
    return NULL;
}

static bool holds(const uint8_t *at, const uint8_t *end, const char *wanted, size_t count) {
    for (; (size_t)(end - at) >= count; at++)
        if (strncasecmp((const char *)at, wanted, count) == 0) return true;
    return false;
}

uint8_t *wireroom_without_programs(const uint8_t *bytes, size_t count, size_t *left) {
    uint8_t *copy = malloc(count ? count : 1);
    if (!copy) return NULL;
    uint8_t *to = copy;
    const uint8_t *at = bytes, *end = bytes + count;
    // Once an element is not closed, none of its name is any more.
    bool is_open_script = false, is_open_style = false;
    while (at < end) {
        const uint8_t *tag = memchr(at, '<', (size_t)(end - at));
        if (!tag) tag = end;
        memcpy(to, at, (size_t)(tag - at));
        to += tag - at;
        if (tag == end) break;
        at = tag;
        bool is_script = !is_open_script && is_named(tag + 1, end, "script", 6);
        bool is_style = !is_script && !is_open_style && is_named(tag + 1, end, "style", 5);
        if (!is_script && !is_style) {
            *to++ = *at++;
            continue;
        }
        const uint8_t *inside = after_tag(tag + 1, end);
        const uint8_t *close = !inside ? NULL
            : is_script              ? end_of(inside, end, "script", 6)
                                     : end_of(inside, end, "style", 5);
        if (!close) {
            is_open_script |= is_script;
            is_open_style |= is_style;
            *to++ = *at++;
            continue;
        }
        bool is_kept = is_script && holds(tag, inside, "ld+json", 7);
        const uint8_t *kept_to = is_kept ? close : inside;
        memcpy(to, tag, (size_t)(kept_to - tag));
        to += kept_to - tag;
        for (at = kept_to; (at = memchr(at, '\n', (size_t)(close - at))); at++) *to++ = '\n';
        at = close;
    }
    *left = (size_t)(to - copy);
    return copy;
}
