/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sample-records.h"

#include "model/tdm-attendee.h"
#include "model/tdm-goal.h"
#include "model/tdm-meeting.h"
#include "model/tdm-pair.h"
#include "model/tdm-series.h"

#include <stdio.h>
#include <string.h>

static GPtrArray *
get_meetings (TdmEdit *edit, gpointer pair)
{
  return sample_get_linked (edit, TDM_TYPE_MEETING, TDM_MEETING_PAIR, pair);
}

static gboolean
is_past (gpointer meeting)
{
  return strncmp (tdm_meeting_get_local_start (meeting), TODAY, 10) < 0;
}

static gboolean
is_moved (gpointer meeting)
{
  return tdm_meeting_get_series (meeting) &&
         !g_str_equal (tdm_meeting_get_local_start (meeting), tdm_meeting_get_recurrence_id (meeting));
}

static GDate
get_day (const char *local)
{
  g_autofree char *text = g_strndup (local, 10);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, text);
  return day;
}

static guint
get_count (gpointer series)
{
  guint count = 0;

  g_assert_cmpint (sscanf (strstr (tdm_series_get_rule (series), ";COUNT="), ";COUNT=%u", &count), ==, 1);
  return count;
}

static void
test_a_meeting_for_every_date (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_SERIES);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GPtrArray) meetings = sample_get_linked (edit, TDM_TYPE_MEETING, TDM_MEETING_SERIES, all->pdata[i]);
      const char *before = "";

      g_assert_cmpuint (meetings->len, ==, get_count (all->pdata[i]));
      g_assert_cmpstr (tdm_meeting_get_recurrence_id (meetings->pdata[0]), ==,
                       tdm_series_get_local_start (all->pdata[i]));
      for (guint j = 0; j < meetings->len; j++)
        {
          g_assert_cmpstr (before, <, tdm_meeting_get_recurrence_id (meetings->pdata[j]));
          before = tdm_meeting_get_recurrence_id (meetings->pdata[j]);
          g_assert_true (tdm_meeting_get_pair (meetings->pdata[j]) == tdm_series_get_pair (all->pdata[i]));
        }
    }
}

/* As a calendar expands it: the same weekday in the same week of every month, or every second week */
static void
test_dates_follow_the_rule (void)
{
  static const char *const days[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_MEETING);

  for (guint i = 0; i < all->len; i++)
    {
      TdmSeries *series = tdm_meeting_get_series (all->pdata[i]);
      g_autofree char *rule = NULL;
      const char *weekday;
      GDate day, first;

      if (!series)
        continue;
      day = get_day (tdm_meeting_get_recurrence_id (all->pdata[i]));
      weekday = days[g_date_get_weekday (&day)];
      first = get_day (tdm_series_get_local_start (series));
      g_assert_true (strstr ("TU WE TH", weekday) != NULL);
      if (g_str_has_prefix (tdm_series_get_rule (series), "FREQ=WEEKLY"))
        {
          g_assert_cmpint (g_date_days_between (&first, &day) % 14, ==, 0);
          rule = g_strdup_printf ("FREQ=WEEKLY;INTERVAL=2;BYDAY=%s;COUNT=%u", weekday, get_count (series));
        }
      else
        {
          g_assert_cmpint (g_date_get_day (&day), <=, 28);
          rule = g_strdup_printf ("FREQ=MONTHLY;BYDAY=%u%s;COUNT=%u", (g_date_get_day (&day) - 1) / 7 + 1, weekday,
                                  get_count (series));
        }
      g_assert_cmpstr (tdm_series_get_rule (series), ==, rule);
    }
}

