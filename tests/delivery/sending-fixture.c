/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "sending-fixture.h"

#include "delivery/tdm-sending.h"
#include "edits/tdm-pair-edits.h"
#include "messages/outbox-fixture.h"
#include "model/tdm-calendar-message.h"

#include <string.h>

static TdmPerson *
add_person (SendingFixture *self, const char *name, guint number)
{
  g_autofree char *full = g_strdup_printf ("%s Person%u", name, number);
  g_autofree char *email = g_strdup_printf ("%s%u@example.org", name, number);
  g_autofree char *lower = g_ascii_strdown (email, -1);

  return tdm_test_add_person (self->workspace, full, lower);
}

static TdmPair *
find_pair (SendingFixture *self, TdmPerson *mentee)
{
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_get_mentee (pair) == mentee)
        return pair;
    }
  g_assert_not_reached ();
}

static void
add_tandem (SendingFixture *self, guint number)
{
  TdmPerson *mentee = add_person (self, "Mia", number), *mentor = add_person (self, "Max", number);
  TdmTestProgramme programme = { .folder = self->folder, .workspace = self->workspace };

  tdm_workspace_commit_async (self->workspace, tdm_pair_edits_add (self->round, mentee, mentor, NULL),
                              tdm_test_result_cb, &programme.result);
  tdm_test_programme_finish (&programme, "Tandem added");
  programme.pair = find_pair (self, mentee);
  outbox_plan (&programme);
}

void
sending_set_up (SendingFixture *self, gconstpointer data)
{
  tdm_test_folder_init (&self->folder);
  self->workspace = tdm_test_new_programme (&self->folder);
  self->round = g_list_model_get_item (tdm_workspace_get_rounds (self->workspace), 0);
  self->password = MAIL_SERVER_PASSWORD;
  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_MEETINGS, self->round);
  for (guint i = 1; i <= SENDING_TANDEMS; i++)
    add_tandem (self, i);
}

/* Closes the file and opens it again, as another run of the program would. */
void
sending_open (SendingFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->round);
  if (self->workspace)
    tdm_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  self->round = g_list_model_get_item (tdm_workspace_get_rounds (self->workspace), 0);
  tdm_test_load (self->workspace, TDM_SCOPE_ROUND_MEETINGS, self->round);
}

void
sending_tear_down (SendingFixture *self, gconstpointer data)
{
  tdm_workspace_close (self->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->round);
  g_assert_finalize_object (self->workspace);
  if (self->server.process)
    mail_server_clear (&self->server);
  tdm_test_folder_clear (&self->folder);
}

void
sending_start (SendingFixture *self, const char *fault, const char *number)
{
  mail_server_start_good (&self->server, TDM_MAIL_SECURITY_TLS, fault, number);
}

GPtrArray *
sending_pending (SendingFixture *self)
{
  g_autoptr (TdmOutbox) outbox = tdm_outbox_new_for_round (self->workspace, self->round);
  GPtrArray *messages = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outbox)); i++)
    g_ptr_array_add (messages, g_list_model_get_item (G_LIST_MODEL (outbox), i));
  return messages;
}

static void
progress_cb (guint n_done, guint n_total, gpointer data)
{
  SendingFixture *self = data;

  if (n_done == self->stop_after)
    g_cancellable_cancel (self->cancellable);
  if (n_done == self->close_after)
    tdm_workspace_close (self->workspace);
}

/* The connection ends with the run. */
gboolean
sending_run (SendingFixture *self, GError **error)
{
  g_autoptr (GPtrArray) messages = sending_pending (self);
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tdm_sending_start_async (self->workspace, self->server.account, self->password, messages, progress_cb, self,
                           self->cancellable, tdm_test_result_cb, &result);
  self->n_sent = tdm_sending_finish (self->workspace, tdm_test_wait (&result), &self->n_failed, error);
  g_clear_object (&self->cancellable);
  return self->n_sent >= 0;
}

guint
sending_count_rows (SendingFixture *self, TdmDelivery delivery)
{
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);
      g_autoptr (TdmSeries) series = g_list_model_get_item (tdm_pair_get_series (pair), 0);
      GListModel *rows = tdm_series_get_messages (series);

      for (guint j = 0; j < g_list_model_get_n_items (rows); j++)
        {
          g_autoptr (TdmCalendarMessage) row = g_list_model_get_item (rows, j);

          count += tdm_calendar_message_get_delivery (row) == delivery;
        }
    }
  return count;
}

static void
add_arrived (GHashTable *arrived, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  GPtrArray *ids;

  g_assert_cmpuint (g_strv_length (words), ==, 4);
  g_assert_cmpstr (words[2], ==, "tandem@example.org");
  ids = g_hash_table_lookup (arrived, words[3]);
  if (!ids)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (arrived, g_strdup (words[3]), ids);
    }
  g_ptr_array_add (ids, g_strdup (words[1]));
}

GHashTable *
sending_arrived (SendingFixture *self)
{
  GHashTable *arrived = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->server.said->len; i++)
    if (g_str_has_prefix (self->server.said->pdata[i], "letter "))
      add_arrived (arrived, self->server.said->pdata[i]);
  return arrived;
}

/* Nobody is left out, and whoever got something twice got the same bytes. */
void
sending_expect_all_once (SendingFixture *self)
{
  g_autoptr (GHashTable) arrived = sending_arrived (self);
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer ids;

  g_assert_cmpuint (g_hash_table_size (arrived), ==, SENDING_MESSAGES);
  g_assert_cmpuint (mail_server_count_said (&self->server, "different "), ==, 0);
  g_hash_table_iter_init (&iter, arrived);
  while (g_hash_table_iter_next (&iter, NULL, &ids))
    {
      GPtrArray *list = ids;

      for (guint i = 1; i < list->len; i++)
        g_assert_cmpstr (list->pdata[i], ==, list->pdata[0]);
      g_assert_true (g_hash_table_add (all, list->pdata[0]));
    }
}
