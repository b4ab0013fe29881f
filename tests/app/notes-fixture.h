/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

#define NOTES_PASSPHRASE "correct horse battery"

/* A window on the sample, in which private notes were set up and are open. Words are given in English, and looked for
 * in the language of the run. */

void       notes_set_up      (WindowFixture *self,
                              gconstpointer  look);
void       notes_tear_down   (WindowFixture *self,
                              gconstpointer  look);
char      *notes_begin       (WindowFixture *self);

char      *notes_get_path    (void);
void       notes_come_back   (WindowFixture *self);
void       notes_fill_text   (WindowFixture *self,
                              const char    *text);
void       notes_wait_saved  (WindowFixture *self);
void       notes_write       (WindowFixture *self,
                              const char    *title,
                              const char    *text);
GtkWidget *notes_find_row    (WindowFixture *self,
                              const char    *title);
void       notes_open        (WindowFixture *self,
                              const char    *title);
void       notes_expect_title (WindowFixture *self,
                               const char    *title);
void       notes_expect_text (WindowFixture *self,
                              const char    *text);
void       notes_lock        (WindowFixture *self);
void       notes_unlock      (WindowFixture *self,
                              const char    *passphrase);
void       notes_type_back   (GtkWindow     *dialog,
                              const char    *code);

#define NOTES_TEST_ADD(path, look, func) g_test_add (path, WindowFixture, look, notes_set_up, func, notes_tear_down)

G_END_DECLS
