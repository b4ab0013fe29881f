/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-match-private.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "calendar/tdm-zone.h"
#include "mail/tdm-mail-part.h"
#include "model/tdm-calendar-message.h"
#include "tdm-inbox-date.h"

#include <string.h>

/* What an event from outside is about here: by UID, RECURRENCE-ID and address (RFC 5546 3.2.3, 6.1). The sender that a
 * mail names proves nothing, so nothing but an answer follows from it. */

static void
matcher_add_pair (TdmInboxMatcher *self, TdmPerson *person, TdmPair *pair)
{
  GPtrArray *pairs = g_hash_table_lookup (self->pairs, person);

  if (!pairs)
    {
      pairs = g_ptr_array_new ();
      g_hash_table_insert (self->pairs, person, pairs);
    }
  g_ptr_array_add (pairs, pair);
}

/* Whose answer it is, and about which date or which whole series */
static guint
item_hash_target (gconstpointer data)
{
  const TdmInboxItem *self = data;

  return 31 * g_direct_hash (self->meeting ? (gpointer) self->meeting : (gpointer) self->series) +
         g_direct_hash (self->person);
}

static gboolean
item_has_same_target (gconstpointer a, gconstpointer b)
{
  const TdmInboxItem *self = a, *other = b;

  return self->person == other->person && self->meeting == other->meeting && self->series == other->series;
}

/**
 * tdm_inbox_matcher_new:
 * @workspace: a workspace in which all series are loaded
 *
 * Returns: (transfer full): what finds series and people, as of now
 */
TdmInboxMatcher *
tdm_inbox_matcher_new (TdmWorkspace *workspace)
{
  TdmInboxMatcher *self = g_new0 (TdmInboxMatcher, 1);
  GListModel *pairs = tdm_workspace_get_pairs (workspace);
  GListModel *people = tdm_workspace_get_people (workspace);

  self->workspace = g_object_ref (workspace);
  self->series = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->pairs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->answered = g_hash_table_new (item_hash_target, item_has_same_target);
  self->proposed = g_hash_table_new (item_hash_target, item_has_same_target);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);
      GListModel *list = tdm_pair_get_series (pair);

      matcher_add_pair (self, tdm_pair_get_mentee (pair), pair);
      matcher_add_pair (self, tdm_pair_get_mentor (pair), pair);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          TdmSeries *series = g_list_model_get_item (list, j);

          g_hash_table_insert (self->series, (gpointer) tdm_series_get_calendar_uid (series), series);
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      TdmPerson *person = g_list_model_get_item (people, i);

      g_hash_table_insert (self->people, g_ascii_strdown (tdm_person_get_email (person), -1), person);
    }
  return self;
}

void
tdm_inbox_matcher_free (TdmInboxMatcher *self)
{
  g_hash_table_unref (self->series);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->answered);
  g_hash_table_unref (self->proposed);
  g_object_unref (self->workspace);
  g_free (self);
}

/* --- who -------------------------------------------------------------------------- */

static gboolean
is_address (const char *email, const char *other)
{
  return *email && g_ascii_strcasecmp (email, other) == 0;
}

/* Of several, the one from whom the mail came (RFC 5546 3.2.3 wants one). */
const TdmIncomingAttendee *
tdm_inbox_matcher_find_answering (TdmInboxItem *item)
{
  GPtrArray *attendees = item->event->attendees;

  for (guint i = 0; i < attendees->len; i++)
    {
      const TdmIncomingAttendee *attendee = attendees->pdata[i];

      if (attendees->len == 1 || is_address (attendee->email, item->part->from_email) ||
          is_address (attendee->sent_by, item->part->from_email))
        return attendee;
    }
  return NULL;
}

/* Perhaps a person who has left the tandem since then. The address to which a message went counts, too: people get new
 * ones in between. */
static TdmPerson *
series_find_invited (TdmSeries *series, const char *email)
{
  GListModel *messages = tdm_series_get_messages (series);

  if (tdm_person_has_email (tdm_series_get_mentee (series), email))
    return tdm_series_get_mentee (series);
  if (tdm_person_has_email (tdm_series_get_mentor (series), email))
    return tdm_series_get_mentor (series);
  for (guint i = g_list_model_get_n_items (messages); i > 0; i--)
    {
      g_autoptr (TdmCalendarMessage) message = g_list_model_get_item (messages, i - 1);

      if (is_address (email, tdm_record_get_text (TDM_RECORD (message), TDM_CALENDAR_MESSAGE_EMAIL)))
        return tdm_calendar_message_get_person (message);
    }
  return NULL;
}

