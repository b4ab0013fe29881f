/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-workspace-pairs.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-model-error.h"
#include "model/tdm-pair-event.h"
#include "tdm-workspace-private.h"
#include "tdm-workspace-series.h"

/* What people do with people and tandems. */

static void
commit (TdmWorkspace *self, TdmEdit *taken_edit, GAsyncReadyCallback callback, gpointer data)
{
  tdm_workspace_commit_async (self, taken_edit, callback, data);
}

static void
add_event (TdmEdit *edit, gpointer pair, TdmPairState from, TdmPairState to, TdmEndReason reason, const char *note)
{
  TdmRecord *event = tdm_edit_insert (edit, TDM_TYPE_PAIR_EVENT);
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_link (event, TDM_PAIR_EVENT_PAIR, pair);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_FROM_STATE, from);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_TO_STATE, to);
  tdm_record_set_text (event, TDM_PAIR_EVENT_HAPPENED_ON, today);
  tdm_record_set_integer (event, TDM_PAIR_EVENT_REASON, reason);
  tdm_record_set_text (event, TDM_PAIR_EVENT_NOTE, note);
}

/**
 * tdm_workspace_pair_async:
 * @self: a workspace
 * @round: the round
 * @mentee: who learns
 * @mentor: who gives
 * @topic: (nullable): what about
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Makes a tandem of two people, active from today. Which of them is the senior does not matter. Finish with
 * tdm_workspace_change_finish().
 */
void
tdm_workspace_pair_async (TdmWorkspace *self, TdmRound *round, TdmPerson *mentee, TdmPerson *mentor, TdmTopic *topic,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_autofree char *today = tdm_clock_today ();
  TdmEdit *edit;
  TdmRecord *pair;

  if (mentee == mentor)
    {
      g_task_report_new_error (self, callback, data, NULL, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID, "%s",
                               _ ("A tandem needs two different people."));
      return;
    }

  edit = tdm_edit_new (_ ("Tandem added"));
  pair = tdm_edit_insert (edit, TDM_TYPE_PAIR);
  tdm_record_set_link (pair, TDM_PAIR_ROUND, round);
  tdm_record_set_link (pair, TDM_PAIR_MENTEE, mentee);
  tdm_record_set_link (pair, TDM_PAIR_MENTOR, mentor);
  tdm_record_set_link (pair, TDM_PAIR_TOPIC, topic);
  tdm_record_set_integer (pair, TDM_PAIR_STATE, TDM_PAIR_ACTIVE);
  tdm_record_set_text (pair, TDM_PAIR_STARTED_ON, today);
  tdm_record_set_text (pair, TDM_PAIR_PLANNED_END, tdm_record_get_text (TDM_RECORD (round), TDM_ROUND_END_DATE));
  add_event (edit, pair, TDM_PAIR_PROPOSED, TDM_PAIR_ACTIVE, TDM_END_NONE, NULL);
  commit (self, edit, callback, data);
}

static gboolean
is_end (TdmPairState state)
{
  return state == TDM_PAIR_COMPLETED || state == TDM_PAIR_DISSOLVED;
}

static void
change_state (TdmEdit *edit, TdmPair *pair, TdmPairState state, TdmEndReason reason, const char *note)
{
  TdmRecord *draft = tdm_edit_update (edit, pair);
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_integer (draft, TDM_PAIR_STATE, state);
  tdm_record_set_text (draft, TDM_PAIR_ENDED_ON, is_end (state) ? today : NULL);
  tdm_record_set_integer (draft, TDM_PAIR_END_REASON, is_end (state) ? reason : TDM_END_NONE);
  if (state == TDM_PAIR_ACTIVE && *tdm_record_get_text (draft, TDM_PAIR_STARTED_ON) == '\0')
    tdm_record_set_text (draft, TDM_PAIR_STARTED_ON, today);
  add_event (edit, pair, tdm_pair_get_state (pair), state, reason, note);
}

static const char *
get_state_label (TdmPairState state)
{
  switch (state)
    {
    case TDM_PAIR_ACTIVE:
      return _ ("Tandem active");
    case TDM_PAIR_PAUSED:
      return _ ("Tandem paused");
    case TDM_PAIR_COMPLETED:
      return _ ("Tandem completed");
    case TDM_PAIR_DISSOLVED:
      return _ ("Tandem dissolved");
    default:
      return _ ("Tandem changed");
    }
}

/* Tandems on their way to another state */
typedef struct
{
  GPtrArray *pairs;
  TdmPairState state;
  TdmEndReason reason;
  char *note;
  guint n_loaded;
} StateChange;

static void
state_change_free (gpointer data)
{
  StateChange *self = data;

  g_ptr_array_unref (self->pairs);
  g_free (self->note);
  g_free (self);
}

static void
state_changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);

  if (label)
    g_task_return_pointer (task, label, g_free);
  else
    g_task_return_error (task, error);
}

static void
commit_state (GTask *taken_task)
{
  StateChange *self = g_task_get_task_data (taken_task);
  g_autoptr (TdmEdit) edit = tdm_edit_new (get_state_label (self->state));

  for (guint i = 0; i < self->pairs->len; i++)
    {
      change_state (edit, self->pairs->pdata[i], self->state, self->reason, self->note);
      if (tdm_pair_state_is_over (self->state))
        tdm_workspace_series_cancel_all (edit, self->pairs->pdata[i]);
    }
  tdm_workspace_commit_async (g_task_get_source_object (taken_task), g_steal_pointer (&edit), state_changed_cb,
                              taken_task);
}

