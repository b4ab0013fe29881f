/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-participant.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-incoming-event.h"
#include "calendar/tdm-recurrence.h"
#include "calendar/tdm-when.h"
#include "model/tdm-programme.h"
#include "workspace/tdm-workspace.h"
#include "tdm-inbox-date.h"
#include "tdm-inbox-invitation.h"
#include "tdm-inbox-item-private.h"

#include <string.h>

/* The way in for a person who is part of a tandem and coordinates nothing: all that is needed stands in the invitation,
 * but which of the two it is, and who learns from whom. */

/* --- what was opened ------------------------------------------------------------------------ */

static TdmInboxItem *
fail (GError **error, const char *message)
{
  g_set_error_literal (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED, message);
  return NULL;
}

static gboolean
event_check (TdmIncomingEvent *event, GError **error)
{
  g_autofree char *reason = tdm_inbox_invitation_explain (event);
  g_autoptr (GPtrArray) people = tdm_inbox_invitation_list_people (event);

  if (reason && event->has_recurrence_id)
    fail (error, reason);
  else if (reason)
    /* Translators: %s is a sentence that says why */
    g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED, _ ("This invitation cannot be taken over. %s"),
                 reason);
  else if (people->len != 2)
    g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED,
                 ngettext ("This invitation is for %u person, but a tandem is two people.",
                           "This invitation is for %u people, but a tandem is two people.", people->len), people->len);
  else
    return TRUE;
  return FALSE;
}

/**
 * tdm_participant_find_invitation:
 * @items: (element-type TdmInboxItem): what was read, the earliest first
 * @error: why there is nothing to begin with, in the language of the program
 *
 * Returns: (transfer none) (nullable): the one invitation among them, in its latest version
 */
TdmInboxItem *
tdm_participant_find_invitation (GPtrArray *items, GError **error)
{
  TdmInboxItem *first = items->len > 0 ? items->pdata[0] : NULL, *found = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      TdmInboxItem *item = items->pdata[i];

      if (!item->event || !tdm_incoming_event_invites (item->event))
        continue;
      if (found && !g_str_equal (item->event->uid, found->event->uid))
        return fail (error, _ ("There are several invitations in this file. Please open one after the other."));
      if (!found || !item->event->has_recurrence_id)
        found = item;
    }
  if (found)
    return event_check (found->event, error) ? found : NULL;
  if (first && first->todos)
    return fail (error, _ ("These are goals. Please open the invitation to your tandem first."));
  /* What could not be read says so itself. */
  if (first && !first->event && first->text)
    return fail (error, first->text);
  if (first && first->event && first->event->method == TDM_INCOMING_CANCEL)
    return fail (error, _ ("This cancels meetings that are not here. The invitation to them comes first."));
  return fail (error, _ ("This is no invitation. Please open the one that you got for your tandem."));
}

/**
 * tdm_participant_list_people:
 * @invitation: what tdm_participant_find_invitation() found
 *
 * Returns: (transfer full) (element-type TdmIncomingAttendee): the two people
 */
GPtrArray *
tdm_participant_list_people (TdmInboxItem *invitation)
{
  return tdm_inbox_invitation_list_people (invitation->event);
}

/**
 * tdm_participant_describe:
 * @invitation: what tdm_participant_find_invitation() found
 *
 * Returns: (transfer full): to what it invites, such as “12 meetings from 2 March 2027, 10:00”
 */
char *
tdm_participant_describe (TdmInboxItem *invitation)
{
  TdmIncomingEvent *event = invitation->event;
  const char *zone = event->zone;
  g_autofree char *local = tdm_inbox_date_localize (&zone, event->start_local);
  g_autofree char *start = tdm_when_describe (zone, local);
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (event->rule, NULL);
  g_auto (GStrv) dates = recurrence ? tdm_recurrence_expand (recurrence, event->start_local, NULL) : NULL;
  guint n = 0;

  for (char **date = dates; date && *date; date++)
    n += !event->excluded || !g_strv_contains ((const char *const *) event->excluded, *date);
  /* Translators: how many meetings, and a day and a time */
  return g_strdup_printf (ngettext ("%u meeting on %s", "%u meetings from %s", n), n, start);
}

/**
 * tdm_participant_find_self:
 * @workspace: (nullable): the participant's programme, %NULL if there is none yet
 * @people: (element-type TdmIncomingAttendee): the two people of an invitation
 *
 * Returns: which of them has the programme, -1 if that is not known
 */
int
tdm_participant_find_self (TdmWorkspace *workspace, GPtrArray *people)
{
  TdmPerson *self = workspace ? tdm_workspace_get_participant (workspace) : NULL;

  for (guint i = 0; self && i < people->len; i++)
    if (tdm_person_has_email (self, ((TdmIncomingAttendee *) people->pdata[i])->email))
      return i;
  return -1;
}

