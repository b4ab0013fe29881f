/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-calendar-file-name.h"
#include "calendar/tdm-invitation.h"
#include "invitation-fixture.h"

#include <string.h>

static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autofree char *text = build (self);
  g_autofree char *expected = g_strdup_printf (
    "BEGIN:VEVENT\r\n"
    "UID:%s\r\n"
    "SEQUENCE:0\r\n"
    "DTSTAMP:20261102T080000Z\r\n"
    "DTSTART;TZID=Europe/Berlin:20261201T100000\r\n"
    "DTEND;TZID=Europe/Berlin:20261201T110000\r\n"
    "RRULE:FREQ=MONTHLY;COUNT=12;BYDAY=1TU\r\n"
    "ORGANIZER;CN=Kim Vogt:mailto:kim.vogt@example.org\r\n"
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;"
    "CN=Anna Beck:mailto:anna.beck@example.org\r\n"
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;"
    "CN=Bo Chen:mailto:bo.chen@example.org\r\n"
    "SUMMARY:Tandem: Anna Beck & Bo Chen\r\n"
    "LOCATION:Room 3\r\n"
    "STATUS:CONFIRMED\r\n"
    "TRANSP:OPAQUE\r\n"
    "CLASS:PRIVATE\r\n"
    "END:VEVENT\r\n"
    "END:VCALENDAR\r\n", tdm_record_get_uid (TDM_RECORD (self->series)));

  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  assert_line (text, "METHOD:REQUEST");
  g_assert_cmpstr (strstr (text, "BEGIN:VEVENT"), ==, expected);
  g_assert_null (strstr (text, "VALARM"));
  assert_no_line_added (self, PROPERTIES);
}

static void
test_zone (Fixture *self, gconstpointer data)
{
  g_autofree char *text = build (self);

  g_assert_cmpuint (count (text, "BEGIN:VTIMEZONE"), ==, 1);
  g_assert_cmpuint (count (text, "freeassociation"), ==, 0);
  assert_line (text, "TZID:Europe/Berlin");
}

static void
test_sequence (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_object_set (self->series, "sequence", (gint64) 7, NULL);
  text = build (self);
  assert_line (text, "SEQUENCE:7");
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_meeting (self, "2027-01-05T10:00:00", "2027-01-06T10:00:00");
  g_autofree char *text = NULL;

  g_object_set (meeting, "state", TDM_MEETING_STATE_CANCELLED, NULL);
  text = build (self);
  assert_line (text, "EXDATE;TZID=Europe/Berlin:20270105T100000");
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
}

static void
test_all_cancelled (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_meeting (self, START, START);
  g_autoptr (TdmSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (self->series, "rule", "FREQ=WEEKLY;BYDAY=TU;COUNT=1", NULL);
  g_object_set (meeting, "state", TDM_MEETING_STATE_CANCELLED, NULL);
  g_assert_true (tdm_schedule_make (self->series, G_LIST_MODEL (self->meetings), &schedule, &error));
  g_assert_no_error (error);
  g_assert_null (schedule);
}

static void
test_moved (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  const char *moved;

  add_meeting (self, "2027-01-05T10:00:00", "2027-01-07T14:30:00");
  text = build (self);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 2);
  g_assert_cmpuint (count (text, "RRULE:FREQ=MONTHLY"), ==, 1);
  moved = strstr (text, "END:VEVENT");
  assert_line (moved, "RECURRENCE-ID;TZID=Europe/Berlin:20270105T100000");
  assert_line (moved, "DTSTART;TZID=Europe/Berlin:20270107T143000");
  assert_line (moved, "DTEND;TZID=Europe/Berlin:20270107T153000");
  assert_line (moved, "SUMMARY:Tandem: Anna Beck & Bo Chen");
  g_assert_cmpuint (count (moved, "ATTENDEE;"), ==, 2);
  assert_no_line_added (self, PROPERTIES + 14);
}

static void
test_longer (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_meeting (self, "2027-01-05T10:00:00", "2027-01-05T10:00:00");
  g_autofree char *text = NULL;

  g_object_set (meeting, "minutes", (gint64) 90, NULL);
  text = build (self);
  assert_line (strstr (text, "RECURRENCE-ID"), "DTEND;TZID=Europe/Berlin:20270105T113000");
}

