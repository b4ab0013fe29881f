/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "workspace/tdm-workspace.h"

/* Answers that came by mail */

TdmCliStatus
tdm_cli_reply (const char *path, int argc, char **argv)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  if (!tdm_cli_parse (options, &argc, &argv) || argc < 2)
    return TDM_CLI_USAGE;

  workspace = tdm_cli_open (path, TDM_OPEN_EXISTING, &error);
  if (!workspace)
    return tdm_cli_fail (error);
  if (tdm_workspace_is_read_only (workspace))
    return tdm_cli_fail_text (tdm_workspace_explain_read_only (workspace));
  items = tdm_cli_read_messages (workspace, argv + 1, argc - 1, &error);
  if (!items || !tdm_cli_take_over (workspace, items, &error))
    return tdm_cli_fail (error);
  tdm_workspace_close (workspace);
  return tdm_cli_report_left (tdm_cli_print_messages (items));
}
