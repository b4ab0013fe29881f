/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-match-private.h"

#include "base/tdm-i18n.h"
#include "mail/tdm-mail-part.h"
#include "tdm-inbox-date.h"
#include "tdm-inbox-invitation.h"
#include "tdm-inbox-update.h"

/* What comes from outside about something that is not here: answers to other invitations, and invitations of others. */

/* The latest series that stands, of the latest tandem of a person that has one */
static TdmSeries *
matcher_find_series (TdmInboxMatcher *self, TdmPerson *person)
{
  GPtrArray *pairs = g_hash_table_lookup (self->pairs, person);

  for (guint i = pairs ? pairs->len : 0; i > 0; i--)
    {
      TdmPair *pair = pairs->pdata[i - 1];
      GListModel *list = tdm_pair_get_series (pair);

      for (guint j = g_list_model_get_n_items (list); !tdm_pair_is_over (pair) && j > 0; j--)
        {
          g_autoptr (TdmSeries) series = g_list_model_get_item (list, j - 1);

          if (tdm_record_get_integer (TDM_RECORD (series), TDM_SERIES_STATE) == TDM_SERIES_ISSUED)
            return series;
        }
    }
  return NULL;
}

static TdmPerson *
matcher_find_person (TdmInboxMatcher *self, const char *email)
{
  g_autofree char *key = g_ascii_strdown (email, -1);

  return *key ? g_hash_table_lookup (self->people, key) : NULL;
}

void
tdm_inbox_matcher_match_unknown (TdmInboxMatcher *self, TdmInboxItem *item)
{
  const TdmIncomingAttendee *attendee = tdm_inbox_matcher_find_answering (item);
  const char *email = attendee ? attendee->email : item->part->from_email;
  TdmPerson *person = matcher_find_person (self, email);
  TdmSeries *series = person ? matcher_find_series (self, person) : NULL;
  g_autofree char *sender = tdm_inbox_matcher_get_sender (item);
  g_autofree char *target = NULL;

  if (!series || !attendee || !attendee->has_partstat ||
      item->event->method != TDM_INCOMING_REPLY)
    {
      tdm_inbox_matcher_set (item, TDM_INBOX_NOTHING, _ ("%s answers an invitation that is not in this programme: %s"),
                             sender, item->event->summary);
      return;
    }
  target = tdm_inbox_matcher_describe_target (series, NULL);
  tdm_inbox_item_set_target (item, series, NULL, person);
  item->reply = attendee->partstat;
  tdm_inbox_matcher_set (item, TDM_INBOX_UNKNOWN, _ ("%s answers an invitation that is not here. Is it about %s?"),
                         sender, target);
}

static gboolean
event_concerns (TdmIncomingEvent *event, TdmPerson *person)
{
  if (tdm_person_has_email (person, event->organizer_email))
    return TRUE;
  for (guint i = 0; i < event->attendees->len; i++)
    if (tdm_person_has_email (person, ((TdmIncomingAttendee *) event->attendees->pdata[i])->email))
      return TRUE;
  return FALSE;
}

static TdmPair *
matcher_find_pair (TdmInboxMatcher *self, TdmIncomingEvent *event, const char *email)
{
  TdmPerson *person = matcher_find_person (self, email);
  GPtrArray *pairs = person ? g_hash_table_lookup (self->pairs, person) : NULL;

  for (guint i = pairs ? pairs->len : 0; i > 0; i--)
    {
      TdmPair *pair = pairs->pdata[i - 1];

      if (!tdm_pair_is_over (pair) && event_concerns (event, tdm_pair_get_mentee (pair)) &&
          event_concerns (event, tdm_pair_get_mentor (pair)))
        return pair;
    }
  return NULL;
}

/* A series that was taken over before UIDs were kept is known by who invites, when and whom. One that is over may be
 * planned anew. */
static gboolean
pair_has_invitation (TdmPair *pair, TdmIncomingEvent *event)
{
  GListModel *list = tdm_pair_get_series (pair);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdmSeries) series = g_list_model_get_item (list, i);
      TdmRecord *record = TDM_RECORD (series);
      gint64 state = tdm_record_get_integer (record, TDM_SERIES_STATE);

      if (tdm_record_get_integer (record, TDM_SERIES_EXTERNAL) && state != TDM_SERIES_CANCELLED &&
          state != TDM_SERIES_ENDED && *tdm_record_get_text (record, TDM_SERIES_CALENDAR_UID) == '\0' &&
          g_str_equal (tdm_record_get_text (record, TDM_SERIES_ORGANIZER_EMAIL), event->organizer_email) &&
          g_str_equal (tdm_series_get_local_start (series), event->start_local) &&
          g_str_equal (tdm_series_get_rule (series), event->rule))
        return TRUE;
    }
  return FALSE;
}

static void
item_refuse (TdmInboxItem *item, const char *format, const char *inviter, const char *reason)
{
  g_autofree char *what = g_strdup_printf (format, inviter, item->event->summary);

  tdm_inbox_item_set_kind (item, TDM_INBOX_NOTHING, g_strdup_printf ("%s. %s", what, reason));
}