static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_meeting (self, "2027-01-05T10:00:00", "2027-01-05T10:00:00");
  g_autofree char *text = NULL;

  g_object_set (meeting, "place", "Canteen", NULL);
  text = build (self);
  assert_line (strstr (text, "RECURRENCE-ID"), "LOCATION:Canteen");
}

static void
test_other_zone (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_meeting (self, "2027-01-05T10:00:00", "2027-01-05T10:00:00");
  g_autofree char *text = NULL;

  g_object_set (meeting, "zone", "Asia/Kolkata", NULL);
  text = build (self);
  g_assert_cmpuint (count (text, "BEGIN:VTIMEZONE"), ==, 2);
  assert_line (text, "RECURRENCE-ID;TZID=Europe/Berlin:20270105T100000");
  assert_line (text, "DTSTART;TZID=Asia/Kolkata:20270105T100000");
}

/* Also one that leaves its place to the series */
static void
test_as_planned (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_meeting (self, START, START);
  g_object_set (add_meeting (self, "2027-01-05T10:00:00", "2027-01-05T10:00:00"), "place", "", NULL);
  text = build (self);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
}

static void
test_other_series (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeries) other = fixture_series_new (self->pair, MONTHLY, "Europe/Berlin", START, 60);
  g_autoptr (TdmMeeting) meeting = fixture_meeting_new (other, START, "2026-12-02T10:00:00");
  g_autofree char *text = NULL;

  g_list_store_append (self->meetings, meeting);
  g_object_set (add_meeting (self, "", "2026-12-17T10:00:00"), "series", NULL, NULL);
  add_meeting (self, "", "2026-12-18T10:00:00");
  text = build (self);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
}

static void
test_on_no_day (Fixture *self, gconstpointer data)
{
  add_meeting (self, "2027-01-06T10:00:00", "2027-01-06T10:00:00");
  assert_fails (self, TDM_CALENDAR_ERROR_BAD_RULE, "A meeting of this series is on none of its days.");
}

static void
test_once (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_object_set (self->series, "rule", "", NULL);
  text = build (self);
  g_assert_null (strstr (strstr (text, "BEGIN:VEVENT"), "RRULE"));
  assert_line (text, "DTSTART;TZID=Europe/Berlin:20261201T100000");
}

static void
test_once_moved (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_object_set (self->series, "rule", "", NULL);
  add_meeting (self, START, "2026-12-03T11:00:00");
  text = build (self);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 1);
  g_assert_null (strstr (text, "RECURRENCE-ID"));
  assert_line (text, "DTSTART;TZID=Europe/Berlin:20261203T110000");
}

static void
test_topic (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmTopic) topic = tdm_record_new (TDM_TYPE_TOPIC);
  g_autofree char *text = NULL;

  g_object_set (self->series, "summary-mode", TDM_SUMMARY_TOPIC, NULL);
  text = build (self);
  assert_line (text, "SUMMARY:Tandem: Anna Beck & Bo Chen");
  g_free (text);

  g_object_set (topic, "title", "Short videos; how, why", NULL);
  g_object_set (self->pair, "topic", topic, NULL);
  text = build (self);
  assert_line (text, "SUMMARY:Tandem: Short videos\\; how\\, why (Anna Beck & Bo Chen)");
}

/* A date with a topic of its own is another one where titles say topics, and only there. */
static void
test_topic_of_one_date (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add_meeting (self, "2027-01-05T10:00:00", "2027-01-05T10:00:00");
  g_autofree char *without = build (self), *neutral = NULL, *text = NULL;
  const char *date;

  g_object_set (meeting, "topic", "Hashtags", "kind", TDM_KIND_CLOSING, "session-goal", "A post", NULL);
  neutral = build (self);
  g_assert_cmpstr (neutral, ==, without);

  g_object_set (self->series, "summary-mode", TDM_SUMMARY_TOPIC, NULL);
  text = build (self);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT"), ==, 2);
  date = strstr (text, "END:VEVENT");
  assert_line (text, "SUMMARY:Tandem: Anna Beck & Bo Chen");
  assert_line (date, "RECURRENCE-ID;TZID=Europe/Berlin:20270105T100000");
  assert_line (date, "SUMMARY:Tandem: Hashtags (Anna Beck & Bo Chen)");
}

