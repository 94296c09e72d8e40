#include "CJSON.h"

#include <memory>
#include <new>
#include <simdjson.h>
#include <type_traits>

using simdjson::internal::tape_type;

// The tape is read by its documented layout; a simdjson that changed it must not build.
static_assert(simdjson::SIMDJSON_VERSION_MAJOR == 3, "the layout of the tape was checked for simdjson 3");
static_assert(char(tape_type::START_OBJECT) == '{' && char(tape_type::START_ARRAY) == '[');
static_assert(char(tape_type::STRING) == '"' && char(tape_type::INT64) == 'l');
static_assert(char(tape_type::UINT64) == 'u' && char(tape_type::DOUBLE) == 'd');
static_assert(simdjson::internal::JSON_VALUE_MASK == 0x00FFFFFFFFFFFFFF);
static_assert(std::is_trivially_copyable_v<wireroom_json_tape>);
static_assert(sizeof(wireroom_json_tape) == 2 * sizeof(void *));

// Capacity that is kept from one document to the next: about 15 bytes of memory each.
static constexpr size_t kept_capacity = size_t(4) << 20;
// Below this size even the densest document needs little memory.
static constexpr size_t small_document = size_t(1) << 20;

struct wireroom_json {
    size_t depth;
    // Replaced to release memory, as simdjson's parsers only grow.
    std::unique_ptr<simdjson::dom::parser> parser;

    bool renew() noexcept {
        parser.reset(new (std::nothrow) simdjson::dom::parser(WIREROOM_JSON_LARGEST));
        // simdjson counts the document itself as a level.
        return parser && parser->allocate(simdjson::dom::MINIMAL_DOCUMENT_CAPACITY, depth + 1)
            == simdjson::SUCCESS;
    }
};

// Every value but the first follows one of these, so they bound the size of the tape; those in
// strings count too, which prose does not come near.
static bool is_dense(const uint8_t *bytes, size_t count) noexcept {
    size_t found = 0;
    for (size_t index = 0; index < count; index++) {
        const uint8_t byte = bytes[index];
        found += (byte == ',') + (byte == ':') + (byte == '[') + (byte == '{');
    }
    return found > count / 8;
}

extern "C" wireroom_json *wireroom_json_create(size_t depth) {
    auto *json = new (std::nothrow) wireroom_json{depth, nullptr};
    if (json && !json->renew()) {
        delete json;
        return nullptr;
    }
    return json;
}

extern "C" void wireroom_json_free(wireroom_json *json) { delete json; }

extern "C" wireroom_json_outcome wireroom_json_parse(
    wireroom_json *json, const uint8_t *bytes, size_t count, wireroom_json_tape *tape) {
    if (count > WIREROOM_JSON_LARGEST) return WIREROOM_JSON_TOO_LARGE;
    if (count > small_document && is_dense(bytes, count)) return WIREROOM_JSON_TOO_DENSE;
    if (!json->parser && !json->renew()) return WIREROOM_JSON_NO_MEMORY;
    switch (json->parser->parse(bytes, count).error()) {
    case simdjson::SUCCESS:
        *tape = {json->parser->doc.tape.get(), json->parser->doc.string_buf.get()};
        return WIREROOM_JSON_PARSED;
    case simdjson::DEPTH_ERROR: return WIREROOM_JSON_TOO_DEEP;
    case simdjson::NUMBER_ERROR: return WIREROOM_JSON_NUMBER;
    case simdjson::CAPACITY: return WIREROOM_JSON_TOO_LARGE;
    case simdjson::MEMALLOC:
        json->parser.reset();
        return WIREROOM_JSON_NO_MEMORY;
    default: return WIREROOM_JSON_BROKEN;
    }
}

extern "C" void wireroom_json_trim(wireroom_json *json) {
    if (json->parser && json->parser->capacity() > kept_capacity) json->parser.reset();
}

extern "C" int wireroom_utf8_is_valid(const uint8_t *bytes, size_t count) {
    return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), count);
}
