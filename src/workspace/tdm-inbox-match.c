/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-match.h"

#include "base/tdm-i18n.h"
#include "calendar/tdm-local-time.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-calendar-message.h"

#include <string.h>

/* What an event from outside is about here: by UID, RECURRENCE-ID and address (RFC 5546 3.2.3, 6.1). Who a mail says it
 * is from proves nothing, so nothing but an answer follows from it. */

struct _TdmInboxMatcher
{
  TdmWorkspace *workspace;
  GHashTable *series;
  GHashTable *people;
  GHashTable *pairs;
};

static char *
fold_address (const char *email)
{
  return g_ascii_strdown (email, -1);
}

static void
add_pair (TdmInboxMatcher *self, TdmPerson *person, TdmPair *pair)
{
  GPtrArray *pairs = g_hash_table_lookup (self->pairs, person);

  if (!pairs)
    {
      pairs = g_ptr_array_new ();
      g_hash_table_insert (self->pairs, person, pairs);
    }
  g_ptr_array_add (pairs, pair);
}

static void
index_series (TdmInboxMatcher *self)
{
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);
      GListModel *list = tdm_pair_get_series (pair);

      add_pair (self, tdm_pair_get_mentee (pair), pair);
      add_pair (self, tdm_pair_get_mentor (pair), pair);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          TdmSeries *series = g_list_model_get_item (list, j);

          g_hash_table_insert (self->series, (gpointer) tdm_record_get_uid (TDM_RECORD (series)), series);
        }
    }
}

static void
index_people (TdmInboxMatcher *self)
{
  GListModel *people = tdm_workspace_get_people (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      TdmPerson *person = g_list_model_get_item (people, i);

      g_hash_table_insert (self->people, fold_address (tdm_person_get_email (person)), person);
    }
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

  self->workspace = g_object_ref (workspace);
  self->series = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->pairs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  index_series (self);
  index_people (self);
  return self;
}

void
tdm_inbox_matcher_free (TdmInboxMatcher *self)
{
  g_hash_table_unref (self->series);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->pairs);
  g_object_unref (self->workspace);
  g_free (self);
}

/* --- who -------------------------------------------------------------------------- */

/* Of several, the one from whom the mail came (RFC 5546 3.2.3 wants one). */
static const TdmIncomingAttendee *
find_answering (TdmInboxItem *item)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  TdmMailPart *part = tdm_inbox_item_get_part (item);

  for (guint i = 0; i < event->attendees->len; i++)
    {
      const TdmIncomingAttendee *attendee = event->attendees->pdata[i];

      if (event->attendees->len == 1 || g_ascii_strcasecmp (attendee->email, part->from_email) == 0 ||
          (*attendee->sent_by && g_ascii_strcasecmp (attendee->sent_by, part->from_email) == 0))
        return attendee;
    }
  return NULL;
}

static gboolean
has_address (TdmPerson *person, const char *email)
{
  return person && *email && g_ascii_strcasecmp (tdm_person_get_email (person), email) == 0;
}

/* The address to which a message went counts, too: people get new ones in between. */
static TdmPerson *
find_told (TdmSeries *series, const char *email)
{
  GListModel *messages = tdm_series_get_messages (series);

  for (guint i = g_list_model_get_n_items (messages); *email && i > 0; i--)
    {
      g_autoptr (TdmCalendarMessage) message = g_list_model_get_item (messages, i - 1);
      const char *address = tdm_record_get_text (TDM_RECORD (message), TDM_CALENDAR_MESSAGE_EMAIL);

      if (g_ascii_strcasecmp (address, email) == 0)
        return tdm_calendar_message_get_person (message);
    }
  return NULL;
}

static TdmPerson *
find_invited (TdmSeries *series, const char *email)
{
  TdmPair *pair = tdm_series_get_pair (series);
  TdmPerson *told;

  if (has_address (tdm_pair_get_mentee (pair), email))
    return tdm_pair_get_mentee (pair);
  if (has_address (tdm_pair_get_mentor (pair), email))
    return tdm_pair_get_mentor (pair);
  told = find_told (series, email);
  return told == tdm_pair_get_mentee (pair) || told == tdm_pair_get_mentor (pair) ? told : NULL;
}

static char *
get_sender (TdmInboxItem *item)
{
  const TdmIncomingAttendee *attendee = find_answering (item);
  TdmMailPart *part = tdm_inbox_item_get_part (item);

  if (attendee && *attendee->name)
    return g_strdup (attendee->name);
  if (*part->from_name)
    return g_strdup (part->from_name);
  if (attendee && *attendee->email)
    return g_strdup (attendee->email);
  return g_strdup (*part->from_email ? part->from_email : _ ("Somebody"));
}

/* --- which date ------------------------------------------------------------------- */

