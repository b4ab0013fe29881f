/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-answers.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-schedule.h"
#include "calendar/tdm-when.h"
#include "calendar/tdm-zone.h"
#include "tdm-told.h"

/* Who has answered what, in words. */

#define DAY (24 * 60 * 60)

static char *
describe_one (TdmAttendee *attendee)
{
  g_autofree char *name = tdm_person_get_first_name (tdm_attendee_get_person (attendee));
  gint64 asked = tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_ASKED);
  guint days = asked == 0 ? 0 : MAX (tdm_clock_now () - asked, 0) / DAY;

  switch (tdm_attendee_get_reply (attendee))
    {
    case TDM_REPLY_DECLINED:
      /* Translators: %s is a first name */
      return g_strdup_printf (_ ("%s has declined"), name);
    case TDM_REPLY_TENTATIVE:
      /* Translators: %s is a first name */
      return g_strdup_printf (_ ("%s may come"), name);
    case TDM_REPLY_ACCEPTED:
      /* Translators: %s is a first name */
      return g_strdup_printf (_ ("%s has accepted"), name);
    case TDM_REPLY_NEEDS_ACTION:
      break;
    }
  if (days == 0)
    /* Translators: %s is a first name */
    return g_strdup_printf (_ ("Waiting for %s"), name);
  /* Translators: how many days, and a first name */
  return g_strdup_printf (ngettext ("Waiting for %2$s for %1$u day", "Waiting for %2$s for %1$u days", days),
                          days, name);
}

/**
 * tdm_answers_describe_series:
 * @series: a live series
 *
 * Returns: (transfer full): how the answers to the whole series stand, such as “Everyone has accepted” or “Waiting for
 *   Bo for 3 days”; empty if nobody was asked yet
 */
char *
tdm_answers_describe_series (TdmSeries *series)
{
  GListModel *attendees = tdm_series_get_attendees (series);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint n_asked = 0, n_accepted = 0;

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr (TdmAttendee) attendee = g_list_model_get_item (attendees, i);
      TdmPerson *person = tdm_attendee_get_person (attendee);
      g_autofree char *text = NULL;

      /* What an assistant answers says nothing of those who take part. */
      if (!person || !(person == tdm_series_get_mentee (series) || person == tdm_series_get_mentor (series)) ||
          !tdm_attendee_has_answer (attendee))
        continue;
      n_asked++;
      n_accepted += tdm_attendee_get_reply (attendee) == TDM_REPLY_ACCEPTED;
      text = describe_one (attendee);
      if (tdm_attendee_get_reply (attendee) != TDM_REPLY_ACCEPTED)
        g_strv_builder_add (builder, text);
    }
  if (n_asked > 0 && n_accepted == n_asked)
    return g_strdup (_ ("Everyone has accepted"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

/**
 * tdm_answers_is_to_old_time:
 * @meeting: a live meeting of a series whose messages are loaded
 * @person: one of the people of its tandem
 *
 * Who has not heard yet that a meeting was moved has answered to the time that it had.
 *
 * Returns: whether the answer of @person is one to another time
 */
gboolean
tdm_answers_is_to_old_time (TdmMeeting *meeting, TdmPerson *person)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);
  const char *original = tdm_meeting_get_recurrence_id (meeting);
  g_auto (TdmTold) told = { NULL };
  g_autoptr (TdmSchedule) schedule = NULL;
  TdmSlot slot;

  if (!series || tdm_meeting_get_reply (meeting, person) == TDM_REPLY_NEEDS_ACTION)
    return FALSE;
  tdm_told_find (&told, series, person, NULL);
  schedule = *tdm_told_get_content (&told) ? tdm_schedule_parse (tdm_told_get_content (&told), NULL) : NULL;
  if (!schedule)
    return FALSE;
  slot = tdm_schedule_get_slot (schedule, *original ? original : schedule->first.local_start);
  return tdm_zone_resolve (slot.zone, slot.local_start, NULL) != tdm_meeting_get_start (meeting) ||
         slot.minutes != tdm_meeting_get_minutes (meeting);
}

/**
 * tdm_answers_is_accepted:
 * @meeting: a live meeting of a series whose messages are loaded
 *
 * Returns: whether both of its people have accepted it at the time that it has now
 */
