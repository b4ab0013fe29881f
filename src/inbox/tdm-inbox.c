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
#include "tdm-inbox-match.h"
#include "tdm-inbox-update.h"

/* Seconds by which a clock may be ahead of ours */
#define AHEAD_MOST (7 * 24 * 60 * 60)

/* Mails and calendar files that somebody gives to the program: they are read on another thread, matched with what is in
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

static void
add_problem (TdmReading *self, const char *name, const char *reason)
{
  /* Translators: a file name, and what is wrong with it */
  g_autofree char *text = name ? g_strdup_printf (_ ("“%s”: %s"), name, reason) : g_strdup (reason);

  g_ptr_array_add (self->items, tdm_inbox_item_new_problem (text));
}

/* A series and those of its dates that are different come as events of one UID (RFC 5546 3.2.2). */
static gboolean
join (TdmReading *self, TdmIncomingEvent *date, TdmMailPart *part)
{
  for (guint i = 0; tdm_incoming_event_invites (date) && date->has_recurrence_id && i < self->items->len; i++)
    {
      TdmIncomingEvent *event = tdm_inbox_item_get_event (self->items->pdata[i]);

      if (event && tdm_inbox_item_get_part (self->items->pdata[i]) == part && tdm_incoming_event_invites (event) &&
          !event->has_recurrence_id && g_str_equal (event->uid, date->uid))
        {
          tdm_inbox_item_add_date (self->items->pdata[i], date);
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_events (TdmReading *self, GPtrArray *events, TdmMailPart *part, gboolean of_dates)
{
  for (guint i = 0; i < events->len; i++)
    {
      TdmIncomingEvent *event = events->pdata[i];

      if ((event->has_recurrence_id && tdm_incoming_event_invites (event)) == of_dates && !join (self, event, part))
        g_ptr_array_add (self->items, tdm_inbox_item_new (event, part));
    }
}

/* All goals of a file are one question. Whatever cannot be read for its goals cannot be read for its meetings either, and
 * that says why. */
static void
reading_read_part (TdmReading *self, TdmMailPart *part, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean has_todos;
  g_autoptr (GPtrArray) events = tdm_incoming_read_mail (part->calendar, part->method, problems, &has_todos, &error);
  g_autoptr (TdmTodoFile) todos = has_todos ? tdm_todo_read (part->calendar, NULL) : NULL;
  gboolean has_goals = todos && todos->goals->len > 0;

  if (has_goals)
    g_ptr_array_add (self->items, tdm_inbox_item_new_goals (g_steal_pointer (&todos)));
  self->has_goals |= has_goals;
  for (guint i = 0; i < problems->len; i++)
    add_problem (self, name, problems->pdata[i]);
  if (error && !(has_goals && g_error_matches (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NOT_CALENDAR)))
    add_problem (self, name, error->message);
  if (!events)
    return;
  for (guint i = 0; i < events->len; i++)
    tdm_incoming_event_localize (events->pdata[i], tdm_zone_get_system ());
  add_events (self, events, part, FALSE);
  add_events (self, events, part, TRUE);
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
    add_problem (source->reading, *part->subject ? part->subject : source->name, part->problem);
  else
    reading_read_part (source->reading, part, source->name);
  /* Its meetings are known now, and a mailbox may hold thousands of calendars. */
  g_bytes_unref (part->calendar);
  part->calendar = g_bytes_new (NULL, 0);
}

static void
read_text (TdmReading *self, GBytes *text)
{
  Source source = { self, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = tdm_mail_read (text, &error);

  if (error)
    add_problem (self, NULL, error->message);
  for (guint i = 0; parts && i < parts->len; i++)
    part_found_cb (parts->pdata[i], &source);
}

static void
read_file (TdmReading *self, GFile *file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = tdm_text_clean_line (path);
  Source source = { self, name };

  if (!tdm_mail_read_file (file, part_found_cb, &source, cancellable, &error))
    add_problem (self, name, error->message);
}

static void
read_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdmReading *self = data;

  if (self->text)
    read_text (self, self->text);
  for (guint i = 0; self->files && i < self->files->len && !g_cancellable_is_cancelled (cancellable); i++)
    read_file (self, self->files->pdata[i], cancellable);
  g_task_return_boolean (task, TRUE);
}

/* --- matching, on the main thread ------------------------------------------------------ */

static gboolean
answers (TdmIncomingEvent *event)
{
  return event->method == TDM_INCOMING_REPLY || event->method == TDM_INCOMING_COUNTER ||
         event->method == TDM_INCOMING_REFRESH;
}

static int
compare (gint64 first, gint64 second)
{
  return (first > second) - (first < second);
}

/* By when they were written: which version of the dates an answer is about is looked at later, and the numbers of
 * different dates mean nothing to each other. */
static int
compare_age (gconstpointer a, gconstpointer b)
{
  TdmInboxItem *x = *(gpointer *) a, *y = *(gpointer *) b;
  TdmIncomingEvent *first = tdm_inbox_item_get_event (x), *second = tdm_inbox_item_get_event (y);
  int by_stamp;

  if (!first || !second)
    return (first == NULL) - (second == NULL);
  if (answers (first) != answers (second))
    return answers (second) - answers (first);
  by_stamp = compare (tdm_inbox_item_get_stamp (x), tdm_inbox_item_get_stamp (y));
  return by_stamp ? by_stamp : compare (first->sequence, second->sequence);
}

/* Shown are the earliest first; of two answers of one person the later one stays. */
static void
match_all (TdmWorkspace *workspace, TdmReading *self)
{
  g_autoptr (TdmInboxMatcher) matcher = tdm_inbox_matcher_new (workspace);
  g_autoptr (GHashTable) known_goals = NULL;

  g_ptr_array_sort (self->items, compare_age);
  for (guint i = self->items->len; i > 0; i--)
    if (tdm_inbox_item_get_event (self->items->pdata[i - 1]))
      tdm_inbox_matcher_match (matcher, self->items->pdata[i - 1]);
    else if (tdm_inbox_item_get_todos (self->items->pdata[i - 1]))
      {
        /* All goals of the programme are indexed once, for however many files there are. */
        if (!known_goals)
          known_goals = tdm_goal_merge_index (tdm_workspace_get_pairs (workspace));
        tdm_inbox_goals_match (workspace, known_goals, self->items->pdata[i - 1]);
      }
}

static void
reading_return_matched (GTask *task)
{
  TdmReading *self = g_task_get_task_data (task);

  match_all (g_task_get_source_object (task), self);
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
  g_ptr_array_sort (self->items, compare_age);
  g_task_return_pointer (task, g_ptr_array_ref (self->items), (GDestroyNotify) g_ptr_array_unref);
}

static void
start (TdmWorkspace *workspace, TdmReading *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
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
tdm_inbox_read_async (TdmWorkspace *workspace, GPtrArray *files, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer data)
{
  TdmReading *self = g_new0 (TdmReading, 1);

  self->files = g_ptr_array_copy (files, (GCopyFunc) (GCallback) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->files, g_object_unref);
  start (workspace, self, cancellable, callback, data);
}

/**
 * tdm_inbox_read_text_async:
 * @text: what somebody pasted: a mail or a calendar
 *
 * Nothing is changed yet. Finish with tdm_inbox_read_finish().
 */
void
tdm_inbox_read_text_async (TdmWorkspace *workspace, const char *text, GAsyncReadyCallback callback, gpointer data)
{
  TdmReading *self = g_new0 (TdmReading, 1);

  self->text = g_bytes_new (text, strlen (text));
  start (workspace, self, NULL, callback, data);
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

static void
take_proposal (TdmRecord *draft, TdmIncomingEvent *event)
{
  tdm_record_set_integer (draft, TDM_ATTENDEE_PROPOSED_START, event ? event->start_instant : 0);
  tdm_record_set_integer (draft, TDM_ATTENDEE_PROPOSED_MINUTES, event ? CLAMP (event->minutes, 0, 600) : 0);
}

/* Where the clock of a computer is wrong by years, later answers from another must not count as older. */
static gint64
get_credible_stamp (TdmInboxItem *item)
{
  gint64 stamp = tdm_inbox_item_get_stamp (item);

  return stamp > tdm_clock_now () + AHEAD_MOST ? tdm_clock_now () : stamp;
}

/* The number counts the versions of what was answered: that of another invitation means nothing here. */
static void
take_time (TdmRecord *draft, TdmInboxItem *item)
{
  gint64 replied = tdm_record_get_integer (draft, TDM_ATTENDEE_REPLIED);
  gboolean is_other = tdm_inbox_item_get_kind (item) == TDM_INBOX_UNKNOWN;

  tdm_record_set_integer (draft, TDM_ATTENDEE_REPLIED,
                          is_other ? MAX (replied, get_credible_stamp (item)) : get_credible_stamp (item));
  if (!is_other)
    tdm_record_set_integer (draft, TDM_ATTENDEE_REPLY_SEQUENCE, tdm_inbox_item_get_sequence (item));
}

/* Nothing but the answer and what was written with it (RFC 5546 3.2.3). */
static void
take_answer_to (TdmEdit *edit, TdmInboxItem *item, TdmMeeting *meeting, TdmPerson *person)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  TdmRecord *draft = tdm_answer_edits_open (edit, tdm_inbox_item_get_series (item), meeting, person);
  gboolean proposes = tdm_inbox_item_get_kind (item) == TDM_INBOX_PROPOSAL;

  tdm_record_set_text_cut (draft, TDM_ATTENDEE_COMMENT, event->comment);
  take_time (draft, item);
  take_proposal (draft, proposes ? event : NULL);
  if (!proposes)
    tdm_record_set_integer (draft, TDM_ATTENDEE_REPLY, tdm_inbox_item_get_reply (item));
}

static gboolean
is_later_date (TdmMeeting *meeting, TdmMeeting *first)
{
  return tdm_meeting_get_series (meeting) == tdm_meeting_get_series (first) &&
         tdm_meeting_has_no_record (meeting) &&
         strcmp (tdm_meeting_get_recurrence_id (meeting), tdm_meeting_get_recurrence_id (first)) > 0;
}

/* Whatever somebody said about one of them since then holds. */
static void
take_answer_to_following (TdmEdit *edit, TdmInboxItem *item, TdmPerson *person)
{
  TdmMeeting *first = tdm_inbox_item_get_meeting (item);
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (tdm_inbox_item_get_series (item)));

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);
      TdmAttendee *own = tdm_meeting_get_own_attendee (meeting, person);

      if (is_later_date (meeting, first) &&
          !(own && tdm_record_get_integer (TDM_RECORD (own), TDM_ATTENDEE_REPLIED) > tdm_inbox_item_get_stamp (item)))
        take_answer_to (edit, item, meeting, person);
    }
}

static void
take_answer (TdmEdit *edit, TdmInboxItem *item, TdmPerson *person)
{
  TdmMeeting *meeting = tdm_inbox_item_get_meeting (item);
  gboolean proposes = tdm_inbox_item_get_kind (item) == TDM_INBOX_PROPOSAL;

  take_answer_to (edit, item, meeting, person);
  if (meeting && tdm_inbox_item_get_event (item)->this_and_future && !proposes)
    take_answer_to_following (edit, item, person);
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

/* "2 answers taken over · 1 meeting moved" */
static char *
describe_taken (TdmWorkspace *workspace, TdmEdit *edit, GPtrArray *items)
{
  g_autofree char *changes = NULL, *answers = NULL;
  guint n_updates = 0, n_answers;

  for (guint i = 0; i < items->len; i++)
    n_updates += tdm_inbox_item_get_kind (items->pdata[i]) == TDM_INBOX_UPDATE;
  n_answers = tdm_inbox_count_sure (items) - n_updates;
  answers = g_strdup_printf (ngettext ("%u answer taken over", "%u answers taken over", n_answers), n_answers);
  if (n_updates == 0)
    return g_steal_pointer (&answers);
  changes = tdm_inbox_update_describe (edit, workspace);
  return n_answers == 0 ? g_steal_pointer (&changes) : g_strconcat (answers, " · ", changes, NULL);
}

/**
 * tdm_inbox_apply:
 * @items: (element-type TdmInboxItem): what came in; only what is sure is taken over
 *
 * Returns: (transfer full): one edit, however many answers
 */
TdmEdit *
tdm_inbox_apply (TdmWorkspace *workspace, GPtrArray *items)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  g_autofree char *label = NULL;

  for (guint i = 0; i < items->len; i++)
    if (tdm_inbox_item_get_kind (items->pdata[i]) == TDM_INBOX_UPDATE)
      tdm_inbox_update_add (edit, workspace, items->pdata[i]);
    else if (tdm_inbox_item_is_sure (items->pdata[i]))
      take_answer (edit, items->pdata[i], tdm_inbox_item_get_person (items->pdata[i]));
  label = describe_taken (workspace, edit, items);
  tdm_edit_set_label (edit, label);
  return edit;
}

/* Whoever asks again may show anything (RFC 5546 3.2.6): the message that came last loses its name, so the outbox offers
 * everything anew, under a new one. */
static void
forget_name_of_last (TdmEdit *edit, TdmSeries *series, TdmPerson *person)
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

static const char *
get_decision_label (TdmInboxItem *item)
{
  switch (tdm_inbox_item_get_kind (item))
    {
    case TDM_INBOX_AGAIN:
      return _ ("Message to be sent again");
    case TDM_INBOX_GOALS:
      return _ ("Goals taken over");
    case TDM_INBOX_INVITATION:
      return _ ("Invitation taken over");
    case TDM_INBOX_DOUBTFUL:
      return _ ("Meetings changed");
    default:
      return _ ("Answer noted");
    }
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
  TdmEdit *edit = tdm_edit_new (get_decision_label (item));
  GError *error = NULL;

  if (tdm_inbox_item_get_kind (item) == TDM_INBOX_AGAIN)
    forget_name_of_last (edit, tdm_inbox_item_get_series (item), tdm_inbox_item_get_person (item));
  else if (tdm_inbox_item_get_kind (item) == TDM_INBOX_GOALS)
    tdm_inbox_goals_add (edit, workspace, item);
  else if (tdm_inbox_item_get_kind (item) == TDM_INBOX_INVITATION)
    tdm_inbox_invitation_add (edit, workspace, item, round, NULL, &error);
  else if (tdm_inbox_item_get_kind (item) == TDM_INBOX_DOUBTFUL)
    tdm_inbox_update_add (edit, workspace, item);
  else
    take_answer (edit, item, person ? person : tdm_inbox_item_get_person (item));

  if (error)
    tdm_edit_fail (edit, error);
  return edit;
}
