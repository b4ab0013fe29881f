/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-invitation.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-calendar-error.h"
#include "calendar/tdm-incoming-event.h"
#include "calendar/tdm-recurrence.h"
#include "calendar/tdm-zone.h"
#include "edits/tdm-answer-edits.h"
#include "edits/tdm-pair-edits.h"
#include "edits/tdm-series-people.h"
#include "messages/tdm-answers.h"
#include "model/tdm-pair-event.h"
#include "workspace/tdm-workspace.h"
#include "tdm-inbox-date.h"
#include "tdm-inbox-item-private.h"

#include <string.h>

/* An invitation from another organizer becomes meetings of a tandem, of a new one if need be. That organizer goes on
 * inviting: the series keeps the name, and nothing is sent for it, for both people know it already. */

static TdmRecord *
workspace_find_person (TdmWorkspace *workspace, const char *email)
{
  GListModel *people = tdm_workspace_get_people (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TdmPerson) person = g_list_model_get_item (people, i);

      if (tdm_person_has_email (person, email))
        return TDM_RECORD (person);
    }
  return NULL;
}

static TdmRecord *
edit_open_person (TdmEdit *edit, TdmWorkspace *workspace, const TdmIncomingAttendee *attendee)
{
  TdmRecord *person = workspace_find_person (workspace, attendee->email);

  if (person)
    return person;
  person = tdm_edit_insert (edit, TDM_TYPE_PERSON);
  tdm_record_set_text_cut (person, TDM_PERSON_NAME, *attendee->name ? attendee->name : attendee->email);
  tdm_record_set_text (person, TDM_PERSON_EMAIL, attendee->email);
  return person;
}

/* Under the UID of the invitation: its next message finds it, and answers name it. */
static TdmRecord *
edit_insert_series (TdmEdit *edit, TdmRecord *pair, TdmIncomingEvent *event)
{
  TdmRecord *series = tdm_edit_insert (edit, TDM_TYPE_SERIES);

  if (g_uuid_string_is_valid (event->uid))
    tdm_record_set_uid (series, event->uid);
  tdm_record_set_text (series, TDM_SERIES_CALENDAR_UID, event->uid);
  tdm_record_set_text_cut (series, TDM_SERIES_TITLE, event->summary);
  tdm_record_set_integer (series, TDM_SERIES_HEARD, event->stamp);
  tdm_record_set_link (series, TDM_SERIES_PAIR, pair);
  tdm_record_set_integer (series, TDM_SERIES_SEQUENCE, event->sequence);
  tdm_record_set_text (series, TDM_SERIES_RULE, event->rule);
  tdm_record_set_text (series, TDM_SERIES_LOCAL_START, event->start_local);
  tdm_record_set_text (series, TDM_SERIES_ZONE, event->zone);
  tdm_record_set_integer (series, TDM_SERIES_MINUTES, event->minutes);
  tdm_record_set_text_cut (series, TDM_SERIES_PLACE, event->place);
  tdm_record_set_text_cut (series, TDM_SERIES_ORGANIZER_NAME, event->organizer_name);
  tdm_record_set_text (series, TDM_SERIES_ORGANIZER_EMAIL, event->organizer_email);
  tdm_record_set_integer (series, TDM_SERIES_STATE, TDM_SERIES_ISSUED);
  tdm_record_set_integer (series, TDM_SERIES_EXTERNAL, TRUE);
  return series;
}

static TdmIncomingEvent *
dates_find (GPtrArray *dates, const char *zone, const char *original)
{
  for (guint i = 0; i < dates->len; i++)
    {
      TdmIncomingEvent *date = dates->pdata[i];

      if (tdm_inbox_date_is (date, zone, original) && *date->zone && date->start_instant != 0 &&
          tdm_inbox_date_can_be_taken (date))
        return date;
    }
  return NULL;
}

