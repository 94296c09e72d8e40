#include "CDigest.h"

#include <nettle/sha2.h>
#include <stdlib.h>

struct wireroom_sha256 {
    struct sha256_ctx state;
};

wireroom_sha256 *wireroom_sha256_create(void) {
    wireroom_sha256 *digest = malloc(sizeof *digest);
    if (digest) sha256_init(&digest->state);
    return digest;
}

void wireroom_sha256_free(wireroom_sha256 *digest) { free(digest); }

void wireroom_sha256_reset(wireroom_sha256 *digest) { sha256_init(&digest->state); }

void wireroom_sha256_update(wireroom_sha256 *digest, const void *bytes, size_t count) {
    sha256_update(&digest->state, count, bytes);
}

void wireroom_sha256_finish(wireroom_sha256 *digest, uint8_t out[32]) {
    sha256_digest(&digest->state, SHA256_DIGEST_SIZE, out);
}
