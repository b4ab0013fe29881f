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

/* What is opened of tandems, their goals and meetings */

#define PERSON "Jörn Bönisch"

/* --- tandems ------------------------------------------------------------------------------- */

static gpointer
open_new_pair_topic (WindowFixture *self)
{
  GtkWindow *dialog = place_open (self->window, "win.new-pair");
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

/* As a tandem is that somebody has only thought of */
static gpointer
go_proposed (WindowFixture *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (tdm_window_get_workspace (self->window));
  TdmRecord *pair = window_ask_record (self, pairs, "SELECT pair.uid FROM pair JOIN person ON person.id = mentee WHERE "
                                                    "name = '" PERSON "' AND state = 'active'");
  TdmEdit *edit = tdm_edit_new ("Proposed");

  tdm_record_set_code (tdm_edit_update (edit, pair), TDM_PAIR_STATE, "proposed");
  window_commit (self, edit);
  return place_go_tandem (self);
}

static gpointer
open_terms_date (WindowFixture *self)
{
  return place_open_popover_of (place_go_tandem (self), TDM_TYPE_DATE_ROW);
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
go_goal (WindowFixture *self)
{
  return eye_find (place_go_tandem (self), TDM_TYPE_GOAL_ROW, NULL);
}

static gpointer
open_due (WindowFixture *self)
{
  return place_open_popover_of (place_go_tandem (self), TDM_TYPE_DUE_BUTTON);
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
  return place_open_popover_of (place_go_tandem (self), TDM_TYPE_GOAL_ROW);
}

/* --- meetings ------------------------------------------------------------------------------ */

gpointer
place_go_next_meeting (WindowFixture *self)
{
  return eye_find (place_go_tandem (self), TDM_TYPE_MEETING_ROW, "^.*September 2026");
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
open_meeting_menu (WindowFixture *self)
{
  return window_open_menu (place_go_next_meeting (self), "More About This Meeting");
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
open_meetings_filter (WindowFixture *self)
{
  place_go_meetings (self);
  window_press (self, "<Control>f");
  return hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter"));
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

/* Something was entered, and Escape pressed. */
static gpointer
open_discard (WindowFixture *self)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (place_open (place_go_next_meeting (self), "meeting.agenda")));
  GtkTextView *text = GTK_TEXT_VIEW (eye_find (dialog, GTK_TYPE_TEXT_VIEW, NULL));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (text), "Autumn leaves", -1);
  hand_press (dialog, "Escape");
  return place_find_question ();
}

const Place places_tandems[] = {
  { "new-tandem", PLACE_SAMPLE, NULL, "win.new-pair", .of = "pairs/tdm-pair-dialog.c" },
  { "new-tandem-topic", PLACE_SAMPLE, open_new_pair_topic, .of = "topic-row.ui" },
  { "change-people", PLACE_SAMPLE, place_go_tandem, "pair.change-people", .of = "pairs/tdm-pair-dialog.c" },
  { "pause", PLACE_SAMPLE, place_go_tandem, "pair.pause", .of = "pairs/tdm-pair-change.c" },
  { "extend", PLACE_SAMPLE, place_go_tandem, "pair.extend" },
  { "end", PLACE_SAMPLE, place_go_tandem, "pair.end" },
  { "remove", PLACE_SAMPLE, place_go_tandem, "pair.remove" },
  { "activate", PLACE_SAMPLE, go_proposed, "pair.activate" },
  { "decline", PLACE_SAMPLE, go_proposed, "pair.decline" },
  { "event", PLACE_SAMPLE, open_event, .of = "pairs/tdm-event-dialog.c" },
  { "tandems-filter", PLACE_SAMPLE, open_pairs_filter, .of = "pair-filters.ui" },
  { "tandems-menu", PLACE_SAMPLE, open_pairs_menu },
  { "tandem-menu", PLACE_SAMPLE, open_pair_menu },
  { "tandem-date", PLACE_SAMPLE, open_terms_date, .of = "date-row.ui" },
  { "goal", PLACE_SAMPLE, go_goal, "item.details", .of = "goals/tdm-goal-dialog.c" },
  { "goal-sharing", PLACE_SAMPLE, place_go_tandem, "pair.share-goals", .of = "goals/tdm-goal-sharing-dialog.c" },
  { "goal-due", PLACE_SAMPLE, open_due, .of = "due-button.ui" },
  { "goal-menu", PLACE_SAMPLE, open_goal_menu },
  { "goal-state", PLACE_SAMPLE, open_goal_state },
  { "plan", PLACE_SAMPLE, place_go_tandem, "pair.plan", .of = "meetings/tdm-series-dialog.c" },
  { "follow", PLACE_SAMPLE, place_go_next_meeting, "meeting.follow", .of = "meetings/tdm-series-dialog.c" },
  { "kinds", PLACE_SAMPLE, place_go_tandem, "pair.kinds", .of = "meetings/tdm-kinds-dialog.c" },
  { "meeting", PLACE_SAMPLE, place_go_next_meeting, "meeting.details", .of = "meetings/tdm-meeting-dialog.c" },
  { "meeting-held", PLACE_SAMPLE, open_held_meeting },
  { "move", PLACE_SAMPLE, place_go_next_meeting, "meeting.move", .of = "meetings/tdm-move-dialog.c" },
  { "meeting-menu", PLACE_SAMPLE, open_meeting_menu },
  { "agenda-row-menu", PLACE_SAMPLE, open_agenda_row_menu, .of = "meetings/tdm-meeting-menu.c" },
  { "meetings-filter", PLACE_SAMPLE, open_meetings_filter, .of = "meeting-filters.ui" },
  { "day", PLACE_SAMPLE, open_day, .of = "month.ui" },
  { "agenda", PLACE_SAMPLE, place_go_next_meeting, "meeting.agenda", .of = "notes/tdm-agenda-dialog.c" },
  { "discard", PLACE_SAMPLE, open_discard, .of = "common/tdm-dialog-guard.c" },
  { NULL },
};