static void
test_series_have_their_lengths (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  guint n_monthly = 0, n_fortnightly = 0, n_irregular = 0, n_short = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      g_autoptr (GPtrArray) series = sample_get_linked (edit, TDM_TYPE_SERIES, TDM_SERIES_PAIR, pairs->pdata[i]);

      if (series->len == 0)
        {
          n_irregular++;
          continue;
        }
      n_monthly += g_str_has_suffix (tdm_series_get_rule (series->pdata[0]), ";COUNT=12");
      n_short += tdm_series_get_minutes (series->pdata[0]) == 45;
      if (g_str_equal (tdm_series_get_rule (series->pdata[0]), "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=26"))
        {
          n_fortnightly++;
          g_assert_cmpint (tdm_series_get_minutes (series->pdata[0]), ==, 30);
        }
    }
  g_assert_cmpuint (n_irregular, ==, 1);
  g_assert_cmpuint (n_fortnightly, ==, 1);
  g_assert_cmpuint (n_short, ==, 3);
  /* The others began late, or ended early. */
  g_assert_cmpuint (n_monthly, ==, 20 - 1 - 1 - 4);
}

static void
test_times_are_local (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_MEETING);

  for (guint i = 0; i < all->len; i++)
    {
      const char *local = tdm_meeting_get_local_start (all->pdata[i]);
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (tdm_meeting_get_zone (all->pdata[i]));
      g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (local, zone);

      g_assert_nonnull (start);
      g_assert_cmpint (g_date_time_to_unix (start), ==, tdm_meeting_get_start (all->pdata[i]));
      g_assert_true (strstr ("T08:30:00 T13:00:00 T16:00:00", local + 10) != NULL);
    }
}

static void
test_series_cross_both_changes_of_the_clock (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_SERIES);
  guint n_berlin = 0, n_london = 0;

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GPtrArray) meetings = sample_get_linked (edit, TDM_TYPE_MEETING, TDM_MEETING_SERIES, all->pdata[i]);
      const char *first = tdm_meeting_get_recurrence_id (meetings->pdata[0]);
      const char *last = tdm_meeting_get_recurrence_id (meetings->pdata[meetings->len - 1]);

      if (strcmp (first, "2026-03-29") < 0 && strcmp (first, KICKOFF) > 0 && strcmp (last, "2026-10-25") > 0)
        *(g_str_equal (tdm_series_get_zone (all->pdata[i]), "Europe/London") ? &n_london : &n_berlin) += 1;
    }
  g_assert_cmpuint (n_berlin, >=, 5);
  g_assert_cmpuint (n_london, ==, 2);
}

static guint
count_past (GPtrArray *meetings)
{
  guint n = 0;

  for (guint i = 0; i < meetings->len; i++)
    n += is_past (meetings->pdata[i]);
  return n;
}

static void
test_three_to_five_meetings_are_past (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  guint n_others = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      g_autoptr (GPtrArray) meetings = get_meetings (edit, pairs->pdata[i]);
      guint n = count_past (meetings);

      n_others += n < 3 || n > 5;
    }
  /* The one that meets every second week, and the one that has not met yet */
  g_assert_cmpuint (n_others, ==, 2);
}

typedef struct
{
  guint no_next_date;
  guint two_cancelled;
  guint no_goal;
  guint personal_skipped;
  guint not_started;
  guint healthy;
} Signals;

static gboolean
has_open_goal (TdmEdit *edit, gpointer pair)
{
  g_autoptr (GPtrArray) goals = sample_get_linked (edit, TDM_TYPE_GOAL, TDM_GOAL_PAIR, pair);

  for (guint i = 0; i < goals->len; i++)
    if (tdm_goal_get_side (goals->pdata[i]) == TDM_SIDE_MENTEE &&
        tdm_goal_get_state (goals->pdata[i]) < TDM_GOAL_ACHIEVED)
      return TRUE;
  return FALSE;
}

static gboolean
did_not_take_place (gpointer meeting)
{
  return tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_CANCELLED ||
         tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_MISSED || is_moved (meeting);
}

