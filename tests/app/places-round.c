/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-zone-row.h"
#include "app/people/tdm-person-page.h"
#include "app/people/tdm-wish-row.h"
#include "app/round/tdm-catalogue-row.h"
#include "app/round/tdm-participant-row.h"
#include "app/round/tdm-topics-view.h"
#include "round-fixture.h"

/* What is opened of the programme, its rounds, topics and people */

/* --- the programme and its rounds ---------------------------------------------------------- */

static gpointer
open_round (WindowFixture *self)
{
  round_go (self);
  round_choose (self, "E_dit Round…");
  return place_find_dialog ();
}

static gpointer
open_add_people (WindowFixture *self)
{
  round_go (self);
  window_choose (self->window, "Add People", "People of the _Programme…");
  return place_find_dialog ();
}

static gpointer
open_new_participant (WindowFixture *self)
{
  round_go (self);
  hand_click_on (window_open_menu (self->window, "Add People"), WINDOW_TYPE_ITEM,
                 window_is_german () ? "Neue Person als Mentor:in …" : "New Person as Mentor…");
  return place_find_dialog ();
}

static gpointer
open_participation (WindowFixture *self)
{
  round_go (self);
  window_click_on (eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL), "Edit Participation…");
  return place_find_dialog ();
}

static gpointer
open_people_state (WindowFixture *self)
{
  place_go_round_selecting (self);
  window_choose (self->window, "Change…", "_State…");
  return place_find_question ();
}

static gpointer
open_switcher (WindowFixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-sidebar", NULL));
  eye_settle ();
  return round_open_switcher (self);
}

static gpointer
open_people_filter (WindowFixture *self)
{
  round_go (self);
  return hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
}

static gpointer
open_participant_menu (WindowFixture *self)
{
  GtkWidget *row;

  round_go (self);
  row = eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL);
  hand_reach (row);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  window_press (self, "<Shift>F10");
  return place_find_popover (row);
}

static gpointer
open_states_menu (WindowFixture *self)
{
  round_go (self);
  return window_open_menu (self->window, "Other States");
}

static gpointer
open_add_people_menu (WindowFixture *self)
{
  round_go (self);
  return window_open_menu (self->window, "Add People");
}

static gpointer
open_change_people_menu (WindowFixture *self)
{
  place_go_round_selecting (self);
  return window_open_menu (self->window, "Change…");
}

static gpointer
open_round_menu (WindowFixture *self)
{
  round_go (self);
  return window_open_menu (self->window, "Main Menu");
}

/* --- topics -------------------------------------------------------------------------------- */

static gpointer
open_topic_people (WindowFixture *self)
{
  place_go_topics (self);
  hand_click (gtk_widget_get_parent (eye_find (self->window, TDM_TYPE_CATALOGUE_ROW, NULL)));
  return place_find_dialog ();
}

static void
change_topic (WindowFixture *self, const char *action)
{
  g_autofree char *uid = NULL;

  place_go_topics (self);
  uid = window_ask (self, "SELECT uid FROM topic ORDER BY length (title) DESC");
  g_assert_true (gtk_widget_activate_action (eye_find (self->window, TDM_TYPE_TOPICS_VIEW, NULL), action, "s", uid));
}

static gpointer
open_topic (WindowFixture *self)
{
  change_topic (self, "topics.edit");
  return place_find_question ();
}

static gpointer
open_merge (WindowFixture *self)
{
  change_topic (self, "topics.merge");
  return place_find_question ();
}

static gpointer
open_area (WindowFixture *self)
{
  change_topic (self, "topics.move");
  return place_find_question ();
}

static gpointer
open_topic_menu (WindowFixture *self)
{
  GtkWidget *row;

  place_go_topics (self);
  row = gtk_widget_get_parent (eye_find (self->window, TDM_TYPE_CATALOGUE_ROW, NULL));
  gtk_widget_grab_focus (row);
  window_press (self, "<Shift>F10");
  return place_find_popover (eye_find (self->window, TDM_TYPE_TOPICS_VIEW, NULL));
}

static gpointer
open_catalogue_menu (WindowFixture *self)
{
  place_go_topics (self);
  return window_open_menu (self->window, "Menu of the Catalogue");
}

/* --- people -------------------------------------------------------------------------------- */

static gpointer
open_person (WindowFixture *self)
{
  return place_open (place_go_person (self), "person.edit");
}

static gpointer
open_chooser (WindowFixture *self)
{
  GtkWidget *row = eye_find (open_person (self), TDM_TYPE_CHOOSER_ROW, NULL);

  hand_click (row);
  return place_find_popover (row);
}

static gpointer
open_zone (WindowFixture *self)
{
  GtkWidget *row = eye_find (open_person (self), TDM_TYPE_ZONE_ROW, NULL);

  hand_click (row);
  return place_find_popover (row);
}

static gpointer
go_wish (WindowFixture *self)
{
  return eye_find (place_go_person (self), TDM_TYPE_WISH_ROW, NULL);
}

