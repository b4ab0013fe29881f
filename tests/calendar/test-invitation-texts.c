/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-text.h"
#include "calendar/tdm-calendar-error.h"
#include "invitation-fixture.h"

#include <libical/ical.h>
#include <string.h>

/* Whatever stands in the names, places and addresses of an invitation: its file stays one. */

static void
test_broken_email (Fixture *self, gconstpointer data)
{
  static const char *const addresses[] = {
    "anna", "anna@", "@example.org", "anna@example", "anna@example.org\r\nX-INJECTED:yes", "anna@example.org;X=1",
    "anna@example.org:mailto:eve@example.org", "a b@example.org", "<anna@example.org>", "anna@exämple.org",
    "anna@example.org,eve@example.org", "\"anna\"@example.org", "anna@example.org\n",
  };
  TdmRecord *person = TDM_RECORD (tdm_pair_get_mentee (self->pair));

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *typed = tdm_text_clean_line (addresses[i]);
      g_autofree char *message = g_strdup_printf ("“%s”, the e-mail address of Anna Beck, is not valid.", typed);

      tdm_record_load_text (person, TDM_PERSON_EMAIL, addresses[i]);
      assert_fails (self, TDM_CALENDAR_ERROR_NO_ADDRESS, message);
    }
}

static void
test_odd_email (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_object_set (tdm_pair_get_mentee (self->pair), "email", "a%b?c&d+e/f@example.org", NULL);
  text = build (self);
  g_assert_nonnull (strstr (text, ":mailto:a%25b%3Fc%26d+e%2Ff@example.org\r\n"));
}

static void
test_same_email (Fixture *self, gconstpointer data)
{
  g_object_set (tdm_pair_get_mentor (self->pair), "email", "ANNA.BECK@example.org", NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_NO_ADDRESS, "“Bo Chen” has the same e-mail address as the other person.");
}

/* As though a file had been made by somebody who means harm: nothing was cleaned. */
static void
test_hostile_texts (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "<b>&amp;</b>", "Beck\r\nX-INJECTED:yes", "Beck\nX-INJECTED:yes", "Beck\rX-INJECTED:yes",
    "Beck, Anna; the \"first\"",
    "Beck\xe2\x80\xae" "gro\xe2\x80\xac", "a\\nb", "a\\", "a^nX-INJECTED:yes", "A:B",
    "A;ROLE=CHAIR:mailto:eve@example.org",
    "\x01\x7f\x1b[31m", "\xff\xfe", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 — Äö ß", "%s%n", "END:VEVENT",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      tdm_record_load_text (TDM_RECORD (tdm_pair_get_mentee (self->pair)), TDM_PERSON_NAME, texts[i]);
      tdm_record_load_text (TDM_RECORD (self->series), TDM_SERIES_ORGANIZER_NAME, texts[i]);
      tdm_record_load_text (TDM_RECORD (self->series), TDM_SERIES_PLACE, texts[i]);
      assert_no_line_added (self, PROPERTIES);
    }
}

static const char *
get_parameter (const char *text, icalproperty_kind kind, icalparameter_kind parameter, icalcomponent **component)
{
  icalcomponent *calendar = icalcomponent_new_from_string (text);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  *component = calendar;
  return icalparameter_get_cn (
    icalproperty_get_first_parameter (icalcomponent_get_first_property (event, kind), parameter));
}

static void
assert_name_read_as (Fixture *self, const char *name, const char *expected)
{
  g_autofree char *text = NULL;
  icalcomponent *component;

  tdm_record_load_text (TDM_RECORD (tdm_pair_get_mentee (self->pair)), TDM_PERSON_NAME, name);
  text = build (self);
  g_assert_cmpstr (get_parameter (text, ICAL_ATTENDEE_PROPERTY, ICAL_CN_PARAMETER, &component), ==, expected);
  icalcomponent_free (component);
}

static void
test_names_read_back (Fixture *self, gconstpointer data)
{
  assert_name_read_as (self, "Beck, Anna; née: Groß", "Beck, Anna; née: Groß");
  assert_name_read_as (self, "Anna \"Ann\" Beck", "Anna 'Ann' Beck");
  assert_name_read_as (self, "<b>Anna</b> & Co", "<b>Anna</b> & Co");
  assert_name_read_as (self, "Anna\r\nBeck", "Anna Beck");
  assert_name_read_as (self, "A\\nna^n", "A nna n");
  assert_name_read_as (self, "Anna \xe2\x80\xae" "Beck\xe2\x80\x8f", "Anna Beck");
}

static void
test_long_texts (Fixture *self, gconstpointer data)
{
  GString *name = g_string_new (NULL);

  for (int i = 0; i < 100; i++)
    g_string_append (name, "Äb, ö");
  g_assert_cmpint (g_utf8_strlen (name->str, -1), ==, 500);
  g_object_set (self->series, "place", name->str, NULL);
  assert_name_read_as (self, name->str, name->str);
  assert_no_line_added (self, PROPERTIES);
  g_string_free (name, TRUE);
}

static void
test_no_names (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_object_set (self->series, "organizer-name", "", "place", "", NULL);
  text = build (self);
  assert_line (text, "ORGANIZER:mailto:kim.vogt@example.org");
  g_assert_null (strstr (text, "LOCATION"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *whole = g_strconcat ("/invitation-texts/", path, NULL);

  g_test_add (whole, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("broken-email", test_broken_email);
  add ("odd-email", test_odd_email);
  add ("same-email", test_same_email);
  add ("hostile-texts", test_hostile_texts);
  add ("names-read-back", test_names_read_back);
  add ("long-texts", test_long_texts);
  add ("no-names", test_no_names);
  return g_test_run ();
}
