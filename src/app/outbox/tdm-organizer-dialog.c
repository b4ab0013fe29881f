/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-organizer-dialog.h"

#include "app/common/tdm-record-dialog.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "edits/tdm-programme-edits.h"
#include "model/tdm-programme.h"
#include "workspace/tdm-workspace.h"

/* Who invites: asked for where the first invitation is to go. */

typedef struct
{
  GtkWidget *over;
  TdmWorkspace *workspace;
  char *action;
  GVariant *target;
} TdmAsking;

/* Goes on once it is known. */
static void
asking_end_cb (TdmAsking *taken_self)
{
  TdmRecord *programme = TDM_RECORD (tdm_workspace_get_programme (taken_self->workspace));

  if (programme && tdm_text_is_email (tdm_record_get_text (programme, TDM_PROGRAMME_ORGANIZER_EMAIL)))
    gtk_widget_activate_action_variant (taken_self->over, taken_self->action, taken_self->target);
  g_object_unref (taken_self->over);
  g_object_unref (taken_self->workspace);
  g_free (taken_self->action);
  g_clear_pointer (&taken_self->target, g_variant_unref);
  g_free (taken_self);
}

static TdmEdit *
organizer_dialog_make_edit (TdmRecord *draft, gpointer data)
{
  return tdm_programme_edits_save (draft);
}

static void
organizer_dialog_check (TdmRecordForm *form, TdmRecord *draft, gpointer data)
{
  if (!*tdm_record_get_text (draft, TDM_PROGRAMME_ORGANIZER_EMAIL))
    tdm_record_form_explain (form, TDM_PROGRAMME_ORGANIZER_EMAIL, _ ("Invitations need an address for the answers."));
}

/* Whether there is no address yet to which answers could go; others who invite have their own. */
gboolean
tdm_organizer_dialog_is_needed (TdmSeries *series)
{
  return !tdm_series_is_external (series) && !tdm_text_is_email (tdm_series_get_organizer_email (series));
}

/* @action: (nullable): of @over or what is around it, where it goes on
 * @target: (nullable) (transfer none): of @action */
void
tdm_organizer_dialog_present (GtkWidget *over, TdmWorkspace *workspace, const char *action, GVariant *target)
{
  GtkWindow *dialog = tdm_record_dialog_present (over, workspace,
                                                 &(TdmRecordDialogSetup){
                                                   .title = _ ("Who Invites"),
                                                   .resource = "/org/tandemapp/Tandem/ui/outbox/organizer-dialog.ui",
                                                   .record = tdm_workspace_get_programme (workspace),
                                                   .make_edit = organizer_dialog_make_edit,
                                                   .check = organizer_dialog_check,
                                                 });
  TdmAsking *asking;

  if (!action)
    return;
  asking = g_new (TdmAsking, 1);
  *asking = (TdmAsking) { g_object_ref (over), g_object_ref (workspace), g_strdup (action),
                          target ? g_variant_ref_sink (target) : NULL };
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (asking_end_cb), asking);
}
