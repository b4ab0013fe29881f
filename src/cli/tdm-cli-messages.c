/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "inbox/tdm-inbox.h"
#include "workspace/tdm-workspace.h"

/* Mails and calendar files: what is sure is taken over, what asks is left to people. */

/**
 * tdm_cli_read_messages:
 * @workspace: (nullable): what they are matched with, if anything
 * @paths: (array length=n_paths): their files
 * @n_paths: how many
 *
 * Returns: (transfer full) (nullable) (element-type TdmInboxItem): what is in them, the earliest
 * first
 */
GPtrArray *
tdm_cli_read_messages (TdmWorkspace *workspace, char **paths, guint n_paths, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < n_paths; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (paths[i]));
  tdm_inbox_read_async (workspace, files, NULL, tdm_cli_got_cb, &result);
  return tdm_inbox_read_finish (workspace, tdm_cli_wait (&result), error);
}

gboolean
tdm_cli_take_over (TdmWorkspace *workspace, GPtrArray *items, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  if (tdm_inbox_count_sure (items) == 0)
    return TRUE;
  tdm_workspace_commit_async (workspace, tdm_inbox_apply (workspace, items), tdm_cli_got_cb, &result);
  label = tdm_workspace_change_finish (workspace, tdm_cli_wait (&result), error);
  return label != NULL;
}

static char
item_get_mark (TdmInboxItem *item)
{
  if (tdm_inbox_item_is_sure (item))
    return '+';
  if (tdm_inbox_item_asks (item))
    return '?';
  return tdm_inbox_item_get_kind (item) == TDM_INBOX_OLD ? '=' : '!';
}

/**
 * tdm_cli_print_messages:
 * @items: (element-type TdmInboxItem): what was taken over, and what was not
 *
 * Prints a line for each.
 *
 * Returns: how many of them are left to people
 */
guint
tdm_cli_print_messages (GPtrArray *items)
{
  guint n_left = 0;

  for (guint i = 0; i < items->len; i++)
    {
      char mark = item_get_mark (items->pdata[i]);
      g_autofree char *line = g_strdup_printf ("%c %s", mark, tdm_inbox_item_get_text (items->pdata[i]));

      n_left += mark == '?' || mark == '!';
      tdm_cli_print_line (line);
    }
  return n_left;
}

TdmCliStatus
tdm_cli_report_left (guint n_left)
{
  if (n_left == 0)
    return TDM_CLI_DONE;
  g_printerr (ngettext ("tandem-cli: %u message was left as it is; see above.\n",
                        "tandem-cli: %u messages were left as they are; see above.\n", n_left),
              n_left);
  return TDM_CLI_FAILED;
}
