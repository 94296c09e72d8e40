#pragma once
#include <stddef.h>
#include <stdint.h>

/// Makes members of gzip (RFC 1952). Opaque; freed with wireroom_gzip_encoder_free.
typedef struct wireroom_gzip_encoder wireroom_gzip_encoder;
/// Decodes them, a part at a time. Opaque; freed with wireroom_gzip_decoder_free.
typedef struct wireroom_gzip_decoder wireroom_gzip_decoder;

/// NULL when memory is out.
wireroom_gzip_encoder *wireroom_gzip_encoder_create(void);
void wireroom_gzip_encoder_free(wireroom_gzip_encoder *);

/// The most bytes that a member of `count` bytes can take.
size_t wireroom_gzip_bound(wireroom_gzip_encoder *, size_t count);

/// Bytes before the compressed ones in each member that wireroom_gzip_encode makes.
#define WIREROOM_GZIP_HEADER 24

/// Write one member that holds `bytes`; an extra field "WR" of its header tells the bytes of the
/// whole member and of what it holds. The bytes written, 0 when it failed.
size_t wireroom_gzip_encode(wireroom_gzip_encoder *, void *member, size_t capacity,
                            const void *bytes, size_t count);

/// Read the extra field of a header that wireroom_gzip_encode wrote; 0 where it is none.
int wireroom_gzip_sizes(const uint8_t header[WIREROOM_GZIP_HEADER], uint32_t *member,
                        uint32_t *held);

/// NULL when memory is out.
wireroom_gzip_decoder *wireroom_gzip_decoder_create(void);
void wireroom_gzip_decoder_free(wireroom_gzip_decoder *);

/// What comes next is the beginning of a member.
void wireroom_gzip_decoder_reset(wireroom_gzip_decoder *);

/// Decode from `in` to `out`; both counts are changed to what was taken and given. 1 at the end of a
/// member, 0 within one, -1 when the bytes are damaged.
int wireroom_gzip_decode(wireroom_gzip_decoder *, const void *in, size_t *in_count, void *out,
                         size_t *out_count);

/// Undoes "deflate", with zlib's frame or without. Opaque; freed with wireroom_inflater_close.
typedef struct wireroom_inflater wireroom_inflater;

/// NULL when memory is out.
wireroom_inflater *wireroom_inflater_open(void);

/// Decode from `in` to `out`; both counts are changed to what was taken and given. 1 at the end, 0
/// before, -1 when the bytes are damaged.
int wireroom_inflate(wireroom_inflater *, const void *in, size_t *in_count, void *out,
                     size_t *out_count);
void wireroom_inflater_close(wireroom_inflater *);
