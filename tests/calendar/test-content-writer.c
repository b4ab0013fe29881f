/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-content-writer.h"
#include "calendar/tdm-event.h"

#include <libical/ical.h>
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
write_line (const char *value)
{
  GString *out = g_string_new (NULL);
  TdmContentWriter writer = { out };

  tdm_content_writer_add (&writer, "X", value);
  tdm_content_writer_add (&writer, "Y", "b");
  return g_string_free (out, FALSE);
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
      g_autofree char *folded = write_line (value->str);
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
      g_autofree char *value = g_strconcat (before->str, " ", after->str, NULL);
      g_autofree char *lines = g_strdup_printf ("X:%s\r\nY:b\r\n", value);
      g_autofree char *folded = write_line (value);
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
  g_autofree char *value = g_strconcat (blanks->str, ".", NULL);
  g_autofree char *lines = g_strdup_printf ("X:%s\r\nY:b\r\n", value);
  g_autofree char *folded = write_line (value);
  g_autofree char *again = unfold (folded);

  g_assert_cmpstr (again, ==, lines);
}

static char *
write_event (const TdmEvent *event)
{
  GString *out = g_string_new (NULL);

  tdm_event_write (event, out);
  return g_string_free (out, FALSE);
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

  return write_event (&event);
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

/* What is escaped stays together. */
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

/* What a record may have that another program made */
static const char *const foreign[] = {
  "a\r\nX-EVIL:1", "a\nX-EVIL:1", "a\rX-EVIL:1", "a\r\r\nX-EVIL:1", "a\r\n \r\nX-EVIL:1", "a\n\tX-EVIL:1",
  "a\342\200\250X-EVIL:1", "a\302\205X-EVIL:1", "a\033[31mb", "a\177b", "a\302\233b", "a\377b", "a\"b;X-EVIL=1:c",
};

static void
assert_no_parameter_smuggled_in (const char *text)
{
  icalcomponent *component = icalcomponent_new_from_string (text);
  guint n_properties = 0;

  g_assert_nonnull (component);
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY); property;
       property = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY), n_properties++)
    g_assert_null (icalproperty_get_first_parameter (property, ICAL_X_PARAMETER));
  g_assert_cmpuint (n_properties, >, 0);
  icalcomponent_free (component);
}

/* A property is a line (RFC 5545 3.1), whatever is in it. */
static void
assert_nothing_smuggled_in (const char *text)
{
  g_autofree char *lines = unfold (text);

  assert_right (text);
  g_assert_null (strstr (lines, "\nX-EVIL"));
  assert_no_parameter_smuggled_in (text);
  for (const char *p = lines; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_true (c == '\r' || c == '\n' || c == '\t' || !(g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029));
    }
}

static void
test_one_property_is_one_line (void)
{
  static const gsize places[] = {
    G_STRUCT_OFFSET (TdmEvent, uid),          G_STRUCT_OFFSET (TdmEvent, organizer.name),
    G_STRUCT_OFFSET (TdmEvent, organizer.email), G_STRUCT_OFFSET (TdmEvent, attendees[0].name),
    G_STRUCT_OFFSET (TdmEvent, attendees[0].email), G_STRUCT_OFFSET (TdmEvent, summary),
    G_STRUCT_OFFSET (TdmEvent, place),        G_STRUCT_OFFSET (TdmEvent, zone),
    G_STRUCT_OFFSET (TdmEvent, rule),         G_STRUCT_OFFSET (TdmEvent, series_zone),
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; j < G_N_ELEMENTS (foreign); j++)
      {
        TdmEvent event = {
          .uid = "48b6f702-8ff3-44c9-a3a0-e9a3afd2b2ce", .stamp = 1795424400,
          .organizer = { "HR", "hr@example.org", TDM_REPLY_NEEDS_ACTION },
          .attendees = { { "Bo", "bo@example.org", TDM_REPLY_NEEDS_ACTION } }, .n_attendees = 1,
          .summary = "Tandem", .place = "Room 1", .zone = "Europe/Berlin", .start = 1796832000, .minutes = 60,
          .series_zone = "Europe/Berlin", .original = 1796832000,
        };
        g_autofree char *text = NULL;

        G_STRUCT_MEMBER (const char *, &event, places[i]) = foreign[j];
        text = write_event (&event);
        g_test_message ("Place %u, text %u: %s", i, j, text);
        assert_nothing_smuggled_in (text);
      }
}

