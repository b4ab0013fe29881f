/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-setup-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-secret-buffer.h"
#include "app/notes/tdm-notes-guard.h"
#include "app/notes/tdm-passphrase-group.h"
#include "app/notes/tdm-patience.h"
#include "app/notes/tdm-recovery-print.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-new-code.h"
#include "notebook/tdm-notebook.h"

#include <string.h>

/* Private notes begin: a passphrase, the recovery code, and two groups of it typed back, so that it was not only looked
 * at. Later in the same way: another code, or new keys and another code, for who knows the passphrase. */

#define N_GROUPS 7
#define GROUP_LENGTH 4

typedef enum
{
  STEP_PASSPHRASE,
  STEP_CODE,
  STEP_CHECK,
} Step;

struct _TdmSetupDialog
{
  AdwWindow parent_instance;

  TdmSetupPurpose purpose;
  Step step;
  TdmNewCode *new_code;
  guint asked[2];

  GtkStack *stack;
  TdmPassphraseGroup *group;
  GtkLabel *present_label;
  GtkEditable *present;
  GtkLabel *code;
  GtkLabel *check_label;
  GtkWidget *check_first;
  GtkWidget *check_second;
  GtkWidget *back_button;
  GtkWidget *default_button;
  GtkSpinner *spinner;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkLabel *patience;
};

G_DEFINE_FINAL_TYPE (TdmSetupDialog, tdm_setup_dialog, ADW_TYPE_WINDOW)

static gboolean
setup_dialog_is_typed (TdmSetupDialog *self, GtkWidget *row, guint group)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));

  return g_ascii_strncasecmp (typed, tdm_new_code_get_text (self->new_code) + group * (GROUP_LENGTH + 1),
                              GROUP_LENGTH) == 0 &&
         strlen (typed) == GROUP_LENGTH;
}

static gboolean
setup_dialog_is_complete (TdmSetupDialog *self)
{
  switch (self->step)
    {
    case STEP_PASSPHRASE:
      return self->purpose == TDM_SETUP_BEGIN ? tdm_passphrase_group_get_passphrase (self->group) != NULL
                                              : *tdm_secret_buffer_get_text (self->present) != '\0';
    case STEP_CODE:
      return TRUE;
    case STEP_CHECK:
      return setup_dialog_is_typed (self, self->check_first, self->asked[0]) &&
             setup_dialog_is_typed (self, self->check_second, self->asked[1]);
    }
  return FALSE;
}

static void
update (TdmSetupDialog *self)
{
  /* Of the button that does it in the end */
  static const char *const verbs[] = {
    [TDM_SETUP_BEGIN] = N_ ("_Begin"), [TDM_SETUP_NEW_CODE] = N_ ("_Replace"), [TDM_SETUP_NEW_KEYS] = N_ ("_Renew"),
  };
  gboolean is_busy = gtk_spinner_get_spinning (self->spinner);

  gtk_revealer_set_reveal_child (self->notice, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->default_button),
                        self->step == STEP_CHECK ? _ (verbs[self->purpose]) : _ ("_Next"));
  gtk_widget_set_sensitive (self->default_button, setup_dialog_is_complete (self) && !is_busy);
  gtk_widget_set_visible (self->back_button, self->step != STEP_PASSPHRASE);
  gtk_widget_set_sensitive (self->back_button, !is_busy);
}

static void
setup_dialog_go_to (TdmSetupDialog *self, Step step)
{
  gboolean begins = self->purpose == TDM_SETUP_BEGIN;
  const char *const names[] = { begins ? "passphrase" : "present", "code", "check" };
  GtkWidget *const first[] = { begins ? GTK_WIDGET (self->group) : GTK_WIDGET (self->present), self->default_button,
                               self->check_first };

  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, names[step]);
  update (self);
  gtk_widget_grab_focus (first[step]);
}

static void
setup_dialog_set_busy (TdmSetupDialog *self, gboolean is_busy)
{
  gtk_spinner_set_spinning (self->spinner, is_busy);
  tdm_patience_set_busy (self->patience, is_busy);
  update (self);
}

/* Whether it was done; otherwise the notice says why not. */
static gboolean
setup_dialog_take_answer (TdmSetupDialog *self, GObject *notebook, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gboolean done = tdm_notebook_finish (TDM_NOTEBOOK (notebook), result, &error);

  if (!self->notice)
    return FALSE;
  setup_dialog_set_busy (self, FALSE);
  if (done)
    return TRUE;
  gtk_label_set_text (self->notice_label, error->message);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
  return FALSE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmSetupDialog) self = data;

  if (!setup_dialog_take_answer (self, source, result))
    return;
  if (self->purpose == TDM_SETUP_BEGIN)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    tdm_feedback_close_and_show (GTK_WINDOW (self),
                                 self->purpose == TDM_SETUP_NEW_CODE
                                   ? _ ("The new recovery code is set. The old one opens nothing any more.")
                                   : _ ("Every note is encrypted with new keys."));
}

