/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

/* A tandem that is there, found by its mentor, and a new one of the same mentee with somebody who waits for one */
#define TANDEM_OLD "Vikram"
#define TANDEM_MENTEE "Jörn Bönisch"
#define TANDEM_MENTOR "Chidi Özkaynar"
/* The new one, where a question in SQL names a table */
#define TANDEM_NEW "pair JOIN person ON person.id = mentor WHERE person.name = '" TANDEM_MENTOR "'"

GtkWindow *tandem_open_new    (WindowFixture *self,
                               const char    *mentee,
                               const char    *mentor);
void       tandem_propose     (WindowFixture *self);
void       tandem_add         (WindowFixture *self);
void       tandem_expect_step (WindowFixture *self,
                               const char    *question,
                               const char    *before,
                               const char    *after);

G_END_DECLS
