/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/goals/tdm-goal-dialog.h"
#include "app/goals/tdm-goal-sharing-dialog.h"
#include "app/meetings/tdm-kinds-dialog.h"
#include "app/meetings/tdm-meeting-dialog.h"
#include "app/meetings/tdm-move-dialog.h"
#include "app/meetings/tdm-series-dialog.h"
#include "app/outbox/tdm-mail-dialog.h"
#include "app/outbox/tdm-organizer-dialog.h"
#include "app/pairs/tdm-pair-change.h"
#include "app/pairs/tdm-pair-dialog.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/people/tdm-people-page.h"
#include "app/people/tdm-person-dialog.h"
#include "app/people/tdm-wish-dialog.h"
#include "app/round/tdm-round-copy-dialog.h"
#include "app/round/tdm-round-dialogs.h"
#include "app/round/tdm-round-people-dialog.h"
#include "app/round/tdm-topic-dialogs.h"
#include "app/shell/tdm-programme-dialog.h"
#include "model/tdm-need.h"
#include "workspace/tdm-workspace.h"

#define MENTEE "Jörn Bönisch"

static const WindowLook narrow = { .width = 360, .height = 560 };

/* Where the keyboard is: what has the focus when something opens, and where Tab and Enter lead from there. */

static GtkWidget *
get_focus (gpointer window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* What has the focus, as a screen reader says it: the name of the widget, or of the row or box around it */
static char *
name_focus (gpointer window)
{
  for (GtkWidget *widget = get_focus (window); widget && widget != window; widget = gtk_widget_get_parent (widget))
    {
      char *name = eye_name (widget);

      if (*name)
        return name;
      g_free (name);
    }
  return g_strdup ("nothing");
}

/* --- the sidebar --------------------------------------------------------------------- */

static GtkWidget *
find_sidebar (WindowFixture *self)
{
  return window_find (self->window, GTK_TYPE_LIST_BOX, "Pages");
}

static gboolean
is_page (WindowFixture *self, const char *english)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (find_sidebar (self)));
  g_autofree char *name = eye_name (GTK_WIDGET (row)), *expected = window_word (english);

  return g_str_equal (name, expected);
}

static void
go_to_sidebar (WindowFixture *self)
{
  GtkListBox *sidebar = GTK_LIST_BOX (find_sidebar (self));

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (sidebar))));
}

static gboolean
is_in_sidebar (WindowFixture *self)
{
  return gtk_widget_is_ancestor (get_focus (self->window), find_sidebar (self));
}

static void
test_tab_leaves_the_sidebar (WindowFixture *self, gconstpointer data)
{
  go_to_sidebar (self);
  window_press (self, "Tab");
  g_assert_false (is_in_sidebar (self));
  g_assert_nonnull (gtk_widget_get_ancestor (get_focus (self->window), GTK_TYPE_STACK));
  g_assert_true (is_page (self, "Tandems"));
  window_press (self, "<Shift>Tab");
  g_assert_true (is_in_sidebar (self));
  window_press (self, "<Shift>Tab");
  g_assert_false (is_in_sidebar (self));
  g_assert_true (is_page (self, "Tandems"));
}

static void
test_tab_turns_no_page (WindowFixture *self, gconstpointer data)
{
  go_to_sidebar (self);
  for (int i = 0; i < 12; i++)
    {
      window_press (self, "Tab");
      g_assert_true (is_page (self, "Tandems"));
      g_assert_nonnull (get_focus (self->window));
    }
}

/* A tandem or a person that lies over the page of the sidebar stays. */
static void
test_tab_leaves_no_tandem (WindowFixture *self, gconstpointer data)
{
  window_open_tandem (self, "Vikram");
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  do
    window_press (self, "Tab");
  while (!is_in_sidebar (self));
  g_assert_nonnull (eye_look (self->window, TDM_TYPE_PAIR_PAGE, NULL));
  window_press (self, "Return");
  eye_wait_gone (self->window, TDM_TYPE_PAIR_PAGE, NULL);
}

static void
test_arrows_turn_pages (WindowFixture *self, gconstpointer data)
{
  static const char *const pages[] = { "People", "Meetings", "Round", "My Notes" };

  go_to_sidebar (self);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      window_press (self, "Down");
      g_assert_true (is_page (self, pages[i]));
      g_assert_true (is_in_sidebar (self));
    }
  window_press (self, "Up");
  window_press (self, "Return");
  g_assert_true (is_page (self, "Round"));
  window_press (self, "Tab");
  g_assert_true (is_page (self, "Round"));
  g_assert_false (is_in_sidebar (self));
}

