/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What somebody sees in the windows of this process: widgets by their type and by the name that a screen reader says.
 * A name that begins with ^ is a regular expression; NULL is any name. Only what is mapped is seen, scrolled away or
 * not. */

typedef gboolean (*EyeCondition) (gpointer data);

void       eye_wait        (EyeCondition  condition,
                            gpointer      data,
                            const char   *what);
void       eye_wait_freed  (gpointer      place,
                            const char   *what);
void       eye_settle      (void);

char      *eye_name        (GtkWidget    *widget);
gboolean   eye_is_focus_shown (gpointer   window);
gboolean   eye_has_focus_inside (gpointer widget);
GPtrArray *eye_look_all    (gpointer      root,
                            GType         type,
                            const char   *name);
GtkWidget *eye_look        (gpointer      root,
                            GType         type,
                            const char   *name);
GtkWidget *eye_find        (gpointer      root,
                            GType         type,
                            const char   *name);
void       eye_wait_gone   (gpointer      root,
                            GType         type,
                            const char   *name);
void       eye_find_label  (gpointer      root,
                            const char   *text);

GtkWindow *eye_find_window (const char   *title);
GPtrArray *eye_windows     (void);
gboolean   eye_is_shown    (gpointer      widget);
gboolean   eye_is_whole    (gpointer      label);
void       eye_dump        (gpointer      root);

G_END_DECLS
