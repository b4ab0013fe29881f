/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-window-private.h"

#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-file-names.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-status-icons.h"
#include "app/common/tdm-toast-room.h"
#include "app/notes/tdm-notes-closing.h"
#include "base/tdm-backups.h"
#include "base/tdm-i18n.h"
#include "model/tdm-programme.h"
#include "workspace/tdm-workspace-clock.h"

#include <stdlib.h>

/* The window: a sidebar with the round and the pages, and what they show. It owns the workspace. */

G_DEFINE_FINAL_TYPE (TdmWindow, tdm_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_ROUND,
  N_PROPS
} TdmWindowProperty;

static GParamSpec *specs[N_PROPS];

TdmWorkspace *
tdm_window_get_workspace (TdmWindow *self)
{
  g_return_val_if_fail (TDM_IS_WINDOW (self), NULL);

  return self->workspace;
}

TdmRound *
tdm_window_get_round (TdmWindow *self)
{
  return self->round_switcher ? tdm_round_switcher_get_round (self->round_switcher) : NULL;
}

/* It comes at once, for it answers what was done last; what it covers comes back after it.
 * Returns: (transfer full) */
AdwToast *
tdm_window_make_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  return toast;
}

void
tdm_window_show_toast (TdmWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, tdm_window_make_toast (text));
}

static void
window_show_read_only (TdmWindow *self)
{
  gboolean is_read_only = tdm_workspace_is_read_only (self->workspace);

  gtk_revealer_set_reveal_child (self->read_only_bar, is_read_only);
  if (is_read_only)
    gtk_label_set_text (self->read_only_label, tdm_workspace_explain_read_only (self->workspace));
}