static void
setup_dialog_finish (TdmSetupDialog *self)
{
  const char *code = tdm_new_code_get_text (self->new_code);
  TdmNotebook *notebook = tdm_notebook_get_default ();

  setup_dialog_set_busy (self, TRUE);
  if (self->purpose == TDM_SETUP_BEGIN)
    tdm_notebook_create_async (notebook, tdm_passphrase_group_get_passphrase (self->group), code, done_cb,
                               g_object_ref (self));
  else if (self->purpose == TDM_SETUP_NEW_CODE)
    tdm_notebook_set_recovery_async (notebook, code, done_cb, g_object_ref (self));
  else
    tdm_notebook_renew_keys_async (notebook, tdm_secret_buffer_get_text (self->present), code, done_cb,
                                   g_object_ref (self));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmSetupDialog) self = data;

  if (setup_dialog_take_answer (self, source, result))
    setup_dialog_go_to (self, STEP_CODE);
}

static void
show_code (gpointer self)
{
  setup_dialog_go_to (self, STEP_CODE);
}

static void
next_cb (TdmSetupDialog *self)
{
  if (self->step == STEP_CHECK)
    setup_dialog_finish (self);
  else if (self->step == STEP_PASSPHRASE && self->purpose == TDM_SETUP_BEGIN)
    tdm_passphrase_group_make_sure (self->group, show_code, self);
  else if (self->step == STEP_PASSPHRASE)
    {
      /* Whoever finds the notes open may read them, but not take them over. */
      setup_dialog_set_busy (self, TRUE);
      tdm_notebook_check_passphrase_async (tdm_notebook_get_default (), tdm_secret_buffer_get_text (self->present),
                                           checked_cb, g_object_ref (self));
    }
  else
    setup_dialog_go_to (self, self->step + 1);
}

static void
back_cb (TdmSetupDialog *self)
{
  setup_dialog_go_to (self, self->step - 1);
}

static void
print_cb (TdmSetupDialog *self)
{
  tdm_recovery_print (GTK_WINDOW (self), tdm_new_code_get_text (self->new_code));
}

/* What is under way ends here, or nobody would hear what became of it. */
static gboolean
tdm_setup_dialog_close_request (GtkWindow *window)
{
  return gtk_spinner_get_spinning (TDM_SETUP_DIALOG (window)->spinner) ||
         GTK_WINDOW_CLASS (tdm_setup_dialog_parent_class)->close_request (window);
}

static void
tdm_setup_dialog_dispose (GObject *object)
{
  TdmSetupDialog *self = TDM_SETUP_DIALOG (object);

  if (self->group)
    tdm_passphrase_group_clear (self->group);
  if (self->present)
    gtk_editable_set_text (self->present, "");
  if (self->code)
    gtk_label_set_text (self->code, "");
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_SETUP_DIALOG);
  g_clear_pointer (&self->new_code, tdm_new_code_free);
  G_OBJECT_CLASS (tdm_setup_dialog_parent_class)->dispose (object);
}

static void
tdm_setup_dialog_class_init (TdmSetupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_setup_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tdm_setup_dialog_close_request;

  g_type_ensure (TDM_TYPE_PASSPHRASE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/setup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, present_label);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, present);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, code);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, check_label);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, check_first);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, check_second);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, default_button);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmSetupDialog, patience);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
tdm_setup_dialog_init (TdmSetupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_secret_buffer_attach (self->present);
  self->new_code = tdm_new_code_make ();
  gtk_label_set_text (self->code, tdm_new_code_get_text (self->new_code));

  /* Two different groups, in their order */
  self->asked[0] = g_random_int_range (0, N_GROUPS - 1);
  self->asked[1] = g_random_int_range (self->asked[0] + 1, N_GROUPS);
  for (guint i = 0; i < G_N_ELEMENTS (self->asked); i++)
    {
      /* Translators: one of the seven groups of four characters of a recovery code */
      g_autofree char *title = g_strdup_printf (_ ("Group %u"), self->asked[i] + 1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (i == 0 ? self->check_first : self->check_second), title);
    }
  gtk_label_set_text (self->check_label,
                      _ ("Please type two groups of the code from your paper, to be sure that it can be read."));
  update (self);
}

void
tdm_setup_dialog_present (GtkWidget *over, TdmSetupPurpose purpose)
{
  TdmSetupDialog *self = g_object_new (TDM_TYPE_SETUP_DIALOG, NULL);

  self->purpose = purpose;
  if (purpose == TDM_SETUP_NEW_CODE)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("New Recovery Code"));
      gtk_label_set_text (self->present_label,
                          _ ("Once the new code is set, the old one opens nothing any more. Backups made "
                             "before still open with the code of their time."));
    }
  else if (purpose == TDM_SETUP_NEW_KEYS)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Renew the Keys"));
      gtk_label_set_text (self->present_label,
                          _ ("Every note is encrypted anew, with new keys and a new recovery code. This "
                             "helps if somebody has a copy of the file and has come to know an older "
                             "passphrase or code. Backups made before still open as they did."));
    }
  /* Locked notes have no keys to change. */
  if (purpose != TDM_SETUP_BEGIN)
    tdm_notes_guard_watch_dialog (self);
  tdm_dialog_open (self, over);
  setup_dialog_go_to (self, STEP_PASSPHRASE);
}
