/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/common/tdm-date-row.h"
#include "app/meetings/tdm-agenda-row.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/pairs/tdm-pair-verbs.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-pair-state-edits.h"
#include "edits/tdm-topic-edits.h"

/* What people do with the state of tandems: how one comes about, stops, goes on and ends, what that does to meetings and
 * calendars, and how every view tells it. It is Tuesday, 14 July 2026. */

#define MENTEE "Jörn Bönisch"
#define MENTOR "Chidi Özkaynar"
#define TANDEM "Vikram"
#define NEW_PAIR "pair JOIN person ON person.id = mentor WHERE person.name = '" MENTOR "'"
#define STATE "SELECT state FROM " NEW_PAIR
#define PART "SELECT state FROM participation JOIN person ON person.id = person WHERE name = '" MENTOR "' AND role = 'mentor' " \
             "AND round = (SELECT id FROM round WHERE state = 'running')"
#define OLD_PAIR "pair JOIN person ON person.id = pair.mentee WHERE name = '" MENTEE "' AND pair.state <> 'proposed'"
#define COUNT_OFF "SELECT count (*) FROM meeting JOIN " OLD_PAIR " AND meeting.pair = pair.id AND meeting.state = 'cancelled'"

static const WindowLook narrow_dark = { .width = 360, .height = 560, .is_dark = TRUE };
static const WindowLook large = { .text_scale = 2 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };

/* What was done shows in the file; undo and redo lead there and back. */
static void
expect_step (WindowFixture *self, const char *question, const char *before, const char *after)
{
  window_settle (self);
  window_expect_answer (self, question, after);
  window_press (self, "<Control>z");
  window_settle (self);
  window_expect_answer (self, question, before);
  window_press (self, "<Control><Shift>z");
  window_settle (self);
  window_expect_answer (self, question, after);
}

static void
choose_from_menu (WindowFixture *self, const char *item)
{
  window_choose (self->window, "Menu of the Tandem", item);
}

static GtkWindow *
open_new_tandem (WindowFixture *self, const char *mentee, const char *mentor)
{
  GtkWindow *dialog;

  window_press (self, "<Control>n");
  dialog = window_find_window ("New Tandem");
  window_choose_partner (dialog, TDM_ROLE_MENTEE, mentee);
  window_choose_partner (dialog, TDM_ROLE_MENTOR, mentor);
  return dialog;
}

static void
propose (WindowFixture *self)
{
  GtkWindow *dialog = open_new_tandem (self, MENTEE, MENTOR);

  hand_choose (window_find (dialog, ADW_TYPE_COMBO_ROW, "Begins as"), window_say ("Proposed", "Vorgeschlagen"));
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Tandem added");
}

static void
expect_standing (WindowFixture *self, const char *english, const char *german)
{
  eye_find_label (eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL), window_say (english, german));
}

/* From the proposal to the day on which it begins */
static void
test_it_comes_about (WindowFixture *self, gconstpointer data)
{
  window_expect_answer (self, PART, "reserve");
  propose (self);
  expect_step (self, "SELECT group_concat (state || started_on) FROM " NEW_PAIR, NULL, "proposed");
  window_press (self, "<Alt>2");
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), MENTOR);
  eye_find (self->window, GTK_TYPE_WIDGET,
            window_say ("^.*Proposed: teaches " MENTEE, "^.*Vorgeschlagen: gibt an " MENTEE " weiter"));

  window_open_tandem (self, MENTOR);
  expect_standing (self, "Proposed", "Vorgeschlagen");
  window_click_on (self->window, "Ask Mentee");
  expect_step (self, "SELECT state || ' ' || mentee_asked_on FROM " NEW_PAIR, "proposed ", "asked 2026-07-14");
  expect_standing (self, "Mentee asked since Tue, 14 Jul", "Mentee angefragt seit Di, 14. Jul");
  window_click_on (self->window, "Ask Mentor");
  expect_step (self, "SELECT mentee_agreed_on || ' ' || mentor_asked_on FROM " NEW_PAIR, " ", "2026-07-14 2026-07-14");
  expect_standing (self, "Mentor asked since Tue, 14 Jul", "Mentor:in angefragt seit Di, 14. Jul");
  window_click_on (self->window, "Confirm");
  expect_step (self, PART, "reserve", "matched");
  expect_standing (self, "Confirmed since Tue, 14 Jul", "Bestätigt seit Di, 14. Jul");
  window_click_on (self->window, "Activate…");
  window_click_on (NULL, "_Activate");
  expect_step (self, "SELECT state || ' ' || started_on FROM " NEW_PAIR, "confirmed ", "active 2026-07-14");
  expect_standing (self, "Active since Tue, 14 Jul", "Aktiv seit Di, 14. Jul");
}