char *
tdm_inbox_matcher_get_sender (TdmInboxItem *item)
{
  const TdmIncomingAttendee *attendee = tdm_inbox_matcher_find_answering (item);

  if (attendee && *attendee->name)
    return g_strdup (attendee->name);
  if (*item->part->from_name)
    return g_strdup (item->part->from_name);
  if (attendee && *attendee->email)
    return g_strdup (attendee->email);
  return g_strdup (*item->part->from_email ? item->part->from_email : _ ("Somebody"));
}

/* --- which meeting ---------------------------------------------------------------- */

/* The meeting that a message names, or the only one of a series that does not repeat */
static TdmMeeting *
series_find_meeting (TdmSeries *series, TdmIncomingEvent *event)
{
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (series));

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_series (meeting) != series)
        continue;
      if (event->has_recurrence_id
            ? tdm_inbox_date_is (event, tdm_series_get_zone (series), tdm_meeting_get_recurrence_id (meeting))
            : *tdm_series_get_rule (series) == '\0')
        return meeting;
    }
  return NULL;
}

/* --- words -------------------------------------------------------------------------- */

char *
tdm_inbox_matcher_describe_target (TdmSeries *series, TdmMeeting *meeting)
{
  if (meeting)
    return tdm_when_describe_meeting (meeting);
  /* Translators: two names */
  return g_strdup_printf (_ ("all meetings of %s and %s"), tdm_person_get_name (tdm_series_get_mentee (series)),
                          tdm_person_get_name (tdm_series_get_mentor (series)));
}

/* --- matching ------------------------------------------------------------------------ */

void
tdm_inbox_matcher_set (TdmInboxItem *item, TdmInboxKind kind, const char *format, const char *name, const char *target)
{
  tdm_inbox_item_set_kind (item, kind, g_strdup_printf (format, name, target));
}

/* For what nothing can be done with */
static void
item_set_nothing (TdmInboxItem *item, const char *format, const char *name)
{
  tdm_inbox_item_set_kind (item, TDM_INBOX_NOTHING, g_strdup_printf (format, name));
}

static void
item_match_counter (TdmInboxItem *item, TdmMeeting *meeting, const char *name)
{
  TdmIncomingEvent *event = item->event;
  g_autofree char *start = NULL, *when = NULL;

  if (!meeting || event->start_instant == 0)
    {
      item_set_nothing (item, _ ("%s proposes other dates for the whole series. Please talk about it."), name);
      return;
    }
  start = tdm_zone_from_utc (tdm_meeting_get_zone (meeting), event->start_instant, NULL);
  when = start ? tdm_when_describe (tdm_meeting_get_zone (meeting), start) : g_strdup (event->start_local);
  /* Translators: a name, then a day and a time */
  tdm_inbox_matcher_set (item, TDM_INBOX_PROPOSAL, _ ("%s proposes %s"), name, when);
}

/* @target: which date or series, in words. One with RANGE=THISANDFUTURE (RFC 5545 3.2.13) is about more. */
static void
item_match_reply (TdmInboxItem *item, const char *target, const char *name)
{
  const TdmIncomingAttendee *attendee = tdm_inbox_matcher_find_answering (item);
  g_autofree char *dates = NULL;
  /* Translators: who, and a date or "all meetings of A and B" */
  const char *format = _ ("%s has not decided yet: %s");

  if (!attendee)
    {
      item_set_nothing (item, _ ("%s answers, but the e-mail does not say for whom."), name);
      return;
    }
  if (item->meeting && item->event->this_and_future)
    /* Translators: %s is a day and a time */
    target = dates = g_strdup_printf (_ ("%s and all later dates"), target);
  if (!attendee->has_partstat)
    {
      tdm_inbox_matcher_set (item, TDM_INBOX_NOTHING, _ ("%s answers neither yes nor no: %s"), name, target);
      return;
    }
  switch (attendee->partstat)
    {
    case TDM_REPLY_ACCEPTED:
      /* Translators: who, and a date or "all meetings of A and B" */
      format = _ ("%s accepts: %s");
      break;
    case TDM_REPLY_DECLINED:
      /* Translators: who, and a date or "all meetings of A and B" */
      format = _ ("%s declines: %s");
      break;
    case TDM_REPLY_TENTATIVE:
      /* Translators: who, and a date or "all meetings of A and B" */
      format = _ ("%s may come: %s");
      break;
    case TDM_REPLY_NEEDS_ACTION:
      break;
    }
  item->reply = attendee->partstat;
  tdm_inbox_matcher_set (item, TDM_INBOX_ANSWER, format, name, target);
}

