/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tandem-fixture.h"

#include "app/common/tdm-date-row.h"
#include "app/pairs/tdm-pair-page.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-topic-edits.h"

/* What a tandem is about, for whom and for how long, and what both bring. It is Tuesday, 14 July 2026. */

/* What cannot be is said, and the row shows again what there is. */
static void
test_an_end_before_the_start (WindowFixture *self, gconstpointer data)
{
  TdmDateRow *end;

  tandem_add (self);
  end = TDM_DATE_ROW (window_find (self->window, TDM_TYPE_DATE_ROW, "Planned end"));
  tdm_date_row_set_date (end, "2026-06-01");
  window_wait_toast (self, "The planned end lies before the start.");
  g_assert_cmpstr (tdm_date_row_get_date (end), ==, "2027-03-03");
  window_expect_answer (self, "SELECT planned_end FROM " TANDEM_NEW, "2027-03-03");
}

static gboolean
says_one_side (gpointer window)
{
  const char *said = window_say ("One side has a goal", "Eine Seite hat ein Ziel");

  return eye_look (window, GTK_TYPE_LABEL, said) != NULL;
}

static void
add_goal (WindowFixture *self, TdmSide side)
{
  g_autoptr (GPtrArray) entries = eye_look_all (self->window, GTK_TYPE_ENTRY, NULL);
  g_autofree char *name = window_word ("Add a goal");
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *own = eye_name (entries->pdata[i]);

      if (g_str_equal (own, name) && n++ == (guint) side)
        {
          hand_fill (entries->pdata[i], "Ein Ziel");
          gtk_widget_grab_focus (entries->pdata[i]);
          window_press (self, "Return");
          window_settle (self);
          return;
        }
    }
  g_error ("There is no entry for a goal of that side.");
}

/* Nobody has chosen what stands there: the goals did, and it says so. */
static void
test_who_has_goals_says_whence_it_knows (WindowFixture *self, gconstpointer data)
{
  g_autofree char *reason = window_word ("According to the goals above");
  GtkWidget *row;

  tandem_add (self);
  row = window_find (self->window, ADW_TYPE_COMBO_ROW, "Who has goals");
  add_goal (self, TDM_SIDE_MENTEE);
  eye_find_label (row, reason);
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  hand_choose (row, window_say ("Both have a goal", "Beide haben ein Ziel"));
  window_wait_gone (row, GTK_TYPE_LABEL, "According to the goals above");
}

static void
test_headings_are_of_one_size (WindowFixture *self, gconstpointer data)
{
  static const char *const headings[] = { "Goals", "Meetings", "Topic and Dates", "History" };
  int first = 0;

  tandem_add (self);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      GtkWidget *page = eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
      GtkWidget *heading = window_find (page, GTK_TYPE_LABEL, headings[i]);
      int height;

      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (heading)), NULL, &height);
      if (i == 0)
        first = height;
      g_assert_cmpint (height, ==, first);
    }
}

/* Not of a new tandem, in which neither has a goal, nor when both have one by now */
static void
test_one_side_has_a_goal_only_where_that_is_so (WindowFixture *self, gconstpointer data)
{
  tandem_add (self);
  window_settle (self);
  g_assert_false (says_one_side (self->window));
  add_goal (self, TDM_SIDE_MENTEE);
  eye_wait (says_one_side, self->window, "one side to have a goal");
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  add_goal (self, TDM_SIDE_MENTOR);
  g_assert_false (says_one_side (self->window));
}