static void
add_active (WindowFixture *self)
{
  window_click_on (open_new_tandem (self, MENTEE, MENTOR), "_Add");
  window_wait_toast (self, "Tandem added");
  window_open_tandem (self, MENTOR);
}

/* From there to its end, and on */
static void
test_it_goes_on_and_ends (WindowFixture *self, gconstpointer data)
{
  add_active (self);
  window_expect_answer (self, PART, "matched");
  choose_from_menu (self, "E_xtend…");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "New planned end")), "2027-04-30");
  window_click_on (NULL, "_Extend");
  expect_step (self, "SELECT planned_end FROM " NEW_PAIR, "2027-03-03", "2027-04-30");
  eye_find_label (self->window, window_say ("Extended until Fri, 30 Apr 2027", "Verlängert bis Fr, 30. Apr 2027"));

  /* There are no meetings to ask about. */
  choose_from_menu (self, "P_ause…");
  g_assert_false (window_shows (NULL, GTK_TYPE_CHECK_BUTTON, "Cancel the meetings before a day"));
  window_click_on (NULL, "_Pause");
  expect_step (self, STATE, "active", "paused");
  expect_standing (self, "Paused since Tue, 14 Jul", "Pausiert seit Di, 14. Jul");
  window_click_on (self->window, "Resume");
  expect_step (self, STATE, "paused", "active");

  choose_from_menu (self, "_End…");
  window_click_on (NULL, "_End");
  expect_step (self, PART, "matched", "alumni");
  expect_standing (self, "Completed on Tue, 14 Jul", "Abgeschlossen am Di, 14. Jul");
  window_click_on (self->window, "Take Up Again");
  expect_step (self, "SELECT state || ended_on || end_reason FROM " NEW_PAIR, "completed2026-07-14goals_reached", "activenone");
  window_expect_answer (self, PART, "matched");
  window_expect_answer (self, "SELECT group_concat (kind || ':' || to_state, ' ') FROM pair_event WHERE pair = "
                              "(SELECT pair.id FROM " NEW_PAIR ")",
                        "state:active extended:active state:paused state:active state:completed state:active");
  eye_find_label (self->window, window_say ("Taken up again", "Wieder aufgenommen"));
}

static void
test_the_views_say_where_it_stands (WindowFixture *self, gconstpointer data)
{
  GtkWidget *filter;

  propose (self);
  window_open_tandem (self, MENTOR);
  window_click_on (self->window, "Ask Mentee");
  window_settle (self);
  window_press (self, "<Alt>1");
  eye_find (self->window, WINDOW_TYPE_CARD,
            window_say ("^.*Mentee asked since Tue, 14 Jul$", "^.*Mentee angefragt seit Di, 14[.] Jul$"));
  window_press (self, "<Control>2");
  eye_find_label (self->window, window_say ("Mentee asked since Tue, 14 Jul", "Mentee angefragt seit Di, 14. Jul"));
  window_press (self, "<Control>1");
  filter = hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
  hand_choose (window_find (filter, GTK_TYPE_DROP_DOWN, "State"), window_say ("Being prepared", "In Vorbereitung"));
  eye_find_label (self->window, window_say ("1 tandem", "1 Tandem"));
}

static void
test_who_says_no_is_free (WindowFixture *self, gconstpointer data)
{
  propose (self);
  window_open_tandem (self, MENTOR);
  choose_from_menu (self, "Dec_line…");
  window_fill (NULL, "A word for the history", "No time before autumn");
  window_click_on (NULL, "_Decline");
  expect_step (self, STATE, "proposed", "declined");
  window_expect_answer (self, PART, "reserve");
  eye_find_label (self->window, "No time before autumn");
}

/* Meetings and calendars: the assistant of the mentee has them in the calendar, too */

