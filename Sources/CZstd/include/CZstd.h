#pragma once
#include <stddef.h>

/// Makes frames of Zstandard (RFC 8878). Opaque; freed with wireroom_zstd_encoder_free.
typedef struct wireroom_zstd_encoder wireroom_zstd_encoder;
/// Decodes them, a part at a time. Opaque; freed with wireroom_zstd_decoder_free.
typedef struct wireroom_zstd_decoder wireroom_zstd_decoder;

/// NULL when memory is out.
wireroom_zstd_encoder *wireroom_zstd_encoder_create(void);
void wireroom_zstd_encoder_free(wireroom_zstd_encoder *);

/// The most bytes that a frame of `count` bytes can take.
size_t wireroom_zstd_bound(size_t count);

/// Write one frame that holds `bytes`, with its size and a checksum. The bytes written, 0 when it
/// failed.
size_t wireroom_zstd_encode(wireroom_zstd_encoder *, void *frame, size_t capacity,
                            const void *bytes, size_t count);

/// NULL when memory is out.
wireroom_zstd_decoder *wireroom_zstd_decoder_create(void);
void wireroom_zstd_decoder_free(wireroom_zstd_decoder *);

/// What comes next is the beginning of a frame.
void wireroom_zstd_decoder_reset(wireroom_zstd_decoder *);

/// Decode from `in` to `out`; both counts are changed to what was taken and given. 1 at the end of a
/// frame, 0 within one, -1 when the bytes are damaged.
int wireroom_zstd_decode(wireroom_zstd_decoder *, const void *in, size_t *in_count, void *out,
                         size_t *out_count);
