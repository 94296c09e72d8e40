#pragma once
#include <stddef.h>

// The language of a text, by Debian's CLD2, behind a C header, so that no C++ crosses into Swift.

#ifdef __cplusplus
extern "C" {
#endif

enum { WIREROOM_LANGUAGE_ROOM = 16, WIREROOM_LANGUAGE_LONGEST = 1024 };

/// - text: UTF-8 without markup; of any that is none, or is longer than can be, nothing is said.
/// - code: what CLD2 calls the language, with a NUL; empty where it is not sure of one.
/// Returns how much of the text is in it, in percent.
int wireroom_language(const char *text, size_t count, char code[WIREROOM_LANGUAGE_ROOM]);

#ifdef __cplusplus
}
#endif
