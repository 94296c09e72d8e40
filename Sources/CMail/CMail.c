// memmem is GNU's.
#define _GNU_SOURCE
#include "CMail.h"

#include <ctype.h>
#include <gmime/gmime.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    // Parts that lie deeper in one another are left out. GMime itself stops at 1024.
    deepest = 64,
    // GMime follows groups inside groups of addresses by recursion, one for each colon.
    most_colons = 128,
};

typedef struct {
    wireroom_mail_part part;
    GMimeObject *object;
    GByteArray *content;
    char *media_type;
} node;

struct wireroom_mail {
    GMimeMessage *message;
    node *nodes;
    wireroom_mail_part *parts;
    size_t count, room, most;
    bool is_cut;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static GMimeParserOptions *options;

static void set_up(void) {
    g_mime_init();
    // For headers with bytes beyond ASCII that are not UTF-8.
    static const char *charsets[] = {"utf-8", "windows-1252", NULL};
    options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, charsets);
}

static bool is_named(const uint8_t *line, size_t count, const char *name) {
    size_t length = strlen(name);
    return count > length && line[length] == ':'
        && strncasecmp((const char *)line, name, length) == 0;
}

static bool holds_addresses(const uint8_t *line, size_t count) {
    if (count > 7 && strncasecmp((const char *)line, "resent-", 7) == 0) {
        line += 7;
        count -= 7;
    }
    return is_named(line, count, "from") || is_named(line, count, "to")
        || is_named(line, count, "cc") || is_named(line, count, "bcc")
        || is_named(line, count, "sender") || is_named(line, count, "reply-to");
}

// Takes the colons away that would nest groups of addresses without end.
static void limit_groups(uint8_t *bytes, size_t count) {
    size_t colons = 0;
    bool is_address = false;
    for (size_t start = 0; start < count;) {
        uint8_t *feed = memchr(bytes + start, '\n', count - start);
        size_t end = feed ? (size_t)(feed - bytes) : count;
        if (bytes[start] != ' ' && bytes[start] != '\t') {
            is_address = holds_addresses(bytes + start, end - start);
            colons = 0;
        }
        for (size_t at = start; is_address && at < end; at++)
            if (bytes[at] == ':' && ++colons > most_colons) bytes[at] = ' ';
        start = end + 1;
    }
}

static bool begins_field(const uint8_t *line, size_t count) {
    size_t at = 0;
    while (at < count && (isalnum(line[at]) || line[at] == '-')) at++;
    return at > 0 && at < count && line[at] == ':';
}

// A word of RFC 2047 that is encoded as base64: "=?charset?B?payload?=".
typedef struct {
    const uint8_t *charset, *payload;
    size_t charset_count, payload_count;
    // The index behind it.
    size_t end;
} word;

static bool read_word(const uint8_t *bytes, size_t count, size_t start, word *read) {
    if (count - start < 8 || bytes[start] != '=' || bytes[start + 1] != '?') return false;
    size_t at = start + 2;
    while (at < count && bytes[at] > ' ' && bytes[at] < 0x7F && bytes[at] != '?') at++;
    if (at == start + 2 || count - at < 5 || (bytes[at + 1] | 0x20) != 'b' || bytes[at + 2] != '?')
        return false;
    read->charset = bytes + start + 2;
    read->charset_count = at - start - 2;
    size_t payload = at += 3;
    while (at < count && (isalnum(bytes[at]) || bytes[at] == '+' || bytes[at] == '/')) at++;
    read->payload = bytes + payload;
    read->payload_count = at - payload;
    while (at < count && bytes[at] == '=') at++;
    if (count - at < 2 || bytes[at] != '?' || bytes[at + 1] != '=') return false;
    read->end = at + 2;
    return true;
}

static bool has_charset_of(const word *one, const word *other) {
    return one->charset_count == other->charset_count
        && strncasecmp((const char *)one->charset, (const char *)other->charset, one->charset_count)
            == 0;
}

// The index behind the blanks from one on, with folds of the line in them.
static size_t after_blanks(const uint8_t *bytes, size_t count, size_t at) {
    for (; at < count; at++) {
        bool is_end = bytes[at] == '\r' || bytes[at] == '\n';
        bool is_fold = bytes[at] == '\n' && at + 1 < count
            && (bytes[at + 1] == ' ' || bytes[at + 1] == '\t');
        bool is_before_feed = bytes[at] == '\r' && at + 1 < count && bytes[at + 1] == '\n';
        if (is_end ? !is_fold && !is_before_feed : bytes[at] != ' ' && bytes[at] != '\t') break;
    }
    return at;
}

