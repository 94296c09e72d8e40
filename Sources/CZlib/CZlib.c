#include "CZlib.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { trailer = 8 };

static uInt clamped(size_t count) { return count > UINT_MAX ? UINT_MAX : (uInt)count; }

static void put32(uint8_t *at, uint32_t value) {
    for (int byte = 0; byte < 4; byte++) at[byte] = (uint8_t)(value >> 8 * byte);
}

static uint32_t get32(const uint8_t *at) {
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

// ID, method deflate, flag "extra", no time, unknown system; 12 bytes of extra: one subfield of 8.
static const uint8_t beginning[16] = {0x1F, 0x8B, 8,  4, 0,   0,   0, 0,
                                      0,    0xFF, 12, 0, 'W', 'R', 8, 0};

wireroom_gzip_encoder *wireroom_gzip_encoder_create(void) {
    z_stream *stream = calloc(1, sizeof *stream);
    if (!stream) return NULL;
    // Negative bits: the deflated bytes alone; header and trailer are written here.
    if (deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY)
        != Z_OK) {
        free(stream);
        return NULL;
    }
    return (wireroom_gzip_encoder *)stream;
}

void wireroom_gzip_encoder_free(wireroom_gzip_encoder *encoder) {
    if (!encoder) return;
    deflateEnd((z_stream *)encoder);
    free(encoder);
}

size_t wireroom_gzip_bound(wireroom_gzip_encoder *encoder, size_t count) {
    return WIREROOM_GZIP_HEADER + deflateBound((z_stream *)encoder, count) + trailer;
}

size_t wireroom_gzip_encode(wireroom_gzip_encoder *encoder, void *member, size_t capacity,
                            const void *bytes, size_t count) {
    z_stream *stream = (z_stream *)encoder;
    if (capacity < WIREROOM_GZIP_HEADER + trailer || capacity > UINT_MAX || count > UINT_MAX)
        return 0;
    if (deflateReset(stream) != Z_OK) return 0;
    uint8_t *out = member;
    stream->next_in = (Bytef *)bytes;
    stream->avail_in = (uInt)count;
    stream->next_out = out + WIREROOM_GZIP_HEADER;
    stream->avail_out = (uInt)(capacity - WIREROOM_GZIP_HEADER - trailer);
    if (deflate(stream, Z_FINISH) != Z_STREAM_END) return 0;
    size_t length = (size_t)(stream->next_out - out);
    put32(out + length, (uint32_t)crc32(crc32(0, Z_NULL, 0), bytes, (uInt)count));
    put32(out + length + 4, (uint32_t)count);
    length += trailer;
    memcpy(out, beginning, sizeof beginning);
    put32(out + 16, (uint32_t)length);
    put32(out + 20, (uint32_t)count);
    return length;
}

int wireroom_gzip_sizes(const uint8_t header[WIREROOM_GZIP_HEADER], uint32_t *member,
                        uint32_t *held) {
    if (memcmp(header, beginning, sizeof beginning) != 0) return 0;
    *member = get32(header + 16);
    *held = get32(header + 20);
    return *member > WIREROOM_GZIP_HEADER + trailer;
}

wireroom_gzip_decoder *wireroom_gzip_decoder_create(void) {
    z_stream *stream = calloc(1, sizeof *stream);
    if (!stream) return NULL;
    // 16: with header and trailer, which are checked.
    if (inflateInit2(stream, 15 + 16) != Z_OK) {
        free(stream);
        return NULL;
    }
    return (wireroom_gzip_decoder *)stream;
}

void wireroom_gzip_decoder_free(wireroom_gzip_decoder *decoder) {
    if (!decoder) return;
    inflateEnd((z_stream *)decoder);
    free(decoder);
}

void wireroom_gzip_decoder_reset(wireroom_gzip_decoder *decoder) {
    inflateReset((z_stream *)decoder);
}

static int decode(z_stream *stream, const void *in, size_t *in_count, void *out,
                  size_t *out_count) {
    uInt given = clamped(*in_count), room = clamped(*out_count);
    stream->next_in = (Bytef *)in;
    stream->avail_in = given;
    stream->next_out = out;
    stream->avail_out = room;
    int result = inflate(stream, Z_NO_FLUSH);
    *in_count = given - stream->avail_in;
    *out_count = room - stream->avail_out;
    if (result == Z_STREAM_END) return 1;
    // Z_BUF_ERROR: nothing could be taken or given this time.
    return result == Z_OK || result == Z_BUF_ERROR ? 0 : -1;
}

int wireroom_gzip_decode(wireroom_gzip_decoder *decoder, const void *in, size_t *in_count,
                         void *out, size_t *out_count) {
    return decode((z_stream *)decoder, in, in_count, out, out_count);
}

struct wireroom_inflater {
    z_stream stream;
    int has_begun;
};

wireroom_inflater *wireroom_inflater_open(void) {
    wireroom_inflater *inflater = calloc(1, sizeof *inflater);
    if (inflater && inflateInit2(&inflater->stream, 15) != Z_OK) {
        free(inflater);
        return NULL;
    }
    return inflater;
}

int wireroom_inflate(wireroom_inflater *inflater, const void *in, size_t *in_count, void *out,
                     size_t *out_count) {
    if (!inflater->has_begun && *in_count >= 2) {
        const uint8_t *bytes = in;
        inflater->has_begun = 1;
        // RFC 1950: method 8, and a checksum of the two bytes; else there is no frame.
        int is_framed = (bytes[0] & 15) == 8 && (bytes[0] << 8 | bytes[1]) % 31 == 0;
        if (!is_framed) inflateReset2(&inflater->stream, -15);
    }
    return decode(&inflater->stream, in, in_count, out, out_count);
}

void wireroom_inflater_close(wireroom_inflater *inflater) {
    if (!inflater) return;
    inflateEnd(&inflater->stream);
    free(inflater);
}
