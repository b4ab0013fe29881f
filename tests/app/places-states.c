/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include "app/meetings/tdm-meeting-row.h"
#include "app/pairs/tdm-pairs-page.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-attendee.h"

/* Places where something can be done that cannot at those of the other tables: what there is of the sample is in another
 * state there. */

#define MENTEE "Jörn Bönisch"

static gpointer
find_record (WindowFixture *self, GListModel *list, const char *question)
{
  g_autofree char *uid = window_ask (self, question);
  gpointer record = tdm_workspace_find_uid (tdm_window_get_workspace (self->window), list, uid);

  g_assert_nonnull (record);
  return record;
}

static TdmPair *
find_pair (WindowFixture *self)
{
  return find_record (self, tdm_workspace_get_pairs (tdm_window_get_workspace (self->window)),
                      "SELECT pair.uid FROM pair JOIN person ON person.id = mentee WHERE name = '" MENTEE "'");
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

/* Another time for a meeting, as somebody has proposed it */
static gpointer
go_proposal (WindowFixture *self)
{
  TdmEdit *edit = tdm_edit_new ("Proposal");
  TdmRecord *attendee = tdm_edit_insert (edit, TDM_TYPE_ATTENDEE);
  TdmMeeting *meeting;

  place_go_tandem (self);
  meeting = find_record (self, tdm_pair_get_meetings (find_pair (self)),
                         "SELECT meeting.uid FROM meeting JOIN pair ON pair.id = meeting.pair JOIN person ON person.id = mentee "
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
  return hand_open_menu (eye_find (eye_find (self->window, g_type_from_name ("TdmNotesPage"), NULL), GTK_TYPE_MENU_BUTTON,
                                   NULL));
}

static gpointer
open_recorded_menu (WindowFixture *self)
{
  place_go_tandem (self);
  return window_open_menu (eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*(June|Juni) 2026"), "More About This Meeting");
}

static gpointer
open_step_menu (WindowFixture *self)
{
  place_go_tandem (self);
  return window_open_menu (eye_find (self->window, g_type_from_name ("TdmStepRow"), NULL), "More");
}

const Place places_states[] = {
  { "tandem-proposed", PLACE_SAMPLE, open_proposed },
  { "tandem-asked", PLACE_SAMPLE, open_asked },
  { "tandem-confirmed", PLACE_SAMPLE, open_confirmed },
  { "tandem-paused", PLACE_SAMPLE, open_paused },
  { "tandem-dissolved", PLACE_SAMPLE, open_dissolved },
  { "tandems-of-all-states", PLACE_SAMPLE, open_bulk_menu },
  { "step-menu", PLACE_SAMPLE, open_step_menu },
  { "meeting-recorded", PLACE_SAMPLE, open_recorded_menu },
  { "meeting-with-a-proposal", PLACE_SAMPLE, go_proposal },
  { "notes-bin", PLACE_NOTES, go_bin },
  { "notes-locked-menu", PLACE_NOTES, go_locked_notes_menu },
  { NULL },
};
