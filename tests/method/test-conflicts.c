/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "support/tdm-test.h"

#include "calendar/tdm-zone.h"
#include "method/tdm-conflicts.h"

/* Which meetings cannot both take place. It is Tuesday, 14 July 2026, 11:00 in Berlin. */

typedef struct
{
  GListStore *meetings;
  TdmConflicts *conflicts;
  TdmPerson *anna, *bo, *carla, *dan;
  TdmPair *anna_bo, *carla_bo, *carla_dan;
  gint64 last_id;
  guint n_changed;
} Fixture;

static TdmPerson *
make_person (const char *name)
{
  TdmPerson *person = tdm_record_new (TDM_TYPE_PERSON);

  tdm_record_set_text (TDM_RECORD (person), TDM_PERSON_NAME, name);
  return person;
}

static TdmPair *
make_pair (TdmPerson *mentee, TdmPerson *mentor)
{
  TdmPair *pair = tdm_record_new (TDM_TYPE_PAIR);

  tdm_record_set_link (TDM_RECORD (pair), TDM_PAIR_MENTEE, mentee);
  tdm_record_set_link (TDM_RECORD (pair), TDM_PAIR_MENTOR, mentor);
  tdm_record_set_integer (TDM_RECORD (pair), TDM_PAIR_STATE, TDM_PAIR_ACTIVE);
  return pair;
}