static gboolean
is_on (TdmMeeting *meeting, TdmSeries *series, TdmIncomingEvent *event)
{
  const char *original = tdm_meeting_get_recurrence_id (meeting);

  if (tdm_meeting_get_series (meeting) != series || *original == '\0')
    return FALSE;
  if (event->recurrence_is_date)
    return strncmp (original, event->recurrence_local, 10) == 0;
  if (event->recurrence_instant == 0)
    return g_str_equal (original, event->recurrence_local);
  return tdm_zone_to_utc (tdm_series_get_zone (series), original, NULL) == event->recurrence_instant;
}

static TdmMeeting *
find_date (TdmSeries *series, TdmIncomingEvent *event)
{
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (series));

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (is_on (meeting, series, event))
        return meeting;
    }
  return NULL;
}

static TdmMeeting *
find_only (TdmSeries *series)
{
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (series));

  for (guint i = 0; *tdm_series_get_rule (series) == '\0' && i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_series (meeting) == series)
        return meeting;
    }
  return NULL;
}

/* --- whether it still holds --------------------------------------------------------- */

/* The version of the dates that a person was asked about last: an answer to an earlier one says nothing. */
static gint64
find_asked_version (TdmSeries *series, TdmPerson *person, TdmMeeting *meeting)
{
  GListModel *messages = tdm_series_get_messages (series);
  const char *original = meeting ? tdm_meeting_get_recurrence_id (meeting) : "";
  gint64 version = 0;

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr (TdmCalendarMessage) message = g_list_model_get_item (messages, i);
      TdmRecord *record = TDM_RECORD (message);
      const char *about = tdm_record_get_text (record, TDM_CALENDAR_MESSAGE_RECURRENCE_ID);

      if (tdm_calendar_message_get_person (message) == person &&
          tdm_calendar_message_get_delivery (message) == TDM_DELIVERY_HANDED_OVER &&
          (*about == '\0' || g_str_equal (about, original)))
        version = MAX (version, tdm_record_get_integer (record, TDM_CALENDAR_MESSAGE_SEQUENCE));
    }
  return version;
}

static TdmAttendee *
get_attendee (TdmSeries *series, TdmMeeting *meeting, TdmPerson *person)
{
  return meeting ? tdm_meeting_get_own_attendee (meeting, person)
                 : tdm_attendee_find (tdm_series_get_attendees (series), person);
}

static gboolean
is_overtaken (TdmInboxItem *item, TdmSeries *series, TdmMeeting *meeting, TdmPerson *person)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  TdmRecord *attendee = TDM_RECORD (get_attendee (series, meeting, person));
  gint64 sequence, replied;

  if (event->sequence < find_asked_version (series, person, meeting))
    return TRUE;
  if (!attendee)
    return FALSE;
  sequence = tdm_record_get_integer (attendee, TDM_ATTENDEE_REPLY_SEQUENCE);
  replied = tdm_record_get_integer (attendee, TDM_ATTENDEE_REPLIED);
  return replied != 0 && (event->sequence < sequence ||
                          (event->sequence == sequence && tdm_inbox_item_get_stamp (item) <= replied));
}

static gboolean
is_open (TdmMeeting *meeting)
{
  return !meeting || tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_PLANNED ||
         tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_INVITED;
}

/* --- words -------------------------------------------------------------------------- */

static char *
describe_target (TdmSeries *series, TdmMeeting *meeting)
{
  TdmPair *pair = tdm_series_get_pair (series);

  if (meeting)
    return tdm_local_time_describe (tdm_meeting_get_local_start (meeting));
  /* Translators: two names */
  return g_strdup_printf (_ ("all meetings of %s and %s"), tdm_person_get_name (tdm_pair_get_mentee (pair)),
                          tdm_person_get_name (tdm_pair_get_mentor (pair)));
}

static char *
describe_answer (const char *name, TdmReply reply, const char *target)
{
  switch (reply)
    {
    case TDM_REPLY_ACCEPTED:
      /* Translators: who, and a date or "all meetings of A and B" */
      return g_strdup_printf (_ ("%s accepts: %s"), name, target);
    case TDM_REPLY_DECLINED:
      /* Translators: who, and a date or "all meetings of A and B" */
      return g_strdup_printf (_ ("%s declines: %s"), name, target);
    case TDM_REPLY_TENTATIVE:
      /* Translators: who, and a date or "all meetings of A and B" */
      return g_strdup_printf (_ ("%s may come: %s"), name, target);
    case TDM_REPLY_NEEDS_ACTION:
      break;
    }
  /* Translators: who, and a date or "all meetings of A and B" */
  return g_strdup_printf (_ ("%s has not decided yet: %s"), name, target);
}

/* --- matching ------------------------------------------------------------------------ */

