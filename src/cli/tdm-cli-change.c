/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "edits/tdm-round-edits.h"
#include "model/tdm-participation.h"
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
  g_autofree char *label = NULL;
  GError *wrong = NULL;

  tdm_workspace_commit_async (workspace, g_object_ref (edit), tdm_cli_got_cb, &result);
  label = tdm_workspace_change_finish (workspace, tdm_cli_wait (&result), &wrong);
  if (wrong)
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }
  tdm_workspace_close (workspace);
  return TRUE;
}

/* --- the verbs ------------------------------------------------------------------- */

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
  added = edit ? tdm_cli_edit_find_added (edit, type) : NULL;
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

/* The parts that the people of these uids have in a round */
static GPtrArray *
round_find_participations (TdmRound *round, char **uids, GError **error)
{
  GListModel *list = tdm_record_get_children (round, TDM_TYPE_PARTICIPATION);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (; uids && *uids; uids++)
    {
      gboolean is_known = FALSE;

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (TdmParticipation) participation = g_list_model_get_item (list, i);
          TdmRecord *person = TDM_RECORD (tdm_participation_get_person (participation));

          if (g_ascii_strcasecmp (tdm_record_get_uid (person), *uids) != 0)
            continue;
          is_known = TRUE;
          /* A uid may be given twice. */
          if (!g_ptr_array_find (found, participation, NULL))
            g_ptr_array_add (found, participation);
        }
      if (!is_known)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("Nobody with the uid “%s” takes part in the round."), *uids);
          return NULL;
        }
    }
  return g_steal_pointer (&found);
}

TdmCliStatus
tdm_cli_copy_round (const char *path, int argc, char **argv)
{
  g_autofree char *kickoff = NULL;
  g_auto (GStrv) people = NULL;
  const GOptionEntry options[] = {
    { "kickoff", 0, 0, G_OPTION_ARG_STRING, &kickoff, NULL, NULL },
    { "with", 0, 0, G_OPTION_ARG_STRING_ARRAY, &people, NULL, NULL },
    { NULL },
  };
  g_autoptr (TdmWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) participations = NULL;
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  TdmRound *round = NULL;

  if (!tdm_cli_parse (options, &argc, &argv) || argc != 2 || !tdm_text_is_date (kickoff))
    return TDM_CLI_USAGE;

  workspace = tdm_cli_open (path, TDM_OPEN_EXISTING, &error);
  if (!workspace || !tdm_cli_find_round (workspace, argv[1], &round, &error) ||
      !tdm_cli_load_around (workspace, round, &error))
    return tdm_cli_fail (error);
  participations = round_find_participations (round, people, &error);
  edit = participations ? tdm_round_edits_copy (round, tdm_workspace_get_rounds (workspace), participations, kickoff)
                        : NULL;
  if (!edit || !workspace_commit (workspace, edit, &error))
    return tdm_cli_fail (error);
  g_print ("%s\n", tdm_record_get_uid (tdm_cli_edit_find_added (edit, TDM_TYPE_ROUND)));
  return TDM_CLI_DONE;
}
