/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-incoming.h"
#include "calendar/tdm-todo-reader.h"
#include "calendar/tdm-zone.h"
#include "edits/tdm-answer-edits.h"
#include "exchange/tdm-goal-merge.h"
#include "mail/tdm-mail-reader.h"
#include "messages/tdm-answers.h"
#include "model/tdm-calendar-message.h"
#include "model/tdm-scope.h"
#include "workspace/tdm-workspace.h"
#include "tdm-inbox-goals.h"
#include "tdm-inbox-invitation.h"
#include "tdm-inbox-item-private.h"
#include "tdm-inbox-match.h"
#include "tdm-inbox-update.h"

/* Seconds by which a clock may be ahead of ours */
#define AHEAD_MOST (7 * 24 * 60 * 60)

/* Mails and calendar files that the user gives to the program: they are read on another thread, matched with what is in
 * the programme, and only answers change anything. */

typedef struct
{
  GPtrArray *files;
  GBytes *text;
  GPtrArray *items;
  gboolean has_goals;
} TdmReading;

static void
reading_free (gpointer data)
{
  TdmReading *self = data;

  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* --- reading, on another thread ------------------------------------------------------ */

static TdmInboxItem *
reading_add_item (TdmReading *self)
{
  TdmInboxItem *item = g_object_new (TDM_TYPE_INBOX_ITEM, NULL);

  g_ptr_array_add (self->items, item);
  return item;
}

static void
reading_add_problem (TdmReading *self, const char *name, const char *reason)
{
  /* Translators: a file name, and what is wrong with it */
  reading_add_item (self)->text = name ? g_strdup_printf (_ ("“%s”: %s"), name, reason) : g_strdup (reason);
}

/* A series and those of its dates that are different come as events of one UID (RFC 5546 3.2.2). */
static TdmInboxItem *
reading_find_series (TdmReading *self, TdmIncomingEvent *date, TdmMailPart *part)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      TdmInboxItem *item = self->items->pdata[i];

      if (item->event && item->part == part && tdm_incoming_event_invites (item->event) &&
          !item->event->has_recurrence_id && g_str_equal (item->event->uid, date->uid))
        return item;
    }
  return NULL;
}

static void
reading_add_events (TdmReading *self, GPtrArray *events, TdmMailPart *part, gboolean of_dates)
{
  for (guint i = 0; i < events->len; i++)
    {
      TdmIncomingEvent *event = events->pdata[i];
      gboolean is_date = event->has_recurrence_id && tdm_incoming_event_invites (event);
      TdmInboxItem *item = is_date ? reading_find_series (self, event, part) : NULL;

      if (is_date != of_dates)
        continue;
      if (item)
        {
          g_ptr_array_add (item->dates, tdm_incoming_event_ref (event));
          continue;
        }
      item = reading_add_item (self);
      item->event = tdm_incoming_event_ref (event);
      item->part = tdm_mail_part_ref (part);
    }
}

/* All goals of a file are one question. A file that cannot be read for its goals cannot be read for its meetings
 * either, and that says why. */
static void
reading_read_part (TdmReading *self, TdmMailPart *part, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean has_todos;
  g_autoptr (GPtrArray) events = tdm_incoming_read (part->calendar, part->method, problems, &has_todos, &error);
  g_autoptr (TdmTodoFile) todos = has_todos ? tdm_todo_read (part->calendar, NULL) : NULL;
  gboolean has_goals = todos && todos->goals->len > 0;

  if (has_goals)
    reading_add_item (self)->todos = g_steal_pointer (&todos);
  self->has_goals |= has_goals;
  for (guint i = 0; i < problems->len; i++)
    reading_add_problem (self, name, problems->pdata[i]);
  if (error && !(has_goals && g_error_matches (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NOT_CALENDAR)))
    reading_add_problem (self, name, error->message);
  if (!events)
    return;
  for (guint i = 0; i < events->len; i++)
    tdm_incoming_event_localize (events->pdata[i], tdm_zone_get_system ());
  reading_add_events (self, events, part, FALSE);
  reading_add_events (self, events, part, TRUE);
}

/* Which file is read, and what it is called in messages */
typedef struct
{
  TdmReading *reading;
  const char *name;
} Source;

static void
part_found_cb (TdmMailPart *part, gpointer data)
{
  Source *source = data;

  if (*part->problem)
    reading_add_problem (source->reading, *part->subject ? part->subject : source->name, part->problem);
  else
    reading_read_part (source->reading, part, source->name);
  /* Its meetings are known now, and a mailbox may hold thousands of calendars. */
  g_bytes_unref (part->calendar);
  part->calendar = g_bytes_new (NULL, 0);
}

