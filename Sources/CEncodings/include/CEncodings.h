#pragma once
#include <stddef.h>
#include <stdint.h>

// Texts in any encoding become UTF-8, by glibc's iconv; what encoding a text is in is guessed by
// Debian's uchardet.

/// Opaque; freed with wireroom_decoder_close.
typedef struct wireroom_decoder wireroom_decoder;

/// For an encoding by glibc's name; NULL where there is none of that name, or no memory.
wireroom_decoder *wireroom_decoder_open(const char *name);

typedef enum {
    /// All that was given is decoded.
    WIREROOM_DECODED,
    /// There is no room for more.
    WIREROOM_DECODER_FULL,
    /// What follows stands for no character.
    WIREROOM_DECODER_INVALID,
    /// What follows is the beginning of a character.
    WIREROOM_DECODER_CUT,
} wireroom_decoded;

/// Decode from `in` to `out`; both counts are changed to what was taken and given.
wireroom_decoded wireroom_decode(
    wireroom_decoder *, const void *in, size_t *in_count, void *out, size_t *out_count);

/// Forget what state the bytes before set.
void wireroom_decoder_reset(wireroom_decoder *);
void wireroom_decoder_close(wireroom_decoder *);

/// The encoding that a text is most likely in, by uchardet's name, with a NUL; empty where it has no
/// idea.
void wireroom_guess_encoding(const void *bytes, size_t count, char *name, size_t room);