/* The rules by which a coordinator is told of a tandem, as far as meetings and goals go */
static void
count_signals (TdmEdit *edit, gpointer pair, Signals *signals)
{
  g_autoptr (GPtrArray) meetings = get_meetings (edit, pair);
  guint n_past = count_past (meetings), n_held = 0;
  gboolean two = n_past >= 2 && did_not_take_place (meetings->pdata[n_past - 1]) &&
                 did_not_take_place (meetings->pdata[n_past - 2]);
  gboolean no_next = meetings->len == n_past, no_goal = !has_open_goal (edit, pair), skipped = FALSE;

  for (guint i = 0; i < n_past; i++)
    if (tdm_meeting_get_state (meetings->pdata[i]) == TDM_MEETING_STATE_HELD)
      {
        if (n_held++ == 0)
          skipped = tdm_meeting_get_kind (meetings->pdata[i]) == TDM_KIND_TOPIC;
      }
  signals->no_next_date += no_next;
  signals->two_cancelled += two;
  signals->no_goal += no_goal;
  signals->personal_skipped += skipped;
  signals->not_started += n_held == 0;
  signals->healthy += !no_next && !two && !no_goal && !skipped && n_held > 0;
}

static void
test_each_signal_has_its_tandem (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  Signals signals = { 0 };

  for (guint i = 0; i < pairs->len; i++)
    if (tdm_pair_get_state (pairs->pdata[i]) == TDM_PAIR_ACTIVE)
      count_signals (edit, pairs->pdata[i], &signals);
  g_assert_cmpuint (signals.no_next_date, ==, 1);
  g_assert_cmpuint (signals.two_cancelled, ==, 1);
  g_assert_cmpuint (signals.no_goal, ==, 1);
  g_assert_cmpuint (signals.personal_skipped, ==, 2);
  g_assert_cmpuint (signals.not_started, ==, 1);
  /* One of them is in doubt, which meetings and goals do not show. */
  g_assert_cmpuint (signals.healthy, ==, 11 + 1);
}

static void
test_no_next_date_is_long_ago (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_MEETING);
  GDate today = get_day (TODAY), last = get_day ("2000-01-01");

  for (guint i = 0; i < all->len; i++)
    if (!tdm_meeting_get_series (all->pdata[i]))
      {
        g_assert_cmpint (tdm_meeting_get_state (all->pdata[i]), ==, TDM_MEETING_STATE_HELD);
        last = get_day (tdm_meeting_get_local_start (all->pdata[i]));
      }
  g_assert_cmpint (g_date_days_between (&last, &today), >, 31 + 14);
  g_assert_cmpint (g_date_days_between (&last, &today), <, 100);
}

static void
test_outcomes_of_meetings (void)
{
  static const guint wanted[] = { 80, 8, 7, 2, 3 };
  g_autoptr (TdmEdit) edit = sample_build (10, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_MEETING);
  guint n[G_N_ELEMENTS (wanted)] = { 0 }, total = 0;

  for (guint i = 0; i < all->len; i++)
    {
      static const guint places[] = {
        [TDM_MEETING_STATE_HELD] = 0, [TDM_MEETING_STATE_CANCELLED] = 2, [TDM_MEETING_STATE_MISSED] = 3,
        [TDM_MEETING_STATE_INVITED] = 4, [TDM_MEETING_STATE_PLANNED] = 4,
      };
      gpointer round = tdm_pair_get_round (tdm_meeting_get_pair (all->pdata[i]));

      if (!is_past (all->pdata[i]) || sample_number (round, TDM_ROUND_NUMBER) != 3)
        continue;
      n[is_moved (all->pdata[i]) ? 1 : places[tdm_meeting_get_state (all->pdata[i])]]++;
      total++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%u: %u of %u", i, n[i], total);
      g_assert_cmpint (ABS ((int) (n[i] * 100 / total) - (int) wanted[i]), <=, 4);
    }
}

