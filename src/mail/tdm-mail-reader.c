/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-reader.h"

#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-gmime.h"
#include "tdm-mail-charset.h"
#include "tdm-mail-error.h"
#include "tdm-mailbox.h"
#include "tdm-mime-entity.h"

#include <string.h>

/* Answers to invitations, as people save them from their mail programs. What the file says is not trusted in anything:
 * it costs little time and memory whatever is in it. */

#define MOST_DEPTH 10
#define MOST_PARTS 1000

/* Mails that have no room for more hold no calendar. */
#define SHORTEST strlen ("Content-Type:text/calendar\n\n")

/* Where calendars stand in mails, the best place first. */
typedef enum
{
  PLACE_INLINE,
  PLACE_ATTACHMENT,
  PLACE_NAMED,
  PLACE_NONE,
} Place;

/* The best calendar that was found in a mail, and the mail just around it: a forwarded answer is from who answered.
 * Outlook may have packed all of a mail into one attachment (MS-OXTNEF). */
typedef struct
{
  Place place;
  TdmMimeEntity part;
  TdmMimeEntity mail;
  gboolean is_packed;
  guint n_parts;
} Search;

/* What became of a whole file */
typedef struct
{
  TdmMailFound found;
  gpointer data;
  guint n_mails;
  guint n_found;
  gboolean too_big;
  gboolean is_packed;
} Reading;

static const char *
explain_packed (void)
{
  return _ ("Outlook has packed this e-mail into a format of its own (winmail.dat), which other programs cannot read. "
            "Please ask for it as an ordinary e-mail.");
}

static GMimeContentType *
entity_get_type (const TdmMimeEntity *entity)
{
  g_autofree char *value = tdm_mime_entity_get_header (entity, "Content-Type");

  return g_mime_content_type_parse (NULL, value && *value ? value : "text/plain");
}

static gboolean
is_ics (const char *name)
{
  gsize size = name ? strlen (name) : 0;

  return size > 4 && g_ascii_strcasecmp (name + size - 4, ".ics") == 0;
}

static gboolean
entity_is_named_ics (const TdmMimeEntity *entity, GMimeContentType *type)
{
  g_autofree char *value = NULL;
  GMimeContentDisposition *disposition;
  gboolean found;

  if (is_ics (g_mime_content_type_get_parameter (type, "name")))
    return TRUE;
  value = tdm_mime_entity_get_header (entity, "Content-Disposition");
  if (!value || *value == '\0')
    return FALSE;
  disposition = g_mime_content_disposition_parse (NULL, value);
  found = is_ics (g_mime_content_disposition_get_parameter (disposition, "filename"));
  g_object_unref (disposition);
  return found;
}

static void
search_look_at_leaf (Search *self, const TdmMimeEntity *entity, const TdmMimeEntity *mail, GMimeContentType *type)
{
  Place place = PLACE_NONE;

  self->is_packed |= g_mime_content_type_is_type (type, "application", "ms-tnef") ||
                     g_mime_content_type_is_type (type, "application", "vnd.ms-tnef");
  if (g_mime_content_type_is_type (type, "text", "calendar"))
    place = PLACE_INLINE;
  else if (g_mime_content_type_is_type (type, "application", "ics"))
    place = PLACE_ATTACHMENT;
  else if (entity_is_named_ics (entity, type))
    place = PLACE_NAMED;
  if (place >= self->place)
    return;
  self->place = place;
  self->part = *entity;
  self->mail = *mail;
}

