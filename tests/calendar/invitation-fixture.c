/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "invitation-fixture.h"

#include "calendar/tdm-calendar-error.h"

#include <libical/ical.h>
#include <string.h>

void
set_up (Fixture *self, gconstpointer data)
{
  self->pair = fixture_pair_new ("Anna Beck", "Bo Chen");
  self->series = fixture_series_new (self->pair, MONTHLY, "Europe/Berlin", START, 60);
  self->meetings = g_list_store_new (TDM_TYPE_MEETING);
}

void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->meetings);
  g_assert_finalize_object (self->series);
  g_assert_finalize_object (self->pair);
}

TdmMeeting *
add_meeting (Fixture *self, const char *recurrence_id, const char *local_start)
{
  g_autoptr (TdmMeeting) meeting = fixture_meeting_new (self->series, recurrence_id, local_start);

  g_list_store_append (self->meetings, meeting);
  return meeting;
}

char *
get_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

/* The file without its folds (RFC 5545 3.1), after looking at them */
char *
unfold (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);

  for (char **line = lines; *line; line++)
    {
      g_assert_cmpuint (strlen (*line), <=, 75);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
      g_assert_null (strpbrk (*line, "\r\n"));
    }
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  return g_strjoinv ("", parts);
}

char *
build (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fixture_invitation_new (self->series, self->meetings, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = get_text (bytes);
  return unfold (text);
}

void
assert_fails (Fixture *self, int code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_invitation_new (self->series, self->meetings, &error));
  g_assert_error (error, TDM_CALENDAR_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
}

void
assert_line (const char *text, const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\r\n%s\r\n", line);

  if (!strstr (text, whole))
    g_error ("No line “%s” in:\n%s", line, text);
}

guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, what)); p += strlen (what))
    n++;
  return n;
}

static guint
count_properties (icalcomponent *component)
{
  guint n = icalcomponent_count_properties (component, ICAL_ANY_PROPERTY);

  for (icalcomponent *child = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT); child;
       child = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    n += count_properties (child);
  return n;
}

/* Whatever stands in the records, the file has the lines that the program wrote and no other. */
void
assert_no_line_added (Fixture *self, guint expected)
{
  g_autofree char *text = build (self);
  icalcomponent *component = icalcomponent_new_from_string (text);

  g_assert_nonnull (component);
  g_assert_cmpint (icalcomponent_count_errors (component), ==, 0);
  g_assert_cmpuint (count_properties (component), ==, expected);
  g_assert_cmpuint (count (text, "\r\n") - 2 * count (text, "\r\nBEGIN:") - 2, ==, expected);
  g_assert_null (strstr (text, "\r\nX-INJECTED"));
  icalcomponent_free (component);
}