static void
set (TdmInboxItem *item, TdmInboxKind kind, const char *format, const char *name, const char *target)
{
  tdm_inbox_item_set_kind (item, kind, g_strdup_printf (format, name, target));
}

/* For what nothing can be done with */
static void
say (TdmInboxItem *item, const char *format, const char *name)
{
  tdm_inbox_item_set_kind (item, TDM_INBOX_NOTHING, g_strdup_printf (format, name));
}

static void
match_counter (TdmInboxItem *item, TdmMeeting *meeting, const char *name)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  g_autofree char *start = NULL, *when = NULL;

  if (!meeting || event->start_instant == 0)
    {
      say (item, _ ("%s proposes other dates for the whole series. Please talk about it."), name);
      return;
    }
  start = tdm_zone_from_utc (tdm_meeting_get_zone (meeting), event->start_instant, NULL);
  when = start ? tdm_local_time_describe (start) : g_strdup (event->start_local);
  /* Translators: a name, then a day and a time */
  set (item, TDM_INBOX_PROPOSAL, _ ("%s proposes %s"), name, when);
}

static void
match_reply (TdmInboxItem *item, TdmSeries *series, TdmMeeting *meeting, const char *name)
{
  const TdmIncomingAttendee *attendee = find_answering (item);
  g_autofree char *target = describe_target (series, meeting);

  if (attendee && !attendee->has_partstat)
    {
      set (item, TDM_INBOX_NOTHING, _ ("%s has passed the invitation on to somebody else: %s"), name, target);
      return;
    }
  tdm_inbox_item_set_reply (item, attendee ? attendee->partstat : TDM_REPLY_NEEDS_ACTION);
  tdm_inbox_item_set_kind (item, TDM_INBOX_ANSWER, describe_answer (name, tdm_inbox_item_get_reply (item), target));
}

static void
match_known (TdmInboxItem *item, TdmSeries *series, TdmMeeting *meeting, TdmPerson *person)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  const char *name = tdm_person_get_name (person);
  g_autofree char *target = describe_target (series, meeting);

  if (event->method == TDM_INCOMING_REFRESH)
    set (item, TDM_INBOX_AGAIN, _ ("%s asks for the invitation again: %s"), name, target);
  else if (!is_open (meeting))
    set (item, TDM_INBOX_OLD, _ ("%s answers about a meeting that is over or cancelled: %s"), name, target);
  else if (is_overtaken (item, series, meeting, person))
    set (item, TDM_INBOX_OLD, _ ("%s has answered later than this, or was asked anew: %s"), name, target);
  else if (event->method == TDM_INCOMING_COUNTER)
    match_counter (item, meeting, name);
  else
    match_reply (item, series, meeting, name);
}

static void
match_series (TdmInboxItem *item, TdmSeries *series)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  const TdmIncomingAttendee *attendee = find_answering (item);
  TdmMeeting *meeting = event->has_recurrence_id ? find_date (series, event) : find_only (series);
  TdmPerson *person = find_invited (series, attendee ? attendee->email : tdm_inbox_item_get_part (item)->from_email);
  g_autofree char *sender = get_sender (item);
  g_autofree char *target = describe_target (series, meeting);

  if (event->has_recurrence_id && !meeting)
    {
      say (item, _ ("%s answers about a date that is not here."), sender);
      return;
    }
  /* Everything about a single meeting is about its series, but for another time. */
  if (!event->has_recurrence_id && event->method != TDM_INCOMING_COUNTER)
    meeting = NULL;
  tdm_inbox_item_set_target (item, series, meeting, person);
  if (person)
    match_known (item, series, meeting, person);
  else
    {
      match_reply (item, series, meeting, sender);
      if (tdm_inbox_item_get_kind (item) == TDM_INBOX_ANSWER)
        set (item, TDM_INBOX_STRANGER, _ ("%s was not invited, but answers: %s. Whose answer is it?"), sender, target);
    }
}

/* --- what is not here ----------------------------------------------------------------- */

static TdmSeries *
find_open_series (TdmPair *pair)
{
  GListModel *list = tdm_pair_get_series (pair);

  for (guint i = g_list_model_get_n_items (list); !tdm_pair_is_over (pair) && i > 0; i--)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i - 1);

      if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) == TDM_SERIES_ISSUED)
        return series;
    }
  return NULL;
}

/* The latest tandem of a person that has one */
static TdmSeries *
find_series_of (TdmInboxMatcher *self, TdmPerson *person)
{
  GPtrArray *pairs = g_hash_table_lookup (self->pairs, person);
  TdmSeries *found = NULL;

  for (guint i = pairs ? pairs->len : 0; !found && i > 0; i--)
    found = find_open_series (pairs->pdata[i - 1]);
  return found;
}

