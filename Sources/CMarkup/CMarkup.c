#include "CMarkup.h"
#include "CrowdedTag.h"
#include "WithoutPrograms.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Elements that lie deeper in one another make the parser itself slow: it looks through all that are
// open for each end tag.
enum { deepest = 4096 };

// A tag with more attributes was made to be slow.
enum { most_attributes = 4096 };

typedef struct {
    wireroom_markup *tree;
    xmlParserCtxtPtr parser;
    // Indices of the open elements.
    uint32_t *open;
    size_t open_count, open_room;
    size_t node_room, attribute_room, name_room, byte_room;
    // From the addresses of names that the parser keeps once to their indices; open addressing.
    struct { const void *name, *space; uint32_t index; } *known;
    size_t known_room;
    uint32_t depth;
    // Of HTML, where the parser was stopped because elements lie too deep; 0 where it was not.
    size_t stopped;
    // The lines before the part of the document that is being parsed.
    uint32_t lines;
    bool is_html, out_of_memory;
    xmlEntity entity;
    char *entity_text;
} builder;

static void stop_for_memory(builder *b) {
    b->out_of_memory = true;
    xmlStopParser(b->parser);
}

// Room for one more item; false when memory is out.
static bool grow(builder *b, void **items, size_t *room, size_t wanted, size_t size) {
    if (wanted <= *room) return true;
    size_t next = *room ? *room * 2 : 256;
    while (next < wanted) next *= 2;
    // Indices and offsets have 32 bits.
    void *larger = next > UINT32_MAX ? NULL : realloc(*items, next * size);
    if (!larger) {
        stop_for_memory(b);
        return false;
    }
    *items = larger;
    *room = next;
    return true;
}

static bool add_bytes(builder *b, const xmlChar *bytes, size_t count) {
    wireroom_markup *t = b->tree;
    if (!grow(b, (void **)&t->bytes, &b->byte_room, t->byte_count + count, 1)) return false;
    memcpy(t->bytes + t->byte_count, bytes, count);
    t->byte_count += count;
    return true;
}

static size_t slot_of(const builder *b, const void *name, const void *space) {
    uint64_t hash = ((uint64_t)(uintptr_t)name ^ ((uint64_t)(uintptr_t)space << 7))
        * UINT64_C(0x9E3779B97F4A7C15);
    size_t slot = (size_t)(hash >> 40) & (b->known_room - 1);
    while (b->known[slot].name
           && (b->known[slot].name != name || b->known[slot].space != space))
        slot = (slot + 1) & (b->known_room - 1);
    return slot;
}

static bool make_room_for_names(builder *b) {
    if (b->known_room && b->tree->name_count * 2 < b->known_room) return true;
    size_t old_room = b->known_room;
    void *old = b->known;
    size_t room = old_room ? old_room * 2 : 256;
    void *larger = calloc(room, sizeof *b->known);
    if (!larger) {
        stop_for_memory(b);
        return false;
    }
    b->known = larger;
    b->known_room = room;
    typeof(b->known) entries = old;
    for (size_t i = 0; i < old_room; i++)
        if (entries[i].name) b->known[slot_of(b, entries[i].name, entries[i].space)] = entries[i];
    free(old);
    return true;
}

static uint32_t index_of_name(builder *b, const xmlChar *name, const xmlChar *space) {
    if (!make_room_for_names(b)) return 0;
    size_t slot = slot_of(b, name, space);
    if (b->known[slot].name) return b->known[slot].index;
    wireroom_markup *t = b->tree;
    if (!grow(b, (void **)&t->names, &b->name_room, t->name_count + 1, sizeof *t->names)) return 0;
    wireroom_markup_name entry = {.start = (uint32_t)t->byte_count, .count = xmlStrlen(name)};
    if (!add_bytes(b, name, entry.count)) return 0;
    entry.space_start = (uint32_t)t->byte_count;
    entry.space_count = space ? (uint32_t)xmlStrlen(space) : 0;
    if (space && !add_bytes(b, space, entry.space_count)) return 0;
    t->names[t->name_count] = entry;
    b->known[slot].name = name;
    b->known[slot].space = space;
    b->known[slot].index = (uint32_t)t->name_count;
    return (uint32_t)t->name_count++;
}