static void
count_cb (Fixture *self)
{
  self->n_changed++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->anna = make_person ("Anna Beck");
  self->bo = make_person ("Bo Larsen");
  self->carla = make_person ("Carla Diaz");
  self->dan = make_person ("Dan Eze");
  self->anna_bo = make_pair (self->anna, self->bo);
  self->carla_bo = make_pair (self->carla, self->bo);
  self->carla_dan = make_pair (self->carla, self->dan);
  self->meetings = g_list_store_new (TDM_TYPE_MEETING);
  self->conflicts = tdm_conflicts_new ();
  g_signal_connect_swapped (self->conflicts, "changed", G_CALLBACK (count_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->conflicts);
  g_assert_finalize_object (self->meetings);
  g_assert_finalize_object (self->anna_bo);
  g_assert_finalize_object (self->carla_bo);
  g_assert_finalize_object (self->carla_dan);
  g_assert_finalize_object (self->anna);
  g_assert_finalize_object (self->bo);
  g_assert_finalize_object (self->carla);
  g_assert_finalize_object (self->dan);
}

static void
look_again (Fixture *self)
{
  g_autoptr (GArray) briefs = tdm_test_make_briefs (G_LIST_MODEL (self->meetings));

  tdm_conflicts_look_at (self->conflicts, briefs);
}

static void
set_start (TdmMeeting *meeting, const char *zone, const char *local_start)
{
  g_autoptr (GError) error = NULL;
  gint64 start = tdm_zone_to_utc (zone, local_start, &error);

  g_assert_no_error (error);
  tdm_record_set_text (TDM_RECORD (meeting), TDM_MEETING_ZONE, zone);
  tdm_record_set_text (TDM_RECORD (meeting), TDM_MEETING_LOCAL_START, local_start);
  tdm_record_set_integer (TDM_RECORD (meeting), TDM_MEETING_START, start);
}

/* Of one hour; the list keeps it. */
static TdmMeeting *
add (Fixture *self, TdmPair *pair, const char *local_start, const char *place)
{
  g_autoptr (TdmMeeting) meeting = tdm_record_new (TDM_TYPE_MEETING);

  tdm_record_set_link (TDM_RECORD (meeting), TDM_MEETING_PAIR, pair);
  tdm_record_set_integer (TDM_RECORD (meeting), TDM_MEETING_MINUTES, 60);
  tdm_record_set_text (TDM_RECORD (meeting), TDM_MEETING_PLACE, place);
  set_start (meeting, "Europe/Berlin", local_start);
  tdm_record_set_id (TDM_RECORD (meeting), ++self->last_id);
  g_list_store_append (self->meetings, meeting);
  look_again (self);
  return meeting;
}

static void
assert_conflict (Fixture *self, TdmMeeting *meeting, const char *expected)
{
  const TdmMeetingBrief brief = tdm_meeting_brief_of (meeting);
  g_autofree char *text = tdm_conflicts_describe (self->conflicts, &brief, meeting);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (tdm_conflicts_has (self->conflicts, &brief, meeting), ==, expected != NULL);
}

static void
test_nobody_is_in_two_meetings (Fixture *self, gconstpointer data)
{
  TdmMeeting *first = add (self, self->anna_bo, "2026-07-21T10:00:00", "");
  TdmMeeting *second = add (self, self->carla_bo, "2026-07-21T10:30:00", "");
  TdmMeeting *elsewhere = add (self, self->carla_bo, "2026-07-22T10:30:00", "");

  assert_conflict (self, first, "Bo Larsen has another meeting then");
  assert_conflict (self, second, "Bo Larsen has another meeting then");
  assert_conflict (self, elsewhere, NULL);
}

static void
test_a_tandem_is_not_in_two_meetings (Fixture *self, gconstpointer data)
{
  TdmMeeting *first = add (self, self->anna_bo, "2026-07-21T10:00:00", "");

  add (self, self->anna_bo, "2026-07-21T10:00:00", "");
  assert_conflict (self, first, "Anna Beck has another meeting then");
}

static void
test_a_room_has_one_meeting (Fixture *self, gconstpointer data)
{
  TdmMeeting *first = add (self, self->anna_bo, "2026-07-21T10:00:00", "Lotsenstube,  Haus A");
  TdmMeeting *second = add (self, self->carla_dan, "2026-07-21T10:00:00", "LOTSENSTUBE, Haus A ");

  assert_conflict (self, first, "The room is taken: Carla Diaz and Dan Eze");
  assert_conflict (self, second, "The room is taken: Anna Beck and Bo Larsen");
}

static void
test_a_person_counts_for_more_than_a_room (Fixture *self, gconstpointer data)
{
  TdmMeeting *first = add (self, self->anna_bo, "2026-07-21T10:00:00", "Room 1");

  add (self, self->carla_dan, "2026-07-21T10:00:00", "Room 1");
  add (self, self->carla_bo, "2026-07-21T10:00:00", "Room 1");
  assert_conflict (self, first, "Bo Larsen has another meeting then");
}

static void
test_links_calls_and_canteens_are_no_rooms (Fixture *self, gconstpointer data)
{
  static const char *const places[] = {
    "", "  ", "https://meet.example/tandem", "HTTP://meet.example/tandem", "www.meet.example/1", "sip:room@example.org",
    "Online", "MS Teams", "Zoom (link follows)", "Kantine „Hafenblick“", "Café an der Ecke", "Hotel: Foyer",
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      assert_conflict (self, add (self, self->anna_bo, "2026-07-21T10:00:00", places[i]), NULL);
      assert_conflict (self, add (self, self->carla_dan, "2026-07-21T10:00:00", places[i]), NULL);
      g_list_store_remove_all (self->meetings);
    }
}

static void
test_touching_is_not_overlapping (Fixture *self, gconstpointer data)
{
  TdmMeeting *first = add (self, self->anna_bo, "2026-07-21T10:00:00", "Room 1");
  TdmMeeting *second = add (self, self->carla_bo, "2026-07-21T11:00:00", "Room 1");

  assert_conflict (self, first, NULL);
  assert_conflict (self, second, NULL);
}

static void
test_a_long_meeting_is_in_the_way_of_all_within (Fixture *self, gconstpointer data)
{
  TdmMeeting *morning = add (self, self->anna_bo, "2026-07-21T08:00:00", "");
  TdmMeeting *early = add (self, self->carla_bo, "2026-07-21T09:00:00", "");
  TdmMeeting *late = add (self, self->carla_bo, "2026-07-21T11:00:00", "");
  TdmMeeting *after = add (self, self->carla_bo, "2026-07-21T12:00:00", "");

  tdm_record_set_integer (TDM_RECORD (morning), TDM_MEETING_MINUTES, 240);
  look_again (self);
  assert_conflict (self, morning, "Bo Larsen has another meeting then");
  assert_conflict (self, early, "Bo Larsen has another meeting then");
  assert_conflict (self, late, "Bo Larsen has another meeting then");
  assert_conflict (self, after, NULL);
}

static void
test_what_does_not_take_place_does_not_count (Fixture *self, gconstpointer data)
{
  TdmMeeting *first = add (self, self->anna_bo, "2026-07-21T10:00:00", "Room 1");
  TdmMeeting *second = add (self, self->carla_bo, "2026-07-21T10:00:00", "Room 1");

  for (TdmMeetingState state = TDM_MEETING_STATE_CANCELLED; state <= TDM_MEETING_STATE_MISSED; state++)
    {
      tdm_record_set_integer (TDM_RECORD (second), TDM_MEETING_STATE, state);
      look_again (self);
      assert_conflict (self, first, NULL);
      assert_conflict (self, second, NULL);
    }
}

static void
test_a_tandem_that_ended_does_not_count (Fixture *self, gconstpointer data)
{
  TdmMeeting *first = add (self, self->anna_bo, "2026-07-21T10:00:00", "Room 1");
  TdmMeeting *second = add (self, self->carla_bo, "2026-07-21T10:00:00", "Room 1");

  assert_conflict (self, first, "Bo Larsen has another meeting then");
  tdm_record_set_integer (TDM_RECORD (self->carla_bo), TDM_PAIR_STATE, TDM_PAIR_DISSOLVED);
  look_again (self);
  assert_conflict (self, first, NULL);
  assert_conflict (self, second, NULL);
}

static void
test_the_past_is_never_marked (Fixture *self, gconstpointer data)
{
  TdmMeeting *yesterday = add (self, self->anna_bo, "2026-07-13T10:00:00", "");
  TdmMeeting *this_morning = add (self, self->anna_bo, "2026-07-14T09:00:00", "");
  TdmMeeting *now = add (self, self->anna_bo, "2026-07-14T10:30:00", "");

  add (self, self->carla_bo, "2026-07-13T10:00:00", "");
  add (self, self->carla_bo, "2026-07-14T09:00:00", "");
  add (self, self->carla_bo, "2026-07-14T10:30:00", "");
  assert_conflict (self, yesterday, NULL);
  assert_conflict (self, this_morning, NULL);
  assert_conflict (self, now, "Bo Larsen has another meeting then");
}

static void
test_a_change_and_its_undoing (Fixture *self, gconstpointer data)
{
  TdmMeeting *first = add (self, self->anna_bo, "2026-07-21T10:00:00", "");
  TdmMeeting *second = add (self, self->carla_bo, "2026-07-28T10:00:00", "");
  static const char *const starts[] = { "2026-07-21T10:30:00", "2026-07-28T10:00:00", "2026-07-21T10:30:00" };

  assert_conflict (self, first, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const char *expected = i % 2 == 0 ? "Bo Larsen has another meeting then" : NULL;

      set_start (second, "Europe/Berlin", starts[i]);
      self->n_changed = 0;
      look_again (self);
      g_assert_cmpuint (self->n_changed, ==, 1);
      assert_conflict (self, first, expected);
      assert_conflict (self, second, expected);
    }
}

static void
test_a_meeting_that_is_gone (Fixture *self, gconstpointer data)
{
  TdmMeeting *first = add (self, self->anna_bo, "2026-07-21T10:00:00", "");

  assert_conflict (self, first, NULL);
  self->n_changed = 0;
  add (self, self->carla_bo, "2026-07-21T10:00:00", "");
  g_assert_cmpuint (self->n_changed, ==, 1);
  assert_conflict (self, first, "Bo Larsen has another meeting then");
  g_list_store_remove (self->meetings, 1);
  look_again (self);
  g_assert_cmpuint (self->n_changed, ==, 2);
  assert_conflict (self, first, NULL);
}

static void
test_clocks_of_other_zones (Fixture *self, gconstpointer data)
{
  TdmMeeting *berlin = add (self, self->anna_bo, "2026-07-21T10:00:00", "");
  TdmMeeting *london = add (self, self->carla_bo, "2026-07-21T10:00:00", "");

  set_start (london, "Europe/London", "2026-07-21T10:00:00");
  look_again (self);
  assert_conflict (self, berlin, NULL);
  set_start (london, "Europe/London", "2026-07-21T09:30:00");
  look_again (self);
  assert_conflict (self, berlin, "Bo Larsen has another meeting then");
}

/* 10:00 on Wednesday in Auckland is 00:00 on that day in Berlin, and the day before by UTC. */
static void
test_a_night_between_days (Fixture *self, gconstpointer data)
{
  TdmMeeting *night = add (self, self->anna_bo, "2026-07-22T01:30:00", "");
  TdmMeeting *auckland = add (self, self->carla_bo, "2026-07-22T10:00:00", "");

  set_start (auckland, "Pacific/Auckland", "2026-07-22T10:00:00");
  look_again (self);
  assert_conflict (self, night, NULL);
  tdm_record_set_integer (TDM_RECORD (auckland), TDM_MEETING_MINUTES, 180);
  look_again (self);
  assert_conflict (self, night, "Bo Larsen has another meeting then");
  assert_conflict (self, auckland, "Bo Larsen has another meeting then");
}

static gboolean
share_a_person (TdmPair *a, TdmPair *b)
{
  return tdm_pair_get_mentee (a) == tdm_pair_get_mentee (b) || tdm_pair_get_mentee (a) == tdm_pair_get_mentor (b) ||
         tdm_pair_get_mentor (a) == tdm_pair_get_mentee (b) || tdm_pair_get_mentor (a) == tdm_pair_get_mentor (b);
}

static gboolean
overlap (TdmMeeting *a, TdmMeeting *b)
{
  return tdm_meeting_get_start (a) < tdm_meeting_get_start (b) + tdm_meeting_get_minutes (b) * 60 &&
         tdm_meeting_get_start (b) < tdm_meeting_get_start (a) + tdm_meeting_get_minutes (a) * 60;
}

static gboolean
clashes_with_any (Fixture *self, TdmMeeting *meeting)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->meetings)); i++)
    {
      g_autoptr (TdmMeeting) other = g_list_model_get_item (G_LIST_MODEL (self->meetings), i);

      if (other != meeting && overlap (meeting, other) &&
          share_a_person (tdm_meeting_get_pair (meeting), tdm_meeting_get_pair (other)))
        return TRUE;
    }
  return FALSE;
}

