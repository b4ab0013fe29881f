/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-month-meeting.h"
#include "app/meetings/tdm-outcome-box.h"
#include "app/pairs/tdm-pair-page.h"
#include "base/tdm-i18n.h"

#include <glib/gstdio.h>

/* What meetings are for and about, and what came of them */

/* Whose meeting on 9 June, with a goal, nobody has reported yet */
#define TANDEM "Dabrowicz"
#define OF_TANDEM "FROM meeting JOIN pair ON pair.id = meeting.pair JOIN person ON person.id = pair.mentee " \
                  "WHERE person.name LIKE '%Dabrowicz' AND local_start LIKE '2026-06-09%'"
#define RECORD "SELECT meeting.state || ' ' || outcome " OF_TANDEM

static const WindowLook narrow = { .width = 360, .height = 560 };
static const WindowLook large = { .text_scale = 2 };
static const WindowLook narrow_dark_large = { .width = 360, .height = 560, .is_dark = TRUE, .text_scale = 2 };
static const WindowLook narrow_dark = { .width = 360, .height = 560, .is_dark = TRUE };

/* The row that waits to be recorded */
static GtkWidget *
find_row_to_record (WindowFixture *self)
{
  GtkWidget *button = window_find (self->window, GTK_TYPE_BUTTON, "Took Place");

  return gtk_widget_get_ancestor (button, TDM_TYPE_MEETING_ROW);
}

static void
test_a_recorded_row_offers_what_was_reached (WindowFixture *self, gconstpointer data)
{
  GtkWidget *row;

  window_open_tandem (self, TANDEM);
  row = find_row_to_record (self);
  window_click_on (row, "Took Place");
  window_wait_toast (self, "Meeting took place");
  window_expect_answer (self, RECORD, "held unknown");
  window_find (row, GTK_TYPE_LABEL, "Goal reached?");
  window_click_on (row, "_Partly");
  window_wait_toast (self, "Outcome noted");
  window_expect_answer (self, RECORD, "held partly");
  eye_wait_gone (row, TDM_TYPE_OUTCOME_BOX, NULL);
  eye_find_label (row, window_is_german () ? "^Ziel teilweise erreicht: " : "^Goal partly reached: ");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       window_is_german ()
                                         ? "Ziel teilweise erreicht: Kann drei Einnahmequellen erklären"
                                         : "Goal partly reached: Can explain three sources of income");
  window_press (self, "<Control>z");
  eye_find (row, TDM_TYPE_OUTCOME_BOX, NULL);
  window_expect_answer (self, RECORD, "held unknown");
  window_press (self, "<Control>z");
  eye_wait_gone (row, TDM_TYPE_OUTCOME_BOX, NULL);
  window_expect_answer (self, RECORD, "invited unknown");
}

static void
test_recorded_and_answered_by_key (WindowFixture *self, gconstpointer data)
{
  GtkWidget *row;

  window_open_tandem (self, TANDEM);
  row = find_row_to_record (self);
  gtk_widget_grab_focus (window_find (row, GTK_TYPE_BUTTON, "Took Place"));
  window_press (self, "Return");
  window_wait_toast (self, "Meeting took place");
  window_press (self, "Return");
  window_wait_toast (self, "Outcome noted");
  window_expect_answer (self, RECORD, "held yes");
}

static void
test_nothing_is_asked_without_a_goal (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, "Bönisch");
  eye_find (self->window, TDM_TYPE_MEETING_ROW, NULL);
  g_assert_null (eye_look (self->window, TDM_TYPE_OUTCOME_BOX, NULL));
}

/* The row goes from the list of those to record: the toast has the question. */
static GtkWidget *
record_in_the_list (WindowFixture *self)
{
  window_press (self, "<Alt>3");
  hand_click (eye_find (self->window, GTK_TYPE_BUTTON, window_is_german () ? "^Nachzutragen" : "^To Record"));
  window_click_on (self->window, "Took Place");
  return eye_find (self->window, TDM_TYPE_OUTCOME_BOX, NULL);
}

static void
test_a_row_that_goes_is_asked_for_in_the_toast (WindowFixture *self, gconstpointer data)
{
  window_click_on (record_in_the_list (self), "_No");
  window_wait_toast (self, "Outcome noted");
  window_expect_answer (self, "SELECT count (*) FROM meeting WHERE outcome = 'no' AND state = 'held' "
                              "AND local_start LIKE '2026-06-%' AND recurrence_id LIKE '2026-06-09%'", "1");
  g_assert_null (eye_look (self->window, TDM_TYPE_OUTCOME_BOX, NULL));
}