/* A date that is different comes as an event of its own. */
static void
edit_insert_meeting (TdmEdit *edit, TdmRecord *series, TdmInboxItem *item, const char *original)
{
  TdmIncomingEvent *event = item->event;
  gint64 start = tdm_zone_resolve (event->zone, original, NULL);
  TdmIncomingEvent *date = dates_find (item->dates, event->zone, original);
  TdmRecord *meeting = tdm_edit_insert (edit, TDM_TYPE_MEETING);
  const char *zone = date ? date->zone : event->zone;
  g_autofree char *local = tdm_inbox_date_localize (&zone, date ? date->start_local : original);
  gboolean is_off = (date && date->is_cancelled) ||
                    (event->excluded && g_strv_contains ((const char *const *) event->excluded, original));

  tdm_record_set_link (meeting, TDM_MEETING_PAIR, tdm_record_get_link (series, TDM_SERIES_PAIR));
  tdm_record_set_link (meeting, TDM_MEETING_SERIES, series);
  tdm_record_set_text (meeting, TDM_MEETING_RECURRENCE_ID, original);
  tdm_record_set_text (meeting, TDM_MEETING_LOCAL_START, local);
  tdm_record_set_text (meeting, TDM_MEETING_ZONE, zone);
  tdm_record_set_integer (meeting, TDM_MEETING_START, date ? date->start_instant : start);
  tdm_record_set_integer (meeting, TDM_MEETING_MINUTES, date ? date->minutes : event->minutes);
  tdm_record_set_text_cut (meeting, TDM_MEETING_PLACE, date ? date->place : event->place);
  tdm_record_set_integer (meeting, TDM_MEETING_SEQUENCE, date ? date->sequence : 0);
  tdm_record_set_integer (meeting, TDM_MEETING_HEARD, date ? date->stamp : 0);
  tdm_record_set_integer (meeting, TDM_MEETING_STATE, is_off ? TDM_MEETING_STATE_CANCELLED : TDM_MEETING_STATE_INVITED);
}

static void
attendee_fill (TdmRecord *attendee, TdmIncomingEvent *event, TdmRecord *person)
{
  const char *email = tdm_record_get_text (person, TDM_PERSON_EMAIL);

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

static void
people_add (GPtrArray *people, const char *name, const char *email)
{
  TdmIncomingAttendee *person;

  if (*email == '\0' || tdm_incoming_find_attendee (people, email))
    return;
  person = g_new0 (TdmIncomingAttendee, 1);
  person->name = g_strdup (*name ? name : email);
  person->email = g_strdup (email);
  person->sent_by = g_strdup ("");
  g_ptr_array_add (people, person);
}

/* Those who are to come, and those who may, each once */
static GPtrArray *
event_list_people (TdmIncomingEvent *event, gboolean with_optional)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_incoming_attendee_free);

  for (guint i = 0; i < event->attendees->len; i++)
    {
      const TdmIncomingAttendee *attendee = event->attendees->pdata[i];

      if (!attendee->is_bystander && (with_optional || !attendee->is_optional))
        people_add (people, attendee->name, attendee->email);
    }
  return people;
}

/**
 * tdm_inbox_invitation_list_attendees:
 * @event: an invitation
 *
 * Returns: (transfer full) (element-type TdmIncomingAttendee): all people who are invited to come and have an address,
 *   each once, in the order of the invitation; no rooms, and no people who are only told. Where two are to come, those
 *   who only may, such as an assistant, are left out. An organizer who invites two others coordinates, and is left out:
 *   some programs list the organizer among them all the same.
 */
GPtrArray *
tdm_inbox_invitation_list_attendees (TdmIncomingEvent *event)
{
  GPtrArray *people;
  TdmIncomingAttendee *organizer;

  g_return_val_if_fail (event != NULL, NULL);

  people = event_list_people (event, FALSE);
  if (people->len < 2)
    {
      g_ptr_array_unref (people);
      people = event_list_people (event, TRUE);
    }
  organizer = tdm_incoming_find_attendee (people, event->organizer_email);
  if (people->len > 2 && organizer)
    g_ptr_array_remove (people, organizer);
  return people;
}

/**
 * tdm_inbox_invitation_list_people:
 * @event: an invitation
 *
 * An organizer who invites one other person, as to a talk for two, takes part as well.
 *
 * Returns: (transfer full) (element-type TdmIncomingAttendee): all people who have an address, each once, in the order
 *   of the invitation, which says nothing about who learns from whom
 */
