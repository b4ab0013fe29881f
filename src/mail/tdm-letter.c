/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-letter.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-gmime.h"
#include "tdm-mail-error.h"

#include <string.h>

/* The form that mail programs agree on (RFC 6047, and what they were seen to do): Outlook looks for the calendar in the
 * first part, Evolution wants it without a Content-Disposition, phones want it as an attachment as well.
 *
 *   multipart/mixed
 *     multipart/alternative
 *       text/plain
 *       text/calendar; method=…
 *     application/ics
 *
 * Nothing in it is made up while it is written: the same letter gives the same bytes. */

#define MOST_LINE 255

/* Whether @text can stand between angle brackets (RFC 5322, 3.6.4) */
static gboolean
is_message_id (const char *text)
{
  const char *at = text ? strchr (text, '@') : NULL;

  if (!at || at == text || at[1] == '\0' || strchr (at + 1, '@') || strlen (text) > MOST_LINE)
    return FALSE;
  for (const char *p = text; *p; p++)
    if (!g_ascii_isalnum (*p) && !strchr ("!#$%&'*+-/=?^_`{|}~.@", *p))
      return FALSE;
  return TRUE;
}

static gboolean
check_address (const char *email, GError **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (tdm_text_is_email (email))
    return TRUE;
  shown = tdm_text_clean_line (email);
  message = g_strdup_printf (_ ("“%s” is not a valid e-mail address."), shown);
  return tdm_mail_error_set (error, TDM_MAIL_ERROR_ADDRESS, message);
}

/* One line of a header: clean, and no longer than people read. */
static char *
get_line (const char *text)
{
  g_autofree char *clean = tdm_text_clean_line (text);

  return tdm_text_cut (clean, MOST_LINE);
}

static void
part_set_content (GMimePart *part, const void *data, gsize size)
{
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer (data, size);
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  g_mime_part_set_content (part, content);
  g_object_unref (content);
  g_object_unref (stream);
}

static GMimeObject *
letter_make_text (const TdmLetter *letter)
{
  GMimePart *part = g_mime_part_new_with_type ("text", "plain");
  g_autofree char *clean = tdm_text_clean_block (letter->text);
  g_autofree char *text = g_strconcat (clean, "\n", NULL);

  g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "utf-8");
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  part_set_content (part, text, strlen (text));
  return GMIME_OBJECT (part);
}

static GMimeObject *
letter_make_calendar (const TdmLetter *letter, const char *type, const char *subtype)
{
  GMimePart *part = g_mime_part_new_with_type (type, subtype);
  gsize size;
  const void *data = g_bytes_get_data (letter->calendar, &size);

  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_BASE64);
  part_set_content (part, data, size);
  return GMIME_OBJECT (part);
}

/* The equals sign keeps a boundary out of everything that is encoded as base64 or quoted-printable. */
static GMimeObject *
letter_make_multipart (const TdmLetter *letter, const char *subtype, GMimeObject *taken_first,
                       GMimeObject *taken_second)
{
  GMimeMultipart *multipart = g_mime_multipart_new_with_subtype (subtype);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, letter->message_id, -1);
  g_autofree char *boundary = g_strdup_printf ("=_%c_%.32s", *subtype, digest);

  g_mime_multipart_set_boundary (multipart, boundary);
  g_mime_multipart_add (multipart, taken_first);
  g_mime_multipart_add (multipart, taken_second);
  g_object_unref (taken_first);
  g_object_unref (taken_second);
  return GMIME_OBJECT (multipart);
}

static void
message_set_address (GMimeMessage *message, GMimeAddressType type, const char *name, const char *email)
{
  g_autofree char *line = get_line (name);

  g_mime_message_add_mailbox (message, type, *line ? line : NULL, email);
}

static GMimeMessage *
letter_make_message (const TdmLetter *letter)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (letter->date);
  g_autofree char *subject = get_line (letter->subject), *name = get_line (letter->file_name);
  GMimeMessage *message = g_mime_message_new (FALSE);
  GMimeObject *invitation = letter_make_calendar (letter, "text", "calendar");
  GMimeObject *attachment = letter_make_calendar (letter, "application", "ics"), *both, *all;

  g_mime_object_set_content_type_parameter (invitation, "charset", "UTF-8");
  g_mime_object_set_content_type_parameter (invitation, "method", letter->method);
  g_mime_object_set_disposition (attachment, "attachment");
  g_mime_part_set_filename (GMIME_PART (attachment), *name ? name : "invite.ics");
  both = letter_make_multipart (letter, "alternative", letter_make_text (letter), invitation);
  all = letter_make_multipart (letter, "mixed", both, attachment);

  g_mime_message_set_date (message, date);
  g_mime_message_set_message_id (message, letter->message_id);
  message_set_address (message, GMIME_ADDRESS_TYPE_FROM, letter->from_name, letter->from_email);
  message_set_address (message, GMIME_ADDRESS_TYPE_TO, letter->to_name, letter->to_email);
  g_mime_message_set_subject (message, subject, "utf-8");
  g_mime_message_set_mime_part (message, all);
  g_object_unref (all);
  return message;
}

/**
 * tdm_letter_write:
 * @letter: what to write
 * @error: %TDM_MAIL_ERROR_ADDRESS, or %TDM_MAIL_ERROR_FAILED for a letter that is not complete
 *
 * Writes an e-mail as calendar programs expect it (RFC 6047), with CRLF at the ends of lines, to be sent or saved as
 * it is. The same letter gives the same bytes. Whatever stands in names, subject or file name, it makes no header of
 * its own: control characters and line breaks become blanks.
 *
 * Returns: (transfer full): the e-mail, %NULL on failure
 */
GBytes *
tdm_letter_write (const TdmLetter *letter, GError **error)
{
  static const char *const methods[] = { "REQUEST", "CANCEL", "REPLY", NULL };
  GMimeMessage *message;
  GMimeFormatOptions *options;
  GByteArray *bytes;
  GMimeStream *stream;

  g_return_val_if_fail (letter != NULL, NULL);

  if (!is_message_id (letter->message_id) || !letter->method || !g_strv_contains (methods, letter->method) ||
      !letter->calendar)
    {
      tdm_mail_error_set (error, TDM_MAIL_ERROR_FAILED, _ ("The e-mail could not be written."));
      return NULL;
    }
  if (!check_address (letter->from_email, error) || !check_address (letter->to_email, error))
    return NULL;
  tdm_gmime_init ();
  message = letter_make_message (letter);
  options = g_mime_format_options_new ();
  bytes = g_byte_array_new ();
  stream = g_mime_stream_mem_new_with_byte_array (bytes);
  g_mime_format_options_set_newline_format (options, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_object_write_to_stream (GMIME_OBJECT (message), options, stream);
  g_object_unref (stream);
  g_object_unref (message);
  g_mime_format_options_free (options);
  return g_byte_array_free_to_bytes (bytes);
}