static void
test_sample_has_each_outcome (void)
{
  static const char *const codes[] = { "held", "cancelled", "missed", "invited" };
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_MEETING);
  guint n_moved = 0;

  for (guint i = all->len; i > 0; i--)
    {
      gpointer round = tdm_pair_get_round (tdm_meeting_get_pair (all->pdata[i - 1]));

      if (!is_past (all->pdata[i - 1]) || sample_number (round, TDM_ROUND_NUMBER) != 3)
        g_ptr_array_remove_index (all, i - 1);
      else
        n_moved += is_moved (all->pdata[i - 1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpuint (sample_count_code (all, TDM_MEETING_STATE, codes[i]), >=, 1);
  g_assert_cmpuint (n_moved, >=, 1);
}

static void
test_past_rounds_are_recorded (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_MEETING);

  for (guint i = 0; i < all->len; i++)
    if (sample_number (tdm_pair_get_round (tdm_meeting_get_pair (all->pdata[i])), TDM_ROUND_NUMBER) < 3)
      g_assert_cmpint (tdm_meeting_get_state (all->pdata[i]), >=, TDM_MEETING_STATE_HELD);
}

static void
test_topic_meetings_have_a_topic_and_a_goal (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_MEETING);

  for (guint i = 0; i < all->len; i++)
    if (tdm_meeting_get_kind (all->pdata[i]) == TDM_KIND_TOPIC && is_past (all->pdata[i]))
      {
        gboolean is_held = tdm_meeting_get_state (all->pdata[i]) == TDM_MEETING_STATE_HELD;
        gpointer goal = sample_link (all->pdata[i], TDM_MEETING_GOAL);

        g_assert_cmpstr (sample_text (all->pdata[i], TDM_MEETING_TOPIC), !=, "");
        g_assert_cmpstr (sample_text (all->pdata[i], TDM_MEETING_QUESTION), !=, "");
        g_assert_cmpstr (sample_text (all->pdata[i], TDM_MEETING_SESSION_GOAL), !=, "");
        g_assert_true (is_held == (sample_number (all->pdata[i], TDM_MEETING_OUTCOME) != TDM_OUTCOME_UNKNOWN));
        if (goal)
          g_assert_true (tdm_goal_get_pair (goal) == tdm_meeting_get_pair (all->pdata[i]));
      }
}

static void
test_next_meeting_has_its_topic (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);

  for (guint i = 0; i < pairs->len; i++)
    {
      g_autoptr (GPtrArray) meetings = get_meetings (edit, pairs->pdata[i]);
      guint next = count_past (meetings);

      if (next < meetings->len && tdm_meeting_get_kind (meetings->pdata[next]) == TDM_KIND_TOPIC)
        g_assert_cmpstr (sample_text (meetings->pdata[next], TDM_MEETING_SESSION_GOAL), !=, "");
    }
}

static void
test_two_people_for_each_series_and_meeting (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) series = sample_get_all (edit, TDM_TYPE_SERIES);
  g_autoptr (GPtrArray) meetings = sample_get_all (edit, TDM_TYPE_MEETING);
  g_autoptr (GPtrArray) replies = sample_get_all (edit, TDM_TYPE_ATTENDEE);

  for (guint i = 0; i < series->len; i++)
    {
      g_autoptr (GPtrArray) both = sample_get_linked (edit, TDM_TYPE_ATTENDEE, TDM_ATTENDEE_SERIES, series->pdata[i]);

      g_assert_cmpuint (both->len, ==, 2);
    }
  for (guint i = 0; i < meetings->len; i++)
    {
      g_autoptr (GPtrArray) both = sample_get_linked (edit, TDM_TYPE_ATTENDEE, TDM_ATTENDEE_MEETING,
                                                      meetings->pdata[i]);
      gboolean is_held = tdm_meeting_get_state (meetings->pdata[i]) == TDM_MEETING_STATE_HELD;

      g_assert_cmpuint (both->len, ==, is_held ? 2 : 0);
      g_assert_cmpuint (sample_count_code (both, TDM_ATTENDEE_TOOK_PART, "yes"), ==, both->len);
    }
  for (guint i = 0; i < replies->len; i++)
    g_assert_true ((tdm_attendee_get_reply (replies->pdata[i]) == TDM_REPLY_NEEDS_ACTION) ==
                   (sample_number (replies->pdata[i], TDM_ATTENDEE_REPLIED) == 0));
}