static void
read_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmReading *self = data;

  if (self->text)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) parts = tdm_mail_read (self->text, &error);
      Source pasted = { self, NULL };

      if (error)
        reading_add_problem (self, NULL, error->message);
      for (guint i = 0; parts && i < parts->len; i++)
        part_found_cb (parts->pdata[i], &pasted);
    }
  for (guint i = 0; self->files && i < self->files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_file_get_basename (self->files->pdata[i]);
      g_autofree char *name = tdm_text_clean_line (path);
      Source file = { self, name };

      if (!tdm_mail_read_file (self->files->pdata[i], part_found_cb, &file, cancellable, &error))
        reading_add_problem (self, name, error->message);
    }
  g_task_return_boolean (task, TRUE);
}

/* --- matching, on the main thread ------------------------------------------------------ */

static gboolean
event_answers (TdmIncomingEvent *event)
{
  return event->method == TDM_INCOMING_REPLY || event->method == TDM_INCOMING_COUNTER ||
         event->method == TDM_INCOMING_REFRESH;
}

static int
compare_numbers (gint64 first, gint64 second)
{
  return (first > second) - (first < second);
}

/* By when they were written: which version of the dates an answer is about is looked at later, and the numbers of
 * different dates mean nothing to each other. */
static int
items_compare_age (gconstpointer a, gconstpointer b)
{
  TdmInboxItem *x = *(gpointer *) a, *y = *(gpointer *) b;
  TdmIncomingEvent *first = x->event, *second = y->event;
  int by_stamp;

  if (!first || !second)
    return (first == NULL) - (second == NULL);
  if (event_answers (first) != event_answers (second))
    return event_answers (second) - event_answers (first);
  by_stamp = compare_numbers (tdm_inbox_item_get_stamp (x), tdm_inbox_item_get_stamp (y));
  return by_stamp ? by_stamp : compare_numbers (first->sequence, second->sequence);
}

/* Shown are the earliest first; of two answers of one person the later one stays. */
static void
reading_return_matched (GTask *task)
{
  TdmReading *self = g_task_get_task_data (task);
  TdmWorkspace *workspace = g_task_get_source_object (task);
  g_autoptr (TdmInboxMatcher) matcher = tdm_inbox_matcher_new (workspace);
  g_autoptr (GHashTable) known_goals = NULL;

  g_ptr_array_sort (self->items, items_compare_age);
  for (guint i = self->items->len; i > 0; i--)
    {
      TdmInboxItem *item = self->items->pdata[i - 1];

      /* All goals of the programme are indexed once, for however many files there are. */
      if (item->todos && !known_goals)
        known_goals = tdm_goal_merge_index (tdm_workspace_get_pairs (workspace));
      if (item->event)
        tdm_inbox_matcher_match (matcher, item);
      else if (item->todos)
        tdm_inbox_goals_match (workspace, known_goals, item);
    }
  g_task_return_pointer (task, g_ptr_array_ref (self->items), (GDestroyNotify) g_ptr_array_unref);
}

/* Whether what was asked for is here. Else the task has its answer. */
static gboolean
reading_has_loaded (GTask *task, GAsyncResult *result)
{
  TdmWorkspace *workspace = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (tdm_workspace_load_finish (workspace, result, &error))
    return TRUE;
  if (tdm_workspace_is_open (workspace))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("The file was closed."));
  return FALSE;
}

static void
goals_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  if (reading_has_loaded (task, result))
    reading_return_matched (task);
}

static void
meetings_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmReading *self = g_task_get_task_data (task);

  if (!reading_has_loaded (task, result))
    return;
  if (self->has_goals)
    tdm_workspace_load_rounds_async (TDM_WORKSPACE (source), TDM_SCOPE_ROUND_GOALS, goals_loaded_cb,
                                     g_steal_pointer (&task));
  else
    reading_return_matched (task);
}

/* What came in may be about any round. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TdmReading *self = g_task_get_task_data (task);
  TdmWorkspace *workspace = g_task_get_source_object (task);

  if (workspace)
    {
      tdm_workspace_load_rounds_async (workspace, TDM_SCOPE_ROUND_MEETINGS, meetings_loaded_cb,
                                       g_steal_pointer (&task));
      return;
    }
  g_ptr_array_sort (self->items, items_compare_age);
  g_task_return_pointer (task, g_ptr_array_ref (self->items), (GDestroyNotify) g_ptr_array_unref);
}

static void
reading_start (TdmWorkspace *workspace,
               TdmReading *self,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, data);
  g_autoptr (GTask) reading = g_task_new (NULL, cancellable, read_cb, task);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, self, reading_free);
  /* The outer task keeps what this one reads into. */
  g_task_set_task_data (reading, self, NULL);
  g_task_run_in_thread (reading, read_job);
}