static gpointer
open_wish_menu (WindowFixture *self)
{
  return place_open_popover_of (place_go_person (self), TDM_TYPE_WISH_ROW);
}

static gpointer
open_needed (WindowFixture *self)
{
  place_go_person (self);
  gtk_widget_activate_action (eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL), "person.remove", NULL);
  return place_find_question ();
}

static gpointer
open_person_menu (WindowFixture *self)
{
  return place_open_popover_of (place_go_person (self), GTK_TYPE_MENU_BUTTON);
}

static gpointer
open_department_filter (WindowFixture *self)
{
  place_go_people (self);
  return hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
}

static gpointer
open_person_participation (WindowFixture *self)
{
  place_go_person (self);
  hand_click (eye_find (self->window, GTK_TYPE_BUTTON, window_is_german () ? "^„.*“ bearbeiten …" : "^Edit “.*”…"));
  return place_find_dialog ();
}

/* After a day on which something had changed */
static gpointer
open_backups (WindowFixture *self)
{
  g_autofree char *name = g_path_get_basename (self->folder.path);
  g_autofree char *backup = g_build_filename (self->folder.folder, ".tandem-backups", name, "2026-07-13.tandem", NULL);

  tdm_test_copy_file (self->folder.path, backup);
  return place_open (self->window, "win.restore-backup");
}

const Place places_round[] = {
  { "needed", PLACE_SAMPLE, open_needed, .of = "pairs/tdm-needed-dialog.c" },
  { "backups", PLACE_SAMPLE, open_backups, .of = "shell/tdm-backups-dialog.c" },
  { "backups-none", PLACE_SAMPLE, NULL, "win.restore-backup" },
  { "file-not-shown", PLACE_SAMPLE, NULL, "win.show-in-files", .of = "common/tdm-show-file.c" },
  { "programme", PLACE_SAMPLE, NULL, "win.edit-programme", .of = "shell/tdm-programme-dialog.c" },
  { "copy-programme", PLACE_SAMPLE, NULL, "win.copy-programme", .of = "shell/tdm-programme-copy-dialog.c" },
  { "new-round", PLACE_SAMPLE, NULL, "win.new-round", .of = "round/tdm-round-dialogs.c" },
  { "round", PLACE_SAMPLE, open_round, .of = "round/tdm-round-dialogs.c" },
  { "copy-round", PLACE_SAMPLE, NULL, "win.copy-round", .of = "round/tdm-round-copy-dialog.c" },
  { "add-people", PLACE_SAMPLE, open_add_people, .of = "round/tdm-round-people-dialog.c" },
  { "new-participant", PLACE_SAMPLE, open_new_participant, .of = "round/tdm-round-dialogs.c" },
  { "participation", PLACE_SAMPLE, open_participation, .of = "round/tdm-round-dialogs.c" },
  { "people-state", PLACE_ANEW, open_people_state, .of = "round/tdm-round-dialogs.c" },
  { "round-switcher", PLACE_SAMPLE, open_switcher, .of = "round-switcher.ui" },
  { "people-filter", PLACE_SAMPLE, open_people_filter, .of = "people-filters.ui" },
  { "participant-menu", PLACE_SAMPLE, open_participant_menu, .of = "round/tdm-participant-row.c" },
  { "states-menu", PLACE_SAMPLE, open_states_menu },
  { "add-people-menu", PLACE_SAMPLE, open_add_people_menu },
  { "change-people-menu", PLACE_ANEW, open_change_people_menu },
  { "round-menu", PLACE_SAMPLE, open_round_menu },
  { "topic-people", PLACE_SAMPLE, open_topic_people, .of = "round/tdm-topic-people-dialog.c" },
  { "topic", PLACE_SAMPLE, open_topic, .of = "round/tdm-topic-dialogs.c" },
  { "topic-merge", PLACE_SAMPLE, open_merge, .of = "round/tdm-topic-dialogs.c" },
  { "topic-area", PLACE_SAMPLE, open_area, .of = "round/tdm-topic-dialogs.c" },
  { "topic-menu", PLACE_SAMPLE, open_topic_menu, .of = "round/tdm-topics-view.c" },
  { "catalogue-menu", PLACE_SAMPLE, open_catalogue_menu },
  { "new-person", PLACE_SAMPLE, NULL, "win.new-person", .of = "people/tdm-person-dialog.c" },
  { "person", PLACE_SAMPLE, open_person, .of = "people/tdm-person-dialog.c" },
  { "person-chooser", PLACE_SAMPLE, open_chooser, .of = "chooser-row.ui" },
  { "person-zone", PLACE_SAMPLE, open_zone, .of = "zone-row.ui" },
  { "person-participation", PLACE_SAMPLE, open_person_participation },
  { "person-menu", PLACE_SAMPLE, open_person_menu },
  { "wish", PLACE_SAMPLE, go_wish, "wish.edit", .of = "people/tdm-wish-dialog.c" },
  { "wish-menu", PLACE_SAMPLE, open_wish_menu },
  { "department-filter", PLACE_SAMPLE, open_department_filter, .of = "people-page.ui" },
  { NULL },
};