/* @mail is the mail just around @text, %NULL if it is one itself. */
static void
search_look_at (Search *self, TdmMimeSlice text, const TdmMimeEntity *mail, guint depth)
{
  TdmMimeEntity entity;
  GMimeContentType *type;

  tdm_mime_entity_init (&entity, text);
  type = entity_get_type (&entity);
  self->n_parts++;
  if (!mail)
    mail = &entity;

  if (g_mime_content_type_is_type (type, "multipart", "*"))
    {
      const char *boundary = g_mime_content_type_get_parameter (type, "boundary");
      TdmMimeSlice rest = entity.body, child;

      if (boundary && *boundary && depth < MOST_DEPTH)
        while (self->place != PLACE_INLINE && self->n_parts < MOST_PARTS &&
               tdm_mime_entity_next_child (&rest, boundary, &child))
          search_look_at (self, child, mail, depth + 1);
    }
  else if (!g_mime_content_type_is_type (type, "message", "*"))
    search_look_at_leaf (self, &entity, mail, type);
  else if (depth < MOST_DEPTH)
    search_look_at (self, entity.body, NULL, depth + 1);
  g_object_unref (type);
}

/* The first mailbox of a header; groups and what is no address are passed over. */
static void
part_read_sender (TdmMailPart *part, const char *from)
{
  InternetAddressList *list = internet_address_list_parse (NULL, from);

  for (int i = 0; list && i < internet_address_list_length (list); i++)
    {
      InternetAddress *address = internet_address_list_get_address (list, i);
      const char *email = INTERNET_ADDRESS_IS_MAILBOX (address)
                            ? internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address))
                            : NULL;

      if (!tdm_text_is_email (email))
        continue;
      tdm_set_str (&part->from_email, email);
      g_free (part->from_name);
      part->from_name = tdm_text_clean_line (internet_address_get_name (address));
      break;
    }
  g_clear_object (&list);
}

static void
part_read_envelope (TdmMailPart *part, const TdmMimeEntity *mail)
{
  g_autofree char *from = tdm_mime_entity_get_header (mail, "From");
  g_autofree char *subject = tdm_mime_entity_get_header (mail, "Subject");
  g_autofree char *decoded = subject ? g_mime_utils_header_decode_text (NULL, subject) : NULL;
  g_autofree char *date = tdm_mime_entity_get_header (mail, "Date");
  g_autoptr (GDateTime) sent = date ? g_mime_utils_header_decode_date (date) : NULL;

  if (from)
    part_read_sender (part, from);
  g_free (part->subject);
  part->subject = tdm_text_clean_line (decoded);
  part->date = sent ? g_date_time_to_unix (sent) : 0;
}

static void
reading_give (Reading *self, TdmMailPart *taken_part)
{
  self->n_found++;
  self->found (taken_part, self->data);
  tdm_mail_part_unref (taken_part);
}

/* In a mailbox there are many packed mails that have nothing to do with calendars; Exchange says which do. */
static void
reading_give_packed (Reading *self, TdmMimeSlice text)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autofree char *class = NULL;
  TdmMimeEntity mail;
  TdmMailPart *part;

  self->is_packed = TRUE;
  tdm_mime_entity_init (&mail, text);
  class = tdm_mime_entity_get_header (&mail, "Content-Class");
  if (!class || g_ascii_strcasecmp (class, "urn:content-classes:calendarmessage") != 0)
    return;
  part = tdm_mail_part_new (nothing);
  part_read_envelope (part, &mail);
  tdm_set_str (&part->problem, explain_packed ());
  reading_give (self, part);
}

static void
reading_read_mail (Reading *self, TdmMimeSlice text)
{
  Search search = { .place = PLACE_NONE };
  g_autoptr (GBytes) calendar = NULL, converted = NULL;
  GMimeContentType *type;
  const char *method;
  TdmMailPart *part;

  self->n_mails++;
  if (text.size > SHORTEST)
    search_look_at (&search, text, NULL, 0);
  if (search.place == PLACE_NONE && search.is_packed)
    reading_give_packed (self, text);
  if (search.place == PLACE_NONE)
    return;
  calendar = tdm_mime_entity_decode (&search.part, TDM_MAIL_MOST_CALENDAR_BYTES);
  self->too_big |= calendar == NULL;
  if (!calendar || g_bytes_get_size (calendar) == 0)
    return;
  type = entity_get_type (&search.part);
  converted = tdm_mail_charset_to_utf8 (calendar, g_mime_content_type_get_parameter (type, "charset"));
  part = tdm_mail_part_new (converted);
  method = g_mime_content_type_get_parameter (type, "method");
  if (method)
    tdm_set_str (&part->method, method);
  g_object_unref (type);
  part_read_envelope (part, &search.mail);
  reading_give (self, part);
}

