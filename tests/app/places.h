/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "notes-fixture.h"

G_BEGIN_DECLS

/* All that the program shows: pages, dialogs, questions, popovers and menus, and the way to each */

typedef enum
{
  PLACE_SAMPLE, /* a window on the sample */
  PLACE_ANEW,   /* likewise, and another one for each visit */
  PLACE_FIRST,  /* at the very first start */
  PLACE_NOTES,  /* on the sample, with private notes set up and open */
} PlaceStart;

typedef struct
{
  const char *name;
  PlaceStart start;
  gpointer (*go) (
    WindowFixture *self); /* there; returns what is shown, or part of it; NULL: the window of the program */
  const char *action; /* of what go() returns, which then opens a dialog; or NULL */
  const char *of; /* what in the sources opens it, see test-places.c */
  gboolean is_foreign; /* how it is laid out is up to GTK and libadwaita */
} Place;

/* Each ends with a place that has no name. */
extern const Place places_pages[], places_round[], places_tandems[], places_messages[], places_notes[];
extern const Place *const place_tables[]; /* all of them, then NULL */
extern const Place places_states[]; /* what can be done there counts, and not what it looks like */

const Place *place_find (const char *name);

void     place_set_up         (WindowFixture *self, gconstpointer place, const WindowLook *look);
void     place_tear_down      (WindowFixture *self, gconstpointer place);
gpointer place_go             (const Place *place, WindowFixture *self);

gpointer place_open           (gpointer widget, const char *action);
gpointer place_open_popover_of (gpointer root, GType type);
gpointer place_find_question  (void);
gpointer place_find_dialog    (void);
gpointer place_find_popover   (gpointer root);

gpointer place_go_people      (WindowFixture *self);
gpointer place_go_person      (WindowFixture *self);
gpointer place_go_meetings    (WindowFixture *self);
gpointer place_go_month       (WindowFixture *self);
gpointer place_go_round_selecting (WindowFixture *self);
gpointer place_go_topics      (WindowFixture *self);
gpointer place_go_tandem      (WindowFixture *self);
gpointer place_go_next_meeting (WindowFixture *self);

G_END_DECLS
