/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

/* What can be used in the windows of the program: actions, items of menus, and shortcuts. Each has a name, such as
 * “action TdmPairPage pair.end”, “item End… (pair.end)”, “key TdmGoalRow <Alt>Up” or “key <Control>z”. */

typedef struct
{
  GHashTable *seen; /* all that were there, whether they could be used or not */
  GHashTable *done;
  GHashTable *tried; /* in vain, at the place where one is */
} Uses;

Uses    *uses_new          (void);
void     uses_free         (Uses          *self);
void     uses_go_on        (Uses          *self);
gboolean uses_do_one       (Uses          *self,
                            WindowFixture *fixture,
                            GtkWidget     *shown);

char    *uses_strip        (const char    *label);
gboolean uses_is_of_group  (const char    *action);
char    *uses_name_item    (const char    *label,
                            const char    *action,
                            const char    *target);
guint    uses_find_unused  (Uses          *self);

G_END_DECLS
