/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "workspace/tdm-inbox.h"

/* Answers that came by mail: what is sure is taken over, what asks is left to people. */

static GPtrArray *
read_files (TdmWorkspace *workspace, char **paths, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (; *paths; paths++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (*paths));
  tdm_inbox_read_async (workspace, files, NULL, tdm_cli_got_cb, &result);
  return tdm_inbox_read_finish (workspace, tdm_cli_wait (&result), error);
}

static gboolean
take_over (TdmWorkspace *workspace, GPtrArray *items, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  if (tdm_inbox_count_sure (items) == 0)
    return TRUE;
  tdm_inbox_apply_async (workspace, items, tdm_cli_got_cb, &result);
  label = tdm_workspace_change_finish (workspace, tdm_cli_wait (&result), error);
  return label != NULL;
}

static char
get_mark (TdmInboxItem *item)
{
  if (tdm_inbox_item_is_sure (item))
    return '+';
  if (tdm_inbox_item_asks (item))
    return '?';
  return tdm_inbox_item_get_kind (item) == TDM_INBOX_OLD ? '=' : '!';
}

static TdmCliStatus
report (GPtrArray *items)
{
  guint n_left = 0;

  for (guint i = 0; i < items->len; i++)
    {
      char mark = get_mark (items->pdata[i]);

      n_left += mark == '?' || mark == '!';
      g_print ("%c %s\n", mark, tdm_inbox_item_get_text (items->pdata[i]));
    }
  if (n_left == 0)
    return TDM_CLI_DONE;
  g_printerr (ngettext ("tandem-cli: %u message was left as it is; see above.\n",
                        "tandem-cli: %u messages were left as they are; see above.\n", n_left), n_left);
  return TDM_CLI_FAILED;
}

static TdmCliStatus
reply (const char *path, char **files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_cli_open (path, TDM_OPEN_EXISTING, &error);
  g_autoptr (GPtrArray) items = NULL;

  if (!workspace)
    return tdm_cli_fail (error);
  if (tdm_workspace_is_read_only (workspace))
    return tdm_cli_fail_text (tdm_workspace_explain_read_only (workspace));

  items = read_files (workspace, files, &error);
  if (!items || !take_over (workspace, items, &error))
    return tdm_cli_fail (error);
  tdm_workspace_close (workspace);
  return report (items);
}

TdmCliStatus
tdm_cli_reply (const char *path, int argc, char **argv)
{
  const GOptionEntry options[] = { { NULL } };

  if (!tdm_cli_parse (options, &argc, &argv) || argc < 2)
    return TDM_CLI_USAGE;
  return reply (path, argv + 1);
}
