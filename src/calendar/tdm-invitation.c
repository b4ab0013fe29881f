/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-invitation.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "tdm-calendar-error.h"
#include "tdm-event.h"
#include "tdm-local-time.h"
#include "tdm-recurrence.h"
#include "tdm-zone.h"

#include <string.h>

/* Invitations are the first thing that people see of the program, in calendars that it does not know: files hold what
 * Outlook, Google, Apple, Thunderbird, Evolution and Nextcloud read alike, and nothing else. */

#define HEADER \
  "BEGIN:VCALENDAR\r\n" \
  "VERSION:2.0\r\n" \
  "PRODID:-//Tandem//Tandem//EN\r\n" \
  "CALSCALE:GREGORIAN\r\n" \
  "METHOD:REQUEST\r\n"
#define FOOTER "END:VCALENDAR\r\n"

/* An invitation while it is written. */
typedef struct
{
  TdmEvent event;
  TdmPair *pair;
  TdmSummaryMode summary_mode;
  GString *events;
  GPtrArray *zones;
  gint64 from;
  gint64 to;
} Message;

static void
message_clear (Message *self)
{
  if (self->events)
    g_string_free (self->events, TRUE);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Message, message_clear)

static gboolean
fail (GError **error, TdmCalendarError code, const char *message)
{
  g_set_error_literal (error, TDM_CALENDAR_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_address (GError **error, const char *format, const char *name)
{
  g_autofree char *message = g_strdup_printf (format, name);

  return fail (error, TDM_CALENDAR_ERROR_NO_ADDRESS, message);
}

static gboolean
check_address (const char *name, const char *email, GError **error)
{
  if (tdm_text_is_email (email))
    return TRUE;
  if (!email || *email == '\0')
    return fail_address (error, _ ("“%s” has no e-mail address yet."), name);
  return fail_address (error, _ ("The e-mail address of “%s” is not valid."), name);
}

static gboolean
set_organizer (Message *self, const char *name, const char *email, GError **error)
{
  self->event.organizer = (TdmEventPerson) { name, email };
  return check_address (name && *name ? name : C_ ("person", "Organizer"), email, error);
}

static gboolean
set_attendee (Message *self, guint i, TdmPerson *person, GError **error)
{
  if (!person)
    return fail (error, TDM_CALENDAR_ERROR_FAILED, _ ("A tandem needs two people before they can be invited."));
  self->event.attendees[i] = (TdmEventPerson) { tdm_person_get_name (person), tdm_person_get_email (person) };
  return check_address (tdm_person_get_name (person), tdm_person_get_email (person), error);
}

/* One address cannot answer for two: programs would show the invitation once. */
static gboolean
check_different (Message *self, GError **error)
{
  const TdmEventPerson *attendees = self->event.attendees;

  if (g_ascii_strcasecmp (attendees[0].email, attendees[1].email) != 0)
    return TRUE;
  return fail_address (error, _ ("“%s” has the same e-mail address as the other person."), attendees[1].name);
}

static gboolean
set_pair (Message *self, TdmPair *pair, GError **error)
{
  self->pair = pair;
  if (!pair)
    return fail (error, TDM_CALENDAR_ERROR_FAILED, _ ("These meetings belong to no tandem."));
  return set_attendee (self, 0, tdm_pair_get_mentee (pair), error) &&
         set_attendee (self, 1, tdm_pair_get_mentor (pair), error) && check_different (self, error);
}

static void
message_init (Message *self, const char *uid, gint64 sequence, gint64 stamp)
{
  *self = (Message) {
    .event = { .uid = uid, .sequence = sequence, .stamp = stamp },
    .events = g_string_new (NULL),
    .zones = g_ptr_array_new (),
    .from = G_MAXINT64,
    .to = G_MININT64,
  };
}

static gboolean
message_set_series (Message *self, TdmSeries *series, GError **error)
{
  TdmRecord *record = TDM_RECORD (series);

  self->summary_mode = tdm_record_get_integer (record, TDM_SERIES_SUMMARY_MODE);
  return set_pair (self, tdm_series_get_pair (series), error) &&
         set_organizer (self, tdm_record_get_text (record, TDM_SERIES_ORGANIZER_NAME),
                        tdm_record_get_text (record, TDM_SERIES_ORGANIZER_EMAIL), error);
}

static const char *
get_topic (Message *self, TdmMeeting *meeting)
{
  const char *topic = meeting ? tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_TOPIC) : "";

  if (self->summary_mode != TDM_SUMMARY_TOPIC)
    return "";
  if (*topic == '\0' && tdm_pair_get_topic (self->pair))
    topic = tdm_topic_get_title (tdm_pair_get_topic (self->pair));
  return topic;
}

static char *
get_summary (Message *self, TdmMeeting *meeting)
{
  const char *topic = get_topic (self, meeting);
  const TdmEventPerson *attendees = self->event.attendees;

  if (*topic != '\0')
    /* Translators: the title of an invitation: a topic and two names */
    return g_strdup_printf (_ ("Tandem: %s (%s and %s)"), topic, attendees[0].name, attendees[1].name);
  /* Translators: the title of an invitation: two names */
  return g_strdup_printf (_ ("Tandem: %s and %s"), attendees[0].name, attendees[1].name);
}

static gint64
read_local (const char *local)
{
  gint64 seconds = 0;

  tdm_local_time_parse (local, &seconds);
  return seconds;
}

/* A meeting during which the clocks change would have another length in each calendar. */
static gboolean
message_cover (Message *self, const char *zone, const char *local, gint64 minutes, GError **error)
{
  gint64 start = tdm_zone_to_utc (zone, local, error);
  gint64 end = start + minutes * 60;

  if (start == 0)
    return FALSE;
  if (!tdm_zone_is_steady (zone, start, end))
    {
      g_autofree char *when = tdm_local_time_describe (local);

      g_set_error (error, TDM_CALENDAR_ERROR, TDM_CALENDAR_ERROR_NO_SUCH_TIME,
                   _ ("The clocks change during the meeting on %s."), when);
      return FALSE;
    }
  self->from = MIN (self->from, start);
  self->to = MAX (self->to, end);
  return TRUE;
}

static void
add_zone (Message *self, const char *zone)
{
  if (!g_ptr_array_find_with_equal_func (self->zones, zone, g_str_equal, NULL))
    g_ptr_array_add (self->zones, (gpointer) zone);
}

static void
message_add_event (Message *self, TdmEvent *event, TdmMeeting *meeting)
{
  g_autofree char *summary = get_summary (self, meeting);
  g_autofree char *text = NULL;

  event->summary = summary;
  text = tdm_event_write (event);
  add_zone (self, event->zone);
  g_string_append (self->events, text);
}

/* Zones come before the events that use them: some programs read a file once. */
static GBytes *
message_finish (Message *self, GError **error)
{
  g_autoptr (GString) out = g_string_sized_new (self->events->len + 1024);

  g_string_append (out, HEADER);
  for (guint i = 0; i < self->zones->len; i++)
    {
      const char *zone = tdm_zone_get_vtimezone (g_ptr_array_index (self->zones, i), self->from, self->to, error);

      if (!zone)
        return NULL;
      g_string_append (out, zone);
    }
  g_string_append_len (out, self->events->str, self->events->len);
  g_string_append (out, FOOTER);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/* What a meeting leaves empty is as in its series. */
static const char *
get_own (TdmMeeting *meeting, guint field, const char *otherwise)
{
  const char *text = tdm_record_get_text (TDM_RECORD (meeting), field);

  return *text ? text : otherwise;
}

static gboolean
set_meeting (Message *self, TdmEvent *event, TdmMeeting *meeting, GError **error)
{
  event->place = get_own (meeting, TDM_MEETING_PLACE, event->place);
  event->zone = get_own (meeting, TDM_MEETING_ZONE, event->zone);
  event->minutes = tdm_meeting_get_minutes (meeting);
  event->start = read_local (tdm_meeting_get_local_start (meeting));
  return message_cover (self, event->zone, tdm_meeting_get_local_start (meeting), event->minutes, error);
}

static gboolean
is_moved (TdmMeeting *meeting, const TdmEvent *series)
{
  return g_strcmp0 (tdm_meeting_get_local_start (meeting), tdm_meeting_get_recurrence_id (meeting)) != 0 ||
         tdm_meeting_get_minutes (meeting) != series->minutes ||
         g_strcmp0 (get_own (meeting, TDM_MEETING_ZONE, series->zone), series->zone) != 0 ||
         g_strcmp0 (get_own (meeting, TDM_MEETING_PLACE, series->place), series->place) != 0;
}

static gboolean
is_of_series (TdmMeeting *meeting, TdmSeries *series)
{
  TdmSeries *other = tdm_meeting_get_series (meeting);

  return other == series ||
         (other && g_str_equal (tdm_record_get_uid (TDM_RECORD (other)), tdm_record_get_uid (TDM_RECORD (series))));
}

/* By the date of the series on which a meeting was to be. */
static GHashTable *
index_meetings (TdmSeries *series, GListModel *meetings)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; meetings && i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (is_of_series (meeting, series))
        g_hash_table_replace (index, (gpointer) tdm_meeting_get_recurrence_id (meeting), g_object_ref (meeting));
    }
  return index;
}

