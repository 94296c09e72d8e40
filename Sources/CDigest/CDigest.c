#include "CDigest.h"

#include <openssl/evp.h>
#include <stdlib.h>

struct wireroom_sha256 {
    EVP_MD_CTX *context;
    EVP_MD *method;
};

wireroom_sha256 *wireroom_sha256_create(void) {
    wireroom_sha256 *digest = malloc(sizeof *digest);
    if (!digest) return NULL;
    // Fetched once: the implicit fetch of EVP_sha256() costs a lock and a look-up a digest.
    digest->method = EVP_MD_fetch(NULL, "SHA256", NULL);
    digest->context = EVP_MD_CTX_new();
    if (!digest->method || !digest->context
        || EVP_DigestInit_ex2(digest->context, digest->method, NULL) != 1) {
        wireroom_sha256_free(digest);
        return NULL;
    }
    return digest;
}

void wireroom_sha256_free(wireroom_sha256 *digest) {
    if (!digest) return;
    EVP_MD_CTX_free(digest->context);
    EVP_MD_free(digest->method);
    free(digest);
}

void wireroom_sha256_reset(wireroom_sha256 *digest) {
    EVP_DigestInit_ex2(digest->context, digest->method, NULL);
}

void wireroom_sha256_update(wireroom_sha256 *digest, const void *bytes, size_t count) {
    EVP_DigestUpdate(digest->context, bytes, count);
}

void wireroom_sha256_finish(wireroom_sha256 *digest, uint8_t out[32]) {
    EVP_DigestFinal_ex(digest->context, out, NULL);
}