static uint32_t line_of(const builder *b) {
    int line = b->parser->input ? b->parser->input->line : 1;
    return b->lines + (line > 0 ? (uint32_t)line : 1);
}

// The element that new nodes belong to.
static uint32_t top(const builder *b) {
    size_t at = b->open_count < b->depth ? b->open_count : b->depth;
    return at ? b->open[at - 1] : 0;
}

static wireroom_markup_node *add_node(builder *b, uint32_t name) {
    wireroom_markup *t = b->tree;
    if (!grow(b, (void **)&t->nodes, &b->node_room, t->node_count + 1, sizeof *t->nodes))
        return NULL;
    wireroom_markup_node *node = &t->nodes[t->node_count];
    *node = (wireroom_markup_node){
        .name = name, .parent = top(b), .end = (uint32_t)t->node_count + 1, .line = line_of(b)};
    t->node_count++;
    return node;
}

static bool begin(builder *b, const xmlChar *name, const xmlChar *space) {
    if (b->out_of_memory || b->stopped) return false;
    if (b->open_count >= deepest && b->is_html) {
        const xmlParserInput *input = b->parser->input;
        b->stopped = (size_t)input->consumed + (size_t)(input->cur - input->base);
        b->lines = line_of(b) - 1;
        xmlStopParser(b->parser);
        return false;
    }
    if (b->open_count >= deepest) {
        b->tree->state = WIREROOM_MARKUP_TOO_DEEP;
        b->tree->fault_line = line_of(b);
        xmlStopParser(b->parser);
        return false;
    }
    uint32_t index = index_of_name(b, name, space);
    if (b->out_of_memory) return false;
    wireroom_markup_node *node = add_node(b, index);
    if (!node) return false;
    node->start = (uint32_t)b->tree->attribute_count;
    if (!grow(b, (void **)&b->open, &b->open_room, b->open_count + 1, sizeof *b->open))
        return false;
    b->open[b->open_count++] = (uint32_t)(b->tree->node_count - 1);
    return true;
}

static void add_attribute(
    builder *b, const xmlChar *name, const xmlChar *space, const xmlChar *value, size_t count) {
    if (b->out_of_memory) return;
    wireroom_markup *t = b->tree;
    uint32_t index = index_of_name(b, name, space);
    if (b->out_of_memory
        || !grow(b, (void **)&t->attributes, &b->attribute_room, t->attribute_count + 1,
                 sizeof *t->attributes))
        return;
    uint32_t start = (uint32_t)t->byte_count;
    if (!add_bytes(b, value, count)) return;
    t->attributes[t->attribute_count++] =
        (wireroom_markup_attribute){.name = index, .start = start, .count = (uint32_t)count};
    t->nodes[t->node_count - 1].count++;
}

static void finish(builder *b) {
    if (b->out_of_memory || !b->open_count) return;
    uint32_t node = b->open[--b->open_count];
    // What lies deeper than is followed stands beside it.
    b->tree->nodes[node].end =
        b->open_count >= b->depth ? node + 1 : (uint32_t)b->tree->node_count;
}

// After a first error libxml2 drops every reference that follows; here the fault is kept by on_error.
static void go_on(builder *b) {
    b->parser->wellFormed = 1;
}

static void on_text(void *context, const xmlChar *bytes, int count) {
    builder *b = context;
    go_on(b);
    wireroom_markup *t = b->tree;
    if (b->out_of_memory || b->stopped || count <= 0) return;
    wireroom_markup_node *last = t->node_count ? &t->nodes[t->node_count - 1] : NULL;
    bool goes_on = last && last->name == WIREROOM_MARKUP_TEXT && last->parent == top(b)
        && last->start + last->count == t->byte_count;
    uint32_t start = (uint32_t)t->byte_count;
    if (!add_bytes(b, bytes, (size_t)count)) return;
    if (goes_on) {
        last->count += (uint32_t)count;
        return;
    }
    wireroom_markup_node *node = add_node(b, WIREROOM_MARKUP_TEXT);
    if (!node) return;
    node->start = start;
    node->count = (uint32_t)count;
}

static void on_html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
    builder *b = context;
    if (!begin(b, name, NULL) || !attributes) return;
    for (; attributes[0]; attributes += 2)
        add_attribute(
            b, attributes[0], NULL, attributes[1] ? attributes[1] : BAD_CAST "",
            attributes[1] ? (size_t)xmlStrlen(attributes[1]) : 0);
}

