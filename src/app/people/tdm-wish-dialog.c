/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-wish-dialog.h"

#include "app/common/tdm-record-dialog.h"
#include "model/tdm-need.h"

/* How much somebody needs or can pass on of a topic, and since when and from whom that is known. */
void
tdm_wish_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmRecord *wish)
{
  TdmTopic *topic = tdm_record_get_link (wish, TDM_NEED_TOPIC);
  const TdmRecordDialogSetup setup = {
    .title = topic ? tdm_topic_get_title (topic) : "",
    .resource = "/org/tandemapp/Tandem/ui/people/wish-dialog.ui",
    .record = wish,
  };

  tdm_record_dialog_present (over, workspace, &setup);
}