static void
test_the_end_says_what_it_calls_off (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM);
  window_expect_answer (self, COUNT_OFF, "3");
  choose_from_menu (self, "_End…");
  eye_find (NULL, GTK_TYPE_LABEL, window_say ("^.*7 meetings to come are cancelled[.] 3 people get a cancellation[.]",
                                              "^.*7 künftige Treffen werden abgesagt[.] 3 Personen erhalten eine Absage[.]"));
  window_click_on (NULL, "_End");
  expect_step (self, COUNT_OFF, "3", "10");
}

static void
test_a_pause_keeps_meetings_or_not (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM);
  choose_from_menu (self, "P_ause…");
  eye_find (NULL, GTK_TYPE_LABEL, window_say ("^7 meetings to come stay", "^7 künftige Treffen bleiben"));
  hand_click (window_find (NULL, GTK_TYPE_CHECK_BUTTON, "Cancel the meetings before a day"));
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "Until")), "2026-10-01");
  eye_find (NULL, GTK_TYPE_LABEL, window_say ("^2 meetings to come are cancelled[.] 3 people get",
                                              "^2 künftige Treffen werden abgesagt[.] 3 Personen"));
  /* It is put down on a Tuesday what has been so since the Friday before. */
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "Date")), "2026-07-15");
  window_find (NULL, GTK_TYPE_LABEL, "This day is still to come. Please note it when it is there.");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "Date")), "2026-07-10");
  window_click_on (NULL, "_Pause");
  expect_step (self, COUNT_OFF, "3", "5");
  expect_standing (self, "Paused since Fri, 10 Jul", "Pausiert seit Fr, 10. Jul");
  eye_find_label (self->window, window_say ("Meetings before Thu, 1 Oct were cancelled",
                                            "Treffen vor Do, 1. Okt wurden abgesagt"));
}

#define PAUSED "The tandem is paused. Its meetings wait until it goes on."
#define CHANGED "Changed, not sent yet"
#define ROW "^.*" MENTEE " · Vikram.*"

/* Its meetings and what has to be sent, in the views that show them */
static void
test_meetings_and_messages_follow (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM);
  choose_from_menu (self, "P_ause…");
  window_click_on (NULL, "_Pause");
  window_find (self->window, GTK_TYPE_LABEL, PAUSED);
  window_press (self, "<Alt>3");
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, window_say (ROW "Paused", ROW "Pausiert"));
  window_open_tandem (self, TANDEM);
  window_click_on (self->window, "Resume");
  window_wait_gone (self->window, GTK_TYPE_LABEL, PAUSED);
  g_assert_false (window_shows (self->window, GTK_TYPE_LABEL, CHANGED));

  choose_from_menu (self, "_End…");
  window_click_on (NULL, "_End");
  window_find (self->window, GTK_TYPE_LABEL, CHANGED);
  window_press (self, "<Alt>3");
  window_settle (self);
  g_assert_null (eye_look (self->window, TDM_TYPE_AGENDA_ROW, ROW));
  window_press (self, "<Control>z");
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, ROW);
  window_open_tandem (self, TANDEM);
  window_wait_gone (self->window, GTK_TYPE_LABEL, CHANGED);
}

static void
test_what_people_expect_is_not_removed (WindowFixture *self, gconstpointer data)
{
  GtkWidget *remove;

  window_open_tandem (self, TANDEM);
  choose_from_menu (self, "_Remove");
  eye_find (NULL, GTK_TYPE_LABEL, window_say ("^3 people have its meetings in their calendars[.] Please end the tandem",
                                              "^3 Personen haben die Treffen im Kalender[.] Bitte zuerst"));
  remove = window_find (NULL, GTK_TYPE_BUTTON, "_Remove");
  g_assert_false (gtk_widget_is_sensitive (remove));
  window_click_on (NULL, "_End…");
  window_find_window ("End the Tandem?");
}

/* Without meetings there is nothing to ask. */
static void
test_who_loses_a_tandem_waits_again (WindowFixture *self, gconstpointer data)
{
  add_active (self);
  choose_from_menu (self, "_Remove");
  window_wait_toast (self, "Tandem removed");
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  expect_step (self, PART, "matched", "reserve");
}

/* What a verb needs to know is still read when the file is closed. */
static gboolean
close_file_cb (gpointer workspace)
{
  tdm_workspace_close (workspace);
  return G_SOURCE_REMOVE;
}