/* Where there is room for one of them, the page comes in place of the sidebar, and back. */
static void
test_narrow (WindowFixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-sidebar", NULL);
  find_sidebar (self);
  go_to_sidebar (self);
  window_press (self, "Down");
  g_assert_true (is_in_sidebar (self));
  window_press (self, "Return");
  window_wait_gone (self->window, GTK_TYPE_LIST_BOX, "Pages");
  eye_find (self->window, TDM_TYPE_PEOPLE_PAGE, NULL);
  eye_wait (eye_is_focus_shown, self->window, "the focus in the page");
  window_press (self, "Tab");
  eye_wait (eye_is_focus_shown, self->window, "the focus in the page");
}

static void
test_welcome (WindowFixture *self, gconstpointer data)
{
  g_autofree char *first = name_focus (self->window), *expected = window_word ("Coordinate a Programme…");

  g_assert_cmpstr (first, ==, expected);
}

/* --- dialogs ------------------------------------------------------------------------- */

static TdmWorkspace *
get_workspace (WindowFixture *self)
{
  return tdm_window_get_workspace (self->window);
}

/* The first that the file has of a kind, with all that is read with it */
static gpointer
take_first (WindowFixture *self, GListModel *list)
{
  gpointer record = g_list_model_get_item (list, 0);

  g_assert_nonnull (record);
  g_object_unref (record);
  return record;
}

/* The one that is shown */
static gpointer
get_round (WindowFixture *self)
{
  g_autoptr (TdmRound) round = NULL;

  g_object_get (self->window, "round", &round, NULL);
  return round;
}

static gpointer
find_record (WindowFixture *self, GType type, const char *question)
{
  g_autofree char *id = window_ask (self, question);
  gpointer record = tdm_workspace_find_id (get_workspace (self), type, g_ascii_strtoll (id, NULL, 10));

  g_assert_nonnull (record);
  return record;
}

static TdmPair *
open_pair (WindowFixture *self)
{
  window_open_tandem (self, "Vikram");
  return find_record (self, TDM_TYPE_PAIR,
                      "SELECT pair.id FROM pair JOIN person ON person.id = mentee WHERE name = '" MENTEE
                      "' AND state = 'active'");
}

static TdmMeeting *
open_meeting (WindowFixture *self)
{
  return take_first (self, tdm_pair_get_meetings (open_pair (self)));
}

static TdmTopic *
open_topic (WindowFixture *self)
{
  return take_first (self, tdm_workspace_get_topics (get_workspace (self)));
}

static GPtrArray *
list_one (gpointer record)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (list, g_object_ref (record));
  return list;
}

static void
open_programme (WindowFixture *self)
{
  tdm_programme_dialog_present (GTK_WIDGET (self->window), get_workspace (self));
}

static void
open_new_round (WindowFixture *self)
{
  tdm_round_dialog_present (GTK_WIDGET (self->window), get_workspace (self), NULL);
}

static void
open_round (WindowFixture *self)
{
  tdm_round_dialog_present (GTK_WIDGET (self->window), get_workspace (self), get_round (self));
}

static void
open_round_copy (WindowFixture *self)
{
  tdm_round_copy_dialog_present (GTK_WIDGET (self->window), get_workspace (self), get_round (self));
}

static void
open_round_people (WindowFixture *self)
{
  round_go (self);
  tdm_round_people_dialog_present (GTK_WIDGET (self->window), get_workspace (self), get_round (self));
}

static void
open_new_person (WindowFixture *self)
{
  tdm_person_dialog_present (GTK_WIDGET (self->window), get_workspace (self), NULL);
}

static void
open_person (WindowFixture *self)
{
  tdm_person_dialog_present (GTK_WIDGET (self->window), get_workspace (self),
                             take_first (self, tdm_workspace_get_people (get_workspace (self))));
}

static void
open_new_participant (WindowFixture *self)
{
  tdm_new_participant_present (GTK_WIDGET (self->window), get_workspace (self), get_round (self), TDM_ROLE_MENTEE);
}