static void load_next (GTask *taken_task);

static void
details_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error))
    load_next (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/* The meetings of a tandem that ends must be known: nobody need have looked at them. */
static void
load_next (GTask *taken_task)
{
  StateChange *self = g_task_get_task_data (taken_task);
  TdmWorkspace *workspace = g_task_get_source_object (taken_task);

  if (!tdm_workspace_is_open (workspace))
    {
      g_task_return_new_error (taken_task, TDM_FILE_ERROR, TDM_FILE_ERROR_FAILED, "%s", _ ("The file is closed."));
      g_object_unref (taken_task);
    }
  else if (tdm_pair_state_is_over (self->state) && self->n_loaded < self->pairs->len)
    tdm_workspace_load_async (workspace, TDM_SCOPE_PAIR, self->pairs->pdata[self->n_loaded++], details_loaded_cb,
                              taken_task);
  else
    commit_state (taken_task);
}

/**
 * tdm_workspace_set_pair_state_async:
 * @self: a workspace
 * @pairs: (element-type TdmPair): live tandems; those whose state does not lead to @state stay as they are
 * @state: the new state
 * @reason: why it ends, %TDM_END_NONE for states that are no end
 * @note: (nullable): a word for the history
 * @callback: called when it is stored
 * @data: for @callback
 *
 * One step for undo, however many tandems. The end of a tandem calls off its meetings that have not begun. Finish with
 * tdm_workspace_change_finish().
 */
void
tdm_workspace_set_pair_state_async (TdmWorkspace *self, GPtrArray *pairs, TdmPairState state, TdmEndReason reason,
                                    const char *note, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  StateChange *change = g_new0 (StateChange, 1);

  change->pairs = g_ptr_array_new_with_free_func (g_object_unref);
  change->state = state;
  change->reason = reason;
  change->note = g_strdup (note);
  g_task_set_task_data (task, change, state_change_free);
  if (is_end (state) && reason == TDM_END_NONE)
    {
      g_task_return_new_error (task, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE, "%s",
                               _ ("Please choose why the tandem ends."));
      return;
    }

  for (guint i = 0; i < pairs->len; i++)
    if (tdm_pair_can_become (pairs->pdata[i], state))
      g_ptr_array_add (change->pairs, g_object_ref (pairs->pdata[i]));
  if (change->pairs->len > 0)
    load_next (g_steal_pointer (&task));
  else
    g_task_return_new_error (task, TDM_MODEL_ERROR, TDM_MODEL_ERROR_STATE, "%s",
                             _ ("That is not possible in the present state of the tandem."));
}

/**
 * tdm_workspace_save_person_async:
 * @self: a workspace
 * @draft: a new person or a draft of a live one
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_save_person_async (TdmWorkspace *self, TdmPerson *draft, GAsyncReadyCallback callback, gpointer data)
{
  gboolean is_new = tdm_record_get_id (TDM_RECORD (draft)) == 0;
  TdmEdit *edit = tdm_edit_new (is_new ? _ ("Person added") : _ ("Person changed"));

  tdm_edit_add_draft (edit, draft);
  commit (self, edit, callback, data);
}

/**
 * tdm_workspace_save_programme_async:
 * @self: a workspace
 * @draft: a draft of its programme
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Finish with tdm_workspace_change_finish().
 */
void
tdm_workspace_save_programme_async (TdmWorkspace *self, TdmProgramme *draft, GAsyncReadyCallback callback, gpointer data)
{
  TdmEdit *edit = tdm_edit_new (_ ("Programme changed"));

  tdm_edit_add_draft (edit, draft);
  commit (self, edit, callback, data);
}

static void
fill_programme (TdmEdit *edit, const char *title)
{
  TdmRecord *programme = tdm_edit_insert (edit, TDM_TYPE_PROGRAMME);
  TdmRecord *round = tdm_edit_insert (edit, TDM_TYPE_ROUND);
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_text (programme, TDM_PROGRAMME_TITLE, title);
  tdm_record_set_text (programme, TDM_PROGRAMME_ORGANIZER_NAME, g_get_real_name ());
  tdm_record_set_text (programme, TDM_PROGRAMME_ZONE, tdm_zone_get_system ());
  tdm_record_set_integer (round, TDM_ROUND_NUMBER, 1);
  tdm_record_set_text (round, TDM_ROUND_TITLE, _ ("First round"));
  tdm_record_set_text (round, TDM_ROUND_KICKOFF, today);
  tdm_record_set_integer (round, TDM_ROUND_MINUTES, 60);
}

/**
 * tdm_workspace_start_programme_async:
 * @self: a workspace of an empty file
 * @title: what the programme is called
 * @callback: called when it is stored
 * @data: for @callback
 *
 * Begins a programme with a first round, in the time zone of this computer. Finish with tdm_workspace_import_finish().
 */
void
tdm_workspace_start_programme_async (TdmWorkspace *self, const char *title, GAsyncReadyCallback callback,
                                     gpointer data)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new (_ ("Programme added"));

  fill_programme (edit, title);
  tdm_workspace_import_async (self, edit, callback, data);
}
