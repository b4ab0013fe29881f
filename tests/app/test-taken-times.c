/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-taken-times.h"
#include "app/pairs/tdm-pair-page.h"
#include "calendar/tdm-zone.h"
#include "edits/tdm-series-plan.h"
#include "model/tdm-attendee.h"

/* A person who is in a tandem of another round, too, is taken by the meetings there: wherever a meeting gets a time, it
 * is said before. */

#define MENTEE "Jörn Bönisch"
#define OF_SEPTEMBER "^.*September 2026"

static TdmPair *
open_tandem (WindowFixture *self)
{
  window_open_tandem (self, "Bönisch");
  return tdm_pair_page_get_pair (TDM_PAIR_PAGE (eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL)));
}

static TdmRound *
find_other_round (WindowFixture *self, TdmPair *pair)
{
  GListModel *rounds = tdm_workspace_get_rounds (tdm_window_get_workspace (self->window));

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRound) round = g_list_model_get_item (rounds, i);

      if (round != tdm_pair_get_round (pair) && tdm_round_get_state (round) != TDM_ROUND_STATE_ARCHIVED)
        return round;
    }
  g_error ("There is one round.");
}

/* The mentee of @pair meets somebody of another round then.
 * Returns: what is said of it */
static char *
be_taken_elsewhere (WindowFixture *self, TdmPair *pair, const char *start)
{
  TdmRound *round = find_other_round (self, pair);
  TdmEdit *edit = tdm_edit_new ("Another tandem");
  TdmRecord *other = tdm_edit_insert (edit, TDM_TYPE_PAIR), *meeting = tdm_edit_insert (edit, TDM_TYPE_MEETING);
  g_autoptr (TdmPerson) mentor =
    g_list_model_get_item (tdm_workspace_get_people (tdm_window_get_workspace (self->window)), 0);

  tdm_record_set_link (other, TDM_PAIR_ROUND, round);
  tdm_record_set_link (other, TDM_PAIR_MENTEE, tdm_pair_get_mentee (pair));
  tdm_record_set_link (other, TDM_PAIR_MENTOR, mentor);
  tdm_record_set_integer (other, TDM_PAIR_STATE, TDM_PAIR_ACTIVE);
  tdm_record_set_link (meeting, TDM_MEETING_PAIR, other);
  tdm_record_set_text (meeting, TDM_MEETING_LOCAL_START, start);
  tdm_record_set_text (meeting, TDM_MEETING_ZONE, "Europe/Berlin");
  tdm_record_set_integer (meeting, TDM_MEETING_START, tdm_zone_to_utc ("Europe/Berlin", start, NULL));
  tdm_record_set_integer (meeting, TDM_MEETING_MINUTES, 60);
  window_commit (self, edit);
  return g_strdup_printf (window_say ("%s has another meeting then, in “%s”",
                                      "%s hat zu dieser Zeit ein anderes Treffen, in „%s“"),
                          MENTEE, tdm_round_get_title (round));
}

static char *
find_september (WindowFixture *self)
{
  return window_ask (self, "SELECT local_start FROM meeting WHERE local_start LIKE '2026-09%' AND pair = (SELECT "
                           "pair.id FROM pair JOIN person ON person.id = mentee WHERE name = '" MENTEE "' AND "
                           "pair.state = 'active' ORDER BY pair.id LIMIT 1)");
}

static void
test_planning (WindowFixture *self, gconstpointer data)
{
  TdmPair *pair = open_tandem (self);
  g_autoptr (TdmSeriesPlan) plan =
    tdm_series_plan_suggest (pair, tdm_workspace_get_programme (tdm_window_get_workspace (self->window)));
  g_autofree char *start = g_strdup_printf ("%sT%02d:%02d:00", plan->date, plan->hour, plan->minute);
  g_autofree char *said = be_taken_elsewhere (self, pair, start), *pattern = g_strdup_printf ("^.*: %s[.]", said);

  window_press (self, "<Control>m");
  eye_find (window_find_window ("Plan Meetings"), GTK_TYPE_LABEL, pattern);
}

static GtkWidget *
find_row (WindowFixture *self)
{
  return eye_find (self->window, TDM_TYPE_MEETING_ROW, OF_SEPTEMBER);
}

static void
test_this_and_following (WindowFixture *self, gconstpointer data)
{
  TdmPair *pair = open_tandem (self);
  g_autofree char *start = find_september (self), *said = be_taken_elsewhere (self, pair, start);
  g_autofree char *pattern = g_strdup_printf ("^.*: %s[.]", said);

  window_choose (find_row (self), "More About This Meeting", "This and Following…");
  eye_find (window_find_window ("This and Following Meetings"), GTK_TYPE_LABEL, pattern);
}

static void
test_moving (WindowFixture *self, gconstpointer data)
{
  TdmPair *pair = open_tandem (self);
  g_autofree char *september = find_september (self), *start = g_strdup_printf ("%.10sT15:30:00", september);
  g_autofree char *said = be_taken_elsewhere (self, pair, start);
  GtkWindow *dialog;

  window_choose (find_row (self), "More About This Meeting", "Move…");
  dialog = window_find_window ("Move Meeting");
  window_fill (dialog, "Start", "15:00");
  eye_find (dialog, GTK_TYPE_LABEL, said);
}

