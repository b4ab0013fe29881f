/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-new-entry.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-in-view.h"
#include "workspace/tdm-workspace.h"

/* What was typed, NULL if nothing was. The entry is free for the next at once. */
char *
tdm_new_entry_take (GtkEditable *entry)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (entry));

  if (*title == '\0')
    return NULL;

  g_object_set_data_full (G_OBJECT (entry), "tdm-title", g_strdup (title), g_free);
  gtk_editable_set_text (entry, "");
  return g_steal_pointer (&title);
}

/* For the next list that ends in this entry: what was taken for the one before does not come back here. */
void
tdm_new_entry_clear (GtkEditable *entry)
{
  g_object_set_data (G_OBJECT (entry), "tdm-title", NULL);
  gtk_editable_set_text (entry, "");
}

/* For the verb that adds what was taken: if storing fails, the words come back, marked for the next to replace them. */
void
tdm_new_entry_added_cb (GObject *workspace, GAsyncResult *result, gpointer taken_entry)
{
  g_autoptr (GtkEditable) entry = taken_entry;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (workspace), result, &error);
  g_autofree char *title = g_object_steal_data (G_OBJECT (entry), "tdm-title");

  if (!error)
    {
      /* A new row pushes the entry down, out of the window perhaps, and the next words would be typed unseen. */
      tdm_in_view_keep (GTK_WIDGET (entry), GTK_WIDGET (entry));
      return;
    }
  tdm_feedback_show_error (GTK_WIDGET (entry), error);
  if (!title || *gtk_editable_get_text (entry) != '\0')
    return;
  gtk_editable_set_text (entry, title);
  gtk_editable_select_region (entry, 0, -1);
}
