/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "workspace/tdm-workspace-backup.h"
#include "workspace/tdm-workspace.h"

/* What the verbs have in common: options, waiting, failing. */

/* What is written is read by a terminal: of control characters only tabs get through. */
static char *
clean_line (const char *text)
{
  return g_strdelimit (tdm_text_clean_block (text), "\n", ' ');
}

/**
 * tdm_cli_print_line:
 * @text: what may come from a file or a mail
 *
 * Prints it as one line.
 */
void
tdm_cli_print_line (const char *text)
{
  g_autofree char *line = clean_line (text);

  g_print ("%s\n", line);
}

TdmCliStatus
tdm_cli_fail_text (const char *text)
{
  g_autofree char *line = clean_line (text);

  g_printerr ("tandem-cli: %s\n", line);
  return TDM_CLI_FAILED;
}

TdmCliStatus
tdm_cli_fail (const GError *error)
{
  return tdm_cli_fail_text (error->message);
}

/**
 * tdm_cli_parse:
 * @options: (array zero-terminated=1): the options of a verb
 * @argc: (inout): how many words
 * @argv: (inout): the words; options are taken out
 *
 * Returns: whether all options are known and well formed; if not, that was said
 */
gboolean
tdm_cli_parse (const GOptionEntry *options, int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  tdm_cli_fail (error);
  return FALSE;
}

/**
 * tdm_cli_got_cb:
 * @source: who answers
 * @result: the answer
 * @place: a `GAsyncResult *` to put it in
 *
 * The callback to pass with tdm_cli_wait().
 */
void
tdm_cli_got_cb (GObject *source, GAsyncResult *result, gpointer place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

/**
 * tdm_cli_wait:
 * @place: where the answer will be, %NULL before
 *
 * Returns: (transfer none): the answer
 */
GAsyncResult *
tdm_cli_wait (GAsyncResult **place)
{
  while (!*place)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

TdmWorkspace *
tdm_cli_open (const char *path, TdmOpenMode mode, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  TdmWorkspace *workspace;

  tdm_workspace_open_async (path, mode, tdm_cli_got_cb, &result);
  workspace = tdm_workspace_open_finish (tdm_cli_wait (&result), error);
  if (workspace && mode == TDM_OPEN_EXISTING)
    tdm_workspace_keep_backups (workspace, FALSE);
  return workspace;
}

/**
 * tdm_cli_import:
 * @edit: what a file holds at first, with its programme
 *
 * Nothing is overwritten: it fails where there is a programme in the file.
 */
TdmCliStatus
tdm_cli_import (const char *path, TdmEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_cli_open (path, TDM_OPEN_CREATE, &error);
  g_autoptr (GAsyncResult) result = NULL;

  if (!workspace)
    return tdm_cli_fail (error);
  if (tdm_workspace_get_programme (workspace))
    return tdm_cli_fail_text (_ ("There is a programme in this file already; nothing was changed."));
  tdm_workspace_import_async (workspace, g_object_ref (edit), tdm_cli_got_cb, &result);
  if (!tdm_workspace_import_finish (workspace, tdm_cli_wait (&result), &error))
    return tdm_cli_fail (error);
  tdm_workspace_close (workspace);
  return TDM_CLI_DONE;
}

/**
 * tdm_cli_load:
 * @workspace: an open file
 * @scope: any but %TDM_SCOPE_OVERVIEW
 * @round: (nullable): of which round, %NULL for all; people are of all rounds
 *
 * Returns: whether they are loaded
 */
gboolean
tdm_cli_load (TdmWorkspace *workspace, TdmScope scope, TdmRound *round, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;
  GListModel *anchors;

  /* Profiles belong to the programme; in a file without one they are read person by person. */
  if (scope == TDM_SCOPE_PROFILES && !tdm_workspace_get_programme (workspace))
    scope = TDM_SCOPE_PERSON;
  anchors = tdm_workspace_get_list (workspace, tdm_scope_get_anchor (scope));
  for (guint i = 0; i < g_list_model_get_n_items (anchors); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (anchors, i);
      TdmRound *of = tdm_record_get_ancestor (record, TDM_TYPE_ROUND);

      if (!round || !of || of == round)
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
  tdm_workspace_load_all_async (workspace, scope, records, tdm_cli_got_cb, &result);
  return tdm_workspace_load_finish (workspace, tdm_cli_wait (&result), error);
}

/**
 * tdm_cli_find_round:
 * @workspace: an open file
 * @name: (nullable): the uid or the title of a round
 * @round: (out) (transfer none): the round, %NULL if @name is %NULL
 *
 * Returns: whether there is such a round
 */
gboolean
tdm_cli_find_round (TdmWorkspace *workspace, const char *name, TdmRound **round, GError **error)
{
  GListModel *rounds = tdm_workspace_get_rounds (workspace);

  *round = NULL;
  if (!name)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRound) other = g_list_model_get_item (rounds, i);

      if (g_str_equal (tdm_record_get_uid (TDM_RECORD (other)), name) ||
          g_str_equal (tdm_round_get_title (other), name))
        {
          *round = other;
          return TRUE;
        }
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no round “%s”."), name);
  return FALSE;
}
