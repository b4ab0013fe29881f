/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is asked before something is done that only the owner of the notes may do; in the language of the window. */
typedef struct
{
  const char *heading;
  const char *body;
  const char *button;
  gboolean is_destructive;
} TdmPassphraseWords;

typedef void (*TdmPassphraseAnswered) (gboolean is_owner, gpointer data);

void tdm_passphrase_question_ask (GtkWidget                *over,
                                  const TdmPassphraseWords *words,
                                  TdmPassphraseAnswered     answered,
                                  gpointer                  data);

G_END_DECLS