static void
open_participation (WindowFixture *self)
{
  round_go (self);
  tdm_participation_dialog_present (
    GTK_WIDGET (self->window), get_workspace (self),
    take_first (self, tdm_record_get_children (get_round (self), TDM_TYPE_PARTICIPATION)));
}

static void
open_people_state (WindowFixture *self)
{
  g_autoptr (GPtrArray) people = NULL;

  round_go (self);
  people = list_one (take_first (self, tdm_record_get_children (get_round (self), TDM_TYPE_PARTICIPATION)));
  tdm_people_state_present (GTK_WIDGET (self->window), get_workspace (self), people, NULL);
}

static void
open_need (WindowFixture *self)
{
  window_open_person (self, MENTEE);
  tdm_wish_dialog_present (GTK_WIDGET (self->window), get_workspace (self),
                           find_record (self, TDM_TYPE_NEED,
                                        "SELECT need.id FROM need JOIN person ON person.id = person "
                                        "WHERE name = '" MENTEE "' LIMIT 1"));
}

static void
open_topic_edit (WindowFixture *self)
{
  tdm_topic_dialogs_edit (GTK_WIDGET (self->window), get_workspace (self), open_topic (self));
}

static void
open_topic_merge (WindowFixture *self)
{
  tdm_topic_dialogs_merge (GTK_WIDGET (self->window), get_workspace (self), open_topic (self));
}

static void
open_topic_move (WindowFixture *self)
{
  g_autoptr (GPtrArray) topics = list_one (open_topic (self));

  tdm_topic_dialogs_move (GTK_WIDGET (self->window), get_workspace (self), topics);
}

static void
open_new_pair (WindowFixture *self)
{
  tdm_pair_dialog_present (GTK_WIDGET (self->window), get_workspace (self), get_round (self), NULL);
}

static void
open_change (WindowFixture *self, TdmPairVerb verb)
{
  g_autoptr (GPtrArray) pairs = list_one (open_pair (self));

  tdm_pair_change_present (GTK_WIDGET (self->window), get_workspace (self), pairs, verb, NULL);
}

static void
open_activate (WindowFixture *self)
{
  open_change (self, TDM_PAIR_VERB_ACTIVATE);
}

static void
open_extend (WindowFixture *self)
{
  open_change (self, TDM_PAIR_VERB_EXTEND);
}

static void
open_pause (WindowFixture *self)
{
  open_change (self, TDM_PAIR_VERB_PAUSE);
}

static void
open_decline (WindowFixture *self)
{
  open_change (self, TDM_PAIR_VERB_DECLINE);
}

static void
open_end (WindowFixture *self)
{
  open_change (self, TDM_PAIR_VERB_END);
}

static void
open_goal (WindowFixture *self)
{
  TdmPair *pair = open_pair (self);

  tdm_goal_dialog_present (GTK_WIDGET (self->window), get_workspace (self),
                           take_first (self, tdm_record_get_children (TDM_RECORD (pair), TDM_TYPE_GOAL)));
}

static void
open_meeting_dialog (WindowFixture *self)
{
  tdm_meeting_dialog_present (GTK_WIDGET (self->window), get_workspace (self), open_meeting (self));
}

static void
open_move (WindowFixture *self)
{
  tdm_move_dialog_present (GTK_WIDGET (self->window), get_workspace (self), open_meeting (self));
}

static void
open_series (WindowFixture *self)
{
  TdmPair *pair = open_pair (self);

  tdm_series_dialog_present (GTK_WIDGET (self->window), get_workspace (self), pair);
}

static void
open_kinds (WindowFixture *self)
{
  TdmPair *pair = open_pair (self);

  tdm_kinds_dialog_present (GTK_WIDGET (self->window), get_workspace (self), pair);
}

static void
open_share_goals (WindowFixture *self)
{
  TdmPair *pair = open_pair (self);

  tdm_goal_sharing_dialog_present (GTK_WIDGET (self->window), get_workspace (self), pair);
}

static void
ignore (gpointer window)
{
}

static void
open_mail (WindowFixture *self)
{
  tdm_mail_dialog_present (GTK_WIDGET (self->window), ignore, self->window);
}

static void
open_organizer (WindowFixture *self)
{
  tdm_organizer_dialog_present (GTK_WIDGET (self->window), tdm_window_get_workspace (self->window), NULL, NULL);
}

