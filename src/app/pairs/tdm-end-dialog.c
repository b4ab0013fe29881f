/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-end-dialog.h"

#include "app/common/tdm-feedback.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-pair-state-edits.h"
#include "model/tdm-scope.h"
#include "workspace/tdm-workspace.h"

/* Why tandems end. No person is at fault and no details are asked for. */

typedef struct
{
  TdmWorkspace *workspace;
  GPtrArray *pairs;
  GtkDropDown *reasons;
} TdmEnding;

/* In the order in which they are offered; TDM_END_NONE is no reason. */
static const TdmEndReason offered[] = {
  TDM_END_GOALS_REACHED, TDM_END_ROUND_END, TDM_END_TIME, TDM_END_CHEMISTRY, TDM_END_NEED_CHANGED,
  TDM_END_LEFT, TDM_END_LONG_ABSENCE, TDM_END_CONTACT_LOST, TDM_END_OTHER,
};

static void
ending_free (gpointer data, GClosure *closure)
{
  TdmEnding *ending = data;

  g_object_unref (ending->workspace);
  g_ptr_array_unref (ending->pairs);
  g_free (ending);
}

/* Tandems on their way to their end */
typedef struct
{
  GtkWidget *target;
  GPtrArray *pairs;
  TdmEndReason reason;
} TdmEnded;

static void
ended_free (TdmEnded *self)
{
  g_clear_object (&self->target);
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmEnded, ended_free)

/* Notes about these tandems may have to go with them. */
static void
ended_committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmEnded) ended = data;
  g_auto (GVariantBuilder) uids = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_autoptr (GVariant) ended_uids = NULL;

  tdm_feedback_undo_cb (source, result, g_object_ref (ended->target));
  for (guint i = 0; i < ended->pairs->len; i++)
    if (tdm_pair_is_over (ended->pairs->pdata[i]))
      g_variant_builder_add (&uids, "s", tdm_record_get_uid (ended->pairs->pdata[i]));
  ended_uids = g_variant_ref_sink (g_variant_builder_end (&uids));
  if (g_variant_n_children (ended_uids) > 0)
    gtk_widget_activate_action_variant (ended->target, "win.ask-about-notes", ended_uids);
}

static void
ended_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmEnded) ended = data;
  TdmWorkspace *workspace = TDM_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  TdmEdit *edit;

  if (!tdm_workspace_load_finish (workspace, result, &error))
    {
      tdm_feedback_show_error (ended->target, error);
      return;
    }
  edit = tdm_pair_state_edits_end (ended->pairs, ended->reason, NULL);
  tdm_workspace_commit_async (workspace, edit, ended_committed_cb, g_steal_pointer (&ended));
}

/* The meetings of a tandem that ends are called off: they must be known, though no view has shown them. */
static void
ending_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  TdmEnding *ending = data;
  TdmEnded *ended;

  if (!g_str_equal (response, "end"))
    return;
  ended = g_new (TdmEnded, 1);
  *ended = (TdmEnded) { tdm_feedback_target (dialog), g_ptr_array_ref (ending->pairs),
                        offered[gtk_drop_down_get_selected (ending->reasons)] };
  tdm_workspace_load_all_async (ending->workspace, TDM_SCOPE_PAIR, ended->pairs, ended_loaded_cb, ended);
}

void
tdm_end_dialog_present (GtkWidget *over, TdmWorkspace *workspace, GPtrArray *pairs)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (over));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  GtkStringList *titles = gtk_string_list_new (NULL);
  TdmEnding *ending = g_new0 (TdmEnding, 1);

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    gtk_string_list_append (titles, tdm_code_get_title (tdm_end_reason_get_type (), offered[i]));
  ending->workspace = g_object_ref (workspace);
  ending->pairs = g_ptr_array_ref (pairs);
  ending->reasons = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (titles), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (ending->reasons), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);

  adw_message_dialog_format_heading (dialog, ngettext ("End the Tandem?", "End %u Tandems?", pairs->len), pairs->len);
  adw_message_dialog_set_body (dialog, _ ("Meetings to come are cancelled. Goals, past meetings and history are kept, "
                                          "and the tandem can be taken up again."));
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (ending->reasons));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "end", _ ("_End"), NULL);
  adw_message_dialog_set_default_response (dialog, "end");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (ending_response_cb), ending, ending_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