gboolean
tdm_answers_is_accepted (TdmMeeting *meeting)
{
  return tdm_meeting_is_accepted (meeting) &&
         !tdm_answers_is_to_old_time (meeting, tdm_meeting_get_mentee (meeting)) &&
         !tdm_answers_is_to_old_time (meeting, tdm_meeting_get_mentor (meeting));
}

/**
 * tdm_answers_describe_date:
 * @meeting: a live meeting
 * @person: one of the people of its tandem
 *
 * Returns: (transfer full) (nullable): what @person answered about this date, with the comment if there is one; %NULL
 * if nobody asked
 */
char *
tdm_answers_describe_date (TdmMeeting *meeting, TdmPerson *person)
{
  TdmAttendee *attendee = tdm_meeting_get_answer (meeting, person);
  const char *comment = attendee ? tdm_record_get_text (TDM_RECORD (attendee), TDM_ATTENDEE_COMMENT) : "";
  g_autofree char *answer = attendee ? describe_one (attendee) : NULL;
  g_autofree char *text = NULL;

  if (answer && tdm_answers_is_to_old_time (meeting, person))
    /* Translators: an answer, as in "Anna has accepted, to the old time" */
    text = g_strdup_printf (_ ("%s, to the old time"), answer);
  else
    text = g_steal_pointer (&answer);
  if (!text || *comment == '\0')
    return g_steal_pointer (&text);
  /* Translators: an answer, then what somebody wrote with it */
  return g_strdup_printf (_ ("%s: “%s”"), text, comment);
}

/**
 * tdm_answers_describe_comments:
 * @meeting: a live meeting
 *
 * Returns: (transfer full): what its people wrote with their answers, a line each, such as “Bo: “No time””; empty if
 *   nobody wrote anything
 */
char *
tdm_answers_describe_comments (TdmMeeting *meeting)
{
  TdmPerson *people[] = { tdm_meeting_get_mentee (meeting), tdm_meeting_get_mentor (meeting) };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      TdmAttendee *attendee = people[i] ? tdm_meeting_get_answer (meeting, people[i]) : NULL;
      const char *comment = attendee ? tdm_record_get_text (TDM_RECORD (attendee), TDM_ATTENDEE_COMMENT) : "";
      g_autofree char *name = *comment ? tdm_person_get_first_name (people[i]) : NULL;

      if (!name)
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append_printf (lines, _ ("%s: “%s”"), name, comment);
    }
  return g_string_free (lines, FALSE);
}

/**
 * tdm_answers_describe_meeting:
 * @meeting: a live meeting
 *
 * Returns: (transfer full): what both of its people answered, empty if nobody asked or it is over
 */
char *
tdm_answers_describe_meeting (TdmMeeting *meeting)
{
  g_autofree char *first = NULL, *second = NULL;

  if (!tdm_meeting_get_pair (meeting) || !tdm_meeting_is_open (meeting))
    return g_strdup ("");
  if (tdm_answers_is_accepted (meeting))
    return g_strdup (_ ("Everyone has accepted"));
  first = tdm_answers_describe_date (meeting, tdm_meeting_get_mentee (meeting));
  second = tdm_answers_describe_date (meeting, tdm_meeting_get_mentor (meeting));
  return g_strconcat (first ? first : "", first && second ? " · " : "", second ? second : "", NULL);
}

/**
 * tdm_answers_describe_proposal:
 * @meeting: a live meeting
 *
 * Returns: (transfer full) (nullable): who proposes which time, %NULL if nobody does
 */
char *
tdm_answers_describe_proposal (TdmMeeting *meeting)
{
  TdmAttendee *attendee = tdm_meeting_find_proposal (meeting);
  gint64 instant = attendee ? tdm_record_get_integer (TDM_RECORD (attendee), TDM_ATTENDEE_PROPOSED_START) : 0;
  g_autofree char *start = attendee ? tdm_zone_from_utc (tdm_meeting_get_zone (meeting), instant, NULL) : NULL;
  g_autofree char *when = start ? tdm_when_describe (tdm_meeting_get_zone (meeting), start) : NULL;
  g_autofree char *name = attendee ? tdm_person_get_first_name (tdm_attendee_get_person (attendee)) : NULL;

  /* Translators: a first name, then a day and a time */
  return when ? g_strdup_printf (_ ("%s proposes %s"), name, when) : NULL;
}
