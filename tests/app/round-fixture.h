/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

/* The page of a round, and how to get to the one of another. */

void       round_go            (WindowFixture *self);
void       round_show_view     (WindowFixture *self,
                                const char    *english);
void       round_go_topics     (WindowFixture *self);
GtkWidget *round_open_switcher (WindowFixture *self);
void       round_switch_to     (WindowFixture *self,
                                const char    *title);
void       round_choose        (WindowFixture *self,
                                const char    *item);

G_END_DECLS