static void
test_nothing_is_asked_of_a_closed_file (WindowFixture *self, gconstpointer data)
{
  GtkWidget *page;

  add_active (self);
  page = eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  gtk_widget_activate_action (page, "pair.extend", NULL);
  window_click_on (window_find_window ("Extend the Tandem"), "_Cancel");
  window_settle (self);
  /* Between the two things that are read */
  gtk_widget_activate_action (page, "pair.extend", NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT, close_file_cb, tdm_window_get_workspace (self->window), NULL);
  eye_settle ();
  g_assert_null (eye_look (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL));
}

/* What is wrong with the file may show only when its meetings are read. */
static void
test_nothing_is_offered_for_an_altered_file (WindowFixture *self, gconstpointer data)
{
  GtkWidget *menu;

  window_settle (self);
  window_alter (self, "UPDATE meeting SET state = 'frozen' WHERE id = (SELECT max (meeting.id) FROM meeting JOIN " OLD_PAIR
                      " AND meeting.pair = pair.id)");
  window_open_tandem (self, TANDEM);
  window_wait_gone (self->window, GTK_TYPE_ENTRY, "Add a goal");
  g_assert_false (gtk_widget_is_sensitive (window_find (self->window, TDM_TYPE_DATE_ROW, "Planned end")));
  menu = window_open_menu (self->window, "Menu of the Tandem");
  g_assert_false (window_shows (menu, WINDOW_TYPE_ITEM, "P_ause…"));
}

/* What it is about, for whom and for how long */

/* What cannot be is said, and the row shows again what there is. */
static void
test_an_end_before_the_start (WindowFixture *self, gconstpointer data)
{
  TdmDateRow *end;

  add_active (self);
  end = TDM_DATE_ROW (window_find (self->window, TDM_TYPE_DATE_ROW, "Planned end"));
  tdm_date_row_set_date (end, "2026-06-01");
  window_wait_toast (self, "The planned end lies before the start.");
  g_assert_cmpstr (tdm_date_row_get_date (end), ==, "2027-03-03");
  window_expect_answer (self, "SELECT planned_end FROM " NEW_PAIR, "2027-03-03");
}

static gboolean
says_one_side (gpointer window)
{
  const char *said = window_say ("One side has a goal", "Ziel auf einer Seite");

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

/* Not of a new tandem, in which neither has a goal, nor when both have one by now */
static void
test_one_side_has_a_goal_only_where_that_is_so (WindowFixture *self, gconstpointer data)
{
  add_active (self);
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

  add_active (self);
  topic = window_find (self->window, GTK_TYPE_EDITABLE, "Topic");
  hand_fill (topic, "Prompts für den Alltag");
  gtk_widget_grab_focus (topic);
  window_press (self, "Return");
  /* In an entry, the keys undo what was typed. */
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  expect_step (self, "SELECT (SELECT title FROM topic WHERE topic.id = pair.topic) FROM " NEW_PAIR, NULL,
               "Prompts für den Alltag");
  hand_choose (window_find (self->window, ADW_TYPE_COMBO_ROW, "Constellation"),
               window_say ("Both have a goal", "Ziele auf beiden Seiten"));
  expect_step (self, "SELECT constellation || ' ' || constellation_since FROM " NEW_PAIR, "one_sided ",
               "mutual 2026-07-14");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (self->window, TDM_TYPE_DATE_ROW, "Start")), "2026-07-01");
  expect_step (self, "SELECT started_on FROM " NEW_PAIR, "2026-07-14", "2026-07-01");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (self->window, TDM_TYPE_DATE_ROW, "Planned end")), "2026-12-31");
  expect_step (self, "SELECT planned_end FROM " NEW_PAIR, "2027-03-03", "2026-12-31");
  eye_find_label (self->window, window_say ("Planned end: Thu, 31 Dec", "Geplantes Ende: Do, 31. Dez"));
  eye_find (self->window, GTK_TYPE_LABEL, window_say ("Wednesday, 1 July 2026", "Mittwoch, 1. Juli 2026"));

  /* As the day on which something happened */
  hand_click (eye_find (self->window, ADW_TYPE_ACTION_ROW, window_say ("Active", "Aktiv")));
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "Date")), "2026-06-30");
  window_click_on (NULL, "_Save");
  expect_step (self, "SELECT started_on FROM " NEW_PAIR, "2026-07-01", "2026-06-30");
  eye_find (self->window, GTK_TYPE_LABEL, window_say ("Tuesday, 30 June 2026", "Dienstag, 30. Juni 2026"));
}

