/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/notes/tdm-notes-farewell.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* What the window does for the private notes: the page, the lock, and taking back what was put into the bin. */

static void
window_lock_notes_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_notebook_lock (tdm_notebook_get_default ());
}

static TdmNotesPage *
window_go_to_notes (TdmWindow *self)
{
  tdm_window_select_page (self, "notes");
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  return TDM_NOTES_PAGE (gtk_stack_get_visible_child (self->pages));
}

static void
window_new_note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);

  if (self->workspace)
    tdm_notes_page_begin (window_go_to_notes (self), "", "");
}

static void
window_new_note_about_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *pair, *meeting;

  g_variant_get (parameter, "(&s&s)", &pair, &meeting);
  tdm_notes_page_begin (window_go_to_notes (TDM_WINDOW (widget)), pair, meeting);
}

static void
window_show_note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_notes_page_open (window_go_to_notes (TDM_WINDOW (widget)), g_variant_get_string (parameter, NULL));
}

static void
window_offer_note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  AdwToast *toast = tdm_window_make_toast (_ ("Moved to the bin"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.restore-note");
  adw_toast_set_action_target_value (toast, parameter);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
window_restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error))
    tdm_window_show_toast (self, error->message);
}

static void
window_restore_note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_notebook_remove_async (tdm_notebook_get_default (), g_variant_get_string (parameter, NULL), FALSE,
                             window_restored_cb, g_object_ref (widget));
}

static void
window_ask_waiting (TdmWindow *self)
{
  g_auto (GStrv) waiting = NULL, ended = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!self->ended_pairs || !tdm_notebook_is_unlocked (tdm_notebook_get_default ()))
    return;

  waiting = g_steal_pointer (&self->ended_pairs);
  for (char **uid = waiting; self->workspace && *uid; uid++)
    {
      TdmPair *pair = tdm_workspace_find_uid (self->workspace, tdm_workspace_get_pairs (self->workspace), *uid);

      /* It may have been taken up again meanwhile. */
      if (pair && tdm_pair_is_over (pair))
        g_strv_builder_add (builder, *uid);
    }
  ended = g_strv_builder_end (builder);
  if (*ended)
    tdm_notes_farewell_ask (GTK_WIDGET (self), self->workspace, (const char *const *) ended);
}

static void
window_ask_later_cb (gpointer data)
{
  g_autoptr (TdmWindow) self = data;

  window_ask_waiting (self);
}

/* While they are locked the question waits until they are not. */
static void
window_ask_about_notes_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmWindow *self = TDM_WINDOW (widget);
  g_auto (GStrv) waiting = g_steal_pointer (&self->ended_pairs), ended = g_variant_dup_strv (parameter, NULL);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_strv_builder_addv (all, (const char **) (waiting ? waiting : (char *[]) { NULL }));
  g_strv_builder_addv (all, (const char **) ended);
  self->ended_pairs = g_strv_builder_end (all);
  window_ask_waiting (self);
}

static void
window_show_lock (TdmWindow *self)
{
  gboolean is_open = tdm_notebook_is_unlocked (tdm_notebook_get_default ());

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock-notes", is_open);
  if (self->notes_icon)
    gtk_image_set_from_icon_name (self->notes_icon, is_open ? "changes-allow-symbolic" : "changes-prevent-symbolic");
  /* The notes themselves come right after the news that they are unlocked. */
  if (is_open && self->ended_pairs)
    g_idle_add_once (window_ask_later_cb, g_object_ref (self));
}

void
tdm_window_watch_notes (TdmWindow *self)
{
  g_signal_connect_object (tdm_notebook_get_default (), "notify::state", G_CALLBACK (window_show_lock), self,
                           G_CONNECT_SWAPPED);
  window_show_lock (self);
}

void
tdm_window_install_notes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.lock-notes", NULL, window_lock_notes_cb);
  gtk_widget_class_install_action (widget_class, "win.new-note", NULL, window_new_note_cb);
  gtk_widget_class_install_action (widget_class, "win.new-note-about", "(ss)", window_new_note_about_cb);
  gtk_widget_class_install_action (widget_class, "win.show-note", "s", window_show_note_cb);
  gtk_widget_class_install_action (widget_class, "win.offer-note", "s", window_offer_note_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-note", "s", window_restore_note_cb);
  gtk_widget_class_install_action (widget_class, "win.ask-about-notes", "as", window_ask_about_notes_cb);
}