static gboolean
is_cancelled (TdmMeeting *meeting)
{
  return meeting && tdm_meeting_get_state (meeting) == TDM_MEETING_STATE_CANCELLED;
}

/* A VEVENT of its own with a RECURRENCE-ID (RFC 5545 3.8.4.4), after that of the series. */
static gboolean
add_moved (Message *self, const TdmEvent *series, TdmMeeting *meeting, GError **error)
{
  TdmEvent event = *series;

  event.rule = NULL;
  event.excluded = NULL;
  event.series_zone = series->zone;
  event.original = read_local (tdm_meeting_get_recurrence_id (meeting));
  if (!set_meeting (self, &event, meeting, error))
    return FALSE;
  message_add_event (self, &event, meeting);
  return TRUE;
}

/* Fills in the cancelled dates; all dates must be there on the clocks, for calendars count them all. */
static gboolean
check_dates (Message *self, TdmEvent *series, GStrv dates, GHashTable *meetings, GError **error)
{
  guint known = g_hash_table_contains (meetings, "") ? 1 : 0;

  for (guint i = 0; dates[i]; i++)
    {
      TdmMeeting *meeting = g_hash_table_lookup (meetings, dates[i]);
      gint64 date = read_local (dates[i]);

      if (!message_cover (self, series->zone, dates[i], series->minutes, error))
        return FALSE;
      if (is_cancelled (meeting))
        g_array_append_val (series->excluded, date);
      known += meeting != NULL;
    }
  if (known < g_hash_table_size (meetings))
    return fail (error, TDM_CALENDAR_ERROR_BAD_RULE, _ ("A meeting of this series is on none of its days."));
  if (series->excluded->len == g_strv_length (dates))
    return fail (error, TDM_CALENDAR_ERROR_FAILED, _ ("All meetings of this series are cancelled."));
  return TRUE;
}