static void
open_needed (WindowFixture *self)
{
  gtk_widget_activate_action (window_open_person (self, MENTEE), "person.remove", NULL);
}

typedef struct
{
  const char *path;
  void (*open) (WindowFixture *self);
  const char *first; /* what has the focus */
  gboolean is_done;  /* with Enter there: a text in a form that is complete */
} Dialog;

static const Dialog dialogs[] = {
  { "programme", open_programme, "Title", TRUE },
  { "new-round", open_new_round, "Title" },
  { "round", open_round, "Title", TRUE },
  { "round-copy", open_round_copy, "Title", TRUE },
  { "round-people", open_round_people, "Role" },
  { "new-person", open_new_person, "Name" },
  { "person", open_person, "Name", TRUE },
  { "needed", open_needed, "Jörn Bönisch and Malte Lachmundt" },
  { "new-participant", open_new_participant, "Name" },
  { "participation", open_participation, "Role" },
  { "people-state", open_people_state, "State" },
  { "need", open_need, "Strength" },
  { "topic", open_topic_edit, "Name", TRUE },
  { "topic-merge", open_topic_merge, "The topic that stays" },
  { "topic-move", open_topic_move, "Area", TRUE },
  { "new-tandem", open_new_pair, "Mentee (learns)" },
  { "activate", open_activate, "Active from" },
  { "extend", open_extend, "New planned end" },
  { "pause", open_pause, "Date" },
  { "decline", open_decline, "Date" },
  { "end", open_end, "Reason" },
  { "goal", open_goal, "Goal", TRUE },
  { "share-goals", open_share_goals, "Agree on papers in one shared document only" },
  { "meeting", open_meeting_dialog, "Kind" },
  { "move", open_move, "New Date" },
  { "series", open_series, "First Date" },
  { "kinds", open_kinds, "Kind" },
  { "mail", open_mail, "Server" },
  { "organizer", open_organizer, "Organizer", TRUE },
};

static gboolean
has_dialog (gpointer data)
{
  g_autoptr (GPtrArray) windows = eye_windows ();

  return windows->len > 1 && get_focus (windows->pdata[windows->len - 1]);
}

static GtkWindow *
wait_dialog (void)
{
  g_autoptr (GPtrArray) windows = NULL;

  eye_wait (has_dialog, NULL, "a dialog");
  windows = eye_windows ();
  return windows->pdata[windows->len - 1];
}

static void
wait_closed (void)
{
  window_wait_count (NULL, GTK_TYPE_WINDOW, NULL, 1);
}

static void
test_dialog (WindowFixture *self, gconstpointer data)
{
  const Dialog *dialog = data;
  g_autofree char *first = NULL;
  GtkWindow *window;

  dialog->open (self);
  window = wait_dialog ();
  first = name_focus (window);
  g_assert_cmpstr (first, ==, dialog->first);
  g_assert_nonnull (gtk_window_get_default_widget (window));
  if (!dialog->is_done)
    {
      hand_press (window, "Escape");
      wait_closed ();
      return;
    }
  g_assert_true (gtk_widget_get_sensitive (gtk_window_get_default_widget (window)));
  hand_press (window, "Return");
  wait_closed ();
}

/* Of a table of tests, whose data are no looks */
static void
set_up (WindowFixture *self, gconstpointer data)
{
  window_set_up (self, NULL);
}

static void
add_tests (void)
{
  WINDOW_TEST_ADD ("/focus/tab-leaves-the-sidebar", NULL, test_tab_leaves_the_sidebar);
  WINDOW_TEST_ADD ("/focus/tab-turns-no-page", NULL, test_tab_turns_no_page);
  WINDOW_TEST_ADD ("/focus/tab-leaves-no-tandem", NULL, test_tab_leaves_no_tandem);
  WINDOW_TEST_ADD ("/focus/arrows-turn-pages", NULL, test_arrows_turn_pages);
  WINDOW_TEST_ADD ("/focus/narrow", &narrow, test_narrow);
  g_test_add ("/focus/welcome", WindowFixture, NULL, window_set_up_without, test_welcome, window_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/focus/dialog/%s", dialogs[i].path);

      g_test_add (path, WindowFixture, &dialogs[i], set_up, test_dialog, window_tear_down);
    }
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_tests);
}
