/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-update.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "workspace/tdm-workspace.h"

/* What messages of an organizer change, in a few words: counted from the drafts, however many messages made them. */

typedef struct
{
  guint n_moved;
  guint n_cancelled;
  guint n_added;
  guint n_others;
} TdmCounts;

static gboolean
meeting_is_cancelled (TdmRecord *meeting)
{
  return tdm_record_get_integer (meeting, TDM_MEETING_STATE) == TDM_MEETING_STATE_CANCELLED;
}

static void
counts_add_change (TdmCounts *counts, TdmRecord *before, TdmRecord *now)
{
  if (meeting_is_cancelled (now) && !meeting_is_cancelled (before))
    counts->n_cancelled++;
  else if (meeting_is_cancelled (before) && !meeting_is_cancelled (now))
    counts->n_added++;
  else if (tdm_record_get_integer (before, TDM_MEETING_START) != tdm_record_get_integer (now, TDM_MEETING_START) ||
           tdm_record_get_integer (before, TDM_MEETING_MINUTES) != tdm_record_get_integer (now, TDM_MEETING_MINUTES))
    counts->n_moved++;
  else if (!g_str_equal (tdm_record_get_text (before, TDM_MEETING_PLACE), tdm_record_get_text (now, TDM_MEETING_PLACE)))
    counts->n_others++;
}

/**
 * tdm_inbox_update_describe:
 * @edit: what tdm_inbox_update_add() filled
 *
 * Returns: (transfer full): what becomes different, such as “2 meetings moved, 1 meeting cancelled”
 */
char *
tdm_inbox_update_describe (TdmEdit *edit, TdmWorkspace *workspace)
{
  TdmCounts counts = { 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);
      TdmRecord *live = TDM_IS_MEETING (record) && action == TDM_EDIT_UPDATE
                          ? tdm_workspace_find_id (workspace, TDM_TYPE_MEETING, tdm_record_get_id (record))
                          : NULL;

      if (live)
        counts_add_change (&counts, live, record);
      else if (TDM_IS_MEETING (record) && action == TDM_EDIT_INSERT && !meeting_is_cancelled (record))
        counts.n_added++;
    }
  tdm_text_add_count (builder, ngettext ("%u meeting moved", "%u meetings moved", counts.n_moved), counts.n_moved);
  tdm_text_add_count (builder, ngettext ("%u meeting cancelled", "%u meetings cancelled", counts.n_cancelled),
                      counts.n_cancelled);
  tdm_text_add_count (builder, ngettext ("%u meeting more", "%u meetings more", counts.n_added), counts.n_added);
  tdm_text_add_count (builder,
                      ngettext ("%u meeting in another place", "%u meetings in another place", counts.n_others),
                      counts.n_others);
  parts = g_strv_builder_end (builder);
  return *parts ? g_strjoinv (", ", parts) : g_strdup (_ ("The dates stay as they are"));
}