/* Forty meetings on each of ten days */
static void
add_many (Fixture *self)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 20; i++)
    g_ptr_array_add (people, make_person ("Somebody"));
  for (guint i = 0; i < 40; i++)
    g_ptr_array_add (pairs, make_pair (people->pdata[i % 20], people->pdata[(i * 7 + 3) % 20]));
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *start = g_strdup_printf ("2026-08-%02uT%02u:%02u:00", 1 + i / 40, 7 + i * 5 % 11, i % 4 * 15);
      TdmMeeting *meeting = add (self, pairs->pdata[i % 40], start, "");

      tdm_record_set_integer (TDM_RECORD (meeting), TDM_MEETING_MINUTES, 15 + i * 37 % 90);
    }
  look_again (self);
}

static void
test_as_many_as_by_comparing_each_with_each (Fixture *self, gconstpointer data)
{
  guint n_found = 0;

  add_many (self);
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (G_LIST_MODEL (self->meetings), i);
      const TdmMeetingBrief brief = tdm_meeting_brief_of (meeting);
      g_autofree char *text = tdm_conflicts_describe (self->conflicts, &brief, meeting);

      g_assert_cmpint (text != NULL, ==, clashes_with_any (self, meeting));
      n_found += text != NULL;
    }
  g_assert_cmpuint (n_found, >, 20);
  g_assert_cmpuint (n_found, <, 380);
}