/* Of what came in together, a later answer was looked at before. It takes the place of an earlier one, and of a
 * proposal; a later proposal leaves an earlier answer as it is. */
static gboolean
matcher_has_later (TdmInboxMatcher *self, TdmInboxItem *item)
{
  gboolean proposes = item->event->method == TDM_INCOMING_COUNTER;
  gboolean is_known = g_hash_table_contains (self->answered, item) ||
                      (proposes && g_hash_table_contains (self->proposed, item));

  g_hash_table_add (proposes ? self->proposed : self->answered, item);
  return is_known;
}

/* Whether @person keeps the diary of one of those who are invited */
static gboolean
pair_has_assistant (TdmPair *pair, TdmPerson *person)
{
  TdmPerson *people[] = { tdm_pair_get_mentee (pair), tdm_pair_get_mentor (pair) };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (people[i] && tdm_record_get_link (TDM_RECORD (people[i]), TDM_PERSON_ASSISTANT) == person)
      return TRUE;
  return FALSE;
}

static void
matcher_match_invited (TdmInboxMatcher *self, TdmInboxItem *item)
{
  TdmIncomingEvent *event = item->event;
  TdmSeries *series = item->series;
  TdmMeeting *meeting = item->meeting;
  TdmPair *pair = tdm_series_get_pair (series);
  TdmPerson *person = item->person;
  gboolean is_of_pair = person == tdm_pair_get_mentee (pair) || person == tdm_pair_get_mentor (pair);
  gboolean is_assistant = !is_of_pair && pair_has_assistant (pair, person);
  const char *name = tdm_person_get_name (person);
  g_autofree char *target = tdm_inbox_matcher_describe_target (series, meeting);

  if (!is_of_pair && !is_assistant)
    tdm_inbox_matcher_set (item, TDM_INBOX_OLD, _ ("%s is no longer invited, but answers: %s"), name, target);
  else if (event->method == TDM_INCOMING_REFRESH)
    tdm_inbox_matcher_set (item, TDM_INBOX_AGAIN, _ ("%s asks for the invitation again: %s"), name, target);
  else if (is_assistant && event->method == TDM_INCOMING_COUNTER)
    /* Translators: who, and a date or "all meetings of A and B" */
    tdm_inbox_matcher_set (item, TDM_INBOX_NOTHING,
                           _ ("%s is invited as an assistant, whose answer does not count: %s"), name, target);
  else if (meeting && !tdm_meeting_is_open (meeting))
    tdm_inbox_matcher_set (item, TDM_INBOX_OLD, _ ("%s answers about a meeting that is over or cancelled: %s"), name,
                           target);
  else if (tdm_inbox_matcher_is_overtaken (item))
    tdm_inbox_matcher_set (item, TDM_INBOX_OLD, _ ("This answer of %s is out of date: %s"), name, target);
  else if (event->method == TDM_INCOMING_COUNTER)
    item_match_counter (item, meeting, name);
  else
    item_match_reply (item, target, name);
  /* It is nobody's but theirs; in later messages it must be as they gave it, for their calendars show what these
   * say. */
  if (item->kind == TDM_INBOX_ANSWER && is_assistant)
    tdm_inbox_item_set_kind (item, TDM_INBOX_ANSWER,
                             /* Translators: %s is a sentence, such as "Gil Ott accepts: 2 March 2027, 10:00" */
                             g_strdup_printf (_ ("%s (as an assistant)"), item->text));
  if (item->kind == TDM_INBOX_ANSWER && tdm_inbox_matcher_is_perhaps_overtaken (item))
    tdm_inbox_item_set_kind (item, TDM_INBOX_UNKNOWN,
                             /* Translators: %s is a sentence, such as "Bo Chen accepts: 2 March 2027, 10:00" */
                             g_strdup_printf (_ ("%s. Perhaps it is about an earlier time: does it hold?"),
                                              item->text));
  if (tdm_inbox_item_is_sure (item) && matcher_has_later (self, item))
    tdm_inbox_matcher_set (item, TDM_INBOX_OLD, _ ("This answer of %s is out of date: %s"), name, target);
}

