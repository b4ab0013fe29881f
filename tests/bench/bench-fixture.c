/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bench-fixture.h"

#include "delivery/tdm-export.h"
#include "messages/tdm-outbox-message.h"
#include "bench.h"

#include <glib/gstdio.h>

static GPtrArray *
collect_series (TdmWorkspace *workspace)
{
  GListModel *rounds = tdm_workspace_get_rounds (workspace), *pairs = tdm_workspace_get_pairs (workspace);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *series;

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TdmRound) round = g_list_model_get_item (rounds, i);

      tdm_test_load (workspace, TDM_SCOPE_ROUND_MEETINGS, round);
    }
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    g_ptr_array_add (all, g_list_model_get_item (pairs, i));
  series = tdm_export_collect (workspace, all);
  if (series->len < BENCH_INVITATIONS)
    g_error ("The file has only %u series to invite to.", series->len);
  g_ptr_array_set_size (series, BENCH_INVITATIONS);
  return series;
}

/* As an export does */
GBytes *
bench_build (TdmSeries *series)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages = tdm_outbox_message_retell (series, &error);
  GBytes *bytes;

  g_assert_no_error (error);
  g_assert_cmpuint (messages->len, >, 0);
  bytes = tdm_outbox_message_write (messages->pdata[0], &error);
  g_assert_no_error (error);
  return bytes;
}

BareInvitation *
bench_read (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return bare_invitation_read (text);
}

/* libical folds in other places than Tandem. */
char *
bench_unfold (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv (NULL, pieces);
}

void
bench_fixture_read_invitations (BenchFixture *self)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      g_autoptr (GBytes) bytes = bench_build (self->series->pdata[i]);

      g_ptr_array_add (self->invitations, bench_read (bytes));
    }
}

void
bench_fixture_set_up (BenchFixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  tdm_test_folder_init (&self->folder);
  self->out = tdm_test_folder_join (&self->folder, "tandem");
  self->bare_out = tdm_test_folder_join (&self->folder, "bare");
  g_assert_cmpint (g_mkdir (self->out, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (self->bare_out, 0700), ==, 0);
  tdm_test_copy_file (path, self->folder.path);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  self->series = collect_series (self->workspace);
  self->invitations = g_ptr_array_new_with_free_func ((GDestroyNotify) bare_invitation_free);
}

void
bench_fixture_tear_down (BenchFixture *self)
{
  g_ptr_array_unref (self->invitations);
  g_ptr_array_unref (self->series);
  tdm_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  g_free (self->out);
  g_free (self->bare_out);
  tdm_test_tear_down (&self->folder, NULL);
}
