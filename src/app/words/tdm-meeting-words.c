/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-words.h"

#include "app/common/tdm-format.h"
#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

char *
tdm_meeting_words_names (const TdmMeetingBrief *meeting)
{
  if (!meeting->pair)
    return g_strdup ("");
  return g_strconcat (tdm_person_get_name (tdm_meeting_brief_get_mentee (meeting)), " · ",
                      tdm_person_get_name (tdm_meeting_brief_get_mentor (meeting)), NULL);
}

/* The same where there is hardly room: titles and first names say less of a person. */
char *
tdm_meeting_words_last_names (const TdmMeetingBrief *meeting)
{
  g_autofree char *mentee = NULL, *mentor = NULL;

  if (!meeting->pair)
    return g_strdup ("");
  mentee = tdm_person_get_last_name (tdm_meeting_brief_get_mentee (meeting));
  mentor = tdm_person_get_last_name (tdm_meeting_brief_get_mentor (meeting));
  return g_strconcat (mentee, " · ", mentor, NULL);
}

static gboolean
start_is_in_days (const char *local_start, int days)
{
  g_autoptr (GDateTime) now = tdm_clock_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  return strncmp (date, local_start, 10) == 0;
}

/* The days around today by their names, the others with their weekday. */
char *
tdm_meeting_words_day (gint64 start)
{
  g_autofree char *local_start = tdm_when_here (start);

  if (start_is_in_days (local_start, 0))
    return g_strdup (_ ("Today"));
  if (start_is_in_days (local_start, 1))
    return g_strdup (_ ("Tomorrow"));
  if (start_is_in_days (local_start, -1))
    return g_strdup (_ ("Yesterday"));
  return tdm_format_short_day (local_start);
}

char *
tdm_meeting_words_time_range (const char *local_start, gint64 minutes)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) begins = g_date_time_new_from_iso8601 (local_start, utc);
  g_autoptr (GDateTime) ends = begins ? g_date_time_add_minutes (begins, (int) minutes) : NULL;
  g_autofree char *local_end = ends ? g_date_time_format (ends, "%Y-%m-%dT%H:%M:%S") : g_strdup (local_start);
  g_autofree char *start = tdm_format_time (local_start);
  g_autofree char *end = tdm_format_time (local_end);

  /* Translators: from one time of day to another, such as "10:00 – 11:00" */
  return g_strdup_printf (C_ ("time", "%s – %s"), start, end);
}

char *
tdm_meeting_words_time (const TdmMeetingBrief *meeting)
{
  g_autofree char *local_start = tdm_when_here (meeting->start);

  return tdm_meeting_words_time_range (local_start, meeting->minutes);
}

/* By which other clock it was planned, and what that shows; NULL if the clock of this computer shows the same. */
char *
tdm_meeting_words_elsewhere (TdmMeeting *meeting)
{
  return tdm_when_elsewhere (tdm_meeting_get_start (meeting), tdm_meeting_get_zone (meeting));
}

/* Kind, topic, place and the time elsewhere, as far as there are any. */
char *
tdm_meeting_words_details (TdmMeeting *meeting)
{
  TdmRecord *record = TDM_RECORD (meeting);
  g_autofree char *elsewhere = tdm_meeting_words_elsewhere (meeting);
  const char *parts[] = {
    tdm_code_get_title (tdm_meeting_kind_get_type (), tdm_meeting_get_kind (meeting)),
    tdm_record_get_text (record, TDM_MEETING_TOPIC), tdm_record_get_text (record, TDM_MEETING_PLACE),
    elsewhere ? elsewhere : "",
  };
  GString *details = g_string_new (parts[0]);

  for (guint i = 1; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i])
      g_string_append_printf (details, " · %s", parts[i]);
  return g_string_free (details, FALSE);
}

char *
tdm_meeting_words_describe (TdmMeeting *meeting)
{
  const TdmMeetingBrief brief = tdm_meeting_brief_of (meeting);
  g_autofree char *names = tdm_meeting_words_names (&brief);
  g_autofree char *start = tdm_when_here (brief.start);
  g_autofree char *day = tdm_format_day (start);
  g_autofree char *time = tdm_meeting_words_time (&brief);
  g_autofree char *details = tdm_meeting_words_details (meeting);

  /* Translators: what a screen reader says of a meeting: day, time, the two people, kind and place, state */
  return g_strdup_printf (_ ("%s, %s. %s. %s. %s"), day, time, names, details, tdm_meeting_describe_state (meeting));
}