/* On a small screen, and with large text */
static void
test_what_is_offered_fits (WindowFixture *self, gconstpointer look)
{
  GtkWidget *row;

  window_open_tandem (self, TANDEM);
  row = find_row_to_record (self);
  window_click_on (row, "Took Place");
  window_find (row, GTK_TYPE_LABEL, "Goal reached?");
  window_settle (self);
  window_expect_size (self, look);
  window_click_on (row, "_No");
  window_expect_answer (self, RECORD, "held no");
}

static void
ask_in_the_toast (WindowFixture *self)
{
  g_autofree char *id = NULL;

  window_open_tandem (self, TANDEM);
  window_click_on (find_row_to_record (self), "Took Place");
  window_wait_toast (self, "Meeting took place");
  id = window_ask (self, "SELECT meeting.id " OF_TANDEM);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.ask-outcome", "(sx)", "It took place",
                              g_ascii_strtoll (id, NULL, 10));
  eye_find_label (self->window, "It took place");
}

static guint
count_questions (WindowFixture *self)
{
  g_autoptr (GPtrArray) found = eye_look_all (self->window, TDM_TYPE_OUTCOME_BOX, NULL);

  return found->len;
}

static void
test_a_toast_with_room_asks (WindowFixture *self, gconstpointer look)
{
  ask_in_the_toast (self);
  g_assert_cmpuint (count_questions (self), ==, 2);
}

/* The row in the tandem does. */
static void
test_a_toast_without_room_does_not_ask (WindowFixture *self, gconstpointer look)
{
  ask_in_the_toast (self);
  g_assert_cmpuint (count_questions (self), ==, 1);
  window_expect_size (self, look);
}

/* --- kinds and titles ----------------------------------------------------------- */

static void
choose_code (GtkWindow *dialog, const char *row, GType codes, int value)
{
  hand_choose (window_find (dialog, ADW_TYPE_COMBO_ROW, row), tdm_code_get_title (codes, value));
}

static guint
get_chosen (GtkWindow *dialog, const char *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (window_find (dialog, ADW_TYPE_COMBO_ROW, row)));
}

#define NEW_SERIES "(SELECT max (id) FROM series)"
#define OF_NEW_SERIES "FROM meeting WHERE series = " NEW_SERIES " ORDER BY start"

/* A tandem that knows each other goes on with topics, unless somebody says otherwise. */
static void
test_a_plan_says_what_its_first_and_last_are_for (WindowFixture *self, gconstpointer data)
{
  GType kinds = tdm_meeting_kind_get_type ();
  GtkWindow *dialog;

  window_open_tandem (self, "Bönisch");
  window_press (self, "<Control>m");
  dialog = window_find_window ("Plan Meetings");
  g_assert_cmpuint (get_chosen (dialog, "First Meeting"), ==, TDM_KIND_TOPIC);
  g_assert_cmpuint (get_chosen (dialog, "Title of the Invitations"), ==, TDM_SUMMARY_NEUTRAL);
  choose_code (dialog, "First Meeting", kinds, TDM_KIND_INFORMAL);
  choose_code (dialog, "Last Meeting", kinds, TDM_KIND_CLOSING);
  choose_code (dialog, "Title of the Invitations", tdm_summary_mode_get_type (), TDM_SUMMARY_TOPIC);
  window_click_on (dialog, "_Plan");
  window_wait_toast (self, "Meetings planned");
  window_expect_answer (self, "SELECT group_concat (kind) FROM (SELECT kind " OF_NEW_SERIES ")",
                        "informal,topic,topic,topic,topic,topic,topic,closing");
  window_expect_answer (self, "SELECT summary_mode FROM series WHERE id = " NEW_SERIES, "topic");
}

static void
test_a_new_tandem_gets_to_know_each_other (WindowFixture *self, gconstpointer data)
{
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  GListModel *pairs = tdm_workspace_get_pairs (workspace);
  GtkWindow *dialog;

  window_press (self, "<Control>n");
  dialog = window_find_window ("New Tandem");
  window_choose_partner (dialog, TDM_ROLE_MENTEE, "Bönisch");
  window_choose_partner (dialog, TDM_ROLE_MENTOR, "Lachmundt");
  window_click_on (dialog, "_Add");
  window_wait_toast (self, "Tandem added");
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmRecord) pair = g_list_model_get_item (pairs, i);
      g_autofree char *newest = window_ask (self, "SELECT uid FROM pair ORDER BY id DESC");

      if (g_str_equal (tdm_record_get_uid (pair), newest))
        gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pair", "s", newest);
    }
  window_settle (self);
  window_press (self, "<Control>m");
  dialog = window_find_window ("Plan Meetings");
  g_assert_cmpuint (get_chosen (dialog, "First Meeting"), ==, TDM_KIND_GETTING_TO_KNOW);
}