static void append_decoded(GByteArray *decoded, const word *added) {
    gint state = 0;
    guint save = 0;
    guchar *room = g_malloc(added->payload_count / 4 * 3 + 6);
    gsize count = g_base64_decode_step(
        (const gchar *)added->payload, (gssize)added->payload_count, room, &state, &save);
    // The library waits for the padding of the last bytes; a single letter is none of a byte.
    size_t rest = added->payload_count % 4;
    if (rest > 1) count += g_base64_decode_step("==", (gssize)(4 - rest), room + count, &state, &save);
    g_byte_array_append(decoded, room, (guint)count);
    g_free(room);
}

// Writes a word and those of its charset that follow it as one, and returns the index behind them:
// GMime takes them for one stream of base64, which ends at the first padding, and needs the last.
static size_t append_joined(GByteArray *copy, const uint8_t *bytes, size_t count, word first) {
    GByteArray *decoded = g_byte_array_new();
    word last = first, next;
    append_decoded(decoded, &first);
    while (read_word(bytes, count, after_blanks(bytes, count, last.end), &next)
           && has_charset_of(&first, &next)) {
        append_decoded(decoded, &next);
        last = next;
    }
    gchar *payload = g_base64_encode(decoded->data, decoded->len);
    g_byte_array_append(copy, (const guint8 *)"=?", 2);
    g_byte_array_append(copy, first.charset, (guint)first.charset_count);
    g_byte_array_append(copy, (const guint8 *)"?B?", 3);
    g_byte_array_append(copy, (const guint8 *)payload, (guint)strlen(payload));
    g_byte_array_append(copy, (const guint8 *)"?=", 2);
    g_free(payload);
    g_byte_array_unref(decoded);
    return last.end;
}

// A copy in which such words are joined, where lines look like headers: those of parts and of
// messages in the message do, and in a text the words would mean the same.
static GByteArray *copied_with_joined_words(const uint8_t *bytes, size_t count) {
    GByteArray *copy = g_byte_array_sized_new((guint)count);
    size_t copied = 0;
    bool is_field = false;
    for (size_t at = 0; at < count;) {
        uint8_t *feed = memchr(bytes + at, '\n', count - at);
        size_t end = feed ? (size_t)(feed - bytes) : count;
        if (bytes[at] != ' ' && bytes[at] != '\t') is_field = begins_field(bytes + at, end - at);
        while (is_field && at < end) {
            const uint8_t *mark = memmem(bytes + at, end - at, "=?", 2);
            word found;
            if (!mark) break;
            at = (size_t)(mark - bytes);
            if (!read_word(bytes, count, at, &found)) {
                at += 2;
                continue;
            }
            g_byte_array_append(copy, bytes + copied, (guint)(at - copied));
            at = copied = append_joined(copy, bytes, count, found);
            if (at <= end) continue;
            feed = memchr(bytes + at, '\n', count - at);
            end = feed ? (size_t)(feed - bytes) : count;
        }
        at = end + 1;
    }
    g_byte_array_append(copy, bytes + copied, (guint)(count - copied));
    return copy;
}

static bool equals(const char *value, const char *wanted) {
    return value && strcasecmp(value, wanted) == 0;
}

// Adds a part; false where there is no room for one more.
static bool add(wireroom_mail *mail, GMimeObject *object) {
    if (mail->count == mail->most) {
        mail->is_cut = true;
        return false;
    }
    if (mail->count == mail->room) {
        mail->room = mail->room ? mail->room * 2 : 8;
        mail->nodes = g_renew(node, mail->nodes, mail->room);
    }
    node *added = &mail->nodes[mail->count++];
    memset(added, 0, sizeof *added);
    added->object = object;
    wireroom_mail_part *part = &added->part;
    part->is_message = GMIME_IS_MESSAGE(object);
    if (part->is_message) {
        part->media_type = "message/rfc822";
        return true;
    }
    part->is_multipart = GMIME_IS_MULTIPART(object);
    GMimeContentType *type = g_mime_object_get_content_type(object);
    char *media = type ? g_mime_content_type_get_mime_type(type) : NULL;
    added->media_type = media ? g_ascii_strdown(media, -1) : NULL;
    g_free(media);
    part->media_type = added->media_type ? added->media_type : "text/plain";
    part->is_attachment = equals(g_mime_object_get_disposition(object), "attachment");
    part->content_id = g_mime_object_get_content_id(object);
    if (type) {
        part->charset = g_mime_content_type_get_parameter(type, "charset");
        part->is_flowed = equals(g_mime_content_type_get_parameter(type, "format"), "flowed");
        part->deletes_blanks = equals(g_mime_content_type_get_parameter(type, "delsp"), "yes");
        part->start = g_mime_content_type_get_parameter(type, "start");
    }
    if (GMIME_IS_PART(object)) {
        part->file_name = g_mime_part_get_filename(GMIME_PART(object));
        part->location = g_mime_part_get_content_location(GMIME_PART(object));
    }
    return true;
}

