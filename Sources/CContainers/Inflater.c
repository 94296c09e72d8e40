#include "CContainers.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct wireroom_inflater {
    z_stream stream;
    bool has_begun;
};

wireroom_inflater *wireroom_inflater_open(void) {
    wireroom_inflater *inflater = calloc(1, sizeof *inflater);
    if (inflater && inflateInit2(&inflater->stream, 15) != Z_OK) {
        free(inflater);
        return NULL;
    }
    return inflater;
}

int wireroom_inflate(
    wireroom_inflater *inflater, const void *in, size_t *in_count, void *out, size_t *out_count) {
    z_stream *stream = &inflater->stream;
    const uint8_t *bytes = in;
    if (!inflater->has_begun && *in_count >= 2) {
        inflater->has_begun = true;
        // RFC 1950: method 8, and a checksum of the two bytes; else there is no frame.
        bool is_framed = (bytes[0] & 15) == 8 && (bytes[0] << 8 | bytes[1]) % 31 == 0;
        if (!is_framed) inflateReset2(stream, -15);
    }
    uInt given = *in_count > UINT_MAX ? UINT_MAX : (uInt)*in_count;
    uInt room = *out_count > UINT_MAX ? UINT_MAX : (uInt)*out_count;
    stream->next_in = (Bytef *)bytes;
    stream->avail_in = given;
    stream->next_out = out;
    stream->avail_out = room;
    int result = inflate(stream, Z_NO_FLUSH);
    *in_count = given - stream->avail_in;
    *out_count = room - stream->avail_out;
    if (result == Z_STREAM_END) return 1;
    return result == Z_OK || result == Z_BUF_ERROR ? 0 : -1;
}

void wireroom_inflater_close(wireroom_inflater *inflater) {
    if (!inflater) return;
    inflateEnd(&inflater->stream);
    free(inflater);
}
