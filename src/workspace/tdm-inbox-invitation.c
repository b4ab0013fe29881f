/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-invitation.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-recurrence.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-pair-event.h"
#include "tdm-workspace-pairs.h"

#include <string.h>

/* An invitation from somebody else becomes meetings of a tandem, of a new one if need be. Who invited goes on inviting:
 * the series has that organizer, and nothing is sent for it, for both people know it already. */

static TdmRecord *
find_person (TdmWorkspace *workspace, const char *email)
{
  GListModel *people = tdm_workspace_get_people (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TdmPerson) person = g_list_model_get_item (people, i);

      if (*email && g_ascii_strcasecmp (tdm_person_get_email (person), email) == 0)
        return TDM_RECORD (person);
    }
  return NULL;
}

static void
set_name (TdmRecord *draft, guint field, const char *text)
{
  g_autofree char *cut = g_utf8_strlen (text, -1) > TDM_NAME_MOST ? g_utf8_substring (text, 0, TDM_NAME_MOST)
                                                                 : g_strdup (text);

  tdm_record_set_text (draft, field, cut);
}

static TdmRecord *
open_person (TdmEdit *edit, TdmWorkspace *workspace, const TdmIncomingAttendee *attendee)
{
  TdmRecord *person = find_person (workspace, attendee->email);

  if (person)
    return person;
  person = tdm_edit_insert (edit, TDM_TYPE_PERSON);
  set_name (person, TDM_PERSON_NAME, *attendee->name ? attendee->name : attendee->email);
  tdm_record_set_text (person, TDM_PERSON_EMAIL, attendee->email);
  return person;
}

static TdmRecord *
add_pair (TdmEdit *edit, TdmWorkspace *workspace, TdmIncomingEvent *event, TdmRound *round)
{
  TdmRecord *first = open_person (edit, workspace, event->attendees->pdata[0]);
  TdmRecord *second = open_person (edit, workspace, event->attendees->pdata[1]);
  TdmRecord *pair = tdm_edit_insert (edit, TDM_TYPE_PAIR), *happened;
  g_autofree char *today = tdm_clock_today ();

  tdm_record_set_link (pair, TDM_PAIR_ROUND, round);
  tdm_record_set_link (pair, TDM_PAIR_MENTEE, first);
  tdm_record_set_link (pair, TDM_PAIR_MENTOR, second);
  tdm_record_set_integer (pair, TDM_PAIR_STATE, TDM_PAIR_ACTIVE);
  tdm_record_set_text (pair, TDM_PAIR_STARTED_ON, today);
  tdm_record_set_text (pair, TDM_PAIR_PLANNED_END, tdm_record_get_text (TDM_RECORD (round), TDM_ROUND_END_DATE));
  happened = tdm_edit_insert (edit, TDM_TYPE_PAIR_EVENT);
  tdm_record_set_link (happened, TDM_PAIR_EVENT_PAIR, pair);
  tdm_record_set_integer (happened, TDM_PAIR_EVENT_TO_STATE, TDM_PAIR_ACTIVE);
  tdm_record_set_text (happened, TDM_PAIR_EVENT_HAPPENED_ON, today);
  return pair;
}

/* Under the UID of the invitation: its next message finds it. A UID here is a UUID, others stay outside. */
static TdmRecord *
add_series (TdmEdit *edit, TdmRecord *pair, TdmIncomingEvent *event)
{
  TdmRecord *series = tdm_edit_insert (edit, TDM_TYPE_SERIES);

  if (g_uuid_string_is_valid (event->uid))
    tdm_record_set_uid (series, event->uid);
  tdm_record_set_link (series, TDM_SERIES_PAIR, pair);
  tdm_record_set_integer (series, TDM_SERIES_SEQUENCE, event->sequence);
  tdm_record_set_text (series, TDM_SERIES_RULE, event->rule);
  tdm_record_set_text (series, TDM_SERIES_LOCAL_START, event->start_local);
  tdm_record_set_text (series, TDM_SERIES_ZONE, event->zone);
  tdm_record_set_integer (series, TDM_SERIES_MINUTES, event->minutes);
  set_name (series, TDM_SERIES_PLACE, event->place);
  set_name (series, TDM_SERIES_ORGANIZER_NAME, event->organizer_name);
  tdm_record_set_text (series, TDM_SERIES_ORGANIZER_EMAIL, event->organizer_email);
  tdm_record_set_integer (series, TDM_SERIES_STATE, TDM_SERIES_ISSUED);
  tdm_record_set_integer (series, TDM_SERIES_EXTERNAL, TRUE);
  return series;
}

