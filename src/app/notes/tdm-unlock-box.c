/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-unlock-box.h"

#include "app/common/tdm-secret-buffer.h"
#include "app/common/tdm-template.h"
#include "app/notes/tdm-passphrase-dialog.h"
#include "app/notes/tdm-patience.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* Asks for the passphrase, or for the recovery code of who has forgotten it. Where the keyring was told how, it opens
 * the notes when the program starts, and after a lock only for who has said so. */

struct _TdmUnlockBox
{
  AdwBin parent_instance;

  gboolean has_code;
  gboolean is_recovering;
  gboolean has_tried;

  GtkLabel *unsaved;
  GtkStack *stack;
  GtkEditable *passphrase;
  GtkEditable *code;
  GtkLabel *error;
  GtkLabel *patience;
  GtkWidget *button;
  GtkSpinner *spinner;
  GtkButton *other_button;
  GtkWidget *keyring_button;
};

G_DEFINE_FINAL_TYPE (TdmUnlockBox, tdm_unlock_box, ADW_TYPE_BIN)

static void
unlock_box_show_way (TdmUnlockBox *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->has_code ? "code" : "passphrase");
  gtk_button_set_label (self->other_button, self->has_code ? _ ("Enter the Passphrase") : _ ("Use the Recovery Code…"));
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
}

/* Before the door somebody hears that what they wrote last is not lost. */
static void
unlock_box_show_unsaved (TdmUnlockBox *self)
{
  const TdmNotebookFacts *facts = tdm_notebook_get_facts (tdm_notebook_get_default ());

  gtk_label_set_text (self->unsaved,
                      facts->n_in_memory > 0
                        ? _ ("What you wrote last could not be saved. It is kept, encrypted, only as long as "
                             "Tandem stays open: please make room on the disk, then unlock.")
                        : _ ("What you wrote last could not be saved. It is kept, encrypted, and is in your "
                             "notes again once you unlock them."));
  gtk_widget_set_visible (GTK_WIDGET (self->unsaved), facts->n_unsaved > 0);
}

/* GTK 4.8 notifies of “spinning” before it changes, so nothing can be bound to it. */
static void
unlock_box_spin (TdmUnlockBox *self, gboolean is_busy)
{
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
}

static void
unlock_box_set_busy (TdmUnlockBox *self, gboolean is_busy)
{
  unlock_box_spin (self, is_busy);
  tdm_patience_set_busy (self->patience, is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !is_busy);
  gtk_widget_set_sensitive (self->button, !is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->other_button), !is_busy);
  gtk_widget_set_sensitive (self->keyring_button, !is_busy);
}

static void
unlock_box_focus_entry (TdmUnlockBox *self)
{
  GtkEditable *entry = self->has_code ? self->code : self->passphrase;

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_select_region (entry, 0, -1);
}

static void
unlock_box_show_error (TdmUnlockBox *self, const GError *error)
{
  gboolean is_code = self->has_code && tdm_notebook_classify (error) == TDM_NOTEBOOK_FAILURE_WRONG_SECRET;

  gtk_label_set_text (self->error, is_code ? _ ("This is the recovery code of other notes, or an older one.")
                                           : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  unlock_box_focus_entry (self);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmUnlockBox) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error);
  gboolean was_code = self->is_recovering;

  /* The window may be gone. */
  if (!self->stack || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  unlock_box_set_busy (self, FALSE);
  if (!done)
    {
      unlock_box_show_error (self, error);
      return;
    }
  tdm_unlock_box_clear (self);
  /* Whoever needed the code has forgotten the passphrase. */
  if (was_code)
    tdm_passphrase_dialog_present (GTK_WIDGET (self), TRUE);
}