static void
test_one_date_was_moved_and_cancelled (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_MEETING);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += is_moved (all->pdata[i]) && tdm_meeting_get_state (all->pdata[i]) == TDM_MEETING_STATE_CANCELLED;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_one_room_is_wanted_twice (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) all = sample_get_all (edit, TDM_TYPE_MEETING);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < i; j++)
      n += !is_past (all->pdata[i]) && tdm_meeting_get_start (all->pdata[i]) == tdm_meeting_get_start (all->pdata[j]) &&
           g_str_equal (sample_text (all->pdata[i], TDM_MEETING_PLACE), sample_text (all->pdata[j], TDM_MEETING_PLACE));
  g_assert_cmpuint (n, ==, 1);
}

/* The Day of Repentance and Prayer is a holiday where Leipzig is. */
static void
test_one_meeting_is_on_a_holiday (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      g_autoptr (GPtrArray) meetings = get_meetings (edit, pairs->pdata[i]);

      for (guint j = 0; j < meetings->len; j++)
        n += g_str_equal (tdm_meeting_get_local_start (meetings->pdata[j]), "2026-11-18T16:00:00") &&
             g_str_equal (sample_text (tdm_pair_get_mentee (pairs->pdata[i]), TDM_PERSON_SITE), "Leipzig");
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_london_tandem_keeps_london_time (void)
{
  g_autoptr (TdmEdit) edit = sample_build (1, "de");
  g_autoptr (GPtrArray) pairs = sample_get_pairs (edit, 3, FALSE);
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      g_autoptr (GPtrArray) meetings = get_meetings (edit, pairs->pdata[i]);
      const char *zone = sample_text (tdm_pair_get_mentee (pairs->pdata[i]), TDM_PERSON_ZONE);

      for (guint j = 0; j < meetings->len; j++)
        g_assert_cmpstr (tdm_meeting_get_zone (meetings->pdata[j]), ==, zone);
      if (g_str_equal (zone, "Europe/London") &&
          !g_str_equal (sample_text (tdm_pair_get_mentor (pairs->pdata[i]), TDM_PERSON_ZONE), zone))
        {
          n++;
          g_assert_true (g_str_has_prefix (sample_text (meetings->pdata[0], TDM_MEETING_PLACE), "https://"));
        }
    }
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/meetings/a-meeting-for-every-date", test_a_meeting_for_every_date);
  g_test_add_func ("/sample/meetings/dates-follow-the-rule", test_dates_follow_the_rule);
  g_test_add_func ("/sample/meetings/series-have-their-lengths", test_series_have_their_lengths);
  g_test_add_func ("/sample/meetings/times-are-local", test_times_are_local);
  g_test_add_func ("/sample/meetings/series-cross-both-changes", test_series_cross_both_changes_of_the_clock);
  g_test_add_func ("/sample/meetings/three-to-five-are-past", test_three_to_five_meetings_are_past);
  g_test_add_func ("/sample/meetings/each-signal-has-its-tandem", test_each_signal_has_its_tandem);
  g_test_add_func ("/sample/meetings/no-next-date-is-long-ago", test_no_next_date_is_long_ago);
  g_test_add_func ("/sample/meetings/outcomes", test_outcomes_of_meetings);
  g_test_add_func ("/sample/meetings/each-outcome", test_sample_has_each_outcome);
  g_test_add_func ("/sample/meetings/past-rounds-are-recorded", test_past_rounds_are_recorded);
  g_test_add_func ("/sample/meetings/topic-and-goal", test_topic_meetings_have_a_topic_and_a_goal);
  g_test_add_func ("/sample/meetings/next-has-its-topic", test_next_meeting_has_its_topic);
  g_test_add_func ("/sample/meetings/two-people", test_two_people_for_each_series_and_meeting);
  g_test_add_func ("/sample/meetings/moved-and-cancelled", test_one_date_was_moved_and_cancelled);
  g_test_add_func ("/sample/meetings/room-wanted-twice", test_one_room_is_wanted_twice);
  g_test_add_func ("/sample/meetings/on-a-holiday", test_one_meeting_is_on_a_holiday);
  g_test_add_func ("/sample/meetings/london-time", test_london_tandem_keeps_london_time);
  return g_test_run ();
}
