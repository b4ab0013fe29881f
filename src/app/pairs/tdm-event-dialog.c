/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-event-dialog.h"

#include "app/common/tdm-record-dialog.h"
#include "app/words/tdm-pair-words.h"
#include "edits/tdm-pair-event-edits.h"

static TdmEdit *
event_dialog_make_edit (TdmRecord *draft, gpointer event)
{
  return tdm_record_get_changed (draft) == 0 ? NULL : tdm_pair_event_edits_save (event, draft);
}

static void
event_dialog_check (TdmRecordForm *form, TdmRecord *draft, gpointer event)
{
  g_autoptr (TdmEdit) edit = tdm_record_get_changed (draft) == 0 ? NULL : tdm_pair_event_edits_save (event, draft);
  g_autoptr (GError) error = NULL;

  if (edit && tdm_record_check (draft, NULL) && !tdm_edit_check (edit, &error))
    tdm_record_form_explain (form, TDM_PAIR_EVENT_HAPPENED_ON, error->message);
}

/* On which day it happened, and what is noted of it: people put things down when they hear of them. */
void
tdm_event_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmPairEvent *event)
{
  g_autofree char *title = tdm_pair_words_event (TDM_RECORD (event));
  const TdmRecordDialogSetup setup = {
    .title = title,
    .resource = "/org/tandemapp/Tandem/ui/pairs/event-dialog.ui",
    .record = event,
    .make_edit = event_dialog_make_edit,
    .check = event_dialog_check,
    .data = g_object_ref (event),
    .free_data = g_object_unref,
  };

  tdm_record_dialog_present (over, workspace, &setup);
}