static void
matcher_match_series (TdmInboxMatcher *self, TdmInboxItem *item, TdmSeries *series, const char *sender)
{
  TdmIncomingEvent *event = item->event;
  const TdmIncomingAttendee *attendee = tdm_inbox_matcher_find_answering (item);
  TdmMeeting *meeting = series_find_meeting (series, event);
  TdmPerson *person = series_find_invited (series, attendee ? attendee->email
                                                            : item->part->from_email);
  g_autofree char *target = NULL;

  if (event->has_recurrence_id && !meeting)
    {
      item_set_nothing (item, _ ("%s answers about a date that is not here."), sender);
      return;
    }
  /* Everything about a single meeting is about its series, but for another time. */
  if (!event->has_recurrence_id && event->method != TDM_INCOMING_COUNTER)
    meeting = NULL;
  tdm_inbox_item_set_target (item, series, meeting, person);
  target = tdm_inbox_matcher_describe_target (series, meeting);
  if (tdm_inbox_matcher_is_copy_of_question (event, series))
    tdm_inbox_matcher_set (item, TDM_INBOX_OLD, _ ("%s repeats the invitation and answers nothing: %s"), sender,
                           target);
  else if (person)
    matcher_match_invited (self, item);
  else if (event->method != TDM_INCOMING_REPLY)
    tdm_inbox_matcher_set (item, TDM_INBOX_NOTHING, _ ("%s was not invited, but wants something: %s"), sender, target);
  else
    {
      /* From an address that was not invited, only an answer counts, and the user says whose it is. */
      item_match_reply (item, target, sender);
      if (item->kind == TDM_INBOX_ANSWER)
        /* Translators: %s is a sentence, such as "Eve Stranger accepts: 2 March 2027, 10:00" */
        tdm_inbox_item_set_kind (item, TDM_INBOX_STRANGER,
                                 g_strdup_printf (_ ("%s. Nobody invited this address: whose answer is it?"),
                                                  item->text));
    }
}

/* Whether the organizer has said something since then about a date of @series */
static gboolean
series_has_later_date (TdmSeries *series, TdmIncomingEvent *event)
{
  g_autoptr (GPtrArray) meetings = tdm_meeting_list_of_series (series);

  for (guint i = 0; i < meetings->len; i++)
    if (tdm_record_get_integer (meetings->pdata[i], TDM_MEETING_HEARD) > event->stamp)
      return TRUE;
  return FALSE;
}

/* About a series that is here: from here, or a later word of an organizer; the same message may come twice, as a
 * mail and as a file. */
static void
matcher_match_known (TdmInboxMatcher *self, TdmInboxItem *item, TdmSeries *series)
{
  TdmIncomingEvent *event = item->event;
  const char *inviter = *event->organizer_name ? event->organizer_name : event->organizer_email;
  gint64 heard = tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_HEARD);

  if (!tdm_series_is_external (series))
    item_set_nothing (item, _ ("This is an invitation that was sent from here: %s"), event->summary);
  else if (!event->has_recurrence_id && event->method != TDM_INCOMING_CANCEL &&
           event->sequence == tdm_series_get_sequence (series) && (heard == 0 || event->stamp == heard))
    tdm_inbox_matcher_set (item, TDM_INBOX_OLD,
                           series_has_later_date (series, event)
                             ? _ ("A later message of %s has come since then: %s")
                             : _ ("This invitation of %s was taken over before: %s"),
                           inviter, event->summary);
  else
    tdm_inbox_matcher_match_update (self, item, series,
                                    event->has_recurrence_id ? series_find_meeting (series, event) : NULL);
}

/**
 * tdm_inbox_matcher_match:
 * @item: an item with an event
 *
 * Finds out what it is and what it is about. Of several items, the latest comes first. Nothing changes.
 */
void
tdm_inbox_matcher_match (TdmInboxMatcher *self, TdmInboxItem *item)
{
  TdmIncomingEvent *event = item->event;
  TdmSeries *series = g_hash_table_lookup (self->series, event->uid);
  g_autofree char *sender = tdm_inbox_matcher_get_sender (item);

  switch (event->method)
    {
    case TDM_INCOMING_REPLY:
    case TDM_INCOMING_COUNTER:
    case TDM_INCOMING_REFRESH:
      if (series)
        matcher_match_series (self, item, series, sender);
      else
        tdm_inbox_matcher_match_unknown (self, item);
      break;
    case TDM_INCOMING_REQUEST:
    case TDM_INCOMING_PUBLISH:
      if (series)
        matcher_match_known (self, item, series);
      else
        tdm_inbox_matcher_match_invitation (self, item);
      break;
    case TDM_INCOMING_CANCEL:
      if (series)
        matcher_match_known (self, item, series);
      else
        tdm_inbox_matcher_set (item, TDM_INBOX_NOTHING, _ ("%s cancels meetings that are not here: %s"), sender,
                               event->summary);
      break;
    default:
      tdm_inbox_matcher_set (item, TDM_INBOX_NOTHING, _ ("Nothing can be done with this message from %s: %s"), sender,
                             event->summary);
      break;
    }
}
