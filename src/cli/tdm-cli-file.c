/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-json.h"
#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "workspace/tdm-workspace-file.h"

/* The verbs that look at the file as a whole: check and backup. */

static void
problems_print_json (GPtrArray *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, problems->len == 0);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    json_builder_add_string_value (builder, problems->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tdm_cli_json_print (builder);
}

TdmCliStatus
tdm_cli_check (const char *path, int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
    { NULL },
  };
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 1)
    return TDM_CLI_USAGE;

  workspace = tdm_cli_open (path, TDM_OPEN_READ_ONLY, &error);
  if (workspace)
    {
      tdm_workspace_check_async (workspace, tdm_cli_got_cb, &result);
      problems = tdm_workspace_check_finish (workspace, tdm_cli_wait (&result), &error);
      tdm_workspace_close (workspace);
    }
  if (error)
    {
      problems = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (problems, g_strdup (error->message));
    }
  if (as_json)
    problems_print_json (problems);
  if (error)
    return tdm_cli_fail (error);

  for (guint i = 0; !as_json && i < problems->len; i++)
    tdm_cli_print_line (problems->pdata[i]);
  if (problems->len > 0)
    return tdm_cli_fail_text (_ ("This is what was found in the file. It was left as it is; please go back to "
                                 "a backup."));
  if (!as_json)
    g_print ("%s\n", _ ("The file is sound."));
  return TDM_CLI_DONE;
}

TdmCliStatus
tdm_cli_back_up (const char *path, int argc, char **argv)
{
  g_autofree char *out = NULL;
  const GOptionEntry options[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL },
    { NULL },
  };
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 1 || !out)
    return TDM_CLI_USAGE;

  workspace = tdm_cli_open (path, TDM_OPEN_READ_ONLY, &error);
  if (!workspace)
    return tdm_cli_fail (error);
  tdm_workspace_back_up_async (workspace, out, tdm_cli_got_cb, &result);
  if (!tdm_workspace_back_up_finish (workspace, tdm_cli_wait (&result), &error))
    return tdm_cli_fail (error);
  tdm_workspace_close (workspace);
  return TDM_CLI_DONE;
}