static TdmPair *
get_tandem (WindowFixture *self)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  g_autofree char *uid = window_ask (self, "SELECT pair.uid FROM " NEW_PAIR);

  return tdm_workspace_find_uid (workspace, tdm_workspace_get_pairs (workspace), uid);
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

  add_active (self);
  topic = window_find (self->window, GTK_TYPE_EDITABLE, "Topic");
  g_assert_false (row_offers_to_apply (topic));
  hand_fill (topic, "Prompts");
  g_assert_true (row_offers_to_apply (topic));
  gtk_widget_grab_focus (topic);
  window_press (self, "Return");
  window_settle (self);
  g_assert_false (row_offers_to_apply (topic));
  window_open_tandem (self, TANDEM);
  g_assert_false (row_offers_to_apply (window_find (self->window, GTK_TYPE_EDITABLE, "Topic")));
}

/* What was typed and not applied yet is no prey to what changes beside it; what is renamed is called so everywhere. */
static void
test_a_topic_that_is_being_typed (WindowFixture *self, gconstpointer data)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  GtkWidget *topic;

  add_active (self);
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

  propose (self);
  g_ptr_array_add (pairs, get_tandem (self));
  window_commit (self, tdm_pair_state_edits_ask_mentee (pairs));
  window_commit (self, tdm_pair_state_edits_ask_mentor (pairs));
  window_commit (self, tdm_pair_state_edits_confirm (pairs));
  window_commit (self, tdm_pair_state_edits_end (pairs, TDM_END_TIME, NULL));
  window_open_tandem (self, TANDEM);
  window_find (self->window, TDM_TYPE_DATE_ROW, "Start");
  window_open_tandem (self, MENTOR);
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
  g_autofree char *person = window_ask (self, "SELECT name FROM person WHERE reports_to IS NOT NULL ORDER BY id LIMIT 1");
  g_autofree char *manager = window_ask (self, "SELECT manager.name FROM person JOIN person manager ON manager.id = "
                                               "person.reports_to ORDER BY person.id LIMIT 1");
  GtkWindow *dialog = open_new_tandem (self, manager, person);

  eye_find (dialog, GTK_TYPE_LABEL, window_say ("^Not possible in this round: .* reports to ",
                                                "^In dieser Runde nicht möglich: "));
  g_assert_false (gtk_widget_is_sensitive (window_find (dialog, GTK_TYPE_BUTTON, "_Add")));
}

/* What both bring */

static void
test_what_both_give_and_get (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, TANDEM);
  eye_find (self->window, GTK_TYPE_LABEL, window_say ("^" MENTEE " learns “.*” and gives “.*”[.]$",
                                                      "^" MENTEE " lernt „.*“ und gibt „.*“ weiter[.]$"));
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
  const char *hint = window_say ("^" MENTEE " and " MENTOR " are [0-9] levels apart[.] A first meeting",
                                 "^" MENTEE " und " MENTOR " liegen [0-9] Ebenen auseinander[.] Ein erstes Treffen");
  GtkWindow *dialog;

  add_active (self);
  eye_find (self->window, GTK_TYPE_LABEL, hint);
  choose_from_menu (self, "_Plan Meetings…");
  dialog = window_find_window ("Plan Meetings");
  window_click_on (dialog, "_Plan");
  window_settle (self);
  eye_wait_gone (self->window, GTK_TYPE_LABEL, hint);
  window_press (self, "<Control>z");
  eye_find (self->window, GTK_TYPE_LABEL, hint);
}

/* Several */

static void
select_all (WindowFixture *self)
{
  g_autoptr (GPtrArray) cards = NULL;

  window_choose (self->window, "Main Menu", "Select Tan_dems");
  cards = eye_look_all (self->window, WINDOW_TYPE_CARD, NULL);
  for (guint i = 0; i < cards->len; i++)
    hand_select (gtk_widget_get_parent (cards->pdata[i]));
}

