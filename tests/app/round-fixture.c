/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "round-fixture.h"

#include "app/round/tdm-catalogue-row.h"
#include "app/round/tdm-participant-row.h"

void
round_go (WindowFixture *self)
{
  g_autofree char *title = window_word ("Who Takes Part");

  hand_press (GTK_WINDOW (self->window), "<Alt>5");
  eye_find_label (self->window, title);
  eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL);
}

/* One of its views: who takes part, or the topics */
void
round_show_view (WindowFixture *self, const char *english)
{
  window_press (self, "<Alt>5");
  hand_click (window_find (self->window, g_type_from_name ("AdwViewSwitcherButton"), english));
}

void
round_go_topics (WindowFixture *self)
{
  round_show_view (self, "Topics");
  eye_find (self->window, TDM_TYPE_CATALOGUE_ROW, NULL);
}

GtkWidget *
round_open_switcher (WindowFixture *self)
{
  return hand_open_menu (eye_find (self->window, GTK_TYPE_MENU_BUTTON, "^(Round|Runde): .*"));
}

/* @title: a regular expression */
void
round_switch_to (WindowFixture *self, const char *title)
{
  g_autofree char *name = g_strdup_printf ("^(Round|Runde): %s, .*", title);

  hand_click_on (round_open_switcher (self), GTK_TYPE_LIST_BOX_ROW, name);
  eye_settle ();
}

/* An item of the menu of the page */
void
round_choose (WindowFixture *self, const char *item)
{
  window_choose (self->window, "Main Menu", item);
}
