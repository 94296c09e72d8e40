#include "CLanguage.h"

#include <cstdio>
#include <cstring>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

int wireroom_language(const char *text, size_t count, char code[WIREROOM_LANGUAGE_ROOM]) {
    code[0] = 0;
    if (count > WIREROOM_LANGUAGE_LONGEST) return 0;
    // CLD2 looks at what follows, and at what no UTF-8 leads to in its tables, if it is not checked.
    char padded[WIREROOM_LANGUAGE_LONGEST + 16] = {};
    std::memcpy(padded, text, count);
    int valid_bytes;
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int text_bytes;
    bool is_reliable;
    const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummaryCheckUTF8(
        padded, static_cast<int>(count), true, &hints, 0, languages, percents, scores, nullptr,
        &text_bytes, &is_reliable, &valid_bytes);
    if (!is_reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE) return 0;
    const char *name = CLD2::LanguageCode(languages[0]);
    if (std::strlen(name) >= WIREROOM_LANGUAGE_ROOM) return 0;
    std::strcpy(code, name);
    return percents[0];
}
