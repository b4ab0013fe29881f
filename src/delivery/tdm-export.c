/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-export.h"

#include "base/tdm-durable.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-calendar-error.h"
#include "messages/tdm-outbox-message.h"
#include "workspace/tdm-workspace.h"
#include "tdm-hand-over.h"
#include "tdm-message-letter.h"

/* Writes invitations as calendar files. Files are made on the main thread, a few at a time, for live objects belong to
 * it; they are written on another, for a folder may be far away. What was written is remembered in the programme file:
 * it counts as saved until it is marked as passed on. */

#define BATCH 64

typedef struct
{
  TdmWorkspace *workspace;
  GPtrArray *units;
  GFile *folder;
  GFile *file;
  TdmExportForm form;
  TdmExportProgress progress;
  gpointer progress_data;

  guint n_made;
  GPtrArray *batch;
  guint n_in_place; /* of the batch */
  GPtrArray *written;
  GPtrArray *problems;
  GHashTable *names;
  GError *stopped;
} TdmExport;

/* A file, and the messages that it brings: both people of a tandem get the same. */
typedef struct
{
  GPtrArray *messages;
  GFile *file;
  GBytes *bytes;
} TdmExportItem;

static void
export_item_free (gpointer data)
{
  TdmExportItem *item = data;

  g_ptr_array_unref (item->messages);
  g_object_unref (item->file);
  g_bytes_unref (item->bytes);
  g_free (item);
}

static void
export_free (gpointer data)
{
  TdmExport *self = data;

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_object (&self->folder);
  g_clear_object (&self->file);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->written, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_error (&self->stopped);
  g_free (self);
}

static void export_make_batch (GTask *taken_task);

/* What was written until an error, or until the user stopped, counts. */
static void
export_return (GTask *task)
{
  TdmExport *self = g_task_get_task_data (task);

  tdm_hand_over_end (self->workspace);
  if (self->stopped)
    g_task_return_error (task, g_steal_pointer (&self->stopped));
  else
    g_task_return_int (task, self->written->len);
}

/* A person who finds the files must know that these messages still wait. */
static void
export_remembered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmExport *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);

  if (!label)
    {
      g_prefix_error_literal (&error,
                              _ ("The files are written, but it could not be saved that they are, so the messages "
                                 "still wait here. "));
      g_clear_error (&self->stopped);
      self->stopped = error;
    }
  export_return (task);
}

/* The edit is made at the end from what is live by then: the user may have gone on working meanwhile. In a file that
 * can only be read the invitations can still be written; only nothing is remembered about them. */
static void
export_remember (GTask *taken_task)
{
  g_autoptr (GTask) task = taken_task;
  TdmExport *self = g_task_get_task_data (task);
  g_autoptr (TdmEdit) edit = tdm_hand_over_edit_new ();

  for (guint i = 0; i < self->written->len; i++)
    {
      TdmExportItem *item = self->written->pdata[i];
      g_autofree char *name = g_file_get_basename (item->file);

      for (guint j = 0; j < item->messages->len; j++)
        if (tdm_hand_over_is_live (item->messages->pdata[j]))
          tdm_hand_over_save (edit, item->messages->pdata[j], TDM_CHANNEL_FILE, name);
    }
  if (!self->stopped && self->written->len == 0 && self->problems->len > 0)
    self->stopped = g_error_new_literal (TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED, self->problems->pdata[0]);
  if (tdm_edit_get_size (edit) > 0 && !tdm_workspace_is_read_only (self->workspace))
    tdm_workspace_commit_async (self->workspace, g_steal_pointer (&edit), export_remembered_cb,
                                g_steal_pointer (&task));
  else
    export_return (task);
}

/* What is remembered as handed over is on disk before that is. */
static void
export_write_batch_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmExport *self = data;
  GPtrArray *batch = self->batch;
  g_autofree TdmDurableFile *files = g_new (TdmDurableFile, batch->len);
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < batch->len; i++)
    {
      TdmExportItem *item = batch->pdata[i];

      files[i] = (TdmDurableFile) { item->file, item->bytes };
    }
  self->n_in_place = tdm_durable_write (files, batch->len, 0666, cancellable, &reason);
  if (!reason)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  name = g_file_get_parse_name (files[MIN (self->n_in_place, batch->len - 1)].file);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&reason));
  else
    /* Translators: a file name, then a reason given by the system */
    g_task_return_new_error (task, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED, _ ("“%s” could not be written: %s"),
                             name, reason->message);
}

