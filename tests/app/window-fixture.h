/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/pairs/tdm-pair-card.h"
#include "app/shell/tdm-window.h"
#include "eye.h"
#include "hand.h"
#include "support/tdm-test.h"
#include "window-words.h"

G_BEGIN_DECLS

/* A card of a tandem */
#define WINDOW_TYPE_CARD TDM_TYPE_PAIR_CARD

/* How the window is shown; what is zero is as usual */
typedef struct
{
  int width, height;
  gboolean is_dark;
  double text_scale;
} WindowLook;

/* A window on a fresh sample, with the clock stopped on Tuesday, 14 July 2026, 11:00 in Berlin */
typedef struct
{
  TdmTestFolder folder;
  TdmWindow *window; /* weak */
} WindowFixture;

int  window_tests_run         (int            *argc,
                               char         ***argv,
                               void           (*add_tests) (void));
void window_set_up            (WindowFixture  *self,
                               gconstpointer   look);
void window_set_up_without    (WindowFixture  *self,
                               gconstpointer   look);
void window_tear_down         (WindowFixture  *self,
                               gconstpointer   look);

char      *window_ask         (WindowFixture  *self,
                               const char     *question);
gpointer   window_ask_record  (WindowFixture  *self,
                               GListModel     *records,
                               const char     *question);
void       window_expect_answer (WindowFixture *self,
                               const char     *question,
                               const char     *expected);
guint      window_count_files (const char     *folder,
                               const char     *suffix);

void       window_alter       (WindowFixture  *self,
                               const char     *sql);
void       window_commit      (WindowFixture  *self,
                               TdmEdit        *taken_edit);
void       window_change_text (WindowFixture   *self,
                               gpointer        record,
                               guint           field,
                               const char     *text);
void       window_change_person (WindowFixture *self,
                               const char     *name,
                               guint           field,
                               const char     *text);
void       window_quit        (WindowFixture  *self);
void       window_press       (WindowFixture  *self,
                               const char     *key);

void       window_wait_toast  (WindowFixture  *self,
                               const char     *english);
void       window_wait_count  (gpointer        root,
                               GType           type,
                               const char     *name,
                               guint           expected);

void window_expect_size       (WindowFixture  *self,
                               const WindowLook *look);
void window_shrink            (GtkWindow      *dialog,
                               const WindowLook *look);
void window_open_tandem       (WindowFixture  *self,
                               const char     *name);
GtkWidget *window_open_person (WindowFixture  *self,
                               const char     *name);
void window_wait_at           (WindowFixture  *self,
                               GType           page,
                               const char     *name);
void window_make_sample       (const char     *path,
                               guint           scale);
void window_close             (WindowFixture  *self);
void window_open_again        (WindowFixture  *self,
                               gconstpointer   look);
int  window_open_held         (WindowFixture  *self);
void window_wait_freed        (WindowFixture  *self);
void window_settle            (WindowFixture  *self);
void window_close_others      (WindowFixture  *self,
                               GHashTable     *names);

#define WINDOW_TEST_ADD(path, look, func) g_test_add (path, WindowFixture, look, window_set_up, func, window_tear_down)

G_END_DECLS
