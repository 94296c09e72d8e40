#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Markup as one table of nodes, in the order of the document. libxml2's own headers stay behind
// CMarkup.c: they include ICU's, which must not meet Foundation's.

/// An element, or a stretch of text.
typedef struct {
    /// Names[name] of an element; WIREROOM_MARKUP_TEXT of a text.
    uint32_t name;
    /// The index of the element that holds it; of the first node, its own.
    uint32_t parent;
    /// The index of the first node that is not inside it.
    uint32_t end;
    /// Text: where in the bytes it begins. Element: its first attribute.
    uint32_t start;
    /// Text: its length in bytes. Element: how many attributes it has.
    uint32_t count;
    /// The line of the input on which it begins, from 1.
    uint32_t line;
} wireroom_markup_node;

#define WIREROOM_MARKUP_TEXT UINT32_MAX

typedef struct {
    uint32_t name;
    /// Where in the bytes its value begins, with references resolved.
    uint32_t start;
    uint32_t count;
} wireroom_markup_attribute;

/// The name of elements or attributes; each is there once.
typedef struct {
    /// Without its prefix in XML, in lower case in HTML.
    uint32_t start;
    uint32_t count;
    /// The address of its namespace; empty where it has none.
    uint32_t space_start;
    uint32_t space_count;
} wireroom_markup_name;

typedef enum {
    WIREROOM_MARKUP_WHOLE = 0,
    /// Memory was out; there is no tree.
    WIREROOM_MARKUP_NO_MEMORY,
    /// Elements of XML lie in one another deeper than is followed; what comes after is left out.
    WIREROOM_MARKUP_TOO_DEEP,
    /// A tag, at `fault_line`, has so many attributes that nothing was parsed.
    WIREROOM_MARKUP_CROWDED_TAG,
    /// XML that is broken at `fault_line`; what could be read of it is there.
    WIREROOM_MARKUP_BROKEN,
    /// The same, because it ends before its root element does.
    WIREROOM_MARKUP_TRUNCATED,
} wireroom_markup_state;

typedef struct {
    wireroom_markup_node *nodes;
    size_t node_count;
    wireroom_markup_attribute *attributes;
    size_t attribute_count;
    wireroom_markup_name *names;
    size_t name_count;
    /// Texts, values and names.
    uint8_t *bytes;
    size_t byte_count;
    wireroom_markup_state state;
    uint32_t fault_line;
    /// What is wrong, in the parser's words.
    char fault[160];
} wireroom_markup;

/// Parse valid UTF-8, whatever the markup itself says of its encoding. No entity is loaded or
/// expanded but the characters that HTML names, and nothing is fetched. The first node, where there
/// is one, is made up: it holds the others.
/// - depth: elements that lie deeper belong to the one at this depth.
/// Returns NULL when memory is out; to be freed with wireroom_markup_free.
wireroom_markup *wireroom_markup_html(const uint8_t *bytes, size_t count, uint32_t depth);
wireroom_markup *wireroom_markup_xml(const uint8_t *bytes, size_t count, uint32_t depth);
void wireroom_markup_free(wireroom_markup *);

/// The character that HTML calls by a name ("nbsp"), or 0.
uint32_t wireroom_markup_entity(const char *name);
