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

      if (tdm_person_has_email (person, email))
        return TDM_RECORD (person);
    }
  return NULL;
}

static TdmRecord *
open_person (TdmEdit *edit, TdmWorkspace *workspace, const TdmIncomingAttendee *attendee)
{
  TdmRecord *person = find_person (workspace, attendee->email);

  if (person)
    return person;
  person = tdm_edit_insert (edit, TDM_TYPE_PERSON);
  tdm_record_set_text_cut (person, TDM_PERSON_NAME, *attendee->name ? attendee->name : attendee->email);
  tdm_record_set_text (person, TDM_PERSON_EMAIL, attendee->email);
  return person;
}

static TdmRecord *
add_pair (TdmEdit *edit, TdmWorkspace *workspace, GPtrArray *people, TdmRecord *round)
{
  TdmRecord *first = open_person (edit, workspace, people->pdata[0]);
  TdmRecord *second = open_person (edit, workspace, people->pdata[1]);

  return tdm_pair_edits_insert (edit, round, first, second);
}

/* Under the UID of the invitation: its next message finds it, and answers name it. */
static TdmRecord *
add_series (TdmEdit *edit, TdmRecord *pair, TdmIncomingEvent *event)
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
find_date (GPtrArray *dates, const char *zone, const char *original)
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
add_meeting (TdmEdit *edit, TdmRecord *pair, TdmRecord *series, TdmInboxItem *item, const char *original)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  gint64 start = tdm_zone_resolve (event->zone, original, NULL);
  TdmIncomingEvent *date = find_date (tdm_inbox_item_get_dates (item), event->zone, original);
  TdmRecord *meeting = tdm_edit_insert (edit, TDM_TYPE_MEETING);
  const char *zone = date ? date->zone : event->zone;
  g_autofree char *local = tdm_inbox_date_localize (&zone, date ? date->start_local : original);
  gboolean is_off = (date && date->is_cancelled) ||
                    (event->excluded && g_strv_contains ((const char *const *) event->excluded, original));

  tdm_record_set_link (meeting, TDM_MEETING_PAIR, pair);
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
fill_attendee (TdmRecord *attendee, TdmIncomingEvent *event, TdmRecord *person)
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
add_attendee (TdmEdit *edit, TdmRecord *series, TdmIncomingEvent *event, TdmRecord *person)
{
  fill_attendee (tdm_answer_edits_add (edit, series, NULL, person), event, person);
}

static void
add_invited (GPtrArray *people, const char *name, const char *email)
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

/* Who invites, coordinates, where two others are to come: some programs list the organizer among them all the same. */
static void
remove_organizer (GPtrArray *people, TdmIncomingEvent *event)
{
  TdmIncomingAttendee *organizer = tdm_incoming_find_attendee (people, event->organizer_email);

  if (people->len > 2 && organizer)
    g_ptr_array_remove (people, organizer);
}

/**
 * tdm_inbox_invitation_list_attendees:
 * @event: an invitation
 *
 * Returns: (transfer full) (element-type TdmIncomingAttendee): everybody who is invited to come and has an address, each
 *   once, in the order of the invitation; no rooms, nobody who is only told, and not who invites two others
 */
GPtrArray *
tdm_inbox_invitation_list_attendees (TdmIncomingEvent *event)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) tdm_incoming_attendee_free);

  g_return_val_if_fail (event != NULL, people);

  for (guint i = 0; i < event->attendees->len; i++)
    {
      const TdmIncomingAttendee *attendee = event->attendees->pdata[i];

      if (!attendee->is_bystander)
        add_invited (people, attendee->name, attendee->email);
    }
  remove_organizer (people, event);
  return people;
}

/**
 * tdm_inbox_invitation_list_people:
 * @event: an invitation
 *
 * Who invites one other person, as one does to a talk for two, takes part as well.
 *
 * Returns: (transfer full) (element-type TdmIncomingAttendee): everybody who has an address, each once, in the order of
 *   the invitation, which says nothing about who learns from whom
 */
GPtrArray *
tdm_inbox_invitation_list_people (TdmIncomingEvent *event)
{
  GPtrArray *people;

  g_return_val_if_fail (event != NULL, NULL);

  people = tdm_inbox_invitation_list_attendees (event);
  if (people->len == 1)
    add_invited (people, event->organizer_name, event->organizer_email);
  return people;
}

static char *
explain_rule (TdmIncomingEvent *event)
{
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
  if (!reason && *event->zone == '\0')
    reason = g_strdup (_ ("The time zone of the meetings is not known on this computer."));
  return reason ? reason : explain_rule (event);
}

/**
 * tdm_inbox_invitation_can_be_taken:
 * @event: an invitation
 *
 * Returns: whether its dates are such that meetings here can have them
 */
gboolean
tdm_inbox_invitation_can_be_taken (TdmIncomingEvent *event)
{
  g_autofree char *reason = tdm_inbox_invitation_explain (event);

  return reason == NULL;
}

/* --- other people --------------------------------------------------------------------------- */

/* Whoever has the programme, or goes on inviting, does not give way. */
static gboolean
may_leave (TdmWorkspace *workspace, TdmPerson *person, TdmIncomingEvent *event)
{
  TdmProgramme *programme = tdm_workspace_get_programme (workspace);

  return !(programme && tdm_programme_get_self (programme) == person) &&
         g_ascii_strcasecmp (tdm_person_get_email (person), event->organizer_email) != 0;
}