static void
test_terms_are_kept_at_once (WindowFixture *self, gconstpointer data)
{
  GtkWidget *topic;

  tandem_add (self);
  topic = window_find (self->window, GTK_TYPE_EDITABLE, "Topic");
  hand_fill (topic, "Prompts für den Alltag");
  gtk_widget_grab_focus (topic);
  window_press (self, "Return");
  /* In an entry, the keys undo what was typed. */
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  tandem_expect_step (self, "SELECT (SELECT title FROM topic WHERE topic.id = pair.topic) FROM " TANDEM_NEW, NULL,
                      "Prompts für den Alltag");
  window_find (window_find (self->window, ADW_TYPE_COMBO_ROW, "Who has goals"), GTK_TYPE_LABEL, "Not given");
  hand_choose (window_find (self->window, ADW_TYPE_COMBO_ROW, "Who has goals"),
               window_say ("Both have a goal", "Beide haben ein Ziel"));
  tandem_expect_step (self, "SELECT constellation || ' ' || constellation_since FROM " TANDEM_NEW, "one_sided ",
                      "mutual 2026-07-14");
  window_wait_gone (self->window, GTK_TYPE_LABEL, "Not given");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (self->window, TDM_TYPE_DATE_ROW, "Start")), "2026-07-01");
  tandem_expect_step (self, "SELECT started_on FROM " TANDEM_NEW, "2026-07-14", "2026-07-01");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (self->window, TDM_TYPE_DATE_ROW, "Planned end")), "2026-12-31");
  tandem_expect_step (self, "SELECT planned_end FROM " TANDEM_NEW, "2027-03-03", "2026-12-31");
  eye_find_label (self->window, window_say ("Planned end: Thu, 31 Dec", "Geplantes Ende: Do, 31. Dez"));
  eye_find (self->window, GTK_TYPE_LABEL, window_say ("Wednesday, 1 July 2026", "Mittwoch, 1. Juli 2026"));

  /* As the day on which something happened */
  hand_click (eye_find (self->window, ADW_TYPE_ACTION_ROW, window_say ("Active", "Aktiv")));
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "Date")), "2026-06-30");
  window_click_on (NULL, "_Save");
  tandem_expect_step (self, "SELECT started_on FROM " TANDEM_NEW, "2026-07-01", "2026-06-30");
  eye_find (self->window, GTK_TYPE_LABEL, window_say ("Tuesday, 30 June 2026", "Dienstag, 30. Juni 2026"));
}

static TdmPair *
get_tandem (WindowFixture *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (tdm_window_get_workspace (self->window));

  return window_ask_record (self, pairs, "SELECT pair.uid FROM " TANDEM_NEW);
}

static gboolean
row_offers_to_apply (GtkWidget *row)
{
  g_autoptr (GPtrArray) buttons = eye_look_all (row, GTK_TYPE_BUTTON, NULL);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_has_css_class (buttons->pdata[i], "suggested-action"))
      return TRUE;
  return FALSE;
}

/* There is something to apply only while the row says something else than the tandem. */
static void
test_a_topic_is_applied_once (WindowFixture *self, gconstpointer data)
{
  GtkWidget *topic;

  tandem_add (self);
  topic = window_find (self->window, GTK_TYPE_EDITABLE, "Topic");
  g_assert_false (row_offers_to_apply (topic));
  hand_fill (topic, "Prompts");
  g_assert_true (row_offers_to_apply (topic));
  gtk_widget_grab_focus (topic);
  window_press (self, "Return");
  window_settle (self);
  g_assert_false (row_offers_to_apply (topic));
  window_open_tandem (self, TANDEM_OLD);
  g_assert_false (row_offers_to_apply (window_find (self->window, GTK_TYPE_EDITABLE, "Topic")));
}

/* What was typed and not applied yet is no prey to what changes beside it; what is renamed is called so everywhere. */
static void
test_a_topic_that_is_being_typed (WindowFixture *self, gconstpointer data)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  GtkWidget *topic;

  tandem_add (self);
  topic = window_find (self->window, GTK_TYPE_EDITABLE, "Topic");
  hand_fill (topic, "Prompts");
  gtk_widget_grab_focus (topic);
  window_press (self, "Return");
  window_settle (self);
  hand_fill (topic, "Prompts at wo");
  window_commit (self, tdm_pair_edits_set_constellation (get_tandem (self), TDM_CONSTELLATION_MUTUAL, "2026-07-01"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (topic)), ==, "Prompts at wo");

  hand_fill (topic, "Prompts");
  window_commit (self, tdm_topic_edits_change (tdm_pair_get_topic (get_tandem (self)),
                                               tdm_workspace_get_topics (workspace), "Good prompts", ""));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (topic)), ==, "Good prompts");
  eye_find_label (eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL), "Good prompts");
}