/**
 * tdm_inbox_read_async:
 * @workspace: (nullable): a workspace; without one, nothing is matched
 * @files: (element-type GFile): mails, mailboxes (mbox) and calendar files
 *
 * Nothing is changed yet. Finish with tdm_inbox_read_finish().
 */
void
tdm_inbox_read_async (TdmWorkspace *workspace,
                      GPtrArray *files,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  TdmReading *self = g_new0 (TdmReading, 1);

  self->files = g_ptr_array_copy (files, (GCopyFunc) (GCallback) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->files, g_object_unref);
  reading_start (workspace, self, cancellable, callback, data);
}

/**
 * tdm_inbox_read_text_async:
 * @text: what was pasted: a mail or a calendar
 *
 * Nothing is changed yet. Finish with tdm_inbox_read_finish().
 */
void
tdm_inbox_read_text_async (TdmWorkspace *workspace, const char *text, GAsyncReadyCallback callback, gpointer data)
{
  TdmReading *self = g_new0 (TdmReading, 1);

  self->text = g_bytes_new (text, strlen (text));
  reading_start (workspace, self, NULL, callback, data);
}

/**
 * tdm_inbox_read_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TdmInboxItem): what came in, the earliest first
 */
GPtrArray *
tdm_inbox_read_finish (TdmWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- taking over ------------------------------------------------------------------------ */

/* Nothing but the answer and what was written with it (RFC 5546 3.2.3). */
static void
item_answer_meeting (TdmInboxItem *item, TdmEdit *edit, TdmMeeting *meeting, TdmPerson *person)
{
  TdmIncomingEvent *event = item->event;
  TdmRecord *draft = tdm_answer_edits_open (edit, item->series, meeting, person);
  gboolean proposes = item->kind == TDM_INBOX_PROPOSAL;
  gint64 stamp = tdm_inbox_item_get_stamp (item);

  tdm_record_set_text_cut (draft, TDM_ATTENDEE_COMMENT, event->comment);
  tdm_record_set_integer (draft, TDM_ATTENDEE_PROPOSED_START, proposes ? event->start_instant : 0);
  tdm_record_set_integer (draft, TDM_ATTENDEE_PROPOSED_MINUTES, proposes ? CLAMP (event->minutes, 0, 600) : 0);
  if (!proposes)
    tdm_record_set_integer (draft, TDM_ATTENDEE_REPLY, item->reply);
  /* Where the clock of a computer is wrong by years, later answers from another must not count as older. */
  if (stamp > tdm_clock_now () + AHEAD_MOST)
    stamp = tdm_clock_now ();
  /* The number counts the versions of what was answered: that of another invitation means nothing here. */
  if (item->kind == TDM_INBOX_UNKNOWN)
    stamp = MAX (stamp, tdm_record_get_integer (draft, TDM_ATTENDEE_REPLIED));
  else
    tdm_record_set_integer (draft, TDM_ATTENDEE_REPLY_SEQUENCE, tdm_inbox_item_get_sequence (item));
  tdm_record_set_integer (draft, TDM_ATTENDEE_REPLIED, stamp);
}

/* An answer to a date and all that follow leaves alone what the person has said about one of these since then. */
static void
item_answer (TdmInboxItem *item, TdmEdit *edit, TdmPerson *person)
{
  TdmMeeting *first = item->meeting;
  TdmSeries *series = item->series;
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (series));

  item_answer_meeting (item, edit, first, person);
  if (!first || !item->event->this_and_future ||
      item->kind == TDM_INBOX_PROPOSAL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);
      TdmAttendee *own = tdm_meeting_get_own_attendee (meeting, person);
      gint64 replied = own ? tdm_record_get_integer (TDM_RECORD (own), TDM_ATTENDEE_REPLIED) : 0;

      if (tdm_meeting_get_series (meeting) == series && tdm_meeting_has_no_record (meeting) &&
          strcmp (tdm_meeting_get_recurrence_id (meeting), tdm_meeting_get_recurrence_id (first)) > 0 &&
          (!own || replied <= tdm_inbox_item_get_stamp (item)))
        item_answer_meeting (item, edit, meeting, person);
    }
}

/**
 * tdm_inbox_count_sure:
 * @items: (element-type TdmInboxItem): what came in
 *
 * Returns: how many of them are taken over without asking
 */
