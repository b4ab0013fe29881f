/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-door.h"

#include "app/common/tdm-template.h"
#include "app/notes/tdm-setup-dialog.h"
#include "app/notes/tdm-unlock-box.h"
#include "notebook/tdm-notebook.h"

/* What stands before the notes while they cannot be read: they are to be set up first, they are locked, or the file
 * cannot be opened. */

struct _TdmNotesDoor
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkWidget *begin_button;
  TdmUnlockBox *unlock_box;
  GtkWidget *set_up_button;
};

G_DEFINE_FINAL_TYPE (TdmNotesDoor, tdm_notes_door, ADW_TYPE_BIN)

static guint looked_signal;

static void
notes_door_show_error (TdmNotesDoor *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, escaped);
  gtk_widget_set_visible (self->begin_button, tdm_notebook_classify (error) == TDM_NOTEBOOK_FAILURE_EMPTY);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmNotesDoor) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_known = tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error);

  if (!self->stack)
    return;
  if (is_known)
    g_signal_emit (self, looked_signal, 0);
  else
    notes_door_show_error (self, error);
}

static void
look (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_notes_door_look (TDM_NOTES_DOOR (widget));
}

static void
set_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tdm_setup_dialog_present (widget, TDM_SETUP_BEGIN);
}

/* Where somebody goes on from here */
static gboolean
tdm_notes_door_grab_focus (GtkWidget *widget)
{
  TdmNotesDoor *self = TDM_NOTES_DOOR (widget);
  TdmNotebookState state = tdm_notebook_get_state (tdm_notebook_get_default ());

  if (state == TDM_NOTEBOOK_LOCKED)
    return gtk_widget_grab_focus (GTK_WIDGET (self->unlock_box));
  return state == TDM_NOTEBOOK_ABSENT && gtk_widget_grab_focus (self->set_up_button);
}

static void
tdm_notes_door_class_init (TdmNotesDoorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_template_dispose;
  widget_class->grab_focus = tdm_notes_door_grab_focus;

  /* What was looked for is known. */
  looked_signal = g_signal_new ("looked", TDM_TYPE_NOTES_DOOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TDM_TYPE_UNLOCK_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/notes-door.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmNotesDoor, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesDoor, error_page);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesDoor, begin_button);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesDoor, unlock_box);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesDoor, set_up_button);
  gtk_widget_class_install_action (widget_class, "notes.look", NULL, look);
  gtk_widget_class_install_action (widget_class, "notes.set-up", NULL, set_up);
}

static void
tdm_notes_door_init (TdmNotesDoor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether there are notes, and whether they can be opened: "looked" is emitted, or the door says why not. */
void
tdm_notes_door_look (TdmNotesDoor *self)
{
  g_return_if_fail (TDM_IS_NOTES_DOOR (self));

  tdm_notebook_look_async (tdm_notebook_get_default (), looked_cb, g_object_ref (self));
}

void
tdm_notes_door_show_state (TdmNotesDoor *self)
{
  TdmNotebookState state = tdm_notebook_get_state (tdm_notebook_get_default ());

  g_return_if_fail (TDM_IS_NOTES_DOOR (self));

  gtk_stack_set_visible_child_name (self->stack, state == TDM_NOTEBOOK_ABSENT   ? "absent"
                                                 : state == TDM_NOTEBOOK_LOCKED ? "locked"
                                                                             : "looking");
  if (state == TDM_NOTEBOOK_LOCKED && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tdm_unlock_box_meet (self->unlock_box);
  if (state == TDM_NOTEBOOK_UNLOCKED)
    tdm_unlock_box_clear (self->unlock_box);
}