static void
test_the_plan_fits (WindowFixture *self, gconstpointer look)
{
  window_open_tandem (self, "Bönisch");
  window_press (self, "<Control>m");
  window_shrink (window_find_window ("Plan Meetings"), look);
}

#define KINDS_AHEAD                                                                                     \
  "SELECT group_concat (kind) FROM (SELECT kind FROM meeting JOIN pair ON pair.id = meeting.pair JOIN " \
  "person ON person.id = pair.mentee WHERE person.name LIKE '%Bönisch' AND start > 1784019600 AND "    \
  "meeting.state != 'cancelled' ORDER BY start)"
#define KINDS_BEFORE "topic,review,topic,topic,topic,topic,closing"

static GtkWindow *
open_kinds (WindowFixture *self)
{
  window_open_tandem (self, "Bönisch");
  window_choose (self->window, "Menu of the Tandem", "_Kinds of Meetings…");
  return window_find_window ("Kinds of Meetings");
}

/* Those ahead are ticked; what is over stays as it was. */
static void
test_several_get_a_kind_in_one_step (WindowFixture *self, gconstpointer data)
{
  g_autofree char *held = window_ask (self, "SELECT count (*) FROM meeting WHERE state = 'held' AND kind = 'informal'");
  GtkWindow *dialog = open_kinds (self);

  window_expect_answer (self, KINDS_AHEAD, KINDS_BEFORE);
  choose_code (dialog, "Kind", tdm_meeting_kind_get_type (), TDM_KIND_INFORMAL);
  window_click_on (dialog, "_Change");
  eye_find_label (self->window, window_is_german () ? "Art der Treffen geändert" : "Kinds of the meetings changed");
  window_expect_answer (self, KINDS_AHEAD, "informal,informal,informal,informal,informal,informal,informal");
  window_expect_answer (self, "SELECT count (*) FROM meeting WHERE state = 'held' AND kind = 'informal'", held);
  window_press (self, "<Control>z");
  window_expect_answer (self, KINDS_AHEAD, KINDS_BEFORE);
}

static void
test_the_first_and_the_last_of_those_ticked (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_kinds (self);

  window_click_on (dialog, "_Change");
  eye_find_label (self->window, window_is_german () ? "Art der Treffen geändert" : "Kinds of the meetings changed");
  window_expect_answer (self, KINDS_AHEAD, "getting_to_know,review,topic,topic,topic,topic,closing");
}

static void
test_none_is_ticked (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_kinds (self);

  window_click_on (dialog, "_None");
  g_assert_false (gtk_widget_is_sensitive (window_find (dialog, GTK_TYPE_BUTTON, "_Change")));
  hand_press (dialog, "<Control>a");
  g_assert_true (gtk_widget_is_sensitive (window_find (dialog, GTK_TYPE_BUTTON, "_Change")));
}

static void
test_the_kinds_fit (WindowFixture *self, gconstpointer look)
{
  window_shrink (open_kinds (self), look);
}

/* --- the dialog ----------------------------------------------------------------- */

/* A meeting ahead of the tandem of Bönisch, in room and with a topic, and one that was held */
#define AHEAD (window_is_german () ? "^Mittwoch, 15. Juli 2026" : "^Wednesday, 15 July 2026")
#define HELD (window_is_german () ? "^Donnerstag, 18. Juni 2026" : "^Thursday, 18 June 2026")
#define OF_MEETING(date) "FROM meeting JOIN pair ON pair.id = meeting.pair JOIN person ON person.id = pair.mentee " \
                         "WHERE person.name LIKE '%Bönisch' AND recurrence_id LIKE '" date "%'"
#define DETAILS(date) "SELECT meeting.kind || '|' || meeting.topic || '|' || meeting.session_goal || '|' || " \
                      "meeting.question || '|' || meeting.place " OF_MEETING (date)

