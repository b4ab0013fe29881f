/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-fold.h"
#include "calendar/tdm-event.h"

#include <string.h>

/* Every length of a line, for characters of every width in UTF-8. */

#define LENGTH_MOST 400

static const char *const widths[] = { "a", "ö", "語", "🙂" };

static GString *
repeat (const char *character, guint length)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (out, character);
  return out;
}

static char *
unfold (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv (NULL, pieces);
}

/* Lines as calendar programs want them: short, of whole characters, ended by CRLF and nothing else, none without
 * anything in it */
static void
assert_right (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n_lines = g_strv_length (lines);

  g_assert_true (g_str_has_suffix (text, "\r\n"));
  for (guint i = 0; i + 1 < n_lines; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
      g_assert_cmpstr (g_strstrip (lines[i]), !=, "");
    }
}

static void
test_every_length (gconstpointer character)
{
  for (guint length = 1; length <= LENGTH_MOST; length++)
    {
      g_autoptr (GString) value = repeat (character, length);
      g_autofree char *lines = g_strdup_printf ("X:%s\r\nY:b\r\n", value->str);
      g_autofree char *folded = tdm_calendar_fold (lines);
      g_autofree char *again = unfold (folded);

      assert_right (folded);
      g_assert_cmpstr (again, ==, lines);
    }
}

/* Blanks wherever they may stand: lines neither end nor go on with one. */
static void
test_blanks (gconstpointer character)
{
  for (guint place = 1; place < LENGTH_MOST; place++)
    {
      g_autoptr (GString) before = repeat (character, place);
      g_autoptr (GString) after = repeat (character, LENGTH_MOST - place);
      g_autofree char *lines = g_strdup_printf ("X:%s %s\r\n", before->str, after->str);
      g_autofree char *folded = tdm_calendar_fold (lines);
      g_autofree char *again = unfold (folded);

      assert_right (folded);
      g_assert_cmpstr (again, ==, lines);
      g_assert_null (strstr (folded, " \r\n"));
      g_assert_null (strstr (folded, "\r\n  "));
    }
}

static void
test_nothing_but_blanks (void)
{
  g_autoptr (GString) blanks = repeat (" ", LENGTH_MOST);
  g_autofree char *lines = g_strdup_printf ("X:%s.\r\n", blanks->str);
  g_autofree char *folded = tdm_calendar_fold (lines);
  g_autofree char *again = unfold (folded);

  g_assert_cmpstr (again, ==, lines);
}

/* A line of an event, as it goes out */
static char *
write_place (const char *place)
{
  const TdmEvent event = {
    .uid = "48b6f702-8ff3-44c9-a3a0-e9a3afd2b2ce", .stamp = 1795424400,
    .organizer = { "HR", "hr@example.org", TDM_REPLY_NEEDS_ACTION },
    .attendees = { { "Bo", "bo@example.org", TDM_REPLY_NEEDS_ACTION } }, .n_attendees = 1,
    .summary = place, .place = place, .zone = "Europe/Berlin", .start = 1796832000, .minutes = 60,
  };

  return tdm_event_write (&event);
}

static void
test_events (gconstpointer character)
{
  for (guint length = 1; length <= LENGTH_MOST; length++)
    {
      g_autoptr (GString) value = repeat (character, length);
      g_autofree char *text = write_place (value->str);
      g_autofree char *lines = unfold (text);
      g_autofree char *place = g_strdup_printf ("\r\nLOCATION:%s\r\n", value->str);
      g_autofree char *summary = g_strdup_printf ("\r\nSUMMARY:%s\r\n", value->str);

      assert_right (text);
      g_assert_nonnull (strstr (lines, place));
      g_assert_nonnull (strstr (lines, summary));
    }
}

/* What libical escapes stays together. */
static void
test_events_with_escapes (void)
{
  for (guint length = 1; length <= LENGTH_MOST; length++)
    {
      g_autoptr (GString) value = repeat ("a,", length);
      g_autoptr (GString) escaped = repeat ("a\\,", length);
      g_autofree char *text = write_place (value->str);
      g_autofree char *lines = unfold (text);
      g_autofree char *place = g_strdup_printf ("\r\nLOCATION:%s\r\n", escaped->str);

      assert_right (text);
      g_assert_nonnull (strstr (lines, place));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *lengths = g_strdup_printf ("/calendar-fold/every-length/%u", i + 1);
      g_autofree char *blanks = g_strdup_printf ("/calendar-fold/blanks/%u", i + 1);
      g_autofree char *events = g_strdup_printf ("/calendar-fold/events/%u", i + 1);

      g_test_add_data_func (lengths, widths[i], test_every_length);
      g_test_add_data_func (blanks, widths[i], test_blanks);
      g_test_add_data_func (events, widths[i], test_events);
    }
  g_test_add_func ("/calendar-fold/nothing-but-blanks", test_nothing_but_blanks);
  g_test_add_func ("/calendar-fold/events/escapes", test_events_with_escapes);
  return g_test_run ();
}
