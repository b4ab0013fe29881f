/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-page-private.h"

#include "app/common/tdm-main-menu.h"
#include "app/common/tdm-status-icons.h"
#include "app/notes/tdm-keys-dialog.h"
#include "app/notes/tdm-notes-door.h"
#include "app/notes/tdm-notes-files.h"
#include "app/notes/tdm-notes-notice.h"
#include "base/tdm-compat.h"
#include "base/tdm-secrets.h"

/* My notes: a door while they are locked; a list and an editor when they are not. */

G_DEFINE_FINAL_TYPE (TdmNotesPage, tdm_notes_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_NARROW,
  PROP_VIEW,
  N_PROPS
} TdmNotesPageProperty;

static GParamSpec *specs[N_PROPS];

/* --- the note on show ---------------------------------------------------- */

/* Side by side the keyboard stays in the list, from where the leaflet would take it at the first time only. */
void
tdm_notes_page_show_editor (TdmNotesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  if (focus && gtk_widget_is_ancestor (focus, self->list_side) && !adw_leaflet_get_folded (self->leaflet))
    gtk_root_set_focus (root, focus);
}

/* After unlocking, the notes come one step later: the one that was open before is open again as soon as it is there,
 * unless another one is by then. */
void
tdm_notes_page_go_on (TdmNotesPage *self)
{
  g_autofree char *uid = NULL;

  if (!self->left_uid || !tdm_notebook_is_unlocked (self->notebook) ||
      !tdm_notebook_find (self->notebook, self->left_uid))
    return;
  uid = g_steal_pointer (&self->left_uid);
  if (tdm_note_editor_get_uid (self->editor))
    return;
  tdm_note_editor_open (self->editor, uid);
  tdm_notes_page_show_editor (self);
}

/* Back from a note that is gone, or that somebody has done with for now */
static void
notes_page_show_list_side (TdmNotesPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  if (!gtk_widget_grab_focus (self->list))
    gtk_widget_child_focus (self->list_side, GTK_DIR_TAB_FORWARD);
}

static void
notes_page_begin (TdmNotesPage *self, TdmNote *note)
{
  if (g_strcmp0 (self->view_name, "questions") == 0)
    tdm_note_set_question (note, TRUE);
  else if (g_strcmp0 (self->view_name, "bin") == 0)
    g_object_set (self, "view", "notes", NULL);
  tdm_note_editor_begin (self->editor, note);
  tdm_notes_page_show_editor (self);
}

/* --- the door ----------------------------------------------------------- */

/* Where somebody goes on from here, but for those who only pass by with the arrow keys of the sidebar. */
static void
notes_page_focus_door (TdmNotesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (!self->is_entered && focus && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  if (tdm_notebook_is_unlocked (self->notebook))
    gtk_widget_child_focus (self->list_side, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->door));
}

static void
notes_page_show_state (TdmNotesPage *self)
{
  gboolean is_open = tdm_notebook_is_unlocked (self->notebook);

  gtk_stack_set_visible_child_name (self->stack, is_open ? "open" : "closed");
  tdm_notes_door_show_state (self->door);
  tdm_notes_page_enable_actions (self);
  notes_page_focus_door (self);
  if (is_open && self->waiting)
    {
      g_autoptr (TdmNote) note = g_steal_pointer (&self->waiting);

      notes_page_begin (self, note);
    }
}

/* Heard of before the editor hears of it, which lets go of the note */
static void
before_locking_cb (TdmNotesPage *self)
{
  const char *uid = self->editor ? tdm_note_editor_get_uid (self->editor) : NULL;

  if (uid)
    tdm_set_str (&self->left_uid, uid);
}

static void
locking_cb (TdmNotesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
tdm_notes_page_map (GtkWidget *widget)
{
  TdmNotesPage *self = TDM_NOTES_PAGE (widget);

  tdm_secrets_expect ();
  GTK_WIDGET_CLASS (tdm_notes_page_parent_class)->map (widget);
  if (!tdm_notebook_is_unlocked (self->notebook))
    tdm_notes_door_look (self->door);
  notes_page_focus_door (self);
}

static void
tdm_notes_page_unmap (GtkWidget *widget)
{
  TDM_NOTES_PAGE (widget)->is_entered = FALSE;
  GTK_WIDGET_CLASS (tdm_notes_page_parent_class)->unmap (widget);
}

/* --- actions ------------------------------------------------------------ */

static void
new_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_notes_page_begin (TDM_NOTES_PAGE (widget), "", "");
}

static void
show_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmNotesPage *self = TDM_NOTES_PAGE (widget);

  tdm_note_editor_save (self->editor);
  notes_page_show_list_side (self);
}

static void
show_keys (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_keys_dialog_present (widget);
}

/* The editor let go of a note. */
static void
removed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmNotesPage *self = TDM_NOTES_PAGE (widget);

  notes_page_show_list_side (self);
  gtk_widget_activate_action (widget, "win.offer-note", "s", g_variant_get_string (parameter, NULL));
}

