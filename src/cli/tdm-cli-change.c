/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "tdm-cli-records.h"
#include "tdm-cli-values.h"
#include "tdm-cli-ways.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

/* The verbs that change single records. Each is one transaction. */

/* Words that are not KEY=VALUE are no words of this command. */
static gboolean
words_are_pairs (char **words)
{
  for (; *words; words++)
    if (!strchr (*words, '='))
      return FALSE;
  return TRUE;
}

/* What is wrong with a draft of @type is said with its key. */
static gboolean
edit_check (TdmEdit *edit, GType type, GError **error)
{
  TdmEditAction action;

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmRecord *draft = tdm_edit_get_step (edit, i, &action);
      g_autoptr (GError) wrong = NULL;
      guint n_fields;

      if (action == TDM_EDIT_REMOVE || G_OBJECT_TYPE (draft) != type)
        continue;
      tdm_record_get_fields (draft, &n_fields);
      for (guint field = 0; field < n_fields; field++)
        if (!tdm_record_check_field (draft, field, &wrong))
          return tdm_cli_fail_key (type, field, wrong->message, error);
    }
  return tdm_edit_check (edit, error);
}

static gboolean
workspace_commit (TdmWorkspace *workspace, TdmEdit *edit, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) wrong = NULL;
  g_autofree char *label = NULL;

  tdm_workspace_commit_async (workspace, g_object_ref (edit), tdm_cli_got_cb, &result);
  label = tdm_workspace_change_finish (workspace, tdm_cli_wait (&result), &wrong);
  if (wrong)
    g_propagate_error (error, g_steal_pointer (&wrong));
  else
    tdm_workspace_close (workspace);
  return label || !tdm_workspace_is_open (workspace);
}

/* --- the verbs ------------------------------------------------------------------- */

/* The record of @type that an edit adds: the first one, for others come along with it. */
static TdmRecord *
edit_find_added (TdmEdit *edit, GType type)
{
  TdmEditAction action;

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmRecord *draft = tdm_edit_get_step (edit, i, &action);

      if (action == TDM_EDIT_INSERT && G_OBJECT_TYPE (draft) == type)
        return draft;
    }
  return NULL;
}

TdmCliStatus
tdm_cli_add (const char *path, int argc, char **argv)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (TdmCliValues) values = NULL;
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  TdmRecord *added;
  GType type;

  if (!tdm_cli_parse (options, &argc, &argv) || argc < 2 || !words_are_pairs (argv + 2))
    return TDM_CLI_USAGE;
  type = tdm_cli_find_type (argv[1]);
  if (type == G_TYPE_INVALID)
    return TDM_CLI_USAGE;
  if (!tdm_cli_can_be_added (type))
    return tdm_cli_fail_text (_ ("This comes about by itself, and cannot be added."));

  workspace = tdm_cli_open (path, TDM_OPEN_EXISTING, &error);
  values = workspace ? tdm_cli_values_read (workspace, type, TRUE, argv + 2, &error) : NULL;
  edit = values ? tdm_cli_make_addition (workspace, values, &error) : NULL;
  added = edit ? edit_find_added (edit, type) : NULL;
  if (!edit || !edit_check (edit, type, &error))
    return tdm_cli_fail (error);
  if (!added)
    return tdm_cli_fail_text (_ ("This is in the file already."));
  if (!workspace_commit (workspace, edit, &error))
    return tdm_cli_fail (error);
  g_print ("%s\n", tdm_record_get_uid (added));
  return TDM_CLI_DONE;
}

TdmCliStatus
tdm_cli_set (const char *path, int argc, char **argv)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (TdmCliValues) values = NULL;
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  TdmRecord *record;

  if (!tdm_cli_parse (options, &argc, &argv) || argc < 3 || !words_are_pairs (argv + 2))
    return TDM_CLI_USAGE;

  workspace = tdm_cli_open (path, TDM_OPEN_EXISTING, &error);
  record = workspace ? tdm_cli_find_record (workspace, argv[1], &error) : NULL;
  if (!record || !tdm_cli_load_around (workspace, record, &error))
    return tdm_cli_fail (error);
  values = tdm_cli_values_read (workspace, G_OBJECT_TYPE (record), FALSE, argv + 2, &error);
  edit = values ? tdm_cli_make_change (workspace, record, values, &error) : NULL;
  if (!edit || !edit_check (edit, G_OBJECT_TYPE (record), &error) || !workspace_commit (workspace, edit, &error))
    return tdm_cli_fail (error);
  return TDM_CLI_DONE;
}

TdmCliStatus
tdm_cli_remove (const char *path, int argc, char **argv)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  TdmRecord *record;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 2)
    return TDM_CLI_USAGE;

  workspace = tdm_cli_open (path, TDM_OPEN_EXISTING, &error);
  record = workspace ? tdm_cli_find_record (workspace, argv[1], &error) : NULL;
  edit = record && tdm_cli_load_around (workspace, record, &error)
             ? tdm_cli_make_removal (workspace, record, &error) : NULL;
  if (!edit || !workspace_commit (workspace, edit, &error))
    return tdm_cli_fail (error);
  return TDM_CLI_DONE;
}