static gboolean
add_repeated (Message *self, TdmEvent *series, GStrv dates, GHashTable *meetings, GError **error)
{
  g_autoptr (GArray) excluded = g_array_new (FALSE, FALSE, sizeof (gint64));

  series->excluded = excluded;
  if (!check_dates (self, series, dates, meetings, error))
    return FALSE;

  message_add_event (self, series, NULL);
  for (guint i = 0; dates[i]; i++)
    {
      TdmMeeting *meeting = g_hash_table_lookup (meetings, dates[i]);

      if (meeting && !is_cancelled (meeting) && is_moved (meeting, series) &&
          !add_moved (self, series, meeting, error))
        return FALSE;
    }
  return TRUE;
}

/* Without a rule the event is the meeting, wherever it was moved to: a RECURRENCE-ID would name nothing. */
static gboolean
add_once (Message *self, TdmEvent *series, const char *date, GHashTable *meetings, GError **error)
{
  TdmMeeting *meeting = g_hash_table_lookup (meetings, date);

  if (!meeting)
    meeting = g_hash_table_lookup (meetings, "");
  if (is_cancelled (meeting))
    return fail (error, TDM_CALENDAR_ERROR_FAILED, _ ("This meeting is cancelled."));
  if (meeting ? !set_meeting (self, series, meeting, error)
              : !message_cover (self, series->zone, date, series->minutes, error))
    return FALSE;
  message_add_event (self, series, meeting);
  return TRUE;
}