static void
export_batch_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  TdmExport *self = g_task_get_task_data (task);

  g_task_propagate_boolean (G_TASK (result), &self->stopped);
  g_ptr_array_set_size (self->batch, self->n_in_place);
  while (self->batch->len > 0)
    g_ptr_array_add (self->written, g_ptr_array_steal_index (self->batch, 0));
  if (self->progress)
    self->progress (self->written->len, self->units->len, self->progress_data);

  if (!self->stopped && self->n_made < self->units->len)
    export_make_batch (task);
  else
    export_remember (task);
}

/* What has not the same content must not have the same name, even if it is for two namesakes. */
static char *
export_take_name (TdmExport *self, TdmOutboxMessage *message)
{
  const char *extension = self->form == TDM_EXPORT_MAILS ? "eml" : "ics";
  char *name = tdm_outbox_message_file_name (message, self->form == TDM_EXPORT_MAILS, extension);

  for (guint number = 1; g_hash_table_contains (self->names, name); number++)
    {
      g_free (name);
      name = tdm_outbox_message_file_name (message, TRUE, extension);
      if (number > 1)
        {
          g_autofree char *plain = name;
          const char *dot = strrchr (plain, '.');

          name = g_strdup_printf ("%.*s-%u%s", (int) (dot - plain), plain, number, dot);
        }
    }
  g_hash_table_add (self->names, g_strdup (name));
  return name;
}

/* A unit is a series, whose whole invitation is wanted, or messages that share a file. */
static TdmExportItem *
export_make_item (TdmExport *self, GPtrArray *unit, GError **error)
{
  g_autoptr (GPtrArray) messages =
    TDM_IS_SERIES (unit->pdata[0]) ? tdm_outbox_message_retell (unit->pdata[0], error) : g_ptr_array_ref (unit);
  g_autofree char *name = NULL;
  GBytes *bytes;
  TdmExportItem *item;

  if (!messages)
    return NULL;
  if (messages->len == 0)
    {
      g_set_error_literal (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED,
                           _ ("All meetings of this series are cancelled."));
      return NULL;
    }
  bytes = self->form == TDM_EXPORT_MAILS ? tdm_message_letter_write (self->workspace, messages->pdata[0], error)
                                         : tdm_outbox_message_write (messages->pdata[0], error);
  if (!bytes)
    return NULL;

  name = export_take_name (self, messages->pdata[0]);
  item = g_new (TdmExportItem, 1);
  item->messages = g_steal_pointer (&messages);
  item->file = self->file ? g_object_ref (self->file) : g_file_get_child (self->folder, name);
  item->bytes = bytes;
  return item;
}

static void
export_make_batch (GTask *taken_task)
{
  TdmExport *self = g_task_get_task_data (taken_task);
  g_autoptr (GTask) writing = NULL;

  g_clear_pointer (&self->batch, g_ptr_array_unref);
  self->batch = g_ptr_array_new_with_free_func (export_item_free);
  while (self->n_made < self->units->len && self->batch->len < BATCH)
    {
      g_autoptr (GError) error = NULL;
      TdmExportItem *item = export_make_item (self, self->units->pdata[self->n_made++], &error);

      /* One person without an address must not keep the others waiting. */
      if (item)
        g_ptr_array_add (self->batch, item);
      else
        g_ptr_array_add (self->problems, g_strdup (error->message));
    }

  /* Without a source, and with what the outer task keeps: the thread lets go of its task last, and no live object may
   * end there. */
  self->n_in_place = 0;
  writing = g_task_new (NULL, g_task_get_cancellable (taken_task), export_batch_written_cb, taken_task);
  g_task_set_task_data (writing, self, NULL);
  g_task_run_in_thread (writing, export_write_batch_job);
}