static void on_html_end(void *context, const xmlChar *name) {
    (void)name;
    builder *b = context;
    // The parser that is stopped closes what is open; the next one goes on in it.
    if (!b->stopped) finish(b);
}

static void on_xml_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
    int space_count, const xmlChar **spaces, int attribute_count, int defaulted,
    const xmlChar **attributes) {
    (void)space_count, (void)spaces, (void)defaulted;
    builder *b = context;
    go_on(b);
    // A prefix that was never declared tells more than nothing.
    if (!begin(b, name, space ? space : prefix)) return;
    for (int i = 0; i < attribute_count; i++, attributes += 5)
        add_attribute(
            b, attributes[0], attributes[2], attributes[3],
            (size_t)(attributes[4] - attributes[3]));
}

static void on_xml_end(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
    (void)name, (void)prefix, (void)space;
    go_on(context);
    finish(context);
}

// Called for each reference that is no number: nothing that a document declares is ever looked at.
// A name that neither XML nor HTML knows stays as it is written.
static xmlEntityPtr on_entity(void *context, const xmlChar *name) {
    builder *b = context;
    xmlEntityPtr common = xmlGetPredefinedEntity(name);
    if (common) return common;
    // libxml2 takes one byte of a predefined entity in an attribute, and decodes what a general
    // one holds; in content it parses the general one as a document.
    bool is_attribute = b->parser->instate == XML_PARSER_ATTRIBUTE_VALUE;
    uint32_t scalar = wireroom_markup_entity((const char *)name);
    size_t count = (size_t)xmlStrlen(name);
    char *text = realloc(b->entity_text, count + 16);
    if (!text) {
        stop_for_memory(b);
        return NULL;
    }
    b->entity_text = text;
    if (scalar) text[xmlCopyChar(4, BAD_CAST text, (int)scalar)] = 0;
    else snprintf(text, count + 16, is_attribute ? "&#38;%s;" : "&%s;", (const char *)name);
    b->entity = (xmlEntity){
        .type = XML_ENTITY_DECL, .name = name, .content = BAD_CAST text, .orig = BAD_CAST text,
        .length = xmlStrlen(BAD_CAST text),
        .etype = is_attribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY};
    return &b->entity;
}

static void on_error(void *context, xmlErrorPtr error) {
    builder *b = context;
    wireroom_markup *t = b->tree;
    if (error->level != XML_ERR_FATAL || t->state != WIREROOM_MARKUP_WHOLE) return;
    t->state = error->code == XML_ERR_TAG_NOT_FINISHED || error->code == XML_ERR_DOCUMENT_END
            || error->code == XML_ERR_DOCUMENT_EMPTY
        ? WIREROOM_MARKUP_TRUNCATED
        : WIREROOM_MARKUP_BROKEN;
    t->fault_line = error->line > 0 ? (uint32_t)error->line : 0;
    if (!error->message) return;
    strncpy(t->fault, error->message, sizeof t->fault - 1);
    size_t end = strlen(t->fault);
    while (end && (unsigned char)t->fault[end - 1] <= ' ') t->fault[--end] = 0;
}

// What a document declares as attributes of its elements is not given to them: libxml2 would compare
// all of it for each element.
static void after_declarations(
    void *context, const xmlChar *name, const xmlChar *id, const xmlChar *address) {
    (void)name, (void)id, (void)address;
    builder *b = context;
    if (b->parser->attsDefault) xmlHashFree(b->parser->attsDefault, xmlHashDefaultDeallocator);
    b->parser->attsDefault = NULL;
}

static bool begin_parser(builder *b) {
    b->parser = b->is_html ? htmlNewParserCtxt() : xmlNewParserCtxt();
    if (!b->parser || !b->parser->sax) {
        b->out_of_memory = true;
        return false;
    }
    xmlSAXHandlerPtr sax = b->parser->sax;
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->characters = on_text;
    sax->ignorableWhitespace = on_text;
    sax->cdataBlock = on_text;
    sax->serror = (xmlStructuredErrorFunc)on_error;
    if (b->is_html) {
        sax->startElement = on_html_start;
        sax->endElement = on_html_end;
    } else {
        sax->startElementNs = on_xml_start;
        sax->endElementNs = on_xml_end;
        sax->getEntity = on_entity;
        sax->externalSubset = after_declarations;
    }
    b->parser->userData = b;
    return true;
}

