/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-new-entry.h"

#include "app/common/tdm-feedback.h"
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

/* By then the row of what was added is laid out. */
#define FRAMES_OF_LAYOUT 20

/* Where the entry with the keyboard is in what scrolls. FALSE if nothing does, or if the keyboard has gone on. */
static gboolean
entry_find_place (GtkWidget *entry, GtkAdjustment **adjustment, graphene_rect_t *place)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (entry, GTK_TYPE_VIEWPORT);
  GtkWidget *focus = viewport ? gtk_root_get_focus (gtk_widget_get_root (entry)) : NULL;

  if (!focus || !(focus == entry || gtk_widget_is_ancestor (focus, entry)))
    return FALSE;
  *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  return gtk_widget_compute_bounds (entry, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), place);
}

static gboolean
entry_follow_cb (GtkWidget *entry, GdkFrameClock *clock, gpointer n_frames)
{
  GtkAdjustment *adjustment;
  graphene_rect_t place;

  if (!entry_find_place (entry, &adjustment, &place))
    return G_SOURCE_REMOVE;
  gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
  return (*(guint *) n_frames)++ < FRAMES_OF_LAYOUT ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* A new row pushes the entry down, out of the window perhaps, and the next words would be typed unseen. */
static void
entry_follow (GtkWidget *entry)
{
  gtk_widget_add_tick_callback (entry, entry_follow_cb, g_new0 (guint, 1), g_free);
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
      entry_follow (GTK_WIDGET (entry));
      return;
    }
  tdm_feedback_show_error (GTK_WIDGET (entry), error);
  if (!title || *gtk_editable_get_text (entry) != '\0')
    return;
  gtk_editable_set_text (entry, title);
  gtk_editable_select_region (entry, 0, -1);
}