/* It has no start, and must not be given that of the tandem that was on show before. */
static void
test_one_that_never_began_has_no_start (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  tandem_propose (self);
  g_ptr_array_add (pairs, get_tandem (self));
  window_commit (self, tdm_pair_state_edits_ask_mentee (pairs));
  window_commit (self, tdm_pair_state_edits_ask_mentor (pairs));
  window_commit (self, tdm_pair_state_edits_confirm (pairs));
  window_commit (self, tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL));
  window_open_tandem (self, TANDEM_OLD);
  window_find (self->window, TDM_TYPE_DATE_ROW, "Start");
  window_open_tandem (self, TANDEM_MENTOR);
  window_wait_gone (self->window, TDM_TYPE_DATE_ROW, "Start");
}

static void
expect_beginning (WindowFixture *self, const char *state, gboolean has_start)
{
  GtkWindow *dialog;

  window_press (self, "<Control>n");
  dialog = window_find_window ("New Tandem");
  eye_find_label (window_find (dialog, ADW_TYPE_COMBO_ROW, "Begins as"), state);
  g_assert_true (window_shows (dialog, TDM_TYPE_DATE_ROW, "Start") == has_start);
  hand_press (dialog, "Escape");
  eye_settle ();
}

/* While people are still asked in one round, the other one is running. */
static void
test_it_begins_as_is_usual_in_its_round (WindowFixture *self, gconstpointer data)
{
  GtkWidget *rounds;

  expect_beginning (self, window_say ("Active", "Aktiv"), TRUE);
  rounds = hand_open_menu (eye_find (self->window, GTK_TYPE_MENU_BUTTON, window_say ("^Round: .*", "^Runde: .*")));
  hand_click (eye_find (rounds, GTK_TYPE_LIST_BOX_ROW, window_say ("^.*Round 4: .*", "^.*Runde 4: .*")));
  window_settle (self);
  expect_beginning (self, window_say ("Proposed", "Vorgeschlagen"), FALSE);
}

/* In the running round of the sample, nobody may teach their own manager. */
static void
test_a_forbidden_partner_cannot_be_added (WindowFixture *self, gconstpointer data)
{
  g_autofree char *person =
    window_ask (self, "SELECT name FROM person WHERE reports_to IS NOT NULL ORDER BY id LIMIT 1");
  g_autofree char *manager = window_ask (self, "SELECT manager.name FROM person JOIN person manager ON manager.id = "
                                               "person.reports_to ORDER BY person.id LIMIT 1");
  GtkWindow *dialog = tandem_open_new (self, manager, person);

  eye_find (dialog, GTK_TYPE_LABEL, window_say ("^Not possible in this round: .* reports to ",
                                                "^In dieser Runde nicht möglich: "));
  g_assert_false (gtk_widget_is_sensitive (window_find (dialog, GTK_TYPE_BUTTON, "_Add")));
}

/* What both bring */

static void
test_what_both_give_and_get (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM_OLD);
  eye_find (self->window, GTK_TYPE_LABEL, window_say ("^" TANDEM_MENTEE " learns “.*” and gives “.*”[.]$",
                                                      "^" TANDEM_MENTEE " lernt „.*“ und gibt „.*“ weiter[.]$"));
  eye_find_label (self->window, window_say ("In common: Gaming", "Gemeinsam: Gaming"));
}

/* Among the meetings, those of the tandem have been read already, and its people have not. */
static void
test_what_both_give_stands_there_after_the_meetings (WindowFixture *self, gconstpointer data)
{
  window_press (self, "<Alt>3");
  window_settle (self);
  window_press (self, "<Alt>1");
  test_what_both_give_and_get (self, data);
}

/* A head of division and a junior: once a meeting to get to know each other is planned, there is nothing to suggest. */
static void
test_a_first_meeting_is_suggested (WindowFixture *self, gconstpointer data)
{
  const char *hint = window_say ("^" TANDEM_MENTEE " and " TANDEM_MENTOR " are [0-9] levels apart[.] A first meeting",
                                 "^" TANDEM_MENTEE " und " TANDEM_MENTOR " liegen [0-9] Ebenen auseinander[.] "
                                 "Ein erstes Treffen");
  GtkWindow *dialog;

  tandem_add (self);
  eye_find (self->window, GTK_TYPE_LABEL, hint);
  window_choose (self->window, "Menu of the Tandem", "_Plan Meetings…");
  dialog = window_find_window ("Plan Meetings");
  window_click_on (dialog, "_Plan");
  window_settle (self);
  eye_wait_gone (self->window, GTK_TYPE_LABEL, hint);
  window_press (self, "<Control>z");
  eye_find (self->window, GTK_TYPE_LABEL, hint);
}

