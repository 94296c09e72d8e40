#include "CZstd.h"

#include <zstd.h>

// The library's own contexts under names of ours: they are never looked into.
static ZSTD_CCtx *compressor(wireroom_zstd_encoder *encoder) { return (ZSTD_CCtx *)encoder; }
static ZSTD_DCtx *decompressor(wireroom_zstd_decoder *decoder) { return (ZSTD_DCtx *)decoder; }

wireroom_zstd_encoder *wireroom_zstd_encoder_create(void) {
    ZSTD_CCtx *context = ZSTD_createCCtx();
    if (!context) return NULL;
    if (ZSTD_isError(ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1))) {
        ZSTD_freeCCtx(context);
        return NULL;
    }
    return (wireroom_zstd_encoder *)context;
}

void wireroom_zstd_encoder_free(wireroom_zstd_encoder *encoder) {
    ZSTD_freeCCtx(compressor(encoder));
}

size_t wireroom_zstd_bound(size_t count) { return ZSTD_compressBound(count); }

size_t wireroom_zstd_encode(wireroom_zstd_encoder *encoder, void *frame, size_t capacity,
                            const void *bytes, size_t count) {
    size_t written = ZSTD_compress2(compressor(encoder), frame, capacity, bytes, count);
    return ZSTD_isError(written) ? 0 : written;
}

wireroom_zstd_decoder *wireroom_zstd_decoder_create(void) {
    return (wireroom_zstd_decoder *)ZSTD_createDCtx();
}

void wireroom_zstd_decoder_free(wireroom_zstd_decoder *decoder) {
    ZSTD_freeDCtx(decompressor(decoder));
}

void wireroom_zstd_decoder_reset(wireroom_zstd_decoder *decoder) {
    ZSTD_DCtx_reset(decompressor(decoder), ZSTD_reset_session_only);
}

int wireroom_zstd_decode(wireroom_zstd_decoder *decoder, const void *in, size_t *in_count,
                         void *out, size_t *out_count) {
    ZSTD_inBuffer input = {in, *in_count, 0};
    ZSTD_outBuffer output = {out, *out_count, 0};
    // A window of more than 128 MiB (zstd --long) is refused by the library's default.
    size_t left = ZSTD_decompressStream(decompressor(decoder), &output, &input);
    *in_count = input.pos;
    *out_count = output.pos;
    if (ZSTD_isError(left)) return -1;
    return left == 0 ? 1 : 0;
}