/* --- object ------------------------------------------------------------- */

static void
tdm_notes_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmNotesPage *self = TDM_NOTES_PAGE (object);

  switch ((TdmNotesPageProperty) id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->view_name);
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_notes_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmNotesPage *self = TDM_NOTES_PAGE (object);

  switch ((TdmNotesPageProperty) id)
    {
    case PROP_WORKSPACE:
      g_set_object (&self->workspace, g_value_get_object (value));
      tdm_note_editor_set_workspace (self->editor, self->workspace);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    case PROP_VIEW:
      tdm_notes_page_set_view (self, g_value_get_string (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
tdm_notes_page_dispose (GObject *object)
{
  TdmNotesPage *self = TDM_NOTES_PAGE (object);

  if (self->notebook)
    g_signal_handlers_disconnect_by_data (self->notebook, self);
  if (self->editor)
    {
      g_signal_handlers_disconnect_by_data (self->editor, self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_NOTES_PAGE);
  g_clear_object (&self->workspace);
  g_clear_object (&self->waiting);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->view_name, g_free);
  g_clear_pointer (&self->left_uid, g_free);
  G_OBJECT_CLASS (tdm_notes_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, door_menu_button);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, door);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, list_side);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, notes_page_show_state);
}

static void
tdm_notes_page_class_init (TdmNotesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tdm_notes_page_get_property;
  object_class->set_property = tdm_notes_page_set_property;
  object_class->dispose = tdm_notes_page_dispose;
  widget_class->map = tdm_notes_page_map;
  widget_class->unmap = tdm_notes_page_unmap;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  specs[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "notes", flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_NOTE_EDITOR);
  g_type_ensure (TDM_TYPE_NOTES_DOOR);
  g_type_ensure (TDM_TYPE_NOTES_NOTICE);
  bind_template (widget_class);
  tdm_notes_page_bind_list (widget_class);
  gtk_widget_class_install_action (widget_class, "notes.new", NULL, new_note);
  gtk_widget_class_install_action (widget_class, "notes.show-list", NULL, show_list);
  gtk_widget_class_install_action (widget_class, "notes.show-keys", NULL, show_keys);
  gtk_widget_class_install_action (widget_class, "notes.removed", "s", removed);
  gtk_widget_class_install_property_action (widget_class, "notes.view", "view");
  tdm_notes_page_install_files (widget_class);
}

static void
tdm_notes_page_init (TdmNotesPage *self)
{
  self->notebook = g_object_ref (tdm_notebook_get_default ());
  g_signal_connect_object (self->notebook, "locking", G_CALLBACK (before_locking_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_status_icons_wait (GTK_WIDGET (self));
  tdm_main_menu_offer (self->door_menu_button, tdm_main_menu_get ());
  tdm_main_menu_offer (self->menu_button, tdm_main_menu_get ());
  tdm_notes_page_watch_list (self);
  g_signal_connect_object (self->notebook, "notify::state", G_CALLBACK (notes_page_show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "notify::trusted", G_CALLBACK (tdm_notes_page_enable_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "notify::read-only", G_CALLBACK (tdm_notes_page_enable_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "locking", G_CALLBACK (locking_cb), self, G_CONNECT_SWAPPED);
  tdm_notes_page_set_view (self, "notes");
  notes_page_show_state (self);
}

/* What is being written is on its way to the disk before anything else that is asked for now. */
void
tdm_notes_page_save (TdmNotesPage *self)
{
  tdm_note_editor_save (self->editor);
}

/* From a note that stands alone to the list. Returns whether there was one to leave. */
gboolean
tdm_notes_page_go_back (TdmNotesPage *self)
{
  if (!adw_leaflet_get_folded (self->leaflet) ||
      adw_leaflet_get_visible_child (self->leaflet) != GTK_WIDGET (self->editor) ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->leaflet)))
    return FALSE;
  notes_page_show_list_side (self);
  return TRUE;
}

/* The user has come to stay: the keyboard goes where it is needed, as soon as it is known where that is. */
void
tdm_notes_page_enter (TdmNotesPage *self)
{
  self->is_entered = TRUE;
  notes_page_focus_door (self);
}

/* A new note about a tandem and a meeting, or about nothing (""); if need be once the notes are unlocked. */
void
tdm_notes_page_begin (TdmNotesPage *self, const char *pair, const char *meeting)
{
  g_autoptr (TdmNote) note = tdm_note_new (pair, meeting);

  if (tdm_notebook_is_unlocked (self->notebook))
    notes_page_begin (self, note);
  else
    g_set_object (&self->waiting, note);
}

void
tdm_notes_page_open (TdmNotesPage *self, const char *uid)
{
  if (!tdm_notebook_is_unlocked (self->notebook))
    return;
  g_object_set (self, "view", "notes", NULL);
  tdm_note_editor_open (self->editor, uid);
  tdm_notes_page_show_editor (self);
}