static GtkWidget *
find_row (WindowFixture *self, const char *name)
{
  window_open_tandem (self, "Bönisch");
  return eye_find (self->window, TDM_TYPE_MEETING_ROW, name);
}

static GtkWindow *
open_dialog (WindowFixture *self, const char *name)
{
  hand_click (find_row (self, name));
  return window_find_window ("Meeting");
}

static void
save (WindowFixture *self, GtkWindow *dialog)
{
  window_click_on (dialog, "_Save");
  window_wait_toast (self, "Meeting changed");
}

static void
test_one_click_opens_what_it_is_about (WindowFixture *self, gconstpointer data)
{
  g_autofree char *before = window_ask (self, DETAILS ("2026-07-15"));
  const char *after = "shadowing|Hashtags|A first post|Which ones?|Room 2";
  GtkWindow *dialog = open_dialog (self, AHEAD);

  choose_code (dialog, "Kind", tdm_meeting_kind_get_type (), TDM_KIND_SHADOWING);
  window_fill (dialog, "Topic", "Hashtags");
  window_fill (dialog, "Goal of the meeting", "A first post");
  hand_fill (eye_find (dialog, GTK_TYPE_TEXT_VIEW, C_ ("meeting", "Agenda")), "Which ones?");
  window_fill (dialog, "Place", "Room 2");
  save (self, dialog);
  window_expect_answer (self, DETAILS ("2026-07-15"), after);
  window_press (self, "<Control>z");
  window_expect_answer (self, DETAILS ("2026-07-15"), before);
  window_press (self, "<Control><Shift>z");
  window_expect_answer (self, DETAILS ("2026-07-15"), after);
}

static void
test_enter_opens_it_too (WindowFixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (find_row (self, AHEAD));
  window_press (self, "Return");
  window_find_window ("Meeting");
}

/* The catalogue has the topic once, however it is typed. */
static void
test_a_topic_of_the_catalogue (WindowFixture *self, gconstpointer data)
{
  g_autofree char *n_topics = window_ask (self, "SELECT count (*) FROM topic");
  g_autofree char *title = window_ask (self, "SELECT title FROM topic ORDER BY id DESC");
  g_autofree char *typed = g_utf8_strup (title, -1);
  GtkWindow *dialog = open_dialog (self, AHEAD);

  window_fill (dialog, "Topic", typed);
  save (self, dialog);
  window_expect_answer (self, "SELECT meeting.topic " OF_MEETING ("2026-07-15"), title);
  window_expect_answer (self, "SELECT count (*) FROM topic", n_topics);
}

static void
test_a_new_topic_comes_into_the_catalogue (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, AHEAD);

  window_fill (dialog, "Topic", "Knitting");
  save (self, dialog);
  window_expect_answer (self, "SELECT topic.title FROM topic JOIN meeting ON meeting.topic = topic.title "
                              "WHERE topic.title = 'Knitting'", "Knitting");
  window_press (self, "<Control>z");
  window_expect_answer (self, "SELECT count (*) FROM topic WHERE title = 'Knitting'", "0");
}

static void
test_the_goal_that_it_serves (WindowFixture *self, gconstpointer data)
{
  g_autofree char *goal = window_ask (self, "SELECT title FROM goal WHERE pair = (SELECT meeting.pair "
                                            OF_MEETING ("2026-07-15") ") ORDER BY id");
  GtkWindow *dialog = open_dialog (self, AHEAD);

  window_choose_in_row (dialog, "Goal of the Tandem That It Serves", goal);
  save (self, dialog);
  window_expect_answer (self, "SELECT goal.title FROM goal WHERE id = (SELECT meeting.goal " OF_MEETING ("2026-07-15")
                              ")", goal);
}

static void
test_what_came_of_it (WindowFixture *self, gconstpointer data)
{
  const char *question =
    "SELECT outcome || ' ' || (SELECT group_concat (took_part) FROM attendee WHERE attendee.meeting "
    "= meeting.id AND attendee.person = pair.mentor) " OF_MEETING ("2026-06-17");
  g_autofree char *before = window_ask (self, question);
  g_autofree char *mentor = window_ask (self, "SELECT (SELECT name FROM person WHERE id = pair.mentor) "
                                              OF_MEETING ("2026-06-17"));
  GtkWindow *dialog = open_dialog (self, HELD);

  g_assert_cmpstr (before, ==, "yes yes");
  g_assert_false (gtk_widget_is_sensitive (window_find (dialog, ADW_TYPE_ENTRY_ROW, "Place")));
  choose_code (dialog, "Outcome", tdm_outcome_get_type (), TDM_OUTCOME_NO);
  hand_choose (eye_find (dialog, ADW_TYPE_COMBO_ROW, mentor),
               tdm_code_get_title (tdm_took_part_get_type (), TDM_TOOK_PART_NO));
  save (self, dialog);
  window_expect_answer (self, question, "no no");
  window_press (self, "<Control>z");
  window_expect_answer (self, question, before);
}