static TdmExport *
export_new (void)
{
  TdmExport *self = g_new0 (TdmExport, 1);

  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->written = g_ptr_array_new_with_free_func (export_item_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

static void
export_start (TdmExport *taken_self, TdmWorkspace *workspace, GCancellable *cancellable, GAsyncReadyCallback callback,
              gpointer data)
{
  g_autoptr (GCancellable) stopper = cancellable ? g_object_ref (cancellable) : g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (workspace, stopper, callback, data);
  GError *error = NULL;

  taken_self->workspace = g_object_ref (workspace);
  g_task_set_task_data (task, taken_self, export_free);
  if (tdm_hand_over_begin (workspace, stopper, &error))
    export_make_batch (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
export_add_unit (TdmExport *self, gpointer first)
{
  GPtrArray *unit = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (unit, g_object_ref (first));
  g_ptr_array_add (self->units, unit);
}

/**
 * tdm_export_file_async:
 * @series: a live series whose meetings are loaded
 * @file: where the invitation goes; a file that is there is replaced
 *
 * Writes the whole invitation, whatever people know already. Finish with tdm_export_finish().
 */
void
tdm_export_file_async (TdmWorkspace *workspace, TdmSeries *series, GFile *file, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  TdmExport *self = export_new ();

  export_add_unit (self, series);
  self->file = g_object_ref (file);
  export_start (self, workspace, cancellable, callback, data);
}

/**
 * tdm_export_folder_async:
 * @series: (element-type TdmSeries): live series whose meetings are loaded, see tdm_export_collect()
 * @folder: where the files go, one a series; files of an earlier export are replaced
 * @progress: (nullable): called as files are written
 * @cancellable: (nullable): to give up; files that are written by then stay and count
 *
 * As tdm_export_file_async() for many. Finish with tdm_export_finish().
 */
void
tdm_export_folder_async (TdmWorkspace *workspace, GPtrArray *series, GFile *folder, TdmExportProgress progress,
                         gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  TdmExport *self = export_new ();

  for (guint i = 0; i < series->len; i++)
    export_add_unit (self, series->pdata[i]);
  self->folder = g_object_ref (folder);
  self->progress = progress;
  self->progress_data = progress_data;
  export_start (self, workspace, cancellable, callback, data);
}

/**
 * tdm_export_messages_async:
 * @messages: (element-type TdmOutboxMessage): messages that can go
 * @folder: where the files go
 * @form: what they are
 * @progress: (nullable): called as files are written
 * @cancellable: (nullable): to give up; files that are written by then stay and count
 *
 * Hands messages over as files. Finish with tdm_export_finish().
 */
void
tdm_export_messages_async (TdmWorkspace *workspace, GPtrArray *messages, GFile *folder, TdmExportForm form,
                           TdmExportProgress progress, gpointer progress_data, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  TdmExport *self = export_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* Messages to both people that say the same are one calendar file; a mail is for one. */
  for (guint i = 0; i < messages->len; i++)
    {
      TdmOutboxMessage *message = messages->pdata[i];
      g_autofree char *name = tdm_outbox_message_file_name (message, FALSE, "ics");
      GPtrArray *unit = form == TDM_EXPORT_MAILS ? NULL : g_hash_table_lookup (known, name);

      if (unit && tdm_outbox_message_says_same (unit->pdata[0], message))
        {
          g_ptr_array_add (unit, g_object_ref (message));
          continue;
        }
      export_add_unit (self, message);
      g_hash_table_insert (known, g_steal_pointer (&name), self->units->pdata[self->units->len - 1]);
    }
  self->form = form;
  self->folder = g_object_ref (folder);
  self->progress = progress;
  self->progress_data = progress_data;
  export_start (self, workspace, cancellable, callback, data);
}

/**
 * tdm_export_finish:
 * @left_out: (out) (optional) (transfer full) (element-type utf8): why other invitations could not be made, one line
 *   each
 *
 * Returns: how many files were written, -1 on an error
 */
int
tdm_export_finish (TdmWorkspace *workspace, GAsyncResult *result, GPtrArray **left_out, GError **error)
{
  TdmExport *self;

  g_return_val_if_fail (g_task_is_valid (result, workspace), -1);

  self = g_task_get_task_data (G_TASK (result));
  if (left_out)
    *left_out = g_ptr_array_ref (self->problems);
  return g_task_propagate_int (G_TASK (result), error);
}

/**
 * tdm_export_collect:
 * @pairs: (element-type TdmPair): live tandems whose meetings are loaded
 *
 * Returns: (transfer full) (element-type TdmSeries): their series that still stand
 */
GPtrArray *
tdm_export_collect (TdmWorkspace *workspace, GPtrArray *pairs)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TDM_IS_WORKSPACE (workspace), found);

  for (guint i = 0; i < pairs->len; i++)
    {
      GListModel *list = tdm_pair_get_series (pairs->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          TdmSeries *series = g_list_model_get_item (list, j);

          if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) <= TDM_SERIES_ISSUED &&
              !tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_EXTERNAL))
            g_ptr_array_add (found, series);
          else
            g_object_unref (series);
        }
    }
  return found;
}