static void
window_update_actions (TdmWindow *self)
{
  gboolean writable = self->workspace && !tdm_workspace_is_read_only (self->workspace);
  gboolean has_round = tdm_window_get_round (self) != NULL;
  /* People and tandems of a participant come with invitations, and the round is somebody else's. */
  gboolean is_coordinator = self->workspace && !tdm_workspace_get_participant (self->workspace);
  gboolean can_coordinate = writable && is_coordinator;
  GtkWidget *widget = GTK_WIDGET (self);
  static const char *const navigation[] = {
    "win.show-page", "win.show-pair", "win.show-meeting", "win.show-person",  "win.describe-person", "win.back",
    "win.leave",     "win.search",    "win.show-sidebar", "win.show-content", "win.new-note",
  };

  gtk_widget_action_set_enabled (widget, "win.undo",
                                 writable && tdm_workspace_get_undo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 writable && tdm_workspace_get_redo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.edit-programme",
                                 writable && tdm_workspace_get_programme (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.copy-programme",
                                 is_coordinator && tdm_workspace_get_programme (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.new-person", can_coordinate);
  gtk_widget_action_set_enabled (widget, "win.new-pair", can_coordinate && has_round);
  gtk_widget_action_set_enabled (widget, "win.pair-person", can_coordinate && has_round);
  gtk_widget_action_set_enabled (widget, "win.new-round", can_coordinate);
  gtk_widget_action_set_enabled (widget, "win.copy-round", can_coordinate && has_round);
  for (guint i = 0; i < G_N_ELEMENTS (navigation); i++)
    gtk_widget_action_set_enabled (widget, navigation[i], self->workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.export-round", is_coordinator && has_round);
  gtk_widget_action_set_enabled (widget, "win.show-outbox", self->workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.open-answers", writable);
  gtk_widget_action_set_enabled (widget, "win.paste-answers", writable);
  gtk_widget_action_set_enabled (widget, "win.back-up", self->workspace != NULL);
  tdm_window_update_file_actions (self);
  if (self->leaflet)
    tdm_window_show_round (self, is_coordinator);
}

/* The name and the company are cut where they are long: the sidebar is as wide as its widest word. */
static void
window_show_programme (TdmWindow *self)
{
  TdmProgramme *programme = tdm_workspace_get_programme (self->workspace);
  const char *title = programme ? tdm_programme_get_title (programme) : "Tandem";
  g_autofree char *place = tdm_file_names_place (tdm_workspace_get_path (self->workspace));
  g_autofree char *tooltip = g_strjoin ("\n", title, place, NULL);

  gtk_label_set_text (self->programme_name, title);
  tdm_label_show_text (self->company_name,
                       programme ? tdm_record_get_text (TDM_RECORD (programme), TDM_PROGRAMME_COMPANY) : NULL);
  gtk_widget_set_tooltip_text (self->programme_title, tooltip);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

void
tdm_window_set_workspace (TdmWindow *self, TdmWorkspace *workspace)
{
  g_autofree char *page = g_settings_get_string (self->settings, "sidebar-page");
  gboolean is_first = self->leaflet == NULL;
  g_autoptr (TdmWorkspace) old = NULL;

  g_set_object (&old, self->workspace);
  tdm_window_forget_change_toast (self);
  tdm_window_build_main (self);
  if (!is_first)
    {
      tdm_window_forget_trail (self);
      tdm_window_show_selected_page (self);
    }
  if (self->workspace)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  tdm_workspace_follow_clock (workspace);
  g_signal_connect_object (workspace, "notify::undo-label", G_CALLBACK (tdm_window_forget_change_toast), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::undo-label", G_CALLBACK (window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::undo-label", G_CALLBACK (window_show_programme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::redo-label", G_CALLBACK (window_update_actions), self,
                           G_CONNECT_SWAPPED);

  window_show_programme (self);
  g_signal_connect_object (workspace, "notify::read-only", G_CALLBACK (window_show_read_only), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::read-only", G_CALLBACK (window_update_actions), self, G_CONNECT_SWAPPED);
  window_show_read_only (self);
  window_update_actions (self);
  tdm_round_switcher_set_rounds (self->round_switcher, tdm_workspace_get_rounds (workspace));
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_WORKSPACE]);
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_ROUND]);
  if (old && old != workspace)
    tdm_workspace_close (old);
  tdm_window_follow_file (self);
  g_settings_set_string (self->settings, "last-file", tdm_workspace_get_path (workspace));
  if (is_first)
    tdm_window_select_page (self, page);
  gtk_stack_set_visible_child_name (self->stack, "main");
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  tdm_window_take_waiting_files (self);
}

typedef struct
{
  TdmWindow *window;
  char *path;
} TdmOpening;

static void
window_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree TdmOpening *opening = data;
  g_autofree char *path = opening->path;
  g_autoptr (TdmWindow) self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_workspace_open_finish (result, &error);

  if (workspace)
    tdm_window_set_workspace (self, workspace);
  else
    tdm_window_show_error (self, path, error);
}

void
tdm_window_load (TdmWindow *self, const char *path, TdmOpenMode mode)
{
  TdmOpening *opening = g_new (TdmOpening, 1);

  *opening = (TdmOpening) { g_object_ref (self), g_strdup (path) };
  gtk_stack_set_visible_child_name (self->stack, "loading");
  tdm_workspace_open_async (path, mode, window_opened_cb, opening);
}

void
tdm_window_open_file (TdmWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  /* Opening it once more would find it locked by ourselves. */
  if (tdm_window_shows (self, file))
    {
      gtk_stack_set_visible_child_name (self->stack, "main");
      return;
    }
  if (path)
    {
      tdm_window_load (self, path, TDM_OPEN_EXISTING);
      return;
    }
  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("Only files on this computer can be opened."));
  tdm_window_show_error (self, NULL, error);
}

/* For an answer: a window that was closed lives on until it has come, and may have been given another file. */
gboolean
tdm_window_still_shows (TdmWindow *self, gpointer workspace)
{
  return self->workspace == workspace && gtk_widget_get_realized (GTK_WIDGET (self));
}

gboolean
tdm_window_shows (TdmWindow *self, GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *real = path ? realpath (path, NULL) : NULL;
  gboolean is_shown = self->workspace && g_strcmp0 (real, tdm_workspace_get_path (self->workspace)) == 0;

  free (real);
  return is_shown;
}

/* The file that was open last, or the first-start page. */
void
tdm_window_open_last (TdmWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-file");
  gboolean is_there = *last && g_file_test (last, G_FILE_TEST_EXISTS);
  g_autoptr (GPtrArray) backups = *last && !is_there ? tdm_backups_list (last) : NULL;

  /* A file that is gone, but for its backups, is missed once. */
  if (is_there || (backups && backups->len > 0))
    tdm_window_load (self, last, TDM_OPEN_EXISTING);
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "welcome");
      gtk_widget_grab_focus (self->first_choice);
    }
  if (*last && !is_there)
    g_settings_reset (self->settings, "last-file");
}