static gboolean
add_series (Message *self, TdmSeries *series, GListModel *meetings, GError **error)
{
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (tdm_series_get_rule (series), error);
  g_auto (GStrv) dates = recurrence ? tdm_recurrence_expand (recurrence, tdm_series_get_local_start (series), error)
                                    : NULL;
  g_autofree char *rule = recurrence ? tdm_recurrence_to_rule (recurrence) : NULL;
  g_autoptr (GHashTable) index = NULL;
  TdmEvent event = self->event;

  if (!dates)
    return FALSE;

  index = index_meetings (series, meetings);
  event.rule = rule;
  event.zone = tdm_series_get_zone (series);
  event.start = read_local (dates[0]);
  event.minutes = tdm_series_get_minutes (series);
  event.place = tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_PLACE);
  return rule ? add_repeated (self, &event, dates, index, error) : add_once (self, &event, dates[0], index, error);
}

/**
 * tdm_invitation_build:
 * @series: a series with its pair and organizer
 * @meetings: (nullable) (element-type TdmMeeting): meetings, of this series and of others, which are left out
 * @stamp: when this message is made, UTC seconds; later than that of every message before
 * @error: TDM_CALENDAR_ERROR_NO_ADDRESS naming the person, an error of tdm_recurrence_parse(),
 *   tdm_recurrence_expand() or tdm_zone_to_utc(), or TDM_CALENDAR_ERROR_FAILED where nothing is left to invite to
 *
 * The whole invitation of a series as of now (RFC 5546 3.2.2): METHOD:REQUEST, the time zone, the repeated event
 * without the cancelled dates, and an event of its own for every meeting whose start, length or place is another
 * than that of the series. What a meeting leaves empty is as in the series; one without an original date was added to
 * the series and has an invitation of its own.
 *
 * Returns: (transfer full): a file of type text/calendar, or %NULL on error
 */
GBytes *
tdm_invitation_build (TdmSeries *series, GListModel *meetings, gint64 stamp, GError **error)
{
  g_auto (Message) message = { 0 };

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);
  g_return_val_if_fail (!meetings || G_IS_LIST_MODEL (meetings), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  message_init (&message, tdm_record_get_uid (TDM_RECORD (series)), tdm_series_get_sequence (series), stamp);
  if (!message_set_series (&message, series, error) || !add_series (&message, series, meetings, error))
    return NULL;
  return message_finish (&message, error);
}

/* A date of the series goes under the UID of the series, one that was added to it under its own. */
static gboolean
set_date_of_series (Message *self, TdmEvent *event, TdmMeeting *meeting, TdmSeries *series, GError **error)
{
  const char *date = tdm_meeting_get_recurrence_id (meeting);

  if (*date == '\0' && *tdm_series_get_rule (series) != '\0')
    return TRUE;
  event->uid = tdm_record_get_uid (TDM_RECORD (series));
  if (*tdm_series_get_rule (series) == '\0')
    return TRUE;
  if (!message_cover (self, tdm_series_get_zone (series), date, tdm_series_get_minutes (series), error))
    return FALSE;
  event->series_zone = tdm_series_get_zone (series);
  event->original = read_local (date);
  return TRUE;
}

