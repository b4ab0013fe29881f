/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include "app/common/tdm-date-row.h"
#include "app/common/tdm-due-button.h"
#include "app/common/tdm-topic-row.h"
#include "app/goals/tdm-goal-row.h"
#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-month-day.h"
#include "app/pairs/tdm-pair-page.h"

/* What is opened of tandems, their goals and meetings */

#define PERSON "Jörn Bönisch"

/* --- tandems ------------------------------------------------------------------------------- */

static gpointer
open_new_pair (WindowFixture *self)
{
  return place_open_by (self, 0, "win.new-pair");
}

static gpointer
open_new_pair_topic (WindowFixture *self)
{
  GtkWindow *dialog = open_new_pair (self);
  GtkWidget *row = eye_find (dialog, TDM_TYPE_TOPIC_ROW, NULL);

  /* The topics are as wide as the row. */
  window_shrink (dialog, &(WindowLook) { .width = 360, .height = 560 });
  hand_fill (row, "Co");
  return place_find_popover (row);
}

static gpointer
open_pairs_filter (WindowFixture *self)
{
  return hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
}

static gpointer
open_pairs_menu (WindowFixture *self)
{
  return window_open_menu (self->window, "Main Menu");
}

static gpointer
open_pair_menu (WindowFixture *self)
{
  place_go_tandem (self);
  return window_open_menu (self->window, "Menu of the Tandem");
}

gpointer
place_open_of_pair (WindowFixture *self, const char *action)
{
  place_go_tandem (self);
  return place_open_by (self, TDM_TYPE_PAIR_PAGE, action);
}

static gpointer
open_change_people (WindowFixture *self)
{
  return place_open_of_pair (self, "pair.change-people");
}

static gpointer
open_pause (WindowFixture *self)
{
  return place_open_of_pair (self, "pair.pause");
}

static gpointer
open_extend (WindowFixture *self)
{
  return place_open_of_pair (self, "pair.extend");
}

static gpointer
open_end (WindowFixture *self)
{
  return place_open_of_pair (self, "pair.end");
}

static gpointer
open_remove (WindowFixture *self)
{
  return place_open_of_pair (self, "pair.remove");
}

/* As a tandem is that somebody has only thought of */
static gpointer
open_of_proposed (WindowFixture *self, const char *action)
{
  g_autofree char *uid =
    window_ask (self, "SELECT pair.uid FROM pair JOIN person ON person.id = mentee WHERE name = '" PERSON "' AND state = 'active'");
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  TdmRecord *pair = tdm_workspace_find_uid (workspace, tdm_workspace_get_pairs (workspace), uid);
  TdmEdit *edit = tdm_edit_new ("Proposed");

  tdm_record_set_code (tdm_edit_update (edit, pair), TDM_PAIR_STATE, "proposed");
  window_commit (self, edit);
  return place_open_of_pair (self, action);
}

static gpointer
open_activate (WindowFixture *self)
{
  return open_of_proposed (self, "pair.activate");
}

static gpointer
open_decline (WindowFixture *self)
{
  return open_of_proposed (self, "pair.decline");
}

static gpointer
open_terms_date (WindowFixture *self)
{
  place_go_tandem (self);
  return place_open_popover_of (self->window, TDM_TYPE_DATE_ROW);
}

static gpointer
open_event (WindowFixture *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  place_go_tandem (self);
  rows = eye_look_all (self->window, ADW_TYPE_ACTION_ROW, NULL);
  for (guint i = rows->len; i > 0; i--)
    if (g_object_get_data (rows->pdata[i - 1], "event"))
      {
        hand_click (rows->pdata[i - 1]);
        return place_find_dialog ();
      }
  g_assert_not_reached ();
}

/* --- goals --------------------------------------------------------------------------------- */

static gpointer
open_goal (WindowFixture *self)
{
  place_go_tandem (self);
  return place_open_by (self, TDM_TYPE_GOAL_ROW, "item.details");
}

static gpointer
open_sharing (WindowFixture *self)
{
  return place_open_of_pair (self, "pair.share-goals");
}

static gpointer
open_due (WindowFixture *self)
{
  place_go_tandem (self);
  return place_open_popover_of (self->window, TDM_TYPE_DUE_BUTTON);
}

static gpointer
open_goal_menu (WindowFixture *self)
{
  place_go_tandem (self);
  return window_open_menu (self->window, "More");
}

static gpointer
open_goal_state (WindowFixture *self)
{
  place_go_tandem (self);
  return place_open_popover_of (self->window, TDM_TYPE_GOAL_ROW);
}

/* --- meetings ------------------------------------------------------------------------------ */

static gpointer
open_plan (WindowFixture *self)
{
  return place_open_of_pair (self, "pair.plan");
}

static gpointer
open_kinds (WindowFixture *self)
{
  return place_open_of_pair (self, "pair.kinds");
}