/* What is ahead has no outcome. */
static void
test_nothing_came_of_what_is_ahead (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, AHEAD);

  g_assert_false (window_shows (dialog, ADW_TYPE_COMBO_ROW, "Outcome"));
}

static void
test_moved_from_the_dialog (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, AHEAD), *move;

  window_fill (dialog, "Goal of the meeting", "A first post");
  window_click_on (dialog, "_Move…");
  move = window_find_window ("Move Meeting");
  window_fill (move, "Place", "Room 3");
  window_click_on (move, "_Save");
  window_wait_toast (self, "Meeting moved");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (window_find (dialog, ADW_TYPE_ENTRY_ROW, "Place"))), ==,
                   "Room 3");
  save (self, dialog);
  window_expect_answer (self, "SELECT session_goal || '|' || place " OF_MEETING ("2026-07-15"), "A first post|Room 3");
}

static void
test_the_title_of_the_invitations (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, AHEAD);

  choose_code (dialog, "Title of the Invitations", tdm_summary_mode_get_type (), TDM_SUMMARY_TOPIC);
  save (self, dialog);
  window_expect_answer (self, "SELECT summary_mode FROM series WHERE id = (SELECT meeting.series "
                              OF_MEETING ("2026-07-15") ")", "topic");
}

/* Nothing was changed, so there is nothing to undo. */
static void
test_nothing_to_save (WindowFixture *self, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (self, AHEAD);
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);

  window_click_on (dialog, "_Save");
  window_settle (self);
  g_assert_null (tdm_workspace_get_undo_label (workspace));
}

static gboolean
has_meeting (gpointer row)
{
  return tdm_agenda_row_get_meeting (row) != NULL;
}

/* A click on an agenda leads to its row in its tandem; the keys and the menu lead to what the meeting is about. */
static void
test_details_from_an_agenda (WindowFixture *self, gconstpointer data)
{
  GtkWidget *row, *menu;

  window_press (self, "<Alt>3");
  row = eye_find (self->window, TDM_TYPE_AGENDA_ROW, NULL);
  eye_wait (has_meeting, row, "its meeting");
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  window_press (self, "<Alt>Return");
  hand_press (window_find_window ("Meeting"), "Escape");
  window_settle (self);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  window_press (self, "<Shift>F10");
  menu = eye_find (self->window, GTK_TYPE_POPOVER_MENU, NULL);
  hand_click (window_find (menu, WINDOW_TYPE_ITEM, "Detai_ls…"));
  hand_press (window_find_window ("Meeting"), "Escape");
  window_settle (self);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  window_press (self, "<Shift>F10");
  hand_click (window_find (eye_find (self->window, GTK_TYPE_POPOVER_MENU, NULL), WINDOW_TYPE_ITEM, "S_how in Tandem"));
  eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
}

static void
test_details_from_the_month (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = NULL;
  gboolean has_focus = FALSE;

  window_press (self, "<Alt>3");
  hand_click (window_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "Month"));
  eye_find (self->window, TDM_TYPE_MONTH_MEETING, NULL);
  window_settle (self);
  /* Those of the day that is chosen take the keys. */
  meetings = eye_look_all (self->window, TDM_TYPE_MONTH_MEETING, NULL);
  for (guint i = 0; i < meetings->len && !has_focus; i++)
    has_focus = gtk_widget_grab_focus (meetings->pdata[i]);
  g_assert_true (has_focus);
  window_press (self, "<Alt>Return");
  window_find_window ("Meeting");
}

static void
test_a_file_that_can_only_be_read (WindowFixture *self, gconstpointer data)
{
  int held = window_open_held (self);

  g_assert_false (gtk_widget_is_sensitive (window_find (open_dialog (self, AHEAD), GTK_TYPE_BUTTON, "_Save")));
  g_close (held, NULL);
}

