/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include "app/common/tdm-recent-files.h"
#include "app/common/tdm-topic-row.h"
#include "app/goals/tdm-goal-row.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/pairs/tdm-pairs-page.h"
#include "calendar/tdm-zone.h"
#include "edits/tdm-series-plan.h"
#include "model/tdm-attendee.h"

/* Places where something can be done that cannot at those of the other tables: what there is of the sample is in
 * another state there. */

#define MENTEE "Jörn Bönisch"

static gpointer
find_record (WindowFixture *self, GType type, const char *question)
{
  g_autofree char *id = window_ask (self, question);
  gpointer record =
    tdm_workspace_find_id (tdm_window_get_workspace (self->window), type, g_ascii_strtoll (id, NULL, 10));

  g_assert_nonnull (record);
  return record;
}

static TdmPair *
find_pair (WindowFixture *self)
{
  return find_record (self, TDM_TYPE_PAIR,
                      "SELECT pair.id FROM pair JOIN person ON person.id = mentee WHERE name = '" MENTEE
                      "' ORDER BY pair.id DESC");
}

static void
put_into_state (WindowFixture *self, TdmPair *pair, TdmPairState state)
{
  TdmEdit *edit;

  if (tdm_pair_get_state (pair) == state)
    return;
  edit = tdm_edit_new ("State");
  tdm_record_set_integer (tdm_edit_update (edit, pair), TDM_PAIR_STATE, state);
  window_commit (self, edit);
}

static gpointer
open_pair_menu (WindowFixture *self, TdmPairState state)
{
  put_into_state (self, find_pair (self), state);
  place_go_tandem (self);
  return window_open_menu (self->window, "Menu of the Tandem");
}

static gpointer
open_proposed (WindowFixture *self)
{
  return open_pair_menu (self, TDM_PAIR_PROPOSED);
}

static gpointer
open_asked (WindowFixture *self)
{
  return open_pair_menu (self, TDM_PAIR_ASKED);
}

static gpointer
open_confirmed (WindowFixture *self)
{
  return open_pair_menu (self, TDM_PAIR_CONFIRMED);
}

static gpointer
open_paused (WindowFixture *self)
{
  return open_pair_menu (self, TDM_PAIR_PAUSED);
}

static gpointer
open_dissolved (WindowFixture *self)
{
  return open_pair_menu (self, TDM_PAIR_DISSOLVED);
}

/* One of each state, so that whatever can be done with several can be done */
static gpointer
open_bulk_menu (WindowFixture *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (tdm_window_get_workspace (self->window));
  TdmRound *round = tdm_pair_get_round (find_pair (self));
  guint state = TDM_PAIR_PROPOSED;
  GtkWidget *cards;

  for (guint i = 0; i < g_list_model_get_n_items (pairs) && state <= TDM_PAIR_DISSOLVED; i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_round (pair) == round)
        put_into_state (self, pair, state++);
    }
  window_press (self, "<Alt>1");
  g_object_set (eye_find (self->window, TDM_TYPE_PAIRS_PAGE, NULL), "selecting", TRUE, NULL);
  cards = eye_find (self->window, GTK_TYPE_GRID_VIEW, NULL);
  gtk_selection_model_select_all (gtk_grid_view_get_model (GTK_GRID_VIEW (cards)));
  return window_open_menu (self->window, "Change…");
}

/* Messages that wait for an address of whoever invites */
static gpointer
go_outbox_without_organizer (WindowFixture *self)
{
  TdmProgramme *programme = tdm_workspace_get_programme (tdm_window_get_workspace (self->window));
  g_autoptr (TdmSeriesPlan) plan = NULL;

  window_change_text (self, programme, TDM_PROGRAMME_ORGANIZER_EMAIL, "");
  place_go_tandem (self);
  plan = tdm_series_plan_suggest (find_pair (self), programme);
  window_commit (self, tdm_series_plan_make_edit (plan));
  return place_open (self->window, "win.show-outbox");
}