/* What a search hides is not selected any more. */
static void
test_selected_and_hidden (WindowFixture *self, gconstpointer data)
{
  GtkWidget *change;

  select_all (self);
  change = window_find (self->window, GTK_TYPE_LABEL, "Change…");
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), "nobodyxyz");
  window_find (self->window, GTK_TYPE_LABEL, "Nothing Found");
  eye_find_label (self->window, window_say ("0 selected", "0 ausgewählt"));
  gtk_widget_activate_action (change, "pairs.activate", NULL);
  window_settle (self);
  g_assert_null (eye_look (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL));
}

static void
choose_change (WindowFixture *self, const char *item)
{
  GtkWidget *label = window_find (self->window, GTK_TYPE_LABEL, "Change…");

  hand_click (window_find (hand_open_menu (gtk_widget_get_ancestor (label, GTK_TYPE_MENU_BUTTON)), WINDOW_TYPE_ITEM, item));
}

static void
find_both (WindowFixture *self)
{
  window_press (self, "<Alt>1");
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), MENTEE);
  eye_find_label (self->window, window_say ("2 tandems", "2 Tandems"));
}

#define COUNT(what) "SELECT count (*) FROM pair WHERE " what

/* One is active, the other proposed: each verb does what it can, in one step. */
static void
test_several_change_in_one_step (WindowFixture *self, gconstpointer data)
{
  propose (self);
  find_both (self);
  select_all (self);
  choose_change (self, "Ask Mentees");
  expect_step (self, COUNT ("state = 'asked'"), "0", "1");
  select_all (self);
  choose_change (self, "Activate…");
  window_click_on (NULL, "_Activate");
  expect_step (self, COUNT ("state = 'asked'"), "1", "0");
  select_all (self);
  choose_change (self, "Extend…");
  tdm_date_row_set_date (TDM_DATE_ROW (window_find (NULL, TDM_TYPE_DATE_ROW, "New planned end")), "2027-04-30");
  window_click_on (NULL, "_Extend");
  expect_step (self, COUNT ("planned_end = '2027-04-30'"), "0", "2");
  select_all (self);
  choose_change (self, "End…");
  window_click_on (NULL, "_End");
  expect_step (self, COUNT ("ended_on = '2026-07-14'"), "0", "2");
}

/* Two proposals, one that both have agreed to, and one that is active already */
static void
test_whom_a_change_concerns (WindowFixture *self, gconstpointer data)
{
  static const TdmPairState states[] = { TDM_PAIR_PROPOSED, TDM_PAIR_PROPOSED, TDM_PAIR_CONFIRMED };
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  GListModel *all = tdm_workspace_get_pairs (workspace);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_object_unref);
  TdmEdit *edit = tdm_edit_new ("Changed");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (all, i);

      if (pairs->len <= G_N_ELEMENTS (states) && tdm_pair_get_state (pair) == TDM_PAIR_ACTIVE)
        g_ptr_array_add (pairs, g_steal_pointer (&pair));
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    tdm_record_set_integer (tdm_edit_update (edit, pairs->pdata[i]), TDM_PAIR_STATE, states[i]);
  window_commit (self, edit);
  tdm_pair_verb_run (TDM_PAIR_VERB_ACTIVATE, GTK_WIDGET (self->window), workspace, pairs, NULL);
  eye_find (NULL, GTK_TYPE_LABEL,
            window_say ("^It concerns 3 of 4 selected tandems[.] 2 of them were not asked yet[.] Kick-off",
                        "^Das betrifft 3 von 4 ausgewählten Tandems[.] Zu 2 davon wurde noch niemand gefragt[.] Auftakt"));
  window_click_on (NULL, "_Cancel");
  g_ptr_array_set_size (pairs, 1);
  tdm_pair_verb_run (TDM_PAIR_VERB_ACTIVATE, GTK_WIDGET (self->window), workspace, pairs, NULL);
  eye_find (NULL, GTK_TYPE_LABEL, window_say ("^Nobody was asked about it yet[.]", "^Dazu wurde noch niemand gefragt[.]"));
}

/* Narrow, dark and with large text */

static void
test_page_looks (WindowFixture *self, gconstpointer look)
{
  add_active (self);
  window_expect_size (self, look);
}