void
tdm_inbox_matcher_match_invitation (TdmInboxMatcher *self, TdmInboxItem *item)
{
  TdmIncomingEvent *event = item->event;
  TdmPair *pair = matcher_find_pair (self, event, event->organizer_email);
  g_autoptr (GPtrArray) invited = tdm_inbox_invitation_list_attendees (event);
  const char *inviter = *event->organizer_name ? event->organizer_name : event->organizer_email;
  g_autofree char *reason = tdm_inbox_invitation_explain (event);

  for (guint i = 0; !pair && i < event->attendees->len; i++)
    pair = matcher_find_pair (self, event, ((TdmIncomingAttendee *) event->attendees->pdata[i])->email);
  g_set_object (&item->pair, pair);
  if (reason)
    item_refuse (item, _ ("%s invites in a way that cannot be taken over: %s"), inviter, reason);
  else if (pair && pair_has_invitation (pair, event))
    tdm_inbox_matcher_set (item, TDM_INBOX_OLD, _ ("This invitation of %s was taken over before: %s"), inviter,
                           event->summary);
  else if (pair)
    tdm_inbox_matcher_set (item, TDM_INBOX_INVITATION, _ ("%s invites a tandem of yours: %s"), inviter, event->summary);
  else if (invited->len >= 2)
    tdm_inbox_matcher_set (item, TDM_INBOX_INVITATION, _ ("%s invites people: %s. Shall the first two be a tandem?"),
                           inviter, event->summary);
  else
    tdm_inbox_matcher_set (item, TDM_INBOX_NOTHING, _ ("%s invites to something else: %s"), inviter, event->summary);
}

/* --- what the organizer says later -------------------------------------------------------- */

static gboolean
is_same_address (const char *email, const char *other)
{
  return *email == '\0' || g_ascii_strcasecmp (email, other) == 0;
}

/* A file does not say where it comes from; a mail from another address may still be right. */
static gboolean
item_is_from_organizer (TdmInboxItem *item, TdmSeries *series)
{
  const char *organizer = tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_ORGANIZER_EMAIL);

  return is_same_address (item->event->organizer_email, organizer) &&
         is_same_address (item->part->from_email, organizer);
}

/* Another person in a tandem is more than another date. */
static void
matcher_describe_update (TdmInboxMatcher *self, TdmInboxItem *item, const char *inviter)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new (NULL);
  TdmSeries *series = item->series;
  gboolean is_sure = item_is_from_organizer (item, series);
  g_autofree char *people = tdm_inbox_invitation_describe_replaced (self->workspace, series, item->event);
  g_autofree char *changes = NULL, *both = NULL;

  tdm_inbox_update_add (edit, self->workspace, item);
  changes = tdm_inbox_update_describe (edit, self->workspace);
  both = people ? g_strconcat (people, " · ", changes, NULL) : NULL;
  if (both && is_sure)
    /* Translators: who invited, then who takes whose place */
    tdm_inbox_matcher_set (item, TDM_INBOX_DOUBTFUL, _ ("%s invites somebody else: %s"), inviter, both);
  else if (both)
    /* Translators: who sent a mail, then who takes whose place */
    tdm_inbox_matcher_set (item, TDM_INBOX_DOUBTFUL, _ ("%s did not invite, but now invites somebody else: %s"),
                           inviter, both);
  else if (is_sure)
    /* Translators: who invited, then what changes, such as "2 meetings moved" */
    tdm_inbox_matcher_set (item, TDM_INBOX_UPDATE, _ ("%s changes the dates: %s"), inviter, changes);
  else
    /* Translators: who sent a mail, then what changes, such as "2 meetings moved" */
    tdm_inbox_matcher_set (item, TDM_INBOX_DOUBTFUL, _ ("%s did not invite, but changes the dates: %s"), inviter,
                           changes);
}

void
tdm_inbox_matcher_match_update (TdmInboxMatcher *self, TdmInboxItem *item, TdmSeries *series, TdmMeeting *meeting)
{
  TdmIncomingEvent *event = item->event;
  const char *inviter = *event->organizer_name ? event->organizer_name : event->organizer_email;
  TdmPerson *me = tdm_workspace_get_participant (self->workspace);
  gboolean is_cancel = event->method == TDM_INCOMING_CANCEL;
  g_autofree char *reason = NULL;

  tdm_inbox_item_set_target (item, series, meeting, NULL);
  if (!item_is_from_organizer (item, series) && *item->part->from_email)
    inviter = *item->part->from_name ? item->part->from_name : item->part->from_email;
  if (event->has_recurrence_id && !tdm_inbox_date_is_off (event))
    reason = tdm_inbox_date_explain (event);
  else if (!event->has_recurrence_id && !is_cancel)
    reason = tdm_inbox_invitation_explain (event);
  if (event->has_recurrence_id && !meeting && (!event->this_and_future || event->recurrence_is_date))
    tdm_inbox_matcher_set (item, TDM_INBOX_NOTHING, _ ("%s changes a date that is not here: %s"), inviter,
                           event->summary);
  else if (!tdm_inbox_update_is_new (item))
    tdm_inbox_matcher_set (item, TDM_INBOX_OLD, _ ("A later message of %s has come since then: %s"), inviter,
                           event->summary);
  /* A person who leaves a series is alone in its cancellation (RFC 5546 3.2.5): for the others it goes on. */
  else if (is_cancel && me && event->attendees->len > 0 && !event_concerns (event, me))
    tdm_inbox_matcher_set (item, TDM_INBOX_NOTHING, _ ("%s tells somebody else that it is cancelled: %s"), inviter,
                           event->summary);
  else if (reason && event->has_recurrence_id)
    item_refuse (item, _ ("%s changes a date in a way that cannot be taken over: %s"), inviter, reason);
  else if (reason)
    item_refuse (item, _ ("%s invites in a way that cannot be taken over: %s"), inviter, reason);
  else
    matcher_describe_update (self, item, inviter);
}