static void end_parser(builder *b) {
    if (b->parser && b->is_html) htmlFreeParserCtxt(b->parser);
    else if (b->parser) xmlFreeParserCtxt(b->parser);
    b->parser = NULL;
}

static void parse_part(builder *b, const uint8_t *bytes, size_t count, int more_options) {
    int options = XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_RECOVER | more_options;
    xmlDocPtr document = b->is_html
        ? htmlCtxtReadMemory(
            b->parser, (const char *)bytes, (int)count, NULL, "UTF-8",
            options | HTML_PARSE_NODEFDTD)
        // What is substituted are the characters of on_entity alone.
        : xmlCtxtReadMemory(
            b->parser, (const char *)bytes, (int)count, NULL, "UTF-8", options | XML_PARSE_NOENT);
    if (document) xmlFreeDoc(document);
}

// Parses on where elements of HTML lay too deep: what follows belongs to the deepest element that is
// told apart.
static void parse_rest(builder *b, const uint8_t *bytes, size_t count) {
    while (b->stopped && b->stopped < count && !b->out_of_memory) {
        bytes += b->stopped;
        count -= b->stopped;
        b->stopped = 0;
        while (b->open_count > b->depth) finish(b);
        // A name keeps its address.
        xmlDictPtr names = b->parser->dict;
        xmlDictReference(names);
        end_parser(b);
        if (*bytes == '/' && count > 1) bytes++, count--;
        if (*bytes == '>') bytes++, count--;
        if (begin_parser(b)) {
            xmlDictFree(b->parser->dict);
            b->parser->dict = names;
            if (count) parse_part(b, bytes, count, HTML_PARSE_NOIMPLIED);
        } else {
            xmlDictFree(names);
        }
    }
}

static wireroom_markup *parse(
    const uint8_t *bytes, size_t count, uint32_t depth, bool is_html) {
    xmlInitParser();
    builder b = {
        .tree = calloc(1, sizeof(wireroom_markup)), .depth = depth ? depth : 1,
        .is_html = is_html};
    if (!b.tree || count > INT32_MAX / 2) {
        free(b.tree);
        return NULL;
    }
    size_t crowded = wireroom_crowded_tag(bytes, count, most_attributes, is_html);
    if (crowded) {
        b.tree->state = WIREROOM_MARKUP_CROWDED_TAG;
        b.tree->fault_line = (uint32_t)crowded;
        return b.tree;
    }
    if (begin_parser(&b) && begin(&b, BAD_CAST "#document", NULL)) {
        parse_part(&b, bytes, count, 0);
        parse_rest(&b, bytes, count);
        bool is_unfinished = b.open_count > 1;
        while (b.open_count) finish(&b);
        if (!is_html && is_unfinished && b.tree->state == WIREROOM_MARKUP_BROKEN)
            b.tree->state = WIREROOM_MARKUP_TRUNCATED;
        if (is_html) b.tree->state = WIREROOM_MARKUP_WHOLE;
    }
    end_parser(&b);
    free(b.open);
    free(b.known);
    free(b.entity_text);
    if (b.out_of_memory) {
        wireroom_markup_free(b.tree);
        return NULL;
    }
    return b.tree;
}

wireroom_markup *wireroom_markup_html(const uint8_t *bytes, size_t count, uint32_t depth) {
    size_t left = 0;
    uint8_t *page = wireroom_without_programs(bytes, count, &left);
    if (!page) return NULL;
    wireroom_markup *tree = parse(page, left, depth, true);
    free(page);
    return tree;
}

wireroom_markup *wireroom_markup_xml(const uint8_t *bytes, size_t count, uint32_t depth) {
    return parse(bytes, count, depth, false);
}

void wireroom_markup_free(wireroom_markup *tree) {
    if (!tree) return;
    free(tree->nodes);
    free(tree->attributes);
    free(tree->names);
    free(tree->bytes);
    free(tree);
}

uint32_t wireroom_markup_entity(const char *name) {
    const htmlEntityDesc *entity = htmlEntityLookup(BAD_CAST name);
    return entity ? entity->value : 0;
}