/* --- taking it over --------------------------------------------------------------------------- */

static void
edit_insert_programme (TdmEdit *edit, TdmIncomingEvent *event, TdmRecord *self)
{
  TdmRecord *programme = tdm_edit_insert (edit, TDM_TYPE_PROGRAMME);
  const char *zone = event->zone;
  g_autofree char *unused = tdm_inbox_date_localize (&zone, event->start_local);

  tdm_record_set_text (programme, TDM_PROGRAMME_TITLE, _ ("My tandem"));
  tdm_record_set_text (programme, TDM_PROGRAMME_ORGANIZER_NAME, tdm_record_get_text (self, TDM_PERSON_NAME));
  tdm_record_set_text (programme, TDM_PROGRAMME_ORGANIZER_EMAIL, tdm_record_get_text (self, TDM_PERSON_EMAIL));
  tdm_record_set_text (programme, TDM_PROGRAMME_ZONE, zone);
  tdm_record_set_link (programme, TDM_PROGRAMME_SELF, self);
}

/* The last one, or else a new one */
static TdmRecord *
edit_open_round (TdmEdit *edit, TdmWorkspace *workspace)
{
  GListModel *rounds = tdm_workspace_get_rounds (workspace);
  guint n_rounds = g_list_model_get_n_items (rounds);
  g_autoptr (TdmRecord) last = n_rounds > 0 ? g_list_model_get_item (rounds, n_rounds - 1) : NULL;
  g_autofree char *today = tdm_clock_today ();
  TdmRecord *round;

  if (last)
    return last;
  round = tdm_edit_insert (edit, TDM_TYPE_ROUND);
  tdm_record_set_integer (round, TDM_ROUND_NUMBER, 1);
  tdm_record_set_text (round, TDM_ROUND_TITLE, _ ("My tandem"));
  tdm_record_set_integer (round, TDM_ROUND_STATE, TDM_ROUND_STATE_RUNNING);
  tdm_record_set_text (round, TDM_ROUND_KICKOFF, today);
  tdm_record_set_integer (round, TDM_ROUND_MINUTES, 60);
  return round;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (tdm_workspace_import_finish (TDM_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * tdm_participant_join_async:
 * @workspace: the participant's programme, or one of a new file
 * @invitation: what tdm_participant_find_invitation() found
 * @self: which of tdm_participant_list_people() it is; not used where the programme knows already
 * @mentee: which of them learns from the other
 *
 * Adds the tandem with its people, its series and all meetings. In a new file it is the beginning; else it can be
 * undone in one step. Finish with tdm_participant_join_finish().
 */
void
tdm_participant_join_async (TdmWorkspace *workspace, TdmInboxItem *invitation, guint self, guint mentee,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, data);
  g_autoptr (TdmEdit) edit = tdm_edit_new (_ ("Tandem added"));
  g_autoptr (GPtrArray) people = tdm_participant_list_people (invitation);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  gboolean is_new = tdm_workspace_get_programme (workspace) == NULL;
  GError *error = NULL;
  TdmRecord *pair;

  g_ptr_array_add (sorted, people->pdata[mentee]);
  g_ptr_array_add (sorted, people->pdata[1 - mentee]);
  pair = tdm_inbox_invitation_add (edit, workspace, invitation, edit_open_round (edit, workspace), sorted);
  /* After the people: links lead to what is stored already. */
  if (pair && is_new)
    edit_insert_programme (edit, invitation->event,
                           tdm_record_get_link (pair, self == mentee ? TDM_PAIR_MENTEE : TDM_PAIR_MENTOR));
  if (!tdm_edit_check (edit, &error))
    g_task_return_error (task, error);
  else if (is_new)
    tdm_workspace_import_async (workspace, g_steal_pointer (&edit), imported_cb, g_steal_pointer (&task));
  else
    tdm_workspace_commit_async (workspace, g_steal_pointer (&edit), committed_cb, g_steal_pointer (&task));
}

gboolean
tdm_participant_join_finish (TdmWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tdm_participant_find_pair:
 * @invitation: an invitation
 *
 * Returns: (transfer none) (nullable): the latest tandem of the people whom it invites
 */
TdmPair *
tdm_participant_find_pair (TdmWorkspace *workspace, TdmInboxItem *invitation)
{
  GListModel *pairs = tdm_workspace_get_pairs (workspace);
  g_autoptr (GPtrArray) people = tdm_participant_list_people (invitation);

  for (guint i = g_list_model_get_n_items (pairs); i > 0; i--)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i - 1);

      if (tdm_incoming_find_attendee (people, tdm_person_get_email (tdm_pair_get_mentee (pair))) &&
          tdm_incoming_find_attendee (people, tdm_person_get_email (tdm_pair_get_mentor (pair))))
        return pair;
    }
  return NULL;
}