/* What would be in the way of a meeting if it were moved */
static void
assert_plan (Fixture *self, TdmMeeting *meeting, const char *local_start, const char *place, const char *expected)
{
  TdmMeetingBrief brief = tdm_meeting_brief_of (meeting);
  g_autofree char *text = NULL;

  brief.start = tdm_zone_resolve ("Europe/Berlin", local_start, NULL);
  brief.place = place;
  g_strlcpy (brief.local_start, local_start, sizeof brief.local_start);
  text = tdm_conflicts_describe_plan (self->conflicts, &brief);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_a_move_is_told_what_is_taken (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add (self, self->anna_bo, "2026-08-04T10:00:00", "Room 1");

  add (self, self->carla_bo, "2026-08-05T10:00:00", "Room 2");
  add (self, self->carla_dan, "2026-08-06T10:00:00", "Room 3");
  assert_plan (self, meeting, "2026-08-04T10:30:00", "Room 1", NULL);
  assert_plan (self, meeting, "2026-08-05T10:30:00", "Room 1", "Bo Larsen has another meeting then");
  assert_plan (self, meeting, "2026-08-05T11:00:00", "Room 2", NULL);
  assert_plan (self, meeting, "2026-08-06T09:30:00", "room 3", "The room is taken: Carla Diaz and Dan Eze");
  assert_plan (self, meeting, "2026-08-06T09:30:00", "Room 4", NULL);
  assert_plan (self, meeting, "2026-07-13T10:00:00", "Room 1", NULL);
}

/* Whoever looks at one round does not see the meetings of another. */
static void
test_what_is_taken_in_another_round_says_in_which (Fixture *self, gconstpointer data)
{
  TdmMeeting *meeting = add (self, self->anna_bo, "2026-08-04T10:00:00", "");
  g_autoptr (TdmRecord) round = tdm_record_new (TDM_TYPE_ROUND);

  tdm_record_set_text (round, TDM_ROUND_TITLE, "Round 4");
  tdm_record_set_link (TDM_RECORD (self->carla_bo), TDM_PAIR_ROUND, round);
  add (self, self->carla_bo, "2026-08-05T10:00:00", "");
  assert_plan (self, meeting, "2026-08-05T10:30:00", "", "Bo Larsen has another meeting then, in “Round 4”");
}

#define ADD(name, func) g_test_add ("/conflicts/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("what-is-taken-in-another-round-says-in-which", test_what_is_taken_in_another_round_says_in_which);
  ADD ("nobody-is-in-two-meetings", test_nobody_is_in_two_meetings);
  ADD ("a-tandem-is-not-in-two-meetings", test_a_tandem_is_not_in_two_meetings);
  ADD ("a-room-has-one-meeting", test_a_room_has_one_meeting);
  ADD ("a-person-counts-for-more-than-a-room", test_a_person_counts_for_more_than_a_room);
  ADD ("links-calls-and-canteens-are-no-rooms", test_links_calls_and_canteens_are_no_rooms);
  ADD ("touching-is-not-overlapping", test_touching_is_not_overlapping);
  ADD ("a-long-meeting-is-in-the-way-of-all-within", test_a_long_meeting_is_in_the_way_of_all_within);
  ADD ("what-does-not-take-place-does-not-count", test_what_does_not_take_place_does_not_count);
  ADD ("a-tandem-that-ended-does-not-count", test_a_tandem_that_ended_does_not_count);
  ADD ("the-past-is-never-marked", test_the_past_is_never_marked);
  ADD ("a-change-and-its-undoing", test_a_change_and_its_undoing);
  ADD ("a-meeting-that-is-gone", test_a_meeting_that_is_gone);
  ADD ("clocks-of-other-zones", test_clocks_of_other_zones);
  ADD ("a-night-between-days", test_a_night_between_days);
  ADD ("as-many-as-by-comparing-each-with-each", test_as_many_as_by_comparing_each_with_each);
  ADD ("a-move-is-told-what-is-taken", test_a_move_is_told_what_is_taken);
  return g_test_run ();
}
