#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The line, from 1, on which a tag begins that has more attributes than `most`; 0 where none has.
/// libxml2 compares the name of each attribute with those before it, so that its time grows with
/// their square. Every place at which a tag may begin is followed, also in comments, scripts and
/// values: what counts there for the parser cannot be mistaken. Takes one pass, whatever the markup.
size_t wireroom_crowded_tag(const uint8_t *bytes, size_t count, size_t most, bool is_html);
