/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bare-reply.h"

#include <gmime/gmime.h>
#include <libical/ical.h>
#include <string.h>

/* The least that reading answers costs: GMime takes a mailbox apart, libical the first calendar of each mail. */

static void
find_calendar_cb (GMimeObject *parent, GMimeObject *part, gpointer data)
{
  GMimeContentType *type = g_mime_object_get_content_type (part);
  GMimeObject **found = data;

  if (!*found && GMIME_IS_TEXT_PART (part) && g_mime_content_type_is_type (type, "text", "calendar"))
    *found = part;
}

static gboolean
has_answer (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  icalproperty *attendee = icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY);
  gboolean found = icalcomponent_get_uid (event) && attendee && icalproperty_get_attendee (attendee) &&
                   !icaltime_is_null_time (icalcomponent_get_recurrenceid (event));

  icalcomponent_free (calendar);
  return found;
}

static gboolean
read_mail (GMimeMessage *mail)
{
  GMimeObject *part = NULL;
  g_autofree char *text = NULL;

  g_mime_message_foreach (mail, find_calendar_cb, &part);
  text = part ? g_mime_text_part_get_text (GMIME_TEXT_PART (part)) : NULL;
  return text && has_answer (text);
}

/* How many mails in a mailbox hold an answer */
guint
bare_reply_count (const char *path)
{
  GMimeStream *stream;
  GMimeParser *parser;
  guint count = 0;

  g_mime_init ();
  stream = g_mime_stream_fs_open (path, 0, 0, NULL);
  parser = g_mime_parser_new_with_stream (stream);
  g_mime_parser_set_format (parser, GMIME_FORMAT_MBOX);
  while (!g_mime_parser_eos (parser))
    {
      GMimeMessage *mail = g_mime_parser_construct_message (parser, NULL);

      count += mail && read_mail (mail);
      g_clear_object (&mail);
    }
  g_object_unref (parser);
  g_object_unref (stream);
  return count;
}