/* Changing hands */

#define IN_ROUND "^(In this round already|In dieser Runde bereits|Takes part in|Nimmt an)"

/* What a person does in this very tandem is no news in its own dialog; what another does elsewhere is. */
static void
test_changing_people_speaks_of_other_tandems_only (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  tandem_add (self);
  window_choose (self->window, "Menu of the Tandem", "C_hange People…");
  dialog = window_find_window ("Change People");
  window_settle (self);
  /* The mentee has an older tandem beside this one, the mentor has none. */
  window_wait_count (dialog, GTK_TYPE_LABEL, IN_ROUND, 1);
  eye_find (dialog, GTK_TYPE_LABEL, window_say ("^In this round already: Learns from Vikram",
                                                "^In dieser Runde bereits: Lernt von Vikram"));
  window_choose_partner (dialog, TDM_ROLE_MENTOR, "Lindqv");
  window_wait_count (dialog, GTK_TYPE_LABEL, IN_ROUND, 2);
}

/* It is said, and can be done all the same. */
static void
test_more_tandems_than_somebody_takes_on (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  window_press (self, "<Control>n");
  dialog = window_find_window ("New Tandem");
  window_choose_partner (dialog, TDM_ROLE_MENTEE, TANDEM_MENTEE);
  window_choose_partner (dialog, TDM_ROLE_MENTOR, TANDEM_OLD);
  eye_find (dialog, GTK_TYPE_LABEL,
            window_say ("^(?s).*Vikram .* takes on 1 tandem in this role, and is in 1 already[.]$",
                        "^(?s).*Vikram .* übernimmt in dieser Rolle 1 Tandem und ist schon in 1[.]$"));
  g_assert_true (gtk_widget_is_sensitive (window_find (dialog, GTK_TYPE_BUTTON, "_Add")));
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/tandem-terms/more-tandems-than-somebody-takes-on", NULL, test_more_tandems_than_somebody_takes_on);
  WINDOW_TEST_ADD ("/tandem-terms/an-end-before-the-start", NULL, test_an_end_before_the_start);
  WINDOW_TEST_ADD ("/tandem-terms/who-has-goals-says-whence-it-knows", NULL, test_who_has_goals_says_whence_it_knows);
  WINDOW_TEST_ADD ("/tandem-terms/headings-are-of-one-size", NULL, test_headings_are_of_one_size);
  WINDOW_TEST_ADD ("/tandem-terms/one-side-has-a-goal-only-where-that-is-so", NULL,
                   test_one_side_has_a_goal_only_where_that_is_so);
  WINDOW_TEST_ADD ("/tandem-terms/terms-are-kept-at-once", NULL, test_terms_are_kept_at_once);
  WINDOW_TEST_ADD ("/tandem-terms/a-topic-is-applied-once", NULL, test_a_topic_is_applied_once);
  WINDOW_TEST_ADD ("/tandem-terms/a-topic-that-is-being-typed", NULL, test_a_topic_that_is_being_typed);
  WINDOW_TEST_ADD ("/tandem-terms/one-that-never-began-has-no-start", NULL, test_one_that_never_began_has_no_start);
  WINDOW_TEST_ADD ("/tandem-terms/it-begins-as-is-usual-in-its-round", NULL, test_it_begins_as_is_usual_in_its_round);
  WINDOW_TEST_ADD ("/tandem-terms/a-forbidden-partner-cannot-be-added", NULL, test_a_forbidden_partner_cannot_be_added);
  WINDOW_TEST_ADD ("/tandem-terms/what-both-give-and-get", NULL, test_what_both_give_and_get);
  WINDOW_TEST_ADD ("/tandem-terms/what-both-give-after-the-meetings", NULL,
                   test_what_both_give_stands_there_after_the_meetings);
  WINDOW_TEST_ADD ("/tandem-terms/a-first-meeting-is-suggested", NULL, test_a_first_meeting_is_suggested);
  WINDOW_TEST_ADD ("/tandem-terms/changing-people-speaks-of-other-tandems-only", NULL,
                   test_changing_people_speaks_of_other_tandems_only);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
