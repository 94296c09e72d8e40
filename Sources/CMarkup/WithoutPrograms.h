#pragma once
#include <stddef.h>
#include <stdint.h>

/// A copy of a page without what stands in its scripts and styles, but for its line feeds; linked
/// data (type="…ld+json") stays. More than half of many pages is such text, and libxml2 reads it
/// character by character. To be freed with free(); NULL when memory is out.
uint8_t *wireroom_without_programs(const uint8_t *bytes, size_t count, size_t *left);