GPtrArray *
tdm_inbox_invitation_list_people (TdmIncomingEvent *event)
{
  GPtrArray *people;

  g_return_val_if_fail (event != NULL, NULL);

  people = tdm_inbox_invitation_list_attendees (event);
  if (people->len == 1)
    people_add (people, event->organizer_name, event->organizer_email);
  return people;
}

/**
 * tdm_inbox_invitation_explain:
 * @event: an invitation
 *
 * Returns: (transfer full) (nullable): why its dates are none that meetings here can have, %NULL if they are
 */
char *
tdm_inbox_invitation_explain (TdmIncomingEvent *event)
{
  char *reason;

  g_return_val_if_fail (event != NULL, NULL);

  if (event->has_recurrence_id)
    return g_strdup (_ ("This is about a single date of a series. The invitation to all of it comes first."));
  reason = tdm_inbox_date_explain (event);
  if (reason)
    return reason;
  if (*event->zone == '\0')
    return g_strdup (_ ("The time zone of the meetings is not known on this computer."));
  switch (event->rule_problem)
    {
    case TDM_INCOMING_RULE_FINE:
      return NULL;
    case TDM_INCOMING_RULE_ENDLESS:
      return g_strdup (_ ("The series never ends."));
    case TDM_INCOMING_RULE_TOO_MANY:
      return g_strdup_printf (_ ("The series has more than %d dates."), TDM_RECURRENCE_COUNT_MOST);
    case TDM_INCOMING_RULE_UNCLEAR_END:
      return g_strdup (_ ("It is not clear whether the last day of the series counts."));
    case TDM_INCOMING_RULE_MORE_DATES:
      return g_strdup (_ ("The series has single dates besides its rule (RDATE)."));
    case TDM_INCOMING_RULE_SECOND:
      return g_strdup (_ ("The series has a second rule."));
    case TDM_INCOMING_RULE_UNKNOWN:
      break;
    }
  return g_strdup (_ ("The series repeats in a way that Tandem does not know."));
}

/* --- other people --------------------------------------------------------------------------- */

/* The person who comes in the place of one of the two, where one is still invited and the other is not, and as what;
 * %NULL if there is none. The person who has the programme does not give way, nor does one who goes on inviting. */
static TdmIncomingAttendee *
pair_find_newcomer (TdmPair *pair, TdmWorkspace *workspace, TdmIncomingEvent *event, int *field)
{
  TdmPerson *mentee = tdm_pair_get_mentee (pair), *mentor = tdm_pair_get_mentor (pair), *leaving;
  g_autoptr (GPtrArray) people = tdm_inbox_invitation_list_attendees (event);
  gboolean has_mentee = tdm_incoming_find_attendee (people, tdm_person_get_email (mentee)) != NULL;
  gboolean has_mentor = tdm_incoming_find_attendee (people, tdm_person_get_email (mentor)) != NULL;

  if (event->has_recurrence_id || event->method == TDM_INCOMING_CANCEL || people->len != 2 || has_mentee == has_mentor)
    return NULL;
  *field = has_mentee ? TDM_PAIR_MENTOR : TDM_PAIR_MENTEE;
  leaving = has_mentee ? mentor : mentee;
  if (leaving == tdm_workspace_get_participant (workspace) ||
      g_ascii_strcasecmp (tdm_person_get_email (leaving), event->organizer_email) == 0)
    return NULL;
  for (guint i = 0; i < people->len; i++)
    {
      const char *email = ((TdmIncomingAttendee *) people->pdata[i])->email;

      if (!tdm_person_has_email (mentee, email) && !tdm_person_has_email (mentor, email))
        return g_ptr_array_steal_index (people, i);
    }
  return NULL;
}

/**
 * tdm_inbox_invitation_describe_replaced:
 * @series: a live series of another organizer
 * @event: a later invitation to it
 *
 * Returns: (transfer full) (nullable): who takes whose place in the tandem, %NULL if the two stay
 */