/* Mail by mail, however large it is */
static gboolean
reading_read_mbox (Reading *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdmMailbox) mailbox = tdm_mailbox_new (stream, TDM_MAIL_MOST_BYTES);
  TdmMimeSlice mail;

  while (tdm_mailbox_next (mailbox, &mail, cancellable, error))
    {
      if (!mail.data)
        return TRUE;
      reading_read_mail (self, mail);
      if (self->n_found > TDM_MAIL_MOST_CALENDARS)
        {
          g_set_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_TOO_BIG,
                       _ ("This file holds more than %d calendars. Please save fewer e-mails at a time."),
                       TDM_MAIL_MOST_CALENDARS);
          return FALSE;
        }
    }
  return FALSE;
}

static gboolean
slice_is_mail (TdmMimeSlice file)
{
  static const char *const fields[] = { "From",         "Date",         "Subject", "Message-ID",
                                        "MIME-Version", "Content-Type", "Received" };
  TdmMimeEntity entity;

  tdm_mime_entity_init (&entity, file);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = tdm_mime_entity_get_header (&entity, fields[i]);

      if (value)
        return TRUE;
    }
  return FALSE;
}

static gboolean
slice_begins_with (TdmMimeSlice file, const char *beginning)
{
  gsize size = strlen (beginning);

  return file.size >= size && g_ascii_strncasecmp (file.data, beginning, size) == 0;
}

static TdmMimeSlice
bytes_skip_blanks (GBytes *bytes)
{
  TdmMimeSlice slice;

  slice.data = g_bytes_get_data (bytes, &slice.size);
  while (slice.size > 0 && strchr (" \t\r\n", *slice.data) && *slice.data)
    {
      slice.data++;
      slice.size--;
    }
  return slice;
}

static gboolean
reading_end (Reading *self, GError **error)
{
  if (self->n_found > 0)
    return TRUE;
  if (self->too_big)
    return tdm_mail_error_set (error, TDM_MAIL_ERROR_TOO_BIG,
                               _ ("This calendar is too big to be an answer to an invitation."));
  if (self->n_mails == 1 && self->is_packed)
    return tdm_mail_error_set (error, TDM_MAIL_ERROR_NOT_A_MAIL, explain_packed ());
  return tdm_mail_error_set (error, TDM_MAIL_ERROR_NOT_A_MAIL,
                             self->n_mails == 1
                               ? _ ("This e-mail holds no calendar, so it is no answer to an invitation.")
                               : _ ("None of these e-mails holds a calendar, so none is an answer to an invitation."));
}

static gboolean
reading_read_bytes (Reading *self, GBytes *file, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GInputStream) stream = NULL;
  TdmMimeSlice slice;

  if (g_bytes_get_size (file) > TDM_MAIL_MOST_BYTES)
    {
      g_set_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_TOO_BIG,
                   _ ("This file is too big: at most %d MB can be read."), (int) (TDM_MAIL_MOST_BYTES >> 20));
      return FALSE;
    }

  text = tdm_mail_charset_to_utf8 (file, NULL);
  slice = bytes_skip_blanks (text);
  if (slice_begins_with (slice, "BEGIN:VCALENDAR") && g_bytes_get_size (text) > TDM_MAIL_MOST_CALENDAR_BYTES)
    return tdm_mail_error_set (error, TDM_MAIL_ERROR_TOO_BIG,
                               _ ("This calendar is too big to be an answer to an invitation."));
  if (slice_begins_with (slice, "BEGIN:VCALENDAR"))
    {
      reading_give (self, tdm_mail_part_new (text));
      return TRUE;
    }
  if (slice_begins_with (slice, "\xD0\xCF\x11\xE0"))
    return tdm_mail_error_set (error, TDM_MAIL_ERROR_NOT_A_MAIL,
                               _ ("Only Outlook can read this file. Please save the e-mail as an .eml file, or save "
                                  "its calendar."));
  if (slice_begins_with (slice, "\x78\x9F\x3E\x22"))
    return tdm_mail_error_set (error, TDM_MAIL_ERROR_NOT_A_MAIL, explain_packed ());
  if (!slice_begins_with (slice, "From ") && !slice_is_mail (slice))
    return tdm_mail_error_set (error, TDM_MAIL_ERROR_NOT_A_MAIL, _ ("This file is neither an e-mail nor a calendar."));

  stream = g_memory_input_stream_new_from_bytes (text);
  if (!slice_begins_with (slice, "From "))
    reading_read_mail (self, slice);
  else if (!reading_read_mbox (self, stream, NULL, error))
    return FALSE;
  return reading_end (self, error);
}

