/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-file-chooser.h"

#include "base/tdm-i18n.h"

typedef struct
{
  TdmFileChosen chosen;
  gpointer data;
  GDestroyNotify free_data;
} TdmFileQuestion;

static void
file_question_free (gpointer data, GClosure *closure)
{
  TdmFileQuestion *self = data;

  self->free_data (self->data);
  g_free (self);
}

static void
file_question_answered_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  TdmFileQuestion *self = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file)
    self->chosen (self->data, file);
  g_object_unref (chooser);
}

/* Over the window of a widget; the button that accepts is GTK's own without a label. */
GtkFileChooser *
tdm_file_chooser_new (gpointer over, GtkFileChooserAction action, const char *title, const char *accept)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (over));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, accept, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return GTK_FILE_CHOOSER (chooser);
}

/* Which files an open dialog shows first; all of them can be shown, as a file may bear any name. */
void
tdm_file_chooser_add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) wanted = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (wanted, name);
  for (guint i = 0; suffixes[i]; i++)
    gtk_file_filter_add_suffix (wanted, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, wanted);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/* Shows the dialog, which goes with the answer. */
void
tdm_file_chooser_ask (GtkFileChooser *chooser, TdmFileChosen chosen, gpointer taken_data, GDestroyNotify free_data)
{
  TdmFileQuestion *question = g_new (TdmFileQuestion, 1);

  *question = (TdmFileQuestion) { chosen, taken_data, free_data };
  g_signal_connect_data (chooser, "response", G_CALLBACK (file_question_answered_cb), question, file_question_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
