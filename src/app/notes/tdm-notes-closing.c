/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-closing.h"

#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

#include <adwaita.h>

/* With the last window the program ends, and with it what is not saved: it asks before. */

/* What the window is told about itself */
#define IS_SAVING "tdm-notes-saving"
#define MAY_CLOSE "tdm-notes-may-close"

static void save_all (GtkWindow *window);

static void
close_now (gpointer data)
{
  g_autoptr (GtkWindow) window = data;

  g_object_set_data (G_OBJECT (window), MAY_CLOSE, window);
  gtk_window_close (window);
}

static void
response_cb (GtkWindow *window, const char *response)
{
  if (g_str_equal (response, "retry"))
    save_all (window);
  /* Later, for the dialog still needs the window below it. */
  else if (g_str_equal (response, "close"))
    g_idle_add_once (close_now, g_object_ref (window));
}

static void
ask (GtkWindow *window, const GError *error)
{
  const TdmNotebookFacts *facts = tdm_notebook_get_facts (tdm_notebook_get_default ());
  guint n_in_memory = facts->n_in_memory, n = facts->n_unsaved;
  const char *outlook =
    n_in_memory > 0 ? _ ("If you close Tandem now, what you wrote last is lost.")
                    : _ ("What is missing is kept encrypted on this computer, and is in your notes again when you "
                         "unlock them the next time.");
  g_autofree char *heading = g_strdup_printf (ngettext ("%u Note Is Not Saved", "%u Notes Are Not Saved", n), n);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", error->message, outlook);
  GtkWidget *dialog = adw_message_dialog_new (window, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "retry", _ ("_Try Again"),
                                    "close", _ ("Close _Anyway"), NULL);
  if (n_in_memory > 0)
    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "retry");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error);

  g_object_set_data (G_OBJECT (window), IS_SAVING, NULL);
  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    return;
  if (is_saved)
    close_now (g_object_ref (window));
  else
    ask (window, error);
}

static void
save_all (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), IS_SAVING, window);
  tdm_notebook_save_all_async (tdm_notebook_get_default (), saved_cb, g_object_ref (window));
}

/* Whether a window that is about to be closed stays for now; once everything is saved, or given up, it closes by
 * itself. */
gboolean
tdm_notes_closing_must_wait (GtkWindow *window)
{
  const TdmNotebookFacts *facts = tdm_notebook_get_facts (tdm_notebook_get_default ());
  GtkApplication *application = gtk_window_get_application (window);

  if (g_object_get_data (G_OBJECT (window), MAY_CLOSE))
    return FALSE;
  for (GList *l = application ? gtk_application_get_windows (application) : NULL; l; l = l->next)
    if (l->data != window && GTK_IS_APPLICATION_WINDOW (l->data))
      return FALSE;
  if (facts->state != TDM_NOTEBOOK_UNLOCKED && facts->n_in_memory == 0)
    return FALSE;
  if (!g_object_get_data (G_OBJECT (window), IS_SAVING))
    save_all (window);
  return TRUE;
}