/* Another time for a meeting, as somebody has proposed it */
static gpointer
go_proposal (WindowFixture *self)
{
  TdmEdit *edit = tdm_edit_new ("Proposal");
  TdmRecord *attendee = tdm_edit_insert (edit, TDM_TYPE_ATTENDEE);
  TdmMeeting *meeting;

  place_go_tandem (self);
  meeting = find_record (
    self, TDM_TYPE_MEETING,
    "SELECT meeting.id FROM meeting JOIN pair ON pair.id = meeting.pair JOIN person ON person.id = pair.mentee "
    "WHERE person.name = '" MENTEE "' AND local_start LIKE '2026-09-%'");
  tdm_record_set_link (attendee, TDM_ATTENDEE_MEETING, meeting);
  tdm_record_set_link (attendee, TDM_ATTENDEE_PERSON, tdm_pair_get_mentee (find_pair (self)));
  tdm_record_set_integer (attendee, TDM_ATTENDEE_PROPOSED_START,
                          tdm_zone_to_utc ("Europe/Berlin", "2026-09-30T10:00:00", NULL));
  window_commit (self, edit);
  return NULL;
}

static gpointer
go_bin (WindowFixture *self)
{
  notes_write (self, "First talk", "We spoke about trust.");
  window_click_on (self->window, "Move to the Bin");
  window_choose (self->window, "Menu of the Notes", "_Bin");
  notes_open (self, "First talk");
  return NULL;
}

static gpointer
go_locked_notes_menu (WindowFixture *self)
{
  notes_lock (self);
  return window_open_menu (self->window, "Menu of the Notes");
}

static gpointer
open_recorded_menu (WindowFixture *self)
{
  place_go_tandem (self);
  return window_open_menu (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*(June|Juni) 2026"),
                           "More About This Meeting");
}

/* Of the second, which can be moved up and down */
static gpointer
open_menu_of_second (WindowFixture *self, GType type)
{
  g_autoptr (GPtrArray) rows = NULL;

  place_go_tandem (self);
  rows = eye_look_all (self->window, type, NULL);
  return window_open_menu (rows->pdata[1], "More");
}

static gpointer
open_step_menu (WindowFixture *self)
{
  return open_menu_of_second (self, g_type_from_name ("TdmStepRow"));
}

static gpointer
open_goal_menu (WindowFixture *self)
{
  return open_menu_of_second (self, TDM_TYPE_GOAL_ROW);
}

/* The button that says how a goal stands is the only one of its row with a menu from XML of these actions. */
static gpointer
open_goal_state (WindowFixture *self)
{
  g_autoptr (GPtrArray) buttons = NULL;

  place_go_tandem (self);
  buttons = eye_look_all (eye_find (self->window, TDM_TYPE_GOAL_ROW, NULL), GTK_TYPE_MENU_BUTTON, NULL);
  for (guint i = 0; i < buttons->len; i++)
    {
      GMenuModel *menu = gtk_menu_button_get_menu_model (buttons->pdata[i]);
      g_autoptr (GMenuModel) group = menu ? g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION) : NULL;
      g_autofree char *action = NULL;

      if (group && g_menu_model_get_item_attribute (group, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action) &&
          g_str_equal (action, "goal.set-state"))
        return hand_open_menu (buttons->pdata[i]);
    }
  g_assert_not_reached ();
}

/* With topics that fit what is typed below the entry */
static gpointer
open_typed_topic (WindowFixture *self)
{
  GtkWindow *dialog = place_open (self->window, "win.new-pair");

  hand_fill (eye_find (dialog, TDM_TYPE_TOPIC_ROW, NULL), "Co");
  return dialog;
}

static gpointer
open_cancelled_menu (WindowFixture *self)
{
  gtk_widget_activate_action (place_go_next_meeting (self), "meeting.cancel", NULL);
  window_settle (self);
  return window_open_menu (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026"),
                           "More About This Meeting");
}

/* A tandem with a meeting of which nobody has said yet whether it took place */
static GtkWidget *
find_meeting_to_record (WindowFixture *self)
{
  g_autofree char *uid = window_ask (self, "SELECT pair.uid FROM pair JOIN meeting ON meeting.pair = pair.id "
                                           "WHERE pair.state = 'active' AND meeting.state IN ('planned', 'invited') "
                                           "AND local_start < '2026-07-14'");
  GtkWidget *button;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pair", "s", uid);
  button = window_find (eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL), GTK_TYPE_BUTTON, "Took Place");
  hand_reach (button);
  return button;
}