/* As the parts of a task */
static void
test_every_way_to_write_makes_one_line (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr (GString) out = g_string_new ("BEGIN:VTODO\r\n");
      TdmContentWriter writer = { out };

      tdm_content_writer_add_text (&writer, "UID", foreign[i]);
      tdm_content_writer_start (&writer, "RELATED-TO");
      tdm_content_writer_add_parameter (&writer, "RELTYPE", foreign[i]);
      tdm_content_writer_end_text (&writer, foreign[i]);
      tdm_content_writer_add (&writer, "X-TANDEM-STATE", foreign[i]);
      tdm_content_writer_start (&writer, "ORGANIZER");
      tdm_content_writer_end_address (&writer, foreign[i]);
      tdm_content_writer_add (&writer, "END", "VTODO");
      assert_nothing_smuggled_in (out->str);
    }
}

/* A tab and the letters of the world are no control characters. */
static void
test_uids_of_others_stay_as_they_are (void)
{
  static const char uid[] = "040000008200E0\tA  b-\303\266-o\314\210-\350\252\236@firm.example";
  g_autoptr (GString) out = g_string_new (NULL);
  TdmContentWriter writer = { out };

  tdm_content_writer_add_text (&writer, "UID", uid);
  g_assert_nonnull (strstr (out->str, uid));
}

/* Characters of every kind, and those with a meaning more often; libical takes blanks off the ends. */
static char *
make_text (void)
{
  static const char *const pieces[] = { ",", ";", ":", "\\", "\"",   "\n", "\t", " ",
                                        "a", "N", "ö", "語", "🙂", "=",  "^",  "'" };
  GString *text = g_string_new ("x");

  for (int i = g_test_rand_int_range (0, 120); i > 0; i--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (text, 'x');
  return g_string_free (text, FALSE);
}

/* What is read back by a program that others use is what was written. */
static void
test_libical_reads_what_was_written (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = make_text (), *name = make_text ();
      g_autoptr (GString) out = g_string_new ("BEGIN:VTODO\r\n");
      TdmContentWriter writer = { out };
      icalcomponent *component;
      icalproperty *attendee;

      g_strdelimit (name, "\n\t\\^", '_');
      tdm_content_writer_add_text (&writer, "SUMMARY", text);
      tdm_content_writer_start (&writer, "ATTENDEE");
      tdm_content_writer_add_parameter (&writer, "CN", name);
      tdm_content_writer_end_address (&writer, "bo@example.org");
      tdm_content_writer_add (&writer, "END", "VTODO");

      component = icalcomponent_new_from_string (out->str);
      attendee = icalcomponent_get_first_property (component, ICAL_ATTENDEE_PROPERTY);
      g_assert_cmpstr (icalcomponent_get_summary (component), ==, text);
      g_assert_cmpstr (icalproperty_get_attendee (attendee), ==, "mailto:bo@example.org");
      g_assert_cmpstr (icalparameter_get_cn (icalproperty_get_first_parameter (attendee, ICAL_CN_PARAMETER)), ==, name);
      icalcomponent_free (component);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *lengths = g_strdup_printf ("/content-writer/every-length/%u", i + 1);
      g_autofree char *blanks = g_strdup_printf ("/content-writer/blanks/%u", i + 1);
      g_autofree char *events = g_strdup_printf ("/content-writer/events/%u", i + 1);

      g_test_add_data_func (lengths, widths[i], test_every_length);
      g_test_add_data_func (blanks, widths[i], test_blanks);
      g_test_add_data_func (events, widths[i], test_events);
    }
  g_test_add_func ("/content-writer/nothing-but-blanks", test_nothing_but_blanks);
  g_test_add_func ("/content-writer/events/escapes", test_events_with_escapes);
  g_test_add_func ("/content-writer/one-line/events", test_one_property_is_one_line);
  g_test_add_func ("/content-writer/one-line/every-way", test_every_way_to_write_makes_one_line);
  g_test_add_func ("/content-writer/one-line/uids-of-others", test_uids_of_others_stay_as_they_are);
  g_test_add_func ("/content-writer/libical-reads-it", test_libical_reads_what_was_written);
  return g_test_run ();
}