static void
test_topic_stays_private (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmTopic) topic = tdm_record_new (TDM_TYPE_TOPIC);
  TdmMeeting *meeting = add_meeting (self, START, "2026-12-02T10:00:00");
  g_autofree char *text = NULL;

  g_object_set (topic, "title", "Secret", NULL);
  g_object_set (self->pair, "topic", topic, NULL);
  g_object_set (meeting, "topic", "Secret", "question", "Secret", "session-goal", "Secret", NULL);
  text = build (self);
  g_assert_null (strstr (text, "Secret"));
}

static void
test_organizer_takes_part (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_object_set (self->series, "organizer-email", "Anna.Beck@example.org", NULL);
  text = build (self);
  assert_line (text, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=ACCEPTED;"
                     "CN=Anna Beck:mailto:anna.beck@example.org");
  g_assert_cmpuint (count (text, "RSVP=TRUE"), ==, 1);
}

static void
test_no_email (Fixture *self, gconstpointer data)
{
  g_object_set (tdm_pair_get_mentor (self->pair), "email", "", NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_NO_ADDRESS, "“Bo Chen” has no e-mail address yet.");
}

static void
test_no_organizer_email (Fixture *self, gconstpointer data)
{
  g_object_set (self->series, "organizer-email", "", NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_NO_ORGANIZER, "“Kim Vogt” has no e-mail address yet.");
  g_object_set (self->series, "organizer-name", "", NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_NO_ORGANIZER, "“Organizer” has no e-mail address yet.");
}

static void
test_no_end (Fixture *self, gconstpointer data)
{
  g_object_set (self->series, "rule", "FREQ=MONTHLY;BYDAY=1TU", NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_NO_END, "This repetition never ends. Give the number of meetings.");
}

static void
test_bad_rule (Fixture *self, gconstpointer data)
{
  g_object_set (self->series, "rule", "FREQ=DAILY;COUNT=3", NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_BAD_RULE,
                "Calendar programs would not agree on the repetition “FREQ=DAILY;COUNT=3”.");
}

static void
test_bad_start (Fixture *self, gconstpointer data)
{
  g_object_set (self->series, "local-start", "2026-12-02T10:00:00", NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_BAD_RULE,
                "The first meeting must be on a day of the repetition: not on “2026-12-02”, but on “2027-01-05”.");
}

static void
test_unknown_zone (Fixture *self, gconstpointer data)
{
  g_object_set (self->series, "zone", "Europe/Atlantis", NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_UNKNOWN_ZONE, "There is no time zone “Europe/Atlantis”.");
}

/* On the third date only */
static void
test_gap (Fixture *self, gconstpointer data)
{
  g_object_set (self->series, "rule", "FREQ=WEEKLY;BYDAY=SU;COUNT=5", "local-start", "2027-03-14T02:30:00", NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_NO_SUCH_TIME,
                "There is no 28 March 2027, 02:30: the clocks go forward just then.");
}

static void
test_gap_moved (Fixture *self, gconstpointer data)
{
  add_meeting (self, "2027-04-06T10:00:00", "2027-03-28T02:00:00");
  assert_fails (self, TDM_CALENDAR_ERROR_NO_SUCH_TIME,
                "There is no 28 March 2027, 02:00: the clocks go forward just then.");
}

static void
test_clocks_change_meanwhile (Fixture *self, gconstpointer data)
{
  g_object_set (self->series, "rule", "", "local-start", "2027-03-28T01:30:00", "minutes", (gint64) 120, NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_NO_SUCH_TIME,
                "The clocks change during the meeting on 28 March 2027, 01:30.");
}

static void
test_no_people (Fixture *self, gconstpointer data)
{
  g_object_set (self->pair, "mentor", NULL, NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_FAILED, "A tandem needs two people before they can be invited.");
  g_object_set (self->series, "pair", NULL, NULL);
  assert_fails (self, TDM_CALENDAR_ERROR_FAILED, "These meetings belong to no tandem.");
}

static void
test_without_meetings (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) with = fixture_invitation_new (self->series, self->meetings, NULL);
  g_autoptr (GBytes) without = fixture_invitation_new (self->series, NULL, NULL);

  g_assert_true (g_bytes_equal (with, without));
}

