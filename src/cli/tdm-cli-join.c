/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-incoming-event.h"
#include "inbox/tdm-inbox.h"
#include "inbox/tdm-participant.h"
#include "workspace/tdm-workspace.h"

#include <glib/gstdio.h>

/* The way in for a participant: an invitation becomes a tandem in a file of their own, and what the
 * organizer says later changes it. */

/* @role is "mentee", "mentor", or %NULL where the order of the invitation says it all */
typedef struct
{
  const char *path;
  const char *role;
  TdmWorkspace *workspace;
} Joining;

/* An invitation from here names who learns first. A file that knows its owner needs no order. */
static gboolean
joining_add_tandem (Joining *self, TdmInboxItem *invitation, GError **error)
{
  g_autoptr (GPtrArray) people = tdm_participant_list_people (invitation);
  int known = tdm_participant_find_self (self->workspace, people);
  guint is_mentor = g_strcmp0 (self->role, "mentor") == 0;
  guint own = known >= 0 ? (guint) known : is_mentor;
  guint mentee = known >= 0 && self->role ? (is_mentor ? 1 - own : own) : 0;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *dates = tdm_participant_describe (invitation);
  g_autofree char *line = NULL;

  if (known < 0 && tdm_workspace_get_programme (self->workspace))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("This invitation is for two other people."));
      return FALSE;
    }
  tdm_participant_join_async (self->workspace, invitation, own, mentee, tdm_cli_got_cb, &result);
  if (!tdm_participant_join_finish (self->workspace, tdm_cli_wait (&result), error))
    return FALSE;
  line = g_strdup_printf ("+ %s: %s", tdm_inbox_item_get_event (invitation)->summary, dates);
  tdm_cli_print_line (line);
  return TRUE;
}

/* There is no file before there is an invitation for it. */
static gboolean
joining_begin (Joining *self, char *file, GError **error)
{
  g_autoptr (GPtrArray) items = tdm_cli_read_messages (NULL, &file, 1, error);
  TdmInboxItem *invitation = items ? tdm_participant_find_invitation (items, error) : NULL;

  if (!invitation)
    return FALSE;
  self->workspace = tdm_cli_open (self->path, TDM_OPEN_CREATE, error);
  return self->workspace && joining_add_tandem (self, invitation, error);
}

/* New tandems first, then what changes those that are here */
static gboolean
joining_go_on (Joining *self, char *file, guint *n_left, GError **error)
{
  g_autoptr (GPtrArray) items = tdm_cli_read_messages (self->workspace, &file, 1, error);
  g_autoptr (GPtrArray) invitations = g_ptr_array_new_with_free_func (g_object_unref);
  TdmInboxItem *invitation = NULL;

  if (!items)
    return FALSE;
  for (guint i = 0; i < items->len;)
    if (tdm_inbox_item_get_kind (items->pdata[i]) == TDM_INBOX_INVITATION)
      g_ptr_array_add (invitations, g_ptr_array_steal_index (items, i));
    else
      i++;
  if (invitations->len > 0)
    invitation = tdm_participant_find_invitation (invitations, error);
  if (invitations->len > 0 && !(invitation && joining_add_tandem (self, invitation, error)))
    return FALSE;
  if (!tdm_cli_take_over (self->workspace, items, error))
    return FALSE;
  *n_left += tdm_cli_print_messages (items);
  return TRUE;
}

static gboolean
joining_open (Joining *self, GError **error)
{
  TdmProgramme *programme;

  self->workspace = tdm_cli_open (self->path, TDM_OPEN_EXISTING, error);
  programme = self->workspace ? tdm_workspace_get_programme (self->workspace) : NULL;
  if (programme && !tdm_programme_get_self (programme))
    g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_FAILED,
      _ ("Somebody coordinates a programme in this file. Please name a file of your own."));
  else if (self->workspace && tdm_workspace_is_read_only (self->workspace))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         tdm_workspace_explain_read_only (self->workspace));
  else
    return self->workspace != NULL;
  return FALSE;
}

/* What was joined before a failure stays; a file in which nothing came to be goes. */
TdmCliStatus
tdm_cli_join (const char *path, int argc, char **argv)
{
  g_autofree char *role = NULL;
  const GOptionEntry options[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &role, NULL, NULL },
    { NULL },
  };
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS), is_done, is_empty;
  Joining self = { path, NULL, NULL };
  g_autoptr (GError) error = NULL;
  guint n_left = 0;

  if (!tdm_cli_parse (options, &argc, &argv) || argc < 2)
    return TDM_CLI_USAGE;
  if (role && !g_str_equal (role, "mentee") && !g_str_equal (role, "mentor"))
    return TDM_CLI_USAGE;
  self.role = role;
  is_done = is_new || joining_open (&self, &error);
  for (int i = 1; is_done && i < argc; i++)
    is_done = self.workspace ? joining_go_on (&self, argv[i], &n_left, &error) : joining_begin (&self, argv[i], &error);
  is_empty = self.workspace && !tdm_workspace_get_programme (self.workspace);
  if (self.workspace)
    tdm_workspace_close (self.workspace);
  g_clear_object (&self.workspace);
  if (is_new && is_empty)
    g_unlink (path);
  return is_done ? tdm_cli_report_left (n_left) : tdm_cli_fail (error);
}
