#pragma once
#include <stddef.h>
#include <stdint.h>

// The fields of a mapping in YAML, read by Debian's libyaml, as JSON.

typedef struct {
    /// An object of JSON, to be freed with wireroom_fields_free; NULL where there is a fault.
    uint8_t *json;
    size_t count;
    /// Where it is broken, from 1, and how, in the parser's words.
    size_t fault_line;
    char fault[160];
} wireroom_fields;

/// Every scalar becomes a string, as it is written: whoever needs a number or a date reads it by
/// himself. Null, and what only points to another value, becomes null.
/// - bytes: valid UTF-8.
wireroom_fields wireroom_yaml_fields(const uint8_t *bytes, size_t count);

void wireroom_fields_free(wireroom_fields *);