static void
assert_file_name (const char *stem, const char *expected)
{
  g_autofree char *name = tdm_calendar_file_name (stem, "ics");

  g_assert_cmpstr (name, ==, expected);
}

static void
test_file_names_are_tame (void)
{
  assert_file_name ("Jürgen Groß & Bo", "tandem-juergen-gross-bo.ics");
  assert_file_name ("../../etc/passwd", "tandem-etc-passwd.ics");
  assert_file_name ("CON", "tandem-con.ics");
  assert_file_name ("", "tandem.ics");
  assert_file_name ("…", "tandem.ics");
}

static void
test_file_names_can_be_read (void)
{
  assert_file_name ("Işık Çalışkan", "tandem-isik-caliskan.ics");
  assert_file_name ("Søren Ødegård", "tandem-soren-odegard.ics");
  assert_file_name ("Łukasz Błaszczyk", "tandem-lukasz-blaszczyk.ics");
  assert_file_name ("Đorđe Þór", "tandem-dorde-thor.ics");
  assert_file_name ("Ирина Щукина", "tandem-irina-sukina.ics");
  assert_file_name ("Γιώργος", "tandem-giorgos.ics");
}

static void
test_file_names_are_short (void)
{
  g_autofree char *stem = g_strnfill (500, 'x');
  g_autofree char *name = tdm_calendar_file_name (stem, "ics");

  g_assert_cmpuint (strlen (name), ==, strlen ("tandem-.ics") + 60);
}

static void
test_file_name (Fixture *self, gconstpointer data)
{
  g_autofree char *name = tdm_invitation_file_name (self->series);
  g_autofree char *expected = g_strdup_printf ("tandem-anna-beck-bo-chen-%.8s.ics",
                                               tdm_record_get_uid (TDM_RECORD (self->series)));

  g_assert_cmpstr (name, ==, expected);
}

static void
test_file_name_of_odd_names (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeries) series = tdm_record_new_stored (TDM_TYPE_SERIES, 1, "../../..x-and-so-on");
  g_autofree char *long_name = g_strnfill (500, 'a');
  g_autofree char *name = NULL;

  name = tdm_invitation_file_name (series);
  g_assert_cmpstr (name, ==, "tandem---------.ics");
  g_free (name);
  g_object_set (series, "pair", self->pair, NULL);
  g_object_set (tdm_pair_get_mentee (self->pair), "name", long_name, NULL);
  name = tdm_invitation_file_name (series);
  g_assert_cmpuint (strlen (name), <, 100);
  g_assert_true (g_str_has_suffix (name, ".ics"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *whole = g_strconcat ("/invitation/", path, NULL);

  g_test_add (whole, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("whole", test_whole);
  add ("zone", test_zone);
  add ("sequence", test_sequence);
  add ("cancelled", test_cancelled);
  add ("all-cancelled", test_all_cancelled);
  add ("moved", test_moved);
  add ("longer", test_longer);
  add ("elsewhere", test_elsewhere);
  add ("other-zone", test_other_zone);
  add ("as-planned", test_as_planned);
  add ("other-series", test_other_series);
  add ("on-no-day", test_on_no_day);
  add ("once", test_once);
  add ("once-moved", test_once_moved);
  add ("topic", test_topic);
  add ("topic-of-one-date", test_topic_of_one_date);
  add ("topic-stays-private", test_topic_stays_private);
  add ("organizer-takes-part", test_organizer_takes_part);
  add ("no-email", test_no_email);
  add ("no-organizer-email", test_no_organizer_email);
  add ("no-end", test_no_end);
  add ("bad-rule", test_bad_rule);
  add ("bad-start", test_bad_start);
  add ("unknown-zone", test_unknown_zone);
  add ("gap", test_gap);
  add ("gap-moved", test_gap_moved);
  add ("clocks-change-meanwhile", test_clocks_change_meanwhile);
  add ("no-people", test_no_people);
  add ("without-meetings", test_without_meetings);
  g_test_add_func ("/invitation/file-names-are-tame", test_file_names_are_tame);
  g_test_add_func ("/invitation/file-names-can-be-read", test_file_names_can_be_read);
  g_test_add_func ("/invitation/file-names-are-short", test_file_names_are_short);
  add ("file-name", test_file_name);
  add ("file-name-of-odd-names", test_file_name_of_odd_names);
  return g_test_run ();
}