static GtkWidget *
find_next_meeting (WindowFixture *self)
{
  place_go_tandem (self);
  return eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026");
}

static gpointer
open_of_meeting (WindowFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (find_next_meeting (self), action, NULL));
  return place_find_dialog ();
}

static gpointer
open_meeting (WindowFixture *self)
{
  return open_of_meeting (self, "meeting.details");
}

static gpointer
open_held_meeting (WindowFixture *self)
{
  place_go_tandem (self);
  hand_click (eye_find (self->window, TDM_TYPE_MEETING_ROW, window_is_german () ? "^Donnerstag, 18. Juni 2026"
                                                                              : "^Thursday, 18 June 2026"));
  return place_find_dialog ();
}

static gpointer
open_move (WindowFixture *self)
{
  return open_of_meeting (self, "meeting.move");
}

static gpointer
open_follow (WindowFixture *self)
{
  return open_of_meeting (self, "meeting.follow");
}

gpointer
place_open_agenda (WindowFixture *self)
{
  return open_of_meeting (self, "meeting.agenda");
}

static gpointer
open_meeting_menu (WindowFixture *self)
{
  return window_open_menu (find_next_meeting (self), "More About This Meeting");
}

static gpointer
open_agenda_row_menu (WindowFixture *self)
{
  GtkWidget *row;

  place_go_meetings (self);
  row = gtk_widget_get_parent (eye_find (self->window, TDM_TYPE_AGENDA_ROW, NULL));
  gtk_widget_grab_focus (row);
  window_press (self, "<Shift>F10");
  return place_find_popover (self->window);
}

static gpointer
open_day (WindowFixture *self)
{
  g_autoptr (GPtrArray) days = NULL;

  place_go_month (self);
  days = eye_look_all (self->window, TDM_TYPE_MONTH_DAY, NULL);
  hand_click (days->pdata[15]);
  /* Where the text is large, what a day has stands below the month. */
  return eye_look (self->window, GTK_TYPE_POPOVER, NULL);
}

const Place places_tandems[] = {
  { "new-tandem", PLACE_SAMPLE, open_new_pair, "pairs/tdm-pair-dialog.c" },
  { "new-tandem-topic", PLACE_SAMPLE, open_new_pair_topic, "topic-row.ui" },
  { "change-people", PLACE_SAMPLE, open_change_people, "pairs/tdm-pair-dialog.c" },
  { "pause", PLACE_SAMPLE, open_pause, "pairs/tdm-pair-change.c" },
  { "extend", PLACE_SAMPLE, open_extend, NULL },
  { "end", PLACE_SAMPLE, open_end, NULL },
  { "remove", PLACE_SAMPLE, open_remove, NULL },
  { "activate", PLACE_SAMPLE, open_activate, NULL },
  { "decline", PLACE_SAMPLE, open_decline, NULL },
  { "event", PLACE_SAMPLE, open_event, "pairs/tdm-event-dialog.c" },
  { "tandems-filter", PLACE_SAMPLE, open_pairs_filter, "pair-filters.ui" },
  { "tandems-menu", PLACE_SAMPLE, open_pairs_menu, NULL },
  { "tandem-menu", PLACE_SAMPLE, open_pair_menu, NULL },
  { "tandem-date", PLACE_SAMPLE, open_terms_date, "date-row.ui" },
  { "goal", PLACE_SAMPLE, open_goal, "goals/tdm-goal-dialog.c" },
  { "goal-sharing", PLACE_SAMPLE, open_sharing, "goals/tdm-goal-sharing-dialog.c" },
  { "goal-due", PLACE_SAMPLE, open_due, "due-button.ui" },
  { "goal-menu", PLACE_SAMPLE, open_goal_menu, NULL },
  { "goal-state", PLACE_SAMPLE, open_goal_state, NULL },
  { "plan", PLACE_SAMPLE, open_plan, "meetings/tdm-series-dialog.c" },
  { "follow", PLACE_SAMPLE, open_follow, "meetings/tdm-series-dialog.c" },
  { "kinds", PLACE_SAMPLE, open_kinds, "meetings/tdm-kinds-dialog.c" },
  { "meeting", PLACE_SAMPLE, open_meeting, "meetings/tdm-meeting-dialog.c" },
  { "meeting-held", PLACE_SAMPLE, open_held_meeting, NULL },
  { "move", PLACE_SAMPLE, open_move, "meetings/tdm-move-dialog.c" },
  { "meeting-menu", PLACE_SAMPLE, open_meeting_menu, NULL },
  { "agenda-row-menu", PLACE_SAMPLE, open_agenda_row_menu, "meetings/tdm-meeting-menu.c" },
  { "day", PLACE_SAMPLE, open_day, "month.ui" },
  { "agenda", PLACE_SAMPLE, place_open_agenda, "notes/tdm-agenda-dialog.c" },
  { NULL },
};
