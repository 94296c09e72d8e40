#include "CYAML.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum {
    // libyaml itself follows flow collections without end.
    deepest = 32,
    // Of fields; escapes may make six bytes of one.
    longest = 8 << 20,
};

typedef struct {
    uint8_t *bytes;
    size_t count, room;
    bool is_full;
} output;

static void put(output *o, const void *bytes, size_t count) {
    if (o->is_full || count > longest || o->count + count > longest) {
        o->is_full = true;
        return;
    }
    if (o->count + count > o->room) {
        size_t room = (o->count + count) * 2 + 256;
        uint8_t *larger = realloc(o->bytes, room);
        if (!larger) {
            o->is_full = true;
            return;
        }
        o->bytes = larger;
        o->room = room;
    }
    memcpy(o->bytes + o->count, bytes, count);
    o->count += count;
}

static void put_string(output *o, const uint8_t *bytes, size_t count) {
    put(o, "\"", 1);
    for (size_t i = 0; i < count; i++) {
        uint8_t byte = bytes[i];
        if (byte < 0x20) {
            char escape[8];
            put(o, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", byte));
        } else {
            if (byte == '"' || byte == '\\') put(o, "\\", 1);
            put(o, &byte, 1);
        }
    }
    put(o, "\"", 1);
}

static bool is_null(const yaml_event_t *event) {
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE) return false;
    const char *text = (const char *)event->data.scalar.value;
    return !*text || !strcmp(text, "~") || !strcmp(text, "null") || !strcmp(text, "Null")
        || !strcmp(text, "NULL");
}

// What is open: a sequence, or a mapping whose key or value comes next.
typedef enum { SEQUENCE, KEY, VALUE } place;

typedef struct {
    output out;
    place places[deepest];
    int depth;
    // Inside a key that is no scalar, which has no place in JSON: how deep.
    int key_depth;
    bool needs_comma;
    const char *fault;
} writer;

static void begin_value(writer *w) {
    if (w->depth > 0 && w->places[w->depth - 1] == VALUE) return;
    if (w->needs_comma) put(&w->out, ",", 1);
}

static void end_value(writer *w) {
    w->needs_comma = true;
    if (w->depth > 0 && w->places[w->depth - 1] == VALUE) w->places[w->depth - 1] = KEY;
}

static void open_collection(writer *w, bool is_mapping) {
    if (w->depth == deepest) {
        w->fault = "collections lie too deep in one another";
        return;
    }
    begin_value(w);
    put(&w->out, is_mapping ? "{" : "[", 1);
    w->places[w->depth++] = is_mapping ? KEY : SEQUENCE;
    w->needs_comma = false;
}

static void take_scalar(writer *w, const yaml_event_t *event) {
    if (w->depth == 0) {
        w->fault = "these are no fields";
        return;
    }
    const uint8_t *text = event->data.scalar.value;
    size_t count = event->data.scalar.length;
    begin_value(w);
    if (w->places[w->depth - 1] == KEY) {
        put_string(&w->out, text, count);
        put(&w->out, ":", 1);
        w->places[w->depth - 1] = VALUE;
        return;
    }
    if (is_null(event)) put(&w->out, "null", 4);
    else put_string(&w->out, text, count);
    end_value(w);
}

static void take(writer *w, const yaml_event_t *event) {
    bool is_key = w->depth > 0 && w->places[w->depth - 1] == KEY;
    switch (event->type) {
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT: {
        bool is_mapping = event->type == YAML_MAPPING_START_EVENT;
        if (is_key || (w->depth == 0 && !is_mapping)) w->fault = "these are no fields";
        else open_collection(w, is_mapping);
        break;
    }
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        if (w->depth == 0) break;
        put(&w->out, event->type == YAML_MAPPING_END_EVENT ? "}" : "]", 1);
        w->depth--;
        end_value(w);
        break;
    case YAML_SCALAR_EVENT: take_scalar(w, event); break;
    case YAML_ALIAS_EVENT:
        // Never expanded: ten lines of aliases can stand for more than memory holds.
        if (is_key || w->depth == 0) {
            w->fault = "these are no fields";
        } else {
            begin_value(w);
            put(&w->out, "null", 4);
            end_value(w);
        }
        break;
    default: break;
    }
}

static void set_fault(wireroom_fields *fields, const char *what, size_t line) {
    snprintf(fields->fault, sizeof fields->fault, "%s", what ? what : "it is broken");
    fields->fault_line = line;
}

wireroom_fields wireroom_yaml_fields(const uint8_t *bytes, size_t count) {
    wireroom_fields fields = {0};
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        set_fault(&fields, "memory is out", 1);
        return fields;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, bytes, count);
    writer w = {0};
    bool is_done = false;
    while (!is_done && !w.fault && !w.out.is_full) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            set_fault(&fields, parser.problem, parser.problem_mark.line + 1);
            break;
        }
        is_done = event.type == YAML_STREAM_END_EVENT || event.type == YAML_DOCUMENT_END_EVENT;
        take(&w, &event);
        if (w.fault) set_fault(&fields, w.fault, event.start_mark.line + 1);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (w.out.is_full) set_fault(&fields, "it is too long", 1);
    if (fields.fault_line || w.depth > 0) {
        free(w.out.bytes);
        return fields;
    }
    fields.json = w.out.bytes;
    fields.count = w.out.count;
    return fields;
}

void wireroom_fields_free(wireroom_fields *fields) {
    free(fields->json);
    fields->json = NULL;
}