static void
test_the_dialog_fits (WindowFixture *self, gconstpointer look)
{
  window_shrink (open_dialog (self, HELD), look);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/meeting-details/one-click-opens-what-it-is-about", NULL, test_one_click_opens_what_it_is_about);
  WINDOW_TEST_ADD ("/meeting-details/enter-opens-it-too", NULL, test_enter_opens_it_too);
  WINDOW_TEST_ADD ("/meeting-details/a-topic-of-the-catalogue", NULL, test_a_topic_of_the_catalogue);
  WINDOW_TEST_ADD ("/meeting-details/a-new-topic-comes-into-the-catalogue", NULL,
                   test_a_new_topic_comes_into_the_catalogue);
  WINDOW_TEST_ADD ("/meeting-details/the-goal-that-it-serves", NULL, test_the_goal_that_it_serves);
  WINDOW_TEST_ADD ("/meeting-details/what-came-of-it", NULL, test_what_came_of_it);
  WINDOW_TEST_ADD ("/meeting-details/nothing-came-of-what-is-ahead", NULL, test_nothing_came_of_what_is_ahead);
  WINDOW_TEST_ADD ("/meeting-details/moved-from-the-dialog", NULL, test_moved_from_the_dialog);
  WINDOW_TEST_ADD ("/meeting-details/the-title-of-the-invitations", NULL, test_the_title_of_the_invitations);
  WINDOW_TEST_ADD ("/meeting-details/nothing-to-save", NULL, test_nothing_to_save);
  WINDOW_TEST_ADD ("/meeting-details/details-from-an-agenda", NULL, test_details_from_an_agenda);
  WINDOW_TEST_ADD ("/meeting-details/details-from-the-month", NULL, test_details_from_the_month);
  WINDOW_TEST_ADD ("/meeting-details/a-file-that-can-only-be-read", NULL, test_a_file_that_can_only_be_read);
  WINDOW_TEST_ADD ("/meeting-details/narrow-dark-large/the-dialog-fits", &narrow_dark_large, test_the_dialog_fits);
  WINDOW_TEST_ADD ("/meeting-details/a-plan-says-what-its-first-and-last-are-for", NULL,
                   test_a_plan_says_what_its_first_and_last_are_for);
  WINDOW_TEST_ADD ("/meeting-details/a-new-tandem-gets-to-know-each-other", NULL,
                   test_a_new_tandem_gets_to_know_each_other);
  WINDOW_TEST_ADD ("/meeting-details/several-get-a-kind-in-one-step", NULL, test_several_get_a_kind_in_one_step);
  WINDOW_TEST_ADD ("/meeting-details/the-first-and-the-last-of-those-ticked", NULL,
                   test_the_first_and_the_last_of_those_ticked);
  WINDOW_TEST_ADD ("/meeting-details/none-is-ticked", NULL, test_none_is_ticked);
  WINDOW_TEST_ADD ("/meeting-details/narrow-dark/the-kinds-fit", &narrow_dark, test_the_kinds_fit);
  WINDOW_TEST_ADD ("/meeting-details/narrow-dark/the-plan-fits", &narrow_dark, test_the_plan_fits);
  WINDOW_TEST_ADD ("/meeting-details/a-recorded-row-offers-what-was-reached", NULL,
                   test_a_recorded_row_offers_what_was_reached);
  WINDOW_TEST_ADD ("/meeting-details/recorded-and-answered-by-key", NULL, test_recorded_and_answered_by_key);
  WINDOW_TEST_ADD ("/meeting-details/nothing-is-asked-without-a-goal", NULL, test_nothing_is_asked_without_a_goal);
  WINDOW_TEST_ADD ("/meeting-details/a-row-that-goes-is-asked-for-in-the-toast", NULL,
                   test_a_row_that_goes_is_asked_for_in_the_toast);
  WINDOW_TEST_ADD ("/meeting-details/narrow/what-is-offered-fits", &narrow, test_what_is_offered_fits);
  WINDOW_TEST_ADD ("/meeting-details/narrow-dark-large/what-is-offered-fits", &narrow_dark_large,
                   test_what_is_offered_fits);
  WINDOW_TEST_ADD ("/meeting-details/narrow/a-toast-without-room-does-not-ask", &narrow,
                   test_a_toast_without_room_does_not_ask);
  WINDOW_TEST_ADD ("/meeting-details/large/what-is-offered-fits", &large, test_what_is_offered_fits);
  WINDOW_TEST_ADD ("/meeting-details/large/a-toast-with-room-asks", &large, test_a_toast_with_room_asks);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
