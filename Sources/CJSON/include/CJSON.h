#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// simdjson's DOM parser, reused from document to document by one thread. Opaque.
typedef struct wireroom_json wireroom_json;

/// What came of a document. Where in it a fault lies simdjson does not say.
typedef enum wireroom_json_outcome {
    WIREROOM_JSON_PARSED = 0,
    /// Not JSON: ended early, ill-formed, or not UTF-8.
    WIREROOM_JSON_BROKEN,
    /// Nested deeper than the parser was made for.
    WIREROOM_JSON_TOO_DEEP,
    /// A number that fits neither 64 bits nor a finite double.
    WIREROOM_JSON_NUMBER,
    /// Longer than WIREROOM_JSON_LARGEST.
    WIREROOM_JSON_TOO_LARGE,
    /// A large document of little but punctuation, whose tree would need far more memory than it.
    WIREROOM_JSON_TOO_DENSE,
    WIREROOM_JSON_NO_MEMORY,
} wireroom_json_outcome;

/// The longest document that is taken, in bytes.
#define WIREROOM_JSON_LARGEST ((size_t)1 << 30)

/// A parsed document, in the form of simdjson's doc/tape.md. Valid until the next parse.
///
/// A word of the tape holds its type, an ASCII character, in the upper 8 bits and a payload in the
/// lower 56. '{' '[': the index after the matching end in the lower 32 bits. '"': an offset into
/// strings, where a uint32_t length and the UTF-8 bytes are. 'l' 'u' 'd': an int64_t, uint64_t or
/// double in the next word. 't' 'f' 'n': nothing more. The first word, 'r', is not a value.
typedef struct wireroom_json_tape {
    const uint64_t *words;
    const uint8_t *strings;
} wireroom_json_tape;

/// A parser for documents nested up to `depth` levels, or NULL when memory is out.
wireroom_json *wireroom_json_create(size_t depth);
void wireroom_json_free(wireroom_json *);

/// Parse `count` bytes, which are copied; `*tape` is set only when the outcome is PARSED.
wireroom_json_outcome wireroom_json_parse(
    wireroom_json *, const uint8_t *bytes, size_t count, wireroom_json_tape *tape);

/// Give memory back that a large document needed; its tape is gone.
void wireroom_json_trim(wireroom_json *);

/// Whether the bytes are UTF-8 (RFC 3629).
int wireroom_utf8_is_valid(const uint8_t *bytes, size_t count);

#ifdef __cplusplus
}
#endif
