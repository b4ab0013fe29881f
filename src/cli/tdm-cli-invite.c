/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "delivery/tdm-export.h"
#include "delivery/tdm-hand-over.h"
#include "messages/tdm-outbox-message.h"
#include "workspace/tdm-workspace.h"

#include <glib/gstdio.h>

static GPtrArray *
workspace_choose_pairs (TdmWorkspace *workspace, TdmRound *round, const char *uid)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *pairs = tdm_workspace_get_pairs (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);
      gboolean wanted = uid ? g_str_equal (tdm_record_get_uid (TDM_RECORD (pair)), uid)
                            : !tdm_pair_is_over (pair) && tdm_pair_get_state (pair) != TDM_PAIR_PAUSED;

      if (wanted && (!round || tdm_pair_get_round (pair) == round))
        g_ptr_array_add (chosen, g_steal_pointer (&pair));
    }
  return chosen;
}

/* What was written to a person who knows all of it already is no message that waits, and is not marked. */
static gboolean
workspace_pass_on (TdmWorkspace *workspace, GPtrArray *series, GError **error)
{
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; i < series->len; i++)
    {
      g_autoptr (GPtrArray) messages = tdm_outbox_message_retell (series->pdata[i], NULL);

      for (guint j = 0; messages && j < messages->len; j++)
        if (tdm_hand_over_is_saved (messages->pdata[j]))
          g_ptr_array_add (saved, g_object_ref (messages->pdata[j]));
    }
  if (saved->len == 0)
    return TRUE;
  tdm_workspace_commit_async (workspace, tdm_hand_over_pass_on (saved), tdm_cli_got_cb, &result);
  label = tdm_workspace_change_finish (workspace, tdm_cli_wait (&result), error);
  return label != NULL;
}

static TdmCliStatus
workspace_write_invitations (TdmWorkspace *workspace, GPtrArray *pairs, const char *out, gboolean passed_on)
{
  g_autoptr (GPtrArray) series = tdm_export_collect (workspace, pairs);
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (out);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GError) error = NULL;
  int n_written;

  if (series->len == 0)
    return tdm_cli_fail_text (_ ("No meetings are planned there yet."));
  if (g_mkdir_with_parents (out, 0700) != 0)
    return tdm_cli_fail_text (_ ("The folder for the invitations cannot be made."));

  tdm_export_folder_async (workspace, series, folder, NULL, NULL, NULL, tdm_cli_got_cb, &result);
  n_written = tdm_export_finish (workspace, tdm_cli_wait (&result), &left_out, &error);
  if (error || (passed_on && !workspace_pass_on (workspace, series, &error)))
    return tdm_cli_fail (error);

  g_print (ngettext ("%d invitation written\n", "%d invitations written\n", n_written), n_written);
  for (guint i = 0; i < left_out->len; i++)
    tdm_cli_fail_text (left_out->pdata[i]);
  return left_out->len == 0 ? TDM_CLI_DONE : TDM_CLI_FAILED;
}

TdmCliStatus
tdm_cli_invite (const char *path, int argc, char **argv)
{
  g_autofree char *out = NULL, *round_name = NULL, *uid = NULL;
  gboolean passed_on = FALSE;
  const GOptionEntry options[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL },
    { "round", 0, 0, G_OPTION_ARG_STRING, &round_name, NULL, NULL },
    { "pair", 0, 0, G_OPTION_ARG_STRING, &uid, NULL, NULL },
    { "passed-on", 0, 0, G_OPTION_ARG_NONE, &passed_on, NULL, NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  TdmRound *round;
  TdmCliStatus status;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 1 || !out)
    return TDM_CLI_USAGE;
  workspace = tdm_cli_open (path, TDM_OPEN_EXISTING, &error);
  if (!workspace || !tdm_cli_find_round (workspace, round_name, &round, &error) ||
      !tdm_cli_load (workspace, TDM_SCOPE_ROUND_MEETINGS, round, &error))
    return tdm_cli_fail (error);
  /* What is not remembered as sent could never be followed up; where nothing can be written, that is known. */
  if (tdm_workspace_is_read_only (workspace) &&
      tdm_workspace_get_read_only_reason (workspace) != TDM_READ_ONLY_MEDIUM)
    return tdm_cli_fail_text (tdm_workspace_explain_read_only (workspace));
  if (tdm_workspace_get_alteration (workspace))
    return tdm_cli_fail_text (tdm_workspace_get_alteration (workspace));

  pairs = workspace_choose_pairs (workspace, round, uid);
  if (uid && pairs->len == 0)
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no tandem “%s”."), uid);
      return tdm_cli_fail (error);
    }
  status = workspace_write_invitations (workspace, pairs, out, passed_on);
  tdm_workspace_close (workspace);
  return status;
}
