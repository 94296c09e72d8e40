#pragma once
#include <stdint.h>
#include <stddef.h>

/// Bring UTF-8 into Normalization Form C (Unicode Standard Annex 15).
/// Returns the number of bytes written to a new buffer at *out (to be freed with
/// wireroom_unicode_free), or a negative number when the input is no UTF-8 or memory is out.
ptrdiff_t wireroom_nfc(const uint8_t *bytes, ptrdiff_t count, uint8_t **out);
void wireroom_unicode_free(uint8_t *);

/// The general category of a scalar as utf8proc numbers them:
/// Lu 1, Ll 2, Lt 3, Lm 4, Lo 5, Mn 6, Mc 7, Me 8, Nd 9, Nl 10, No 11, Pc 12, Pd 13, Ps 14,
/// Pe 15, Pi 16, Pf 17, Po 18, Sm 19, Sc 20, Sk 21, So 22, Zs 23, Zl 24, Zp 25, Cc 26, Cf 27.
int wireroom_category(uint32_t scalar);
/// Simple lower case of a scalar (itself where it has none).
uint32_t wireroom_lowercase(uint32_t scalar);
/// Columns that a terminal gives a scalar: 0, 1 or 2.
int wireroom_width(uint32_t scalar);