static void
unlock (TdmUnlockBox *self)
{
  const char *text =
    self->has_code ? gtk_editable_get_text (self->code) : tdm_secret_buffer_get_text (self->passphrase);

  if (*text == '\0' || !gtk_widget_get_sensitive (self->button))
    return;
  self->is_recovering = self->has_code;
  unlock_box_set_busy (self, TRUE);
  if (self->has_code)
    tdm_notebook_recover_async (tdm_notebook_get_default (), text, unlocked_cb, g_object_ref (self));
  else
    tdm_notebook_unlock_async (tdm_notebook_get_default (), text, unlocked_cb, g_object_ref (self));
}

/* Whoever types meanwhile does not hear that the keyring could not. */
static void
keyring_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmUnlockBox) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error);

  if (!self->stack)
    return;
  gtk_widget_set_sensitive (self->keyring_button, TRUE);
  if (gtk_widget_get_sensitive (self->button))
    unlock_box_spin (self, FALSE);
  if (!done && !self->has_code && *tdm_secret_buffer_get_text (self->passphrase) == '\0' &&
      gtk_widget_get_sensitive (self->button))
    unlock_box_show_error (self, error);
}

/* It may take long, or ask somewhere else: the passphrase can be entered all the same. */
static void
use_keyring (TdmUnlockBox *self)
{
  unlock_box_spin (self, TRUE);
  gtk_widget_set_sensitive (self->keyring_button, FALSE);
  tdm_notebook_unlock_by_keyring_async (tdm_notebook_get_default (), keyring_cb, g_object_ref (self));
}

static void
clear_error (TdmUnlockBox *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
}

static void
other_way (TdmUnlockBox *self)
{
  self->has_code = !self->has_code;
  unlock_box_show_way (self);
  unlock_box_focus_entry (self);
}

static gboolean
tdm_unlock_box_grab_focus (GtkWidget *widget)
{
  unlock_box_focus_entry (TDM_UNLOCK_BOX (widget));
  return TRUE;
}

static void
tdm_unlock_box_class_init (TdmUnlockBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_template_dispose;
  widget_class->grab_focus = tdm_unlock_box_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/unlock-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, unsaved);
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, passphrase);
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, code);
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, error);
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, patience);
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, button);
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, spinner);
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, other_button);
  gtk_widget_class_bind_template_child (widget_class, TdmUnlockBox, keyring_button);
  gtk_widget_class_bind_template_callback (widget_class, unlock);
  gtk_widget_class_bind_template_callback (widget_class, use_keyring);
  gtk_widget_class_bind_template_callback (widget_class, clear_error);
  gtk_widget_class_bind_template_callback (widget_class, other_way);
}

static void
tdm_unlock_box_init (TdmUnlockBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_secret_buffer_attach (self->passphrase);
  g_signal_connect_object (tdm_notebook_get_default (), "locking", G_CALLBACK (tdm_unlock_box_clear), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tdm_notebook_get_default (), "notify::unsaved", G_CALLBACK (unlock_box_show_unsaved), self,
                           G_CONNECT_SWAPPED);
  unlock_box_show_unsaved (self);
  unlock_box_show_way (self);
}

/* Nothing that was typed stays. */
void
tdm_unlock_box_clear (TdmUnlockBox *self)
{
  gtk_editable_set_text (self->passphrase, "");
  gtk_editable_set_text (self->code, "");
  self->has_code = FALSE;
  unlock_box_show_way (self);
}

/* Somebody is before the locked notes. */
void
tdm_unlock_box_meet (TdmUnlockBox *self)
{
  const TdmNotebookFacts *facts = tdm_notebook_get_facts (tdm_notebook_get_default ());
  g_autoptr (GSettings) settings = g_settings_new (TANDEM_APP_ID);
  gboolean asks = facts->was_locked && g_settings_get_boolean (settings, "ask-after-lock");

  gtk_widget_set_visible (self->keyring_button, facts->has_keyring && !asks);
  if (!facts->has_keyring || self->has_tried || facts->was_locked)
    return;
  self->has_tried = TRUE;
  use_keyring (self);
}