static gboolean
tdm_window_close_request (GtkWindow *window)
{
  TdmWindow *self = TDM_WINDOW (window);
  int width, height;

  if (tdm_dialog_guard_keeps (window) || tdm_notes_closing_must_wait (window))
    return TRUE;
  if (!gtk_window_is_maximized (window))
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (tdm_window_parent_class)->close_request (window);
}

static void
tdm_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmWindow *self = TDM_WINDOW (object);

  switch ((TdmWindowProperty) id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_ROUND:
      g_value_set_object (value, tdm_window_get_round (self));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_window_dispose (GObject *object)
{
  TdmWindow *self = TDM_WINDOW (object);

  if (self->exporting)
    g_cancellable_cancel (self->exporting);
  g_clear_object (&self->exporting);
  g_clear_pointer (&self->waiting_files, g_ptr_array_unref);
  g_clear_pointer (&self->joining_files, g_ptr_array_unref);
  g_clear_pointer (&self->trail, g_ptr_array_unref);
  g_clear_pointer (&self->ended_pairs, g_strfreev);
  g_clear_pointer (&self->failed_path, g_free);
  g_clear_weak_pointer (&self->change_toast);
  tdm_window_dispose_main (self);
  /* It hears of the settings, and somebody may still hold it. */
  if (self->settings)
    g_action_map_remove_action (G_ACTION_MAP (self), "tandems-view");
  /* The last change is on disk before the window is gone. */
  if (self->workspace)
    tdm_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (tdm_window_parent_class)->dispose (object);
}

static void
tdm_window_class_init (TdmWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_window_get_property;
  object_class->dispose = tdm_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tdm_window_close_request;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, TDM_TYPE_ROUND, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/shell/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TdmWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmWindow, first_choice);
  gtk_widget_class_bind_template_child (widget_class, TdmWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, TdmWindow, restore_button);
  tdm_window_install_actions (widget_class);
  tdm_window_install_parts (widget_class);
  tdm_window_install_pages (widget_class);
  tdm_window_install_trail (widget_class);
  tdm_window_install_export (widget_class);
  tdm_window_install_start (widget_class);
  tdm_window_install_file (widget_class);
  tdm_window_install_inbox (widget_class);
  tdm_window_install_join (widget_class);
  tdm_window_install_notes (widget_class);
}

static void
tdm_window_init (TdmWindow *self)
{
  g_autoptr (GAction) view = NULL;

  self->settings = g_settings_new (TANDEM_APP_ID);
  tdm_window_start_trail (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_status_icons_wait (GTK_WIDGET (self));
  tdm_toast_room_keep (self->toasts);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect (self, "notify::round", G_CALLBACK (window_update_actions), NULL);
  view = g_settings_create_action (self->settings, "tandems-view");
  g_action_map_add_action (G_ACTION_MAP (self), view);
  tdm_window_accept_drops (self);
  tdm_window_watch_notes (self);
  window_update_actions (self);
}

TdmWindow *
tdm_window_new (AdwApplication *application)
{
  return g_object_new (TDM_TYPE_WINDOW, "application", application, NULL);
}
