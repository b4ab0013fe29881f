/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "fixture.h"

#include "base/tdm-text.h"
#include "calendar/tdm-invitation.h"

static TdmPerson *
person_new (const char *name)
{
  TdmPerson *person = tdm_record_new (TDM_TYPE_PERSON);
  g_autofree char *local = g_strdelimit (tdm_text_fold (name), " ", '.');
  g_autofree char *email = g_strconcat (local, "@example.org", NULL);

  g_object_set (person, "name", name, "email", email, NULL);
  return person;
}

TdmPair *
fixture_pair_new (const char *mentee, const char *mentor)
{
  TdmPair *pair = tdm_record_new (TDM_TYPE_PAIR);
  g_autoptr (TdmPerson) first = person_new (mentee);
  g_autoptr (TdmPerson) second = person_new (mentor);

  g_object_set (pair, "mentee", first, "mentor", second, NULL);
  return pair;
}

TdmSeries *
fixture_series_new (TdmPair *pair, const char *rule, const char *zone, const char *local_start, int minutes)
{
  TdmSeries *series = tdm_record_new (TDM_TYPE_SERIES);

  g_object_set (series, "pair", pair, "rule", rule, "zone", zone, "local-start", local_start, "minutes",
                (gint64) minutes, "place", "Room 3", "organizer-name", "Kim Vogt", "organizer-email",
                "kim.vogt@example.org", NULL);
  return series;
}

/* Placed as the series */
TdmMeeting *
fixture_meeting_new (TdmSeries *series, const char *recurrence_id, const char *local_start)
{
  TdmMeeting *meeting = tdm_record_new (TDM_TYPE_MEETING);

  g_object_set (meeting, "pair", tdm_series_get_pair (series), "series", series, "recurrence-id", recurrence_id,
                "local-start", local_start, "zone", tdm_series_get_zone (series), "minutes",
                tdm_series_get_minutes (series), "place", "Room 3", NULL);
  return meeting;
}

/* The whole invitation as of now; nothing where nothing is left to invite to. */
GBytes *
fixture_invitation_new (TdmSeries *series, GListStore *meetings, GError **error)
{
  const TdmScheduleStep all = { TDM_STEP_UPDATE, NULL, FALSE };
  g_autoptr (TdmSchedule) schedule = NULL;

  if (!tdm_schedule_make (series, meetings ? G_LIST_MODEL (meetings) : NULL, &schedule, error) || !schedule)
    return NULL;
  return tdm_invitation_write (&(TdmInvitation) {
    schedule, &all, NULL, tdm_series_get_sequence (series), STAMP,
  }, error);
}