static void
parts_add (TdmMailPart *part, gpointer parts)
{
  g_ptr_array_add (parts, tdm_mail_part_ref (part));
}

/**
 * tdm_mail_read:
 * @file: a calendar (.ics), a mail (.eml), or many of them (mbox)
 * @error: %TDM_MAIL_ERROR_NOT_A_MAIL if there is no calendar in it, %TDM_MAIL_ERROR_TOO_BIG
 *
 * Finds the calendars in what came by mail, at most one in each: the first part that is one to be read on the spot,
 * else one that is attached as a calendar, else a file that is called so. Mails in mails are looked into. Mails without
 * a calendar are passed over, as are those with one that is too big.
 *
 * May be called in any thread. Nothing that it returns was checked: see #TdmMailPart.
 *
 * Returns: (transfer full) (element-type TdmMailPart): what was found, in the order of the file; %NULL on failure
 */
GPtrArray *
tdm_mail_read (GBytes *file, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_mail_part_unref);
  Reading self = { .found = parts_add, .data = parts };

  g_return_val_if_fail (file != NULL, NULL);

  tdm_gmime_init ();
  return reading_read_bytes (&self, file, error) ? g_steal_pointer (&parts) : NULL;
}

/* A file is looked at before it is opened: one that never ends must not fill the memory. */
static gboolean
file_check (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                                                  cancellable, error);

  if (!info)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("This file cannot be read."));
  return FALSE;
}

/**
 * tdm_mail_read_file:
 * @file: as in tdm_mail_read()
 * @found: called for each calendar that is found, before the next one
 * @error: as tdm_mail_read(), or an error of GIO
 *
 * As tdm_mail_read(), but a mailbox is read mail by mail and may be of any size.
 *
 * Returns: whether anything was found; if not, @found may have been called all the same
 */
gboolean
tdm_mail_read_file (GFile *file, TdmMailFound found, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading self = { .found = found, .data = data };
  g_autoptr (GFileInputStream) stream = file_check (file, cancellable, error)
                                          ? g_file_read (file, cancellable, error) : NULL;
  g_autoptr (GInputStream) buffered = stream ? g_buffered_input_stream_new (G_INPUT_STREAM (stream)) : NULL;
  g_autoptr (GBytes) beginning = NULL, bytes = NULL;
  g_autofree char *text = NULL;
  const void *peeked;
  gsize size;

  if (!buffered || g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, error) < 0)
    return FALSE;

  tdm_gmime_init ();
  peeked = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &size);
  beginning = g_bytes_new (peeked, size);
  if (slice_begins_with (bytes_skip_blanks (beginning), "From "))
    return reading_read_mbox (&self, buffered, cancellable, error) && reading_end (&self, error);

  text = g_malloc (TDM_MAIL_MOST_BYTES + 1);
  if (!g_input_stream_read_all (buffered, text, TDM_MAIL_MOST_BYTES + 1, &size, cancellable, error))
    return FALSE;
  text = g_realloc (text, MAX (size, 1));
  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  return reading_read_bytes (&self, bytes, error);
}