static void
add_meeting (TdmEdit *edit, TdmRecord *pair, TdmRecord *series, TdmIncomingEvent *event, const char *date)
{
  TdmRecord *meeting = tdm_edit_insert (edit, TDM_TYPE_MEETING);
  gboolean is_off = event->excluded && g_strv_contains ((const char *const *) event->excluded, date);

  tdm_record_set_link (meeting, TDM_MEETING_PAIR, pair);
  tdm_record_set_link (meeting, TDM_MEETING_SERIES, series);
  tdm_record_set_text (meeting, TDM_MEETING_RECURRENCE_ID, date);
  tdm_record_set_text (meeting, TDM_MEETING_LOCAL_START, date);
  tdm_record_set_text (meeting, TDM_MEETING_ZONE, event->zone);
  tdm_record_set_integer (meeting, TDM_MEETING_START, tdm_zone_to_utc (event->zone, date, NULL));
  tdm_record_set_integer (meeting, TDM_MEETING_MINUTES, event->minutes);
  tdm_record_set_text (meeting, TDM_MEETING_PLACE, tdm_record_get_text (series, TDM_SERIES_PLACE));
  tdm_record_set_integer (meeting, TDM_MEETING_STATE, is_off ? TDM_MEETING_STATE_CANCELLED : TDM_MEETING_STATE_INVITED);
}

static void
add_attendee (TdmEdit *edit, TdmRecord *series, TdmIncomingEvent *event, TdmRecord *person)
{
  TdmRecord *attendee = tdm_edit_insert (edit, TDM_TYPE_ATTENDEE);
  const char *email = tdm_record_get_text (person, TDM_PERSON_EMAIL);

  tdm_record_set_link (attendee, TDM_ATTENDEE_SERIES, series);
  tdm_record_set_link (attendee, TDM_ATTENDEE_PERSON, person);
  for (guint i = 0; i < event->attendees->len; i++)
    {
      const TdmIncomingAttendee *invited = event->attendees->pdata[i];

      if (g_ascii_strcasecmp (invited->email, email) == 0)
        tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLY, invited->partstat);
    }
  if (g_ascii_strcasecmp (event->organizer_email, email) == 0)
    tdm_record_set_integer (attendee, TDM_ATTENDEE_REPLY, TDM_REPLY_ACCEPTED);
  tdm_record_set_integer (attendee, TDM_ATTENDEE_ASKED, event->stamp != 0 ? event->stamp : tdm_clock_now ());
}

/**
 * tdm_inbox_invitation_add:
 * @edit: what it adds goes here
 * @workspace: a workspace
 * @item: an invitation of somebody else that can be taken over
 * @round: (nullable): where a new tandem goes, if there is none for these people
 * @error: an error of tdm_recurrence_parse() or tdm_recurrence_expand()
 *
 * Returns: whether it can be added
 */
gboolean
tdm_inbox_invitation_add (TdmEdit *edit, TdmWorkspace *workspace, TdmInboxItem *item, TdmRound *round, GError **error)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  TdmRecord *pair = TDM_RECORD (tdm_inbox_item_get_pair (item));
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (event->rule, error);
  g_auto (GStrv) dates = recurrence ? tdm_recurrence_expand (recurrence, event->start_local, error) : NULL;
  TdmRecord *series;

  if (!dates)
    return FALSE;
  if (!pair && !round)
    {
      g_set_error_literal (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED, _ ("There is no round yet."));
      return FALSE;
    }
  if (!pair)
    pair = add_pair (edit, workspace, event, round);
  series = add_series (edit, pair, event);
  add_attendee (edit, series, event, tdm_record_get_link (pair, TDM_PAIR_MENTEE));
  add_attendee (edit, series, event, tdm_record_get_link (pair, TDM_PAIR_MENTOR));
  for (char **date = dates; *date; date++)
    add_meeting (edit, pair, series, event, *date);
  return TRUE;
}
