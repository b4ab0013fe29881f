/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-reader.h"

#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-gmime.h"
#include "tdm-mail-charset.h"
#include "tdm-mail-error.h"
#include "tdm-mime-entity.h"

#include <string.h>

/* Answers to invitations, as people save them from their mail programs. What the file says is not trusted in anything:
 * it costs little time and memory whatever is in it. */

#define MOST_DEPTH 10
#define MOST_PARTS 1000

/* Where calendars stand in mails, the best place first. */
typedef enum
{
  PLACE_INLINE,
  PLACE_ATTACHMENT,
  PLACE_NAMED,
  PLACE_NONE,
} Place;

/* The best calendar that was found in a mail, and the mail just around it: a forwarded answer is from who answered. */
typedef struct
{
  Place place;
  TdmMimeEntity part;
  TdmMimeEntity mail;
  guint n_parts;
} Search;

/* What became of a whole file */
typedef struct
{
  GPtrArray *parts;
  guint n_mails;
  gboolean too_big;
} Reading;

static GPtrArray *
fail (GError **error, TdmMailError code, const char *message)
{
  g_set_error_literal (error, TDM_MAIL_ERROR, code, message);
  return NULL;
}

static GMimeContentType *
get_type (const TdmMimeEntity *entity)
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
is_named_ics (const TdmMimeEntity *entity, GMimeContentType *type)
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

static Place
find_place (const TdmMimeEntity *entity, GMimeContentType *type)
{
  if (g_mime_content_type_is_type (type, "text", "calendar"))
    return PLACE_INLINE;
  if (g_mime_content_type_is_type (type, "application", "ics"))
    return PLACE_ATTACHMENT;
  return is_named_ics (entity, type) ? PLACE_NAMED : PLACE_NONE;
}

static void
look_at_leaf (Search *self, const TdmMimeEntity *entity, const TdmMimeEntity *mail, GMimeContentType *type)
{
  Place place = find_place (entity, type);

  if (place >= self->place)
    return;
  self->place = place;
  self->part = *entity;
  self->mail = *mail;
}

static void look_at (Search *self, TdmMimeSlice text, const TdmMimeEntity *mail, guint depth);

static void
look_at_children (Search *self,
                  const TdmMimeEntity *entity,
                  const TdmMimeEntity *mail,
                  GMimeContentType *type,
                  guint depth)
{
  const char *boundary = g_mime_content_type_get_parameter (type, "boundary");
  TdmMimeSlice rest = entity->body;
  TdmMimeSlice child;

  if (!boundary || *boundary == '\0' || depth == MOST_DEPTH)
    return;
  while (self->place != PLACE_INLINE && self->n_parts < MOST_PARTS &&
         tdm_mime_entity_next_child (&rest, boundary, &child))
    look_at (self, child, mail, depth + 1);
}

/* @mail is the mail just around @text, %NULL if it is one itself. */
static void
look_at (Search *self, TdmMimeSlice text, const TdmMimeEntity *mail, guint depth)
{
  TdmMimeEntity entity;
  GMimeContentType *type;

  tdm_mime_entity_init (&entity, text);
  type = get_type (&entity);
  self->n_parts++;
  if (!mail)
    mail = &entity;

  if (g_mime_content_type_is_type (type, "multipart", "*"))
    look_at_children (self, &entity, mail, type, depth);
  else if (!g_mime_content_type_is_type (type, "message", "*"))
    look_at_leaf (self, &entity, mail, type);
  else if (depth < MOST_DEPTH)
    look_at (self, entity.body, NULL, depth + 1);
  g_object_unref (type);
}

/* The first mailbox of a header; groups and what is no address are passed over. */
static void
read_sender (TdmMailPart *part, const char *from)
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
read_envelope (TdmMailPart *part, const TdmMimeEntity *mail)
{
  g_autofree char *from = tdm_mime_entity_get_header (mail, "From");
  g_autofree char *subject = tdm_mime_entity_get_header (mail, "Subject");
  g_autofree char *decoded = subject ? g_mime_utils_header_decode_text (NULL, subject) : NULL;
  g_autofree char *date = tdm_mime_entity_get_header (mail, "Date");
  g_autoptr (GDateTime) sent = date ? g_mime_utils_header_decode_date (date) : NULL;

  if (from)
    read_sender (part, from);
  g_free (part->subject);
  part->subject = tdm_text_clean_line (decoded);
  part->date = sent ? g_date_time_to_unix (sent) : 0;
}

static TdmMailPart *
make_part (const Search *search, GBytes *calendar)
{
  GMimeContentType *type = get_type (&search->part);
  g_autoptr (GBytes) text = tdm_mail_charset_to_utf8 (calendar, g_mime_content_type_get_parameter (type, "charset"));
  TdmMailPart *part = tdm_mail_part_new (text);
  const char *method = g_mime_content_type_get_parameter (type, "method");

  if (method)
    tdm_set_str (&part->method, method);
  read_envelope (part, &search->mail);
  g_object_unref (type);
  return part;
}