static gboolean
add_meeting (Message *self, TdmMeeting *meeting, TdmSeries *series, GError **error)
{
  TdmEvent event = self->event;

  if (series)
    event.place = tdm_record_get_text (TDM_RECORD (series), TDM_SERIES_PLACE);
  if (is_cancelled (meeting))
    return fail (error, TDM_CALENDAR_ERROR_FAILED, _ ("This meeting is cancelled."));
  if (series && !set_date_of_series (self, &event, meeting, series, error))
    return FALSE;
  if (!set_meeting (self, &event, meeting, error))
    return FALSE;
  message_add_event (self, &event, meeting);
  if (event.series_zone)
    add_zone (self, event.series_zone);
  return TRUE;
}

static gboolean
message_set_single (Message *self, TdmMeeting *meeting, const char *name, const char *email, GError **error)
{
  return set_pair (self, tdm_meeting_get_pair (meeting), error) && set_organizer (self, name, email, error);
}

/**
 * tdm_invitation_build_meeting:
 * @meeting: one meeting
 * @series: (nullable): its series
 * @organizer_name: (nullable): who invites; not used with a series, which has its own
 * @organizer_email: (nullable): the address that gets the answers
 * @sequence: how often the date has changed since the first message (RFC 5545 3.8.7.4); the series may have more
 * @stamp: when this message is made, UTC seconds
 * @error: as for tdm_invitation_build()
 *
 * Without a series, an invitation to one meeting under the uid of @meeting. With one, the message that moves just
 * this date: the UID of the series and a RECURRENCE-ID (RFC 5546 3.2.2.1).
 *
 * Returns: (transfer full): a file of type text/calendar, or %NULL on error
 */
GBytes *
tdm_invitation_build_meeting (TdmMeeting *meeting,
                              TdmSeries  *series,
                              const char *organizer_name,
                              const char *organizer_email,
                              gint64      sequence,
                              gint64      stamp,
                              GError    **error)
{
  g_auto (Message) message = { 0 };

  g_return_val_if_fail (TDM_IS_MEETING (meeting), NULL);
  g_return_val_if_fail (!series || TDM_IS_SERIES (series), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  message_init (&message, tdm_record_get_uid (TDM_RECORD (meeting)),
                series ? MAX (sequence, tdm_series_get_sequence (series)) : sequence, stamp);
  if (series ? !message_set_series (&message, series, error)
             : !message_set_single (&message, meeting, organizer_name, organizer_email, error))
    return NULL;
  return add_meeting (&message, meeting, series, error) ? message_finish (&message, error) : NULL;
}

static const char *
get_name (TdmPerson *person)
{
  return person ? tdm_person_get_name (person) : "";
}

/**
 * tdm_invitation_file_name:
 * @series: a series
 *
 * Returns: (transfer full): a file name with both names and the beginning of the uid, for two people may have two
 *   series, such as `tandem-anna-beck-bo-chen-1f0c22aa.ics`
 */
char *
tdm_invitation_file_name (TdmSeries *series)
{
  TdmPair *pair;
  g_autofree char *names = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *uid = NULL;

  g_return_val_if_fail (TDM_IS_SERIES (series), NULL);

  pair = tdm_series_get_pair (series);
  names = pair ? g_strdup_printf ("%s %s", get_name (tdm_pair_get_mentee (pair)), get_name (tdm_pair_get_mentor (pair)))
               : NULL;
  stem = tdm_text_file_name (names, "ics");
  *strrchr (stem, '.') = '\0';
  uid = g_strndup (tdm_record_get_uid (TDM_RECORD (series)), 8);
  g_strcanon (uid, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS, '-');
  return g_strdup_printf ("%s-%s.ics", stem, uid);
}
