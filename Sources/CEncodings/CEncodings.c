#include "CEncodings.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <uchardet/uchardet.h>

// The library's own descriptor under a name of ours: it is never looked into.
static iconv_t of(wireroom_decoder *decoder) { return (iconv_t)decoder; }

wireroom_decoder *wireroom_decoder_open(const char *name) {
    iconv_t decoder = iconv_open("UTF-8", name);
    return decoder == (iconv_t)-1 ? NULL : (wireroom_decoder *)decoder;
}

wireroom_decoded wireroom_decode(
    wireroom_decoder *decoder, const void *in, size_t *in_count, void *out, size_t *out_count) {
    char *from = (char *)in, *to = out;
    size_t left = *in_count, room = *out_count;
    size_t result = iconv(of(decoder), &from, &left, &to, &room);
    int error = errno;
    *in_count -= left;
    *out_count -= room;
    if (result != (size_t)-1) return WIREROOM_DECODED;
    if (error == E2BIG) return WIREROOM_DECODER_FULL;
    return error == EINVAL ? WIREROOM_DECODER_CUT : WIREROOM_DECODER_INVALID;
}

void wireroom_decoder_reset(wireroom_decoder *decoder) {
    iconv(of(decoder), NULL, NULL, NULL, NULL);
}

void wireroom_decoder_close(wireroom_decoder *decoder) {
    if (decoder) iconv_close(of(decoder));
}

void wireroom_guess_encoding(const void *bytes, size_t count, char *name, size_t room) {
    if (!room) return;
    name[0] = 0;
    uchardet_t detector = uchardet_new();
    if (!detector) return;
    if (uchardet_handle_data(detector, bytes, count) == 0) {
        uchardet_data_end(detector);
        strncpy(name, uchardet_get_charset(detector), room - 1);
        name[room - 1] = 0;
    }
    uchardet_delete(detector);
}