static void
read_mail (Reading *self, TdmMimeSlice text)
{
  Search search = { .place = PLACE_NONE };
  g_autoptr (GBytes) calendar = NULL;

  self->n_mails++;
  look_at (&search, text, NULL, 0);
  if (search.place == PLACE_NONE)
    return;
  calendar = tdm_mime_entity_decode (&search.part, TDM_MAIL_MOST_CALENDAR_BYTES);
  if (!calendar)
    self->too_big = TRUE;
  else if (g_bytes_get_size (calendar) > 0)
    g_ptr_array_add (self->parts, make_part (&search, calendar));
}

/* Behind the line that begins at @p */
static const char *
next_line (const char *p, const char *end)
{
  const char *line_end = memchr (p, '\n', end - p);

  return line_end ? line_end + 1 : end;
}

static gboolean
is_empty_line (const char *p, const char *end)
{
  return p < end && (*p == '\n' || (*p == '\r' && end - p >= 2 && p[1] == '\n'));
}

/* Takes the mail off @rest that begins with the line "From …" there. It ends where an empty line is followed by another
 * such line (RFC 4155). */
static TdmMimeSlice
take_mail (TdmMimeSlice *rest)
{
  const char *end = rest->data + rest->size;
  const char *start = next_line (rest->data, end);
  const char *p = start;
  gboolean after_empty = FALSE;
  TdmMimeSlice mail;

  while (p < end && !(after_empty && end - p >= 5 && memcmp (p, "From ", 5) == 0))
    {
      after_empty = is_empty_line (p, end);
      p = next_line (p, end);
    }
  mail = (TdmMimeSlice) { start, p - start };
  *rest = (TdmMimeSlice) { p, end - p };
  return mail;
}

static gboolean
read_mbox (Reading *self, TdmMimeSlice file, GError **error)
{
  while (file.size > 0)
    {
      if (self->n_mails == TDM_MAIL_MOST_MAILS)
        {
          g_set_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_TOO_BIG,
                       _ ("This file holds more than %d e-mails. Please save fewer at a time."), TDM_MAIL_MOST_MAILS);
          return FALSE;
        }
      read_mail (self, take_mail (&file));
    }
  return TRUE;
}

static gboolean
is_mail (TdmMimeSlice file)
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
begins_with (TdmMimeSlice file, const char *beginning)
{
  gsize size = strlen (beginning);

  return file.size >= size && g_ascii_strncasecmp (file.data, beginning, size) == 0;
}

static TdmMimeSlice
skip_blanks (GBytes *bytes)
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

static GPtrArray *
read_calendar (GBytes *calendar, GError **error)
{
  GPtrArray *parts;

  if (g_bytes_get_size (calendar) > TDM_MAIL_MOST_CALENDAR_BYTES)
    return fail (error, TDM_MAIL_ERROR_TOO_BIG, _ ("This calendar is too big to be an answer to an invitation."));

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_mail_part_unref);
  g_ptr_array_add (parts, tdm_mail_part_new (calendar));
  return parts;
}

static GPtrArray *
end_reading (Reading *self, GError **error)
{
  g_autoptr (GPtrArray) parts = self->parts;

  if (parts->len > 0)
    return g_steal_pointer (&parts);
  if (self->too_big)
    return fail (error, TDM_MAIL_ERROR_TOO_BIG, _ ("This calendar is too big to be an answer to an invitation."));
  return fail (error, TDM_MAIL_ERROR_NOT_A_MAIL,
               self->n_mails == 1
                 ? _ ("This e-mail holds no calendar, so it is no answer to an invitation.")
                 : _ ("None of these e-mails holds a calendar, so none is an answer to an invitation."));
}

static GPtrArray *
read_mails (TdmMimeSlice file, GError **error)
{
  Reading reading = { .parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_mail_part_unref) };

  if (!begins_with (file, "From "))
    read_mail (&reading, file);
  else if (!read_mbox (&reading, file, error))
    {
      g_ptr_array_unref (reading.parts);
      return NULL;
    }
  return end_reading (&reading, error);
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
  g_autoptr (GBytes) text = NULL;
  TdmMimeSlice slice;

  g_return_val_if_fail (file != NULL, NULL);

  if (g_bytes_get_size (file) > TDM_MAIL_MOST_BYTES)
    {
      g_set_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_TOO_BIG,
                   _ ("This file is too big: at most %d MB can be read."), (int) (TDM_MAIL_MOST_BYTES >> 20));
      return NULL;
    }

  tdm_gmime_init ();
  text = tdm_mail_charset_to_utf8 (file, NULL);
  slice = skip_blanks (text);
  if (begins_with (slice, "BEGIN:VCALENDAR"))
    return read_calendar (text, error);
  if (begins_with (slice, "\xD0\xCF\x11\xE0"))
    return fail (error, TDM_MAIL_ERROR_NOT_A_MAIL,
                 _ ("Only Outlook can read this file. Please save the e-mail as an .eml file, or save its calendar."));
  if (!begins_with (slice, "From ") && !is_mail (slice))
    return fail (error, TDM_MAIL_ERROR_NOT_A_MAIL, _ ("This file is neither an e-mail nor a calendar."));
  return read_mails (slice, error);
}