static TdmPerson *
find_person (TdmInboxMatcher *self, const char *email)
{
  g_autofree char *key = fold_address (email);

  return *key ? g_hash_table_lookup (self->people, key) : NULL;
}

static void
match_unknown (TdmInboxMatcher *self, TdmInboxItem *item)
{
  const TdmIncomingAttendee *attendee = find_answering (item);
  const char *email = attendee ? attendee->email : tdm_inbox_item_get_part (item)->from_email;
  TdmPerson *person = find_person (self, email);
  TdmSeries *series = person ? find_series_of (self, person) : NULL;
  g_autofree char *sender = get_sender (item);
  g_autofree char *target = NULL;

  if (!series || !attendee || !attendee->has_partstat)
    {
      set (item, TDM_INBOX_NOTHING, _ ("%s answers to an invitation that is not in this programme: %s"), sender,
           tdm_inbox_item_get_event (item)->summary);
      return;
    }
  target = describe_target (series, NULL);
  tdm_inbox_item_set_target (item, series, NULL, person);
  tdm_inbox_item_set_reply (item, attendee->partstat);
  set (item, TDM_INBOX_UNKNOWN, _ ("%s answers to an invitation that is not here. Is it about %s?"), sender, target);
}

static gboolean
takes_part (TdmIncomingEvent *event, TdmPerson *person)
{
  if (has_address (person, event->organizer_email))
    return TRUE;
  for (guint i = 0; i < event->attendees->len; i++)
    if (has_address (person, ((TdmIncomingAttendee *) event->attendees->pdata[i])->email))
      return TRUE;
  return FALSE;
}

static TdmPair *
find_pair_of (TdmInboxMatcher *self, TdmIncomingEvent *event, TdmPerson *person)
{
  GPtrArray *pairs = person ? g_hash_table_lookup (self->pairs, person) : NULL;

  for (guint i = pairs ? pairs->len : 0; i > 0; i--)
    {
      TdmPair *pair = pairs->pdata[i - 1];

      if (!tdm_pair_is_over (pair) && takes_part (event, tdm_pair_get_mentee (pair)) &&
          takes_part (event, tdm_pair_get_mentor (pair)))
        return pair;
    }
  return NULL;
}

static TdmPair *
find_pair (TdmInboxMatcher *self, TdmIncomingEvent *event)
{
  TdmPair *pair = find_pair_of (self, event, find_person (self, event->organizer_email));

  for (guint i = 0; !pair && i < event->attendees->len; i++)
    pair = find_pair_of (self, event, find_person (self, ((TdmIncomingAttendee *) event->attendees->pdata[i])->email));
  return pair;
}

static gboolean
can_be_taken_over (TdmIncomingEvent *event)
{
  return event->start_instant != 0 && *event->zone && !event->all_day && event->rule_supported && event->minutes >= 5 &&
         event->minutes <= 600 && !event->has_recurrence_id;
}

static void
match_invitation (TdmInboxMatcher *self, TdmInboxItem *item)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  TdmPair *pair = find_pair (self, event);
  const char *inviter = *event->organizer_name ? event->organizer_name : event->organizer_email;

  tdm_inbox_item_set_pair (item, pair);
  if (!can_be_taken_over (event))
    set (item, TDM_INBOX_NOTHING, _ ("%s invites in a way that cannot be taken over: %s"), inviter, event->summary);
  else if (pair || event->attendees->len >= 2)
    set (item, TDM_INBOX_INVITATION,
         pair ? _ ("%s invites a tandem of yours: %s") : _ ("%s invites two people: %s. Shall they be a tandem?"), inviter,
         event->summary);
  else
    set (item, TDM_INBOX_NOTHING, _ ("%s invites to something else: %s"), inviter, event->summary);
}

/**
 * tdm_inbox_matcher_match:
 * @self: a matcher
 * @item: an item with an event
 *
 * Finds out what it is and what it is about. Nothing changes.
 */
void
tdm_inbox_matcher_match (TdmInboxMatcher *self, TdmInboxItem *item)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  TdmSeries *series = g_hash_table_lookup (self->series, event->uid);
  g_autofree char *sender = get_sender (item);

  switch (event->method)
    {
    case TDM_INCOMING_REPLY:
    case TDM_INCOMING_COUNTER:
    case TDM_INCOMING_REFRESH:
      if (series)
        match_series (item, series);
      else
        match_unknown (self, item);
      break;
    case TDM_INCOMING_REQUEST:
    case TDM_INCOMING_PUBLISH:
      if (series)
        say (item, _ ("This is an invitation that was sent from here: %s"), event->summary);
      else
        match_invitation (self, item);
      break;
    default:
      set (item, TDM_INBOX_NOTHING, _ ("Nothing can be done with this message from %s: %s"), sender, event->summary);
      break;
    }
}
