#pragma once
#include <stddef.h>
#include <stdint.h>

/// A running SHA-256 (FIPS 180-4). Opaque; freed with wireroom_sha256_free.
typedef struct wireroom_sha256 wireroom_sha256;

/// A fresh digest, or NULL when memory is out.
wireroom_sha256 *wireroom_sha256_create(void);
void wireroom_sha256_free(wireroom_sha256 *);

/// Forget what was taken in so far.
void wireroom_sha256_reset(wireroom_sha256 *);
void wireroom_sha256_update(wireroom_sha256 *, const void *bytes, size_t count);
/// Write the 32 bytes of the digest; the digest must be reset before it is used again.
void wireroom_sha256_finish(wireroom_sha256 *, uint8_t digest[32]);
