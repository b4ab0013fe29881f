/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "notes-fixture.h"

G_BEGIN_DECLS

/* All that the program shows: pages, dialogs, questions, popovers and menus, and the way to each */

typedef enum
{
  PLACE_SAMPLE, /* a window on the sample */
  PLACE_FIRST,  /* at the very first start */
  PLACE_NOTES,  /* on the sample, with private notes set up and open */
} PlaceStart;

typedef struct
{
  const char *name;
  PlaceStart start;
  gpointer (*go) (WindowFixture *self); /* there; returns the window or popover, NULL for that of the program */
  const char *of; /* what in the sources opens it, see test-places.c */
  gboolean is_foreign; /* how it is laid out is up to GTK and libadwaita */
} Place;

extern const Place places[];
extern const guint n_places;

void place_set_up    (WindowFixture *self, gconstpointer place, const WindowLook *look);
void place_tear_down (WindowFixture *self, gconstpointer place);

G_END_DECLS