// Makes the table; the depth of the recursion is `deepest`.
static void gather(wireroom_mail *mail, GMimeObject *object, int depth) {
    if (!object) return;
    if (depth > deepest) {
        mail->is_cut = true;
        return;
    }
    // What holds a message is one with it.
    if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage *message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        bool is_attachment = equals(g_mime_object_get_disposition(object), "attachment");
        size_t index = mail->count;
        gather(mail, GMIME_OBJECT(message), depth + 1);
        if (index < mail->count) mail->nodes[index].part.is_attachment = is_attachment;
        return;
    }
    size_t index = mail->count;
    if (!add(mail, object)) return;
    if (GMIME_IS_MESSAGE(object)) {
        gather(mail, g_mime_message_get_mime_part(GMIME_MESSAGE(object)), depth + 1);
    } else if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *parts = GMIME_MULTIPART(object);
        int count = g_mime_multipart_get_count(parts);
        for (int i = 0; i < count && !mail->is_cut; i++)
            gather(mail, g_mime_multipart_get_part(parts, i), depth + 1);
    }
    mail->nodes[index].part.end = (uint32_t)mail->count;
}

wireroom_mail *wireroom_mail_parse(const uint8_t *bytes, size_t count, size_t most_parts) {
    pthread_once(&once, set_up);
    if (count == 0 || count > G_MAXUINT / 2) return NULL;
    GByteArray *copy = copied_with_joined_words(bytes, count);
    limit_groups(copy->data, copy->len);
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(copy);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    // Contents are parts of the copy, not copies of their own.
    g_mime_parser_set_persist_stream(parser, TRUE);
    GMimeMessage *message = g_mime_parser_construct_message(parser, options);
    g_object_unref(parser);
    g_object_unref(stream);
    if (!message) return NULL;
    wireroom_mail *mail = g_new0(wireroom_mail, 1);
    mail->message = message;
    mail->most = most_parts ? most_parts : 1;
    gather(mail, GMIME_OBJECT(message), 0);
    mail->parts = g_new(wireroom_mail_part, mail->count);
    for (size_t i = 0; i < mail->count; i++) mail->parts[i] = mail->nodes[i].part;
    return mail;
}

void wireroom_mail_free(wireroom_mail *mail) {
    if (!mail) return;
    for (size_t i = 0; i < mail->count; i++) {
        g_free(mail->nodes[i].media_type);
        if (mail->nodes[i].content) g_byte_array_unref(mail->nodes[i].content);
    }
    g_free(mail->nodes);
    g_free(mail->parts);
    g_object_unref(mail->message);
    g_free(mail);
}

const wireroom_mail_part *wireroom_mail_parts(const wireroom_mail *mail, size_t *count) {
    *count = mail->count;
    return mail->parts;
}

bool wireroom_mail_is_cut(const wireroom_mail *mail) { return mail->is_cut; }

const char *wireroom_mail_header(const wireroom_mail *mail, size_t message, const char *name) {
    if (message >= mail->count || !mail->parts[message].is_message) return NULL;
    return g_mime_object_get_header(mail->nodes[message].object, name);
}

bool wireroom_mail_sender(
    const wireroom_mail *mail, size_t message, size_t index, const char **name,
    const char **address) {
    if (message >= mail->count || !mail->parts[message].is_message) return false;
    GMimeMessage *object = GMIME_MESSAGE(mail->nodes[message].object);
    InternetAddressList *list = g_mime_message_get_from(object);
    if (!list || internet_address_list_length(list) == 0) list = g_mime_message_get_sender(object);
    if (!list || index >= (size_t)internet_address_list_length(list)) return false;
    InternetAddress *sender = internet_address_list_get_address(list, (int)index);
    *name = internet_address_get_name(sender);
    *address = INTERNET_ADDRESS_IS_MAILBOX(sender)
        ? internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender))
        : NULL;
    return true;
}

const uint8_t *wireroom_mail_content(wireroom_mail *mail, size_t part, size_t *count) {
    *count = 0;
    if (part >= mail->count || !GMIME_IS_PART(mail->nodes[part].object)) return NULL;
    node *found = &mail->nodes[part];
    if (!found->content) {
        GMimeDataWrapper *wrapper = g_mime_part_get_content(GMIME_PART(found->object));
        found->content = g_byte_array_new();
        if (wrapper) {
            GMimeStream *stream = g_mime_stream_mem_new();
            g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
            g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(stream), found->content);
            g_mime_data_wrapper_write_to_stream(wrapper, stream);
            g_object_unref(stream);
        }
    }
    *count = found->content->len;
    return found->content->data;
}
