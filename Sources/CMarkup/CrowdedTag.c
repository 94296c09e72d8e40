#include "CrowdedTag.h"

#include <string.h>

// Where in a tag a place may be.
typedef enum {
    TAG_NAME,
    BEFORE_ATTRIBUTE,
    ATTRIBUTE_NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    IN_DOUBLE_QUOTES,
    IN_SINGLE_QUOTES,
    IN_BARE_VALUE,
    IN_JUNK,
    OUTSIDE,
} place;

enum { place_count = OUTSIDE };

// The longest name of HTML that libxml2 takes as one; what goes on is another.
enum { longest_name = 100 };

typedef struct {
    // How many attributes the tag has had so far, and where it began.
    size_t attributes;
    const uint8_t *start;
} reading;

typedef struct {
    // One bit for each place that some reading is at; of two at the same place, that with more
    // attributes is kept.
    uint32_t places;
    reading at[place_count];
} readings;

enum { BLANK = 1, NAME = 2, NAME_START = 4, NONE = 8, WIDE = 16 };

static uint8_t kind_of(uint8_t byte) {
    if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') return BLANK;
    // To libxml2 the input ends with it.
    if (byte == 0) return NONE;
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') return NAME | NAME_START;
    if (byte == '_' || byte == ':' || byte == '.') return NAME | NAME_START;
    if ((byte >= '0' && byte <= '9') || byte == '-') return NAME;
    return byte >= 0x80 ? WIDE : 0;
}

static place before_attribute(
    uint8_t byte, uint8_t kind, uint8_t next, place here, size_t *attributes) {
    if (byte == '>' || (byte == '/' && next == '>') || (kind & NONE)) return OUTSIDE;
    if (kind & BLANK) return BEFORE_ATTRIBUTE;
    if (here == IN_JUNK || !(kind & NAME_START)) return IN_JUNK;
    (*attributes)++;
    return ATTRIBUTE_NAME;
}

static place bare_value(uint8_t byte, uint8_t kind) {
    if (byte == '>' || byte == 0) return OUTSIDE;
    return kind & BLANK ? BEFORE_ATTRIBUTE : IN_BARE_VALUE;
}

// Where a reading is after a byte. `name_ends`: the byte is one too many for a name.
static place after(
    place here, uint8_t byte, uint8_t kind, uint8_t next, bool name_ends, size_t *attributes) {
    switch (here) {
    case TAG_NAME:
        if ((kind & NAME) && !name_ends) return TAG_NAME;
        return before_attribute(byte, kind, next, BEFORE_ATTRIBUTE, attributes);
    case ATTRIBUTE_NAME:
        if ((kind & NAME) && !name_ends) return ATTRIBUTE_NAME;
        // Falls through.
    case AFTER_NAME:
        if (byte == '=') return BEFORE_VALUE;
        if (kind & BLANK) return AFTER_NAME;
        return before_attribute(byte, kind, next, BEFORE_ATTRIBUTE, attributes);
    case BEFORE_VALUE:
        if (kind & BLANK) return BEFORE_VALUE;
        if (byte == '"') return IN_DOUBLE_QUOTES;
        if (byte == '\'') return IN_SINGLE_QUOTES;
        return bare_value(byte, kind);
    case IN_DOUBLE_QUOTES:
        return byte == '"' ? BEFORE_ATTRIBUTE : byte ? IN_DOUBLE_QUOTES : OUTSIDE;
    case IN_SINGLE_QUOTES:
        return byte == '\'' ? BEFORE_ATTRIBUTE : byte ? IN_SINGLE_QUOTES : OUTSIDE;
    case IN_BARE_VALUE: return bare_value(byte, kind);
    default: return before_attribute(byte, kind, next, here, attributes);
    }
}

static void keep(readings *all, place where, reading one) {
    if (where == OUTSIDE) return;
    uint32_t bit = 1u << where;
    if (!(all->places & bit) || all->at[where].attributes < one.attributes) all->at[where] = one;
    all->places |= bit;
}

// Where the tag begins that has more attributes; NULL where none has.
static const uint8_t *crowded(const readings *all, size_t most) {
    bool is_named = all->places & 1u << ATTRIBUTE_NAME;
    const reading *one = &all->at[ATTRIBUTE_NAME];
    return is_named && one->attributes > most ? one->start : NULL;
}

// Takes all readings past a byte.
static void step(readings *all, uint8_t byte, uint8_t kind, uint8_t next, bool name_ends) {
    readings then;
    then.places = 0;
    for (uint32_t rest = all->places; rest; rest &= rest - 1) {
        place here = (place)__builtin_ctz(rest);
        reading one = all->at[here];
        place there = after(here, byte, kind, next, name_ends, &one.attributes);
        keep(&then, there, one);
    }
    *all = then;
}

// Nothing of a value that is quoted counts, up to its quote or to what may begin another tag.
static const uint8_t *past_value(const readings *all, const uint8_t *at, const uint8_t *end) {
    uint8_t quote = all->places == 1u << IN_DOUBLE_QUOTES ? '"'
        : all->places == 1u << IN_SINGLE_QUOTES           ? '\''
                                                          : 0;
    if (!quote) return at;
    while (at < end && *at != quote && *at != '<' && *at) at++;
    return at;
}

size_t wireroom_crowded_tag(const uint8_t *bytes, size_t count, size_t most, bool is_html) {
    uint8_t kinds[256];
    for (int byte = 0; byte < 256; byte++) {
        kinds[byte] = kind_of((uint8_t)byte);
        if (kinds[byte] == WIDE) kinds[byte] = is_html ? 0 : NAME | NAME_START;
    }
    const uint8_t *at = bytes, *end = bytes + count, *start = NULL;
    readings now = {0};
    // How many characters of names stand before the place without a gap.
    size_t run = 0;
    while (at < end && !start) {
        if (!now.places) {
            at = memchr(at, '<', (size_t)(end - at));
            if (!at) break;
        } else {
            const uint8_t *next = past_value(&now, at, end);
            if (next != at) run = 0;
            at = next;
            if (at == end) break;
        }
        uint8_t byte = *at, kind = kinds[byte], next = at + 1 < end ? at[1] : 0;
        bool name_ends = is_html && run && run % longest_name == 0;
        run = kind & NAME ? run + 1 : 0;
        if (!(now.places & (now.places - 1)) && byte != '<') {
            // Most tags hold nothing that looks like another.
            place here = (place)__builtin_ctz(now.places);
            reading one = now.at[here];
            place there = after(here, byte, kind, next, name_ends, &one.attributes);
            now.places = 0;
            keep(&now, there, one);
        } else {
            step(&now, byte, kind, next, name_ends);
            if (byte == '<' && (kinds[next] & NAME_START))
                keep(&now, TAG_NAME, (reading){.attributes = 0, .start = at});
        }
        start = crowded(&now, most);
        at++;
    }
    if (!start) return 0;
    size_t line = 1;
    for (at = bytes; (at = memchr(at, '\n', (size_t)(start - at))); at++) line++;
    return line;
}
