#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A message of RFC 5322 and MIME as one table of its parts, in the order of the message, read by
// GMime. GMime's and GLib's own headers stay behind CMail.c.

/// A part of a message. Strings are UTF-8, in lower case where case has no meaning, and NULL where
/// the message does not say it.
typedef struct {
    /// The index of the first part that is not inside it.
    uint32_t end;
    /// A message: its headers can be asked for, and its first part is its body.
    bool is_message;
    bool is_multipart;
    /// It says that it is not to be shown with the text.
    bool is_attachment;
    /// RFC 3676: soft line breaks; and whether the blank of one is no blank of the text.
    bool is_flowed;
    bool deletes_blanks;
    /// "text/plain"; "message/rfc822" of any message.
    const char *media_type;
    /// As given.
    const char *charset;
    const char *file_name;
    const char *content_id;
    /// Where the part was fetched from.
    const char *location;
    /// Of a multipart: the Content-ID of the part to begin with.
    const char *start;
} wireroom_mail_part;

typedef struct wireroom_mail wireroom_mail;

/// Parses a message; what is damaged is read as far as it goes. The bytes are copied.
/// - most_parts: parts beyond so many are left out.
/// Returns NULL where there is no message; to be freed with wireroom_mail_free.
wireroom_mail *wireroom_mail_parse(const uint8_t *bytes, size_t count, size_t most_parts);
void wireroom_mail_free(wireroom_mail *);

/// The parts, the whole message first; valid until the mail is freed.
const wireroom_mail_part *wireroom_mail_parts(const wireroom_mail *, size_t *count);
/// There were more parts, or they lie deeper in one another, than was asked for.
bool wireroom_mail_is_cut(const wireroom_mail *);

/// A header of a message, unfolded and decoded, or NULL; valid until the mail is freed.
const char *wireroom_mail_header(const wireroom_mail *, size_t message, const char *name);

/// Who a message is from: the mailboxes of its From header, or else of its Sender header. Returns
/// false where there are no more. Both strings are valid until the mail is freed, and may be NULL.
bool wireroom_mail_sender(
    const wireroom_mail *, size_t message, size_t index, const char **name, const char **address);

/// What a part that holds no others says, its transfer encoding undone; valid until the mail is
/// freed.
const uint8_t *wireroom_mail_content(wireroom_mail *, size_t part, size_t *count);