/* The place of the other one of the two, where one is still invited and the other is not; -1 if there is none */
static int
find_replaced (TdmWorkspace *workspace, TdmPair *pair, TdmIncomingEvent *event)
{
  g_autoptr (GPtrArray) people = tdm_inbox_invitation_list_attendees (event);
  gboolean has_mentee = tdm_incoming_find_attendee (people, tdm_person_get_email (tdm_pair_get_mentee (pair))) != NULL;
  gboolean has_mentor = tdm_incoming_find_attendee (people, tdm_person_get_email (tdm_pair_get_mentor (pair))) != NULL;
  int field = has_mentee ? TDM_PAIR_MENTOR : TDM_PAIR_MENTEE;

  if (event->has_recurrence_id || event->method == TDM_INCOMING_CANCEL || people->len != 2 || has_mentee == has_mentor ||
      !may_leave (workspace, tdm_record_get_link (TDM_RECORD (pair), field), event))
    return -1;
  return field;
}

/* Who is invited and was not part of the tandem */
static const TdmIncomingAttendee *
find_other (GPtrArray *people, TdmPair *pair)
{
  for (guint i = 0; i < people->len; i++)
    {
      const TdmIncomingAttendee *attendee = people->pdata[i];

      if (!tdm_person_has_email (tdm_pair_get_mentee (pair), attendee->email) &&
          !tdm_person_has_email (tdm_pair_get_mentor (pair), attendee->email))
        return attendee;
    }
  return NULL;
}

/**
 * tdm_inbox_invitation_describe_replaced:
 * @series: a live series of somebody else
 * @event: a later invitation to it
 *
 * Returns: (transfer full) (nullable): who takes whose place in the tandem, %NULL if nobody does
 */
char *
tdm_inbox_invitation_describe_replaced (TdmWorkspace *workspace, TdmSeries *series, TdmIncomingEvent *event)
{
  TdmPair *pair = tdm_series_get_pair (series);
  int field = find_replaced (workspace, pair, event);
  g_autoptr (GPtrArray) people = tdm_inbox_invitation_list_attendees (event);
  const TdmIncomingAttendee *other = field >= 0 ? find_other (people, pair) : NULL;
  TdmRecord *person = other ? find_person (workspace, other->email) : NULL;
  const char *name;

  if (!other)
    return NULL;
  name = person ? tdm_record_get_text (person, TDM_PERSON_NAME) : *other->name ? other->name : other->email;
  /* Translators: two names */
  return g_strdup_printf (_ ("%s takes the place of %s"), name,
                          tdm_person_get_name (tdm_record_get_link (TDM_RECORD (pair), field)));
}

/**
 * tdm_inbox_invitation_replace:
 * @edit: what becomes different goes here
 * @series: a live series of somebody else
 * @event: a later invitation to it
 *
 * Where one of the two people has given way to another one, the tandem follows, as where somebody changes the people by
 * hand.
 */
void
tdm_inbox_invitation_replace (TdmEdit *edit, TdmWorkspace *workspace, TdmSeries *series, TdmIncomingEvent *event)
{
  TdmPair *pair = tdm_series_get_pair (series);
  int field = find_replaced (workspace, pair, event);
  g_autoptr (GPtrArray) people = tdm_inbox_invitation_list_attendees (event);
  const TdmIncomingAttendee *other = field >= 0 ? find_other (people, pair) : NULL;
  TdmRecord *person = other ? open_person (edit, workspace, other) : NULL;

  if (!person)
    return;
  tdm_series_people_replace (edit, pair, field == TDM_PAIR_MENTEE ? TDM_PERSON (person) : tdm_pair_get_mentee (pair),
                             field == TDM_PAIR_MENTOR ? TDM_PERSON (person) : tdm_pair_get_mentor (pair));
  fill_attendee (tdm_answer_edits_open (edit, series, NULL, TDM_PERSON (person)), event, person);
}

/**
 * tdm_inbox_invitation_add:
 * @edit: what it adds goes here
 * @item: an invitation of somebody else that can be taken over
 * @round: (nullable): where a new tandem goes, if there is none for these people; perhaps a draft
 * @people: (nullable) (element-type TdmIncomingAttendee): who learns, then from whom; %NULL for the first two
 * @error: an error of tdm_recurrence_parse() or tdm_recurrence_expand()
 *
 * Returns: (transfer none) (nullable): the tandem whose meetings they are, a draft if it is new
 */
TdmRecord *
tdm_inbox_invitation_add (TdmEdit *edit, TdmWorkspace *workspace, TdmInboxItem *item, gpointer round,
                          GPtrArray *people, GError **error)
{
  TdmIncomingEvent *event = tdm_inbox_item_get_event (item);
  TdmRecord *pair = TDM_RECORD (tdm_inbox_item_get_pair (item));
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (event->rule, error);
  g_auto (GStrv) dates = recurrence ? tdm_recurrence_expand (recurrence, event->start_local, error) : NULL;
  g_autoptr (GPtrArray) invited = tdm_inbox_invitation_list_attendees (event);
  TdmRecord *series;

  if (!dates)
    return NULL;
  if (!pair && !round)
    {
      g_set_error_literal (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_FAILED, _ ("There is no round yet."));
      return NULL;
    }
  if (!pair)
    pair = add_pair (edit, workspace, people ? people : invited, round);
  series = add_series (edit, pair, event);
  add_attendee (edit, series, event, tdm_record_get_link (pair, TDM_PAIR_MENTEE));
  add_attendee (edit, series, event, tdm_record_get_link (pair, TDM_PAIR_MENTOR));
  for (char **date = dates; *date; date++)
    add_meeting (edit, pair, series, item, *date);
  return pair;
}