guint
tdm_inbox_count_sure (GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += tdm_inbox_item_is_sure (items->pdata[i]);
  return n;
}

/**
 * tdm_inbox_apply:
 * @items: (element-type TdmInboxItem): what came in; only what is sure is taken over
 *
 * Returns: (transfer full): one edit, however many answers; its label says whose and what, if it is one
 */
TdmEdit *
tdm_inbox_apply (TdmWorkspace *workspace, GPtrArray *items)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  g_autofree char *answers = NULL, *changes = NULL, *both = NULL;
  const char *answer = NULL;
  guint n_answers = 0, n_updates = 0;

  for (guint i = 0; i < items->len; i++)
    {
      TdmInboxItem *item = items->pdata[i];

      if (item->kind == TDM_INBOX_UPDATE)
        {
          tdm_inbox_update_add (edit, workspace, item);
          n_updates++;
        }
      else if (tdm_inbox_item_is_sure (item))
        {
          item_answer (item, edit, item->person);
          answer = tdm_inbox_item_get_text (item);
          n_answers++;
        }
    }
  if (n_answers == 1)
    /* Translators: %s is a sentence, such as "Bo Chen accepts: 2 March 2027, 10:00" */
    answers = g_strdup_printf (_ ("Answer taken over: %s"), answer);
  else
    answers = g_strdup_printf (ngettext ("%u answer taken over", "%u answers taken over", n_answers), n_answers);
  changes = tdm_inbox_update_describe (edit, workspace);
  both = g_strconcat (answers, " · ", changes, NULL);
  if (n_updates == 0)
    tdm_edit_set_label (edit, answers);
  else
    tdm_edit_set_label (edit, n_answers == 0 ? changes : both);
  return edit;
}

/* The calendar of a person who asks again may show anything (RFC 5546 3.2.6): the message that came last loses its
 * name, so the outbox offers everything anew, under a new one. */
static void
series_forget_last_name (TdmSeries *series, TdmEdit *edit, TdmPerson *person)
{
  GListModel *messages = tdm_series_get_messages (series);

  for (guint i = g_list_model_get_n_items (messages); i > 0; i--)
    {
      g_autoptr (TdmCalendarMessage) message = g_list_model_get_item (messages, i - 1);

      if (tdm_calendar_message_get_person (message) == person &&
          tdm_calendar_message_get_delivery (message) == TDM_DELIVERY_HANDED_OVER)
        {
          tdm_record_set_text (tdm_edit_update (edit, message), TDM_CALENDAR_MESSAGE_MESSAGE_ID, NULL);
          return;
        }
    }
}

/* Whose answer it is, and what, as a person has decided */
static void
edit_name_answer (TdmEdit *edit, TdmInboxItem *item, TdmPerson *person)
{
  /* Translators: a name, then an answer, as in "Answer of Bo Chen noted: Accepted" */
  g_autofree char *label = g_strdup_printf (_ ("Answer of %s noted: %s"), tdm_person_get_name (person),
                                            tdm_code_get_title (tdm_reply_get_type (), item->reply));

  tdm_edit_set_label (edit, label);
}

/**
 * tdm_inbox_decide:
 * @item: something about which tdm_inbox_item_asks()
 * @person: (nullable): whose answer it is, where that is the question
 * @round: (nullable): where a new tandem goes
 *
 * Returns: (transfer full): the edit that does what the item offers; it fails where that is not possible
 */
TdmEdit *
tdm_inbox_decide (TdmWorkspace *workspace, TdmInboxItem *item, TdmPerson *person, TdmRound *round)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  switch (item->kind)
    {
    case TDM_INBOX_AGAIN:
      tdm_edit_set_label (edit, _ ("Message to be sent again"));
      series_forget_last_name (item->series, edit, item->person);
      break;
    case TDM_INBOX_GOALS:
      tdm_edit_set_label (edit, _ ("Goals taken over"));
      tdm_inbox_goals_add (edit, workspace, item);
      break;
    case TDM_INBOX_INVITATION:
      tdm_edit_set_label (edit, _ ("Invitation taken over"));
      tdm_inbox_invitation_add (edit, workspace, item, round, NULL);
      break;
    case TDM_INBOX_DOUBTFUL:
      tdm_edit_set_label (edit, _ ("Meetings changed"));
      tdm_inbox_update_add (edit, workspace, item);
      break;
    default:
      edit_name_answer (edit, item, person ? person : item->person);
      item_answer (item, edit, person ? person : item->person);
      break;
    }
  return edit;
}