static gpointer
go_to_record (WindowFixture *self)
{
  return find_meeting_to_record (self);
}

static gpointer
open_to_record_menu (WindowFixture *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (find_meeting_to_record (self), TDM_TYPE_MEETING_ROW);

  return window_open_menu (row, "More About This Meeting");
}

static gpointer
go_recorded (WindowFixture *self)
{
  hand_click (find_meeting_to_record (self));
  window_find (self->window, GTK_TYPE_LABEL, "Goal reached?");
  return NULL;
}

static gpointer
open_move_to_elsewhere (WindowFixture *self)
{
  GtkWindow *dialog = place_open (place_go_next_meeting (self), "meeting.move");

  window_fill (dialog, "Place", "Elsewhere");
  return dialog;
}

/* Where the window is narrow, a menu has the views. */
static gpointer
open_views (WindowFixture *self)
{
  place_go_meetings (self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 560);
  return window_open_menu (self->window, "Which Meetings");
}

static gpointer
open_catalogue_menu (WindowFixture *self)
{
  place_find ("page-no-topics")->go (self);
  return window_open_menu (self->window, "Menu of the Catalogue");
}

static gpointer
open_main_menu (WindowFixture *self)
{
  return window_open_menu (self->window, "Main Menu");
}

static gpointer
open_my_meeting_menu (WindowFixture *self)
{
  place_find ("page-my-tandem")->go (self);
  return window_open_menu (self->window, "More About This Meeting");
}

static gpointer
go_selected (WindowFixture *self)
{
  gtk_popover_popdown (GTK_POPOVER (open_bulk_menu (self)));
  return NULL;
}

/* Another program has the file until the process ends. */
static gpointer
go_held (WindowFixture *self)
{
  window_open_held (self);
  return NULL;
}

static gpointer
open_recent_menu (WindowFixture *self)
{
  g_autofree char *other = tdm_test_folder_join (&self->folder, "other.tandem");

  tdm_test_copy_file (self->folder.path, other);
  tdm_recent_files_add (other);
  eye_settle ();
  return window_open_menu (self->window, "Main Menu");
}

const Place places_states[] = {
  { "tandem-proposed", PLACE_SAMPLE, open_proposed },
  { "tandem-asked", PLACE_SAMPLE, open_asked },
  { "tandem-confirmed", PLACE_SAMPLE, open_confirmed },
  { "tandem-paused", PLACE_SAMPLE, open_paused },
  { "tandem-dissolved", PLACE_SAMPLE, open_dissolved },
  { "tandems-of-all-states", PLACE_SAMPLE, open_bulk_menu },
  { "tandems-selected", PLACE_ANEW, go_selected },
  { "file-recent", PLACE_ANEW, open_recent_menu },
  { "file-held", PLACE_ANEW, go_held },
  { "step-menu", PLACE_SAMPLE, open_step_menu },
  { "goal-menu-second", PLACE_SAMPLE, open_goal_menu },
  { "goal-states", PLACE_SAMPLE, open_goal_state },
  { "typed-topic", PLACE_SAMPLE, open_typed_topic },
  { "meeting-cancelled", PLACE_ANEW, open_cancelled_menu },
  { "meeting-to-record-menu", PLACE_SAMPLE, open_to_record_menu },
  { "meeting-recorded", PLACE_SAMPLE, open_recorded_menu },
  { "meeting-with-a-proposal", PLACE_ANEW, go_proposal },
  { "outbox-without-organizer", PLACE_ANEW, go_outbox_without_organizer },
  { "notes-bin", PLACE_NOTES, go_bin },
  { "notes-locked-menu", PLACE_NOTES, go_locked_notes_menu },
  { "meeting-to-record", PLACE_SAMPLE, go_to_record },
  { "meeting-outcome", PLACE_ANEW, go_recorded },
  { "move-to-elsewhere", PLACE_SAMPLE, open_move_to_elsewhere },
  { "meetings-narrow", PLACE_SAMPLE, open_views },
  { "catalogue-menu-empty", PLACE_FIRST, open_catalogue_menu },
  { "welcome-menu", PLACE_FIRST, open_main_menu },
  { "my-meeting-menu", PLACE_FIRST, open_my_meeting_menu },
  { NULL },
};
