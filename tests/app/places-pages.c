/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-meetings-page.h"
#include "app/meetings/tdm-month-day.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/people/tdm-person-row.h"
#include "app/round/tdm-catalogue-row.h"
#include "app/round/tdm-topics-view.h"
#include "round-fixture.h"

/* Pages, and what stands there where there is nothing yet */

#define TANDEM "Bönisch"
#define PERSON "Jörn Bönisch"

static gpointer
go_pairs (WindowFixture *self)
{
  window_press (self, "<Alt>1");
  return NULL;
}

static gpointer
go_sidebar (WindowFixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-sidebar", NULL));
  return NULL;
}

static gpointer
go_table (WindowFixture *self)
{
  window_press (self, "<Control>2");
  return NULL;
}

static gpointer
go_pairs_selecting (WindowFixture *self)
{
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  return NULL;
}

static gpointer
search_in_vain (WindowFixture *self, const char *key)
{
  window_press (self, key);
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), "Zzyzx");
  window_settle (self);
  return NULL;
}

static gpointer
go_pairs_in_vain (WindowFixture *self)
{
  return search_in_vain (self, "<Alt>1");
}

gpointer
place_go_tandem (WindowFixture *self)
{
  window_open_tandem (self, TANDEM);
  return eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
}

static gpointer
go_tandem_below (WindowFixture *self)
{
  place_go_tandem (self);
  hand_reach (eye_find (self->window, TDM_TYPE_MEETING_ROW, NULL));
  return NULL;
}

gpointer
place_go_people (WindowFixture *self)
{
  window_press (self, "<Alt>2");
  eye_find (self->window, TDM_TYPE_PERSON_ROW, NULL);
  return NULL;
}

static gpointer
go_people_in_vain (WindowFixture *self)
{
  return search_in_vain (self, "<Alt>2");
}

gpointer
place_go_person (WindowFixture *self)
{
  return window_open_person (self, PERSON);
}

gpointer
place_go_meetings (WindowFixture *self)
{
  window_press (self, "<Alt>3");
  g_object_set (eye_find (self->window, TDM_TYPE_MEETINGS_PAGE, NULL), "layout", "agenda", "view", "upcoming", NULL);
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, NULL);
  return NULL;
}

gpointer
place_go_month (WindowFixture *self)
{
  place_go_meetings (self);
  hand_click (window_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "Month"));
  eye_find (self->window, TDM_TYPE_MONTH_DAY, NULL);
  window_settle (self);
  return NULL;
}

static gpointer
go_meetings_in_vain (WindowFixture *self)
{
  return search_in_vain (self, "<Alt>3");
}

static gpointer
go_month_searching (WindowFixture *self)
{
  place_go_month (self);
  window_press (self, "<Control>f");
  return NULL;
}

static gpointer
go_round (WindowFixture *self)
{
  round_go (self);
  return NULL;
}

gpointer
place_go_round_selecting (WindowFixture *self)
{
  round_go (self);
  round_choose (self, "Se_lect People");
  window_click_on (self->window, "Select All or None");
  return NULL;
}

gpointer
place_go_topics (WindowFixture *self)
{
  round_go_topics (self);
  return NULL;
}

static gpointer
go_topics_selecting (WindowFixture *self)
{
  place_go_topics (self);
  window_choose (eye_find (self->window, TDM_TYPE_TOPICS_VIEW, NULL), "Menu of the Catalogue", "Se_lect Topics");
  eye_find (self->window, TDM_TYPE_CATALOGUE_ROW, NULL);
  return NULL;
}

static gpointer
go_new_programme (WindowFixture *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "new.tandem");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-programme", NULL));
  hand_choose_file (window_find_window ("New Programme"), path);
  window_click_on (window_find_window ("Programme"), "_Save");
  window_find (self->window, GTK_TYPE_LABEL, "No Tandems Yet");
  window_settle (self);
  return NULL;
}

static gpointer
go_no_people (WindowFixture *self)
{
  go_new_programme (self);
  window_press (self, "<Alt>2");
  return NULL;
}

static gpointer
go_no_meetings (WindowFixture *self)
{
  go_new_programme (self);
  window_press (self, "<Alt>3");
  return NULL;
}

static gpointer
go_no_round (WindowFixture *self)
{
  go_new_programme (self);
  window_press (self, "<Alt>5");
  return NULL;
}

static gpointer
go_no_topics (WindowFixture *self)
{
  go_new_programme (self);
  round_show_view (self, "Topics");
  return NULL;
}

static gpointer
go_new_person (WindowFixture *self)
{
  TdmPerson *person = tdm_record_new (TDM_TYPE_PERSON);
  g_autofree char *uid = g_uuid_string_random ();
  TdmEdit *edit = NULL;

  tdm_record_set_uid (TDM_RECORD (person), uid);
  tdm_record_set_text (TDM_RECORD (person), TDM_PERSON_NAME, "Zoe Zett");
  edit = tdm_edit_new_save (person);
  window_commit (self, edit);
  g_object_unref (person);
  window_open_person (self, "Zoe Zett");
  return NULL;
}

const Place places_pages[] = {
  { "page-tandems", PLACE_SAMPLE, go_pairs },
  { "page-sidebar", PLACE_SAMPLE, go_sidebar },
  { "page-table", PLACE_SAMPLE, go_table },
  { "page-tandems-selecting", PLACE_ANEW, go_pairs_selecting },
  { "page-tandems-nothing-found", PLACE_SAMPLE, go_pairs_in_vain },
  { "page-tandem", PLACE_SAMPLE, place_go_tandem },
  { "page-tandem-meetings", PLACE_SAMPLE, go_tandem_below },
  { "page-people", PLACE_SAMPLE, place_go_people },
  { "page-people-nothing-found", PLACE_SAMPLE, go_people_in_vain },
  { "page-person", PLACE_SAMPLE, place_go_person },
  { "page-person-new", PLACE_SAMPLE, go_new_person },
  { "page-meetings", PLACE_SAMPLE, place_go_meetings },
  { "page-meetings-nothing-found", PLACE_SAMPLE, go_meetings_in_vain },
  { "page-month", PLACE_SAMPLE, place_go_month },
  { "page-month-searching", PLACE_SAMPLE, go_month_searching },
  { "page-round", PLACE_SAMPLE, go_round },
  { "page-round-selecting", PLACE_ANEW, place_go_round_selecting },
  { "page-topics", PLACE_SAMPLE, place_go_topics },
  { "page-topics-selecting", PLACE_ANEW, go_topics_selecting },
  { "page-welcome", PLACE_FIRST },
  { "page-no-tandems", PLACE_FIRST, go_new_programme },
  { "page-no-people", PLACE_FIRST, go_no_people },
  { "page-no-meetings", PLACE_FIRST, go_no_meetings },
  { "page-no-round", PLACE_FIRST, go_no_round },
  { "page-no-topics", PLACE_FIRST, go_no_topics },
  { NULL },
};