char *
tdm_inbox_invitation_describe_replaced (TdmWorkspace *workspace, TdmSeries *series, TdmIncomingEvent *event)
{
  TdmPair *pair = tdm_series_get_pair (series);
  int field;
  g_autoptr (TdmIncomingAttendee) newcomer = pair_find_newcomer (pair, workspace, event, &field);
  TdmRecord *person = newcomer ? workspace_find_person (workspace, newcomer->email) : NULL;
  const char *name;

  if (!newcomer)
    return NULL;
  name = *newcomer->name ? newcomer->name : newcomer->email;
  /* Translators: two names */
  return g_strdup_printf (_ ("%s takes the place of %s"),
                          person ? tdm_record_get_text (person, TDM_PERSON_NAME) : name,
                          tdm_person_get_name (tdm_record_get_link (TDM_RECORD (pair), field)));
}

/**
 * tdm_inbox_invitation_replace:
 * @edit: what becomes different goes here
 * @series: a live series of another organizer
 * @event: a later invitation to it
 *
 * Where one of the two people has given way to another one, the tandem follows, as where the people are changed by
 * hand.
 */
void
tdm_inbox_invitation_replace (TdmEdit *edit, TdmWorkspace *workspace, TdmSeries *series, TdmIncomingEvent *event)
{
  TdmPair *pair = tdm_series_get_pair (series);
  int field;
  g_autoptr (TdmIncomingAttendee) newcomer = pair_find_newcomer (pair, workspace, event, &field);
  TdmRecord *person = newcomer ? edit_open_person (edit, workspace, newcomer) : NULL;

  if (!person)
    return;
  tdm_series_people_replace (edit, pair, field == TDM_PAIR_MENTEE ? TDM_PERSON (person) : tdm_pair_get_mentee (pair),
                             field == TDM_PAIR_MENTOR ? TDM_PERSON (person) : tdm_pair_get_mentor (pair));
  attendee_fill (tdm_answer_edits_open (edit, series, NULL, TDM_PERSON (person)), event, person);
}

/**
 * tdm_inbox_invitation_add:
 * @edit: what it adds goes here; it fails where there is no round, or with an error of tdm_recurrence_parse() or
 *   tdm_recurrence_expand()
 * @item: an invitation of another organizer that can be taken over
 * @round: (nullable): where a new tandem goes, if there is none for these people; perhaps a draft
 * @people: (nullable) (element-type TdmIncomingAttendee): who learns, then from whom; %NULL for the first two
 *
 * Returns: (transfer none) (nullable): the tandem whose meetings they are, a draft if it is new
 */
TdmRecord *
tdm_inbox_invitation_add (TdmEdit *edit, TdmWorkspace *workspace, TdmInboxItem *item, gpointer round, GPtrArray *people)
{
  TdmIncomingEvent *event = item->event;
  TdmRecord *pair = TDM_RECORD (tdm_inbox_item_get_pair (item)), *series;
  GError *error = NULL;
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (event->rule, &error);
  g_auto (GStrv) dates = recurrence ? tdm_recurrence_expand (recurrence, event->start_local, &error) : NULL;
  g_autoptr (GPtrArray) invited = tdm_inbox_invitation_list_attendees (event);
  GPtrArray *two = people ? people : invited;

  if (dates && !pair && !round)
    error = g_error_new_literal (TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED, _ ("There is no round yet."));
  if (error)
    {
      tdm_edit_fail (edit, error);
      return NULL;
    }
  if (!pair)
    pair = tdm_pair_edits_insert (edit, round, edit_open_person (edit, workspace, two->pdata[0]),
                                  edit_open_person (edit, workspace, two->pdata[1]));
  series = edit_insert_series (edit, pair, event);
  for (int field = TDM_PAIR_MENTEE; field <= TDM_PAIR_MENTOR; field++)
    {
      TdmRecord *person = tdm_record_get_link (pair, field);

      attendee_fill (tdm_answer_edits_add (edit, series, NULL, person), event, person);
    }
  for (char **date = dates; *date; date++)
    edit_insert_meeting (edit, series, item, *date);
  return pair;
}