/* Another time for the meeting, as its mentee has proposed it */
static void
propose (WindowFixture *self, TdmPair *pair, const char *start)
{
  TdmEdit *edit = tdm_edit_new ("Proposal");
  TdmRecord *attendee = tdm_edit_insert (edit, TDM_TYPE_ATTENDEE);

  tdm_record_set_link (attendee, TDM_ATTENDEE_MEETING, tdm_meeting_row_get_meeting (TDM_MEETING_ROW (find_row (self))));
  tdm_record_set_link (attendee, TDM_ATTENDEE_PERSON, tdm_pair_get_mentee (pair));
  tdm_record_set_integer (attendee, TDM_ATTENDEE_PROPOSED_START, tdm_zone_to_utc ("Europe/Berlin", start, NULL));
  window_commit (self, edit);
}

static void
test_taking_over_a_proposal (WindowFixture *self, gconstpointer data)
{
  TdmPair *pair = open_tandem (self);
  g_autofree char *said = be_taken_elsewhere (self, pair, "2026-09-30T10:30:00");

  propose (self, pair, "2026-09-30T10:00:00");
  eye_find (find_row (self), GTK_TYPE_LABEL, said);
  window_click_on (find_row (self), "Move There");
  window_wait_toast (self, "Meeting moved");
  eye_wait_gone (find_row (self), GTK_TYPE_LABEL, said);
}

/* Nobody is taken: nothing is said. */
static void
test_a_proposal_in_nobodys_way (WindowFixture *self, gconstpointer data)
{
  TdmPair *pair = open_tandem (self);
  g_autofree char *said = be_taken_elsewhere (self, pair, "2026-09-30T12:30:00");

  propose (self, pair, "2026-09-30T10:00:00");
  window_find (find_row (self), GTK_TYPE_BUTTON, "Move There");
  window_settle (self);
  g_assert_null (eye_look (find_row (self), GTK_TYPE_LABEL, said));
}

/* A row is given back while the meetings of all rounds are still on their way: it has no meeting to speak of. */
static void
test_a_row_that_is_given_back (WindowFixture *self, gconstpointer data)
{
  TdmPair *pair = open_tandem (self);
  g_autofree char *said = be_taken_elsewhere (self, pair, "2026-09-30T10:30:00");
  g_autoptr (GtkWidget) row = NULL;

  propose (self, pair, "2026-09-30T10:00:00");
  row = g_object_ref_sink (
    g_object_new (TDM_TYPE_MEETING_ROW, "workspace", tdm_window_get_workspace (self->window), "meeting",
                  tdm_meeting_row_get_meeting (TDM_MEETING_ROW (find_row (self))), NULL));
  g_object_set (row, "meeting", NULL, NULL);
  /* Whoever listens hears of it. */
  window_click_on (find_row (self), "Move There");
  window_wait_toast (self, "Meeting moved");
  eye_wait_gone (find_row (self), GTK_TYPE_LABEL, said);
}

typedef struct
{
  TdmTakenTimes *taken;
  TdmMeeting *meeting;
  const char *start;
  const char *said;
} Asked;

static gboolean
is_taken (gpointer data)
{
  Asked *asked = data;
  g_autofree char *said = tdm_taken_times_describe_move (asked->taken, asked->meeting, asked->start, 60, "");

  return g_strcmp0 (said, asked->said) == 0;
}

/* However many proposals there are, the meetings are read once, and again for those who ask later. */
static void
test_all_ask_the_same (WindowFixture *self, gconstpointer data)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  TdmPair *pair = open_tandem (self);
  TdmMeeting *meeting = tdm_meeting_row_get_meeting (TDM_MEETING_ROW (find_row (self)));
  g_autoptr (TdmTakenTimes) first = tdm_taken_times_hold (workspace, NULL);
  g_autoptr (TdmTakenTimes) second = tdm_taken_times_hold (workspace, NULL);
  g_autoptr (TdmTakenTimes) other = tdm_taken_times_hold (workspace, meeting);
  g_autofree char *start = find_september (self), *said = be_taken_elsewhere (self, pair, start);

  g_assert_true (first == second);
  g_assert_true (first != other);
  eye_settle ();
  g_clear_object (&first);
  g_clear_object (&second);
  first = tdm_taken_times_hold (workspace, NULL);
  eye_wait (is_taken, &(Asked) { first, meeting, start, said }, "the other meeting to be known");
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/taken-times/planning", NULL, test_planning);
  if (window_is_german ())
    return;
  WINDOW_TEST_ADD ("/taken-times/this-and-following", NULL, test_this_and_following);
  WINDOW_TEST_ADD ("/taken-times/moving", NULL, test_moving);
  WINDOW_TEST_ADD ("/taken-times/taking-over-a-proposal", NULL, test_taking_over_a_proposal);
  WINDOW_TEST_ADD ("/taken-times/a-proposal-in-nobodys-way", NULL, test_a_proposal_in_nobodys_way);
  WINDOW_TEST_ADD ("/taken-times/all-ask-the-same", NULL, test_all_ask_the_same);
  WINDOW_TEST_ADD ("/taken-times/a-row-that-is-given-back", NULL, test_a_row_that_is_given_back);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