static void
test_dialog_looks (WindowFixture *self, gconstpointer look)
{
  window_open_tandem (self, TANDEM);
  gtk_widget_activate_action (eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL), "pair.pause", NULL);
  window_shrink (window_find_window ("Pause the Tandem?"), look);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/tandem-states/one-side-has-a-goal-only-where-that-is-so", NULL,
                   test_one_side_has_a_goal_only_where_that_is_so);
  WINDOW_TEST_ADD ("/tandem-states/it-comes-about", NULL, test_it_comes_about);
  WINDOW_TEST_ADD ("/tandem-states/it-goes-on-and-ends", NULL, test_it_goes_on_and_ends);
  WINDOW_TEST_ADD ("/tandem-states/the-views-say-where-it-stands", NULL, test_the_views_say_where_it_stands);
  WINDOW_TEST_ADD ("/tandem-states/who-says-no-is-free", NULL, test_who_says_no_is_free);
  WINDOW_TEST_ADD ("/tandem-states/the-end-says-what-it-calls-off", NULL, test_the_end_says_what_it_calls_off);
  WINDOW_TEST_ADD ("/tandem-states/a-pause-keeps-meetings-or-not", NULL, test_a_pause_keeps_meetings_or_not);
  WINDOW_TEST_ADD ("/tandem-states/meetings-and-messages-follow", NULL, test_meetings_and_messages_follow);
  WINDOW_TEST_ADD ("/tandem-states/what-people-expect-is-not-removed", NULL, test_what_people_expect_is_not_removed);
  WINDOW_TEST_ADD ("/tandem-states/who-loses-a-tandem-waits-again", NULL, test_who_loses_a_tandem_waits_again);
  WINDOW_TEST_ADD ("/tandem-states/nothing-is-asked-of-a-closed-file", NULL, test_nothing_is_asked_of_a_closed_file);
  WINDOW_TEST_ADD ("/tandem-states/nothing-is-offered-for-an-altered-file", NULL,
                   test_nothing_is_offered_for_an_altered_file);
  WINDOW_TEST_ADD ("/tandem-states/an-end-before-the-start", NULL, test_an_end_before_the_start);
  WINDOW_TEST_ADD ("/tandem-states/terms-are-kept-at-once", NULL, test_terms_are_kept_at_once);
  WINDOW_TEST_ADD ("/tandem-states/a-topic-is-applied-once", NULL, test_a_topic_is_applied_once);
  WINDOW_TEST_ADD ("/tandem-states/a-topic-that-is-being-typed", NULL, test_a_topic_that_is_being_typed);
  WINDOW_TEST_ADD ("/tandem-states/one-that-never-began-has-no-start", NULL, test_one_that_never_began_has_no_start);
  WINDOW_TEST_ADD ("/tandem-states/selected-and-hidden", NULL, test_selected_and_hidden);
  WINDOW_TEST_ADD ("/tandem-states/it-begins-as-is-usual-in-its-round", NULL, test_it_begins_as_is_usual_in_its_round);
  WINDOW_TEST_ADD ("/tandem-states/a-forbidden-partner-cannot-be-added", NULL, test_a_forbidden_partner_cannot_be_added);
  WINDOW_TEST_ADD ("/tandem-states/what-both-give-and-get", NULL, test_what_both_give_and_get);
  WINDOW_TEST_ADD ("/tandem-states/what-both-give-after-the-meetings", NULL,
                   test_what_both_give_stands_there_after_the_meetings);
  WINDOW_TEST_ADD ("/tandem-states/a-first-meeting-is-suggested", NULL, test_a_first_meeting_is_suggested);
  WINDOW_TEST_ADD ("/tandem-states/several-change-in-one-step", NULL, test_several_change_in_one_step);
  WINDOW_TEST_ADD ("/tandem-states/whom-a-change-concerns", NULL, test_whom_a_change_concerns);
  WINDOW_TEST_ADD ("/tandem-states/page/narrow-dark", &narrow_dark, test_page_looks);
  WINDOW_TEST_ADD ("/tandem-states/page/large", &large, test_page_looks);
  WINDOW_TEST_ADD ("/tandem-states/page/narrow-dark-large", &narrow_dark_large, test_page_looks);
  WINDOW_TEST_ADD ("/tandem-states/dialog/narrow-dark-large", &narrow_dark_large, test_dialog_looks);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
