/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-message-text.h"

#include "calendar/tdm-schedule-step.h"
#include "calendar/tdm-zone-city.h"
#include "calendar/tdm-zone.h"
#include "tdm-message-text-resources.h"

#include <string.h>

/* What a mail says to people, in their own language: for those whose mail program knows nothing of calendars, all that
 * the calendar file says. gettext knows one language a process, so the words stand in a file of their own. */

#define RESOURCE "/org/tandemapp/Tandem/messages.desktop"

/* A mail with hundreds of lines is read by nobody. */
#define DATES_MOST 24

static GKeyFile *
get_words (void)
{
  static GKeyFile *words;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (words)
    return words;

  /* A resource in a static library is dropped by the linker unless somebody names it. */
  g_resources_register (tdm_message_text_get_resource ());
  words = g_key_file_new ();
  bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (!bytes || !g_key_file_load_from_bytes (words, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &error))
    g_error ("%s: %s", RESOURCE, error->message);
  return words;
}

static char *
get_text (const char *group, const char *key, const char *language)
{
  char *text = g_key_file_get_locale_string (get_words (), group, key, language, NULL);

  g_return_val_if_fail (text != NULL, g_strdup (""));
  return text;
}

static char *
get_word (const char *group, guint index, const char *language)
{
  g_auto (GStrv) words = g_key_file_get_locale_string_list (get_words (), group, "Keywords", language, NULL, NULL);

  return g_strdup (words && index < g_strv_length (words) ? words[index] : "");
}

/* Puts values for {name}, and so on: pairs of a name and a value, NULL at the end. What a value holds is not looked at
 * again: it may be a name that somebody typed. */
static char *
fill (const char *text, const char *const *values)
{
  GString *out = g_string_new (NULL);

  while (*text)
    {
      const char *end = *text == '{' ? strchr (text, '}') : NULL;
      const char *const *pair = values;

      while (end && *pair && (strlen (*pair) != (gsize) (end - text - 1) || strncmp (*pair, text + 1, strlen (*pair)) != 0))
        pair += 2;
      if (end && *pair)
        {
          g_string_append (out, pair[1]);
          text = end + 1;
        }
      else
        g_string_append_c (out, *text++);
    }
  return g_string_free (out, FALSE);
}

static char *
make_sentence (const char *group, const char *language, const char *name, const char *value)
{
  g_autofree char *text = get_text (group, "Comment", language);

  return fill (text, (const char *[]) { name, value, NULL });
}

static char *
make_day (GDateTime *moment, const char *language)
{
  g_autofree char *text = get_text ("day", "Comment", language);
  g_autofree char *weekday = get_word ("weekdays", g_date_time_get_day_of_week (moment) - 1, language);
  g_autofree char *month = get_word ("months", g_date_time_get_month (moment) - 1, language);
  g_autofree char *day = g_strdup_printf ("%d", g_date_time_get_day_of_month (moment));
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (moment));

  return fill (text, (const char *[]) { "weekday", weekday, "day", day, "month", month, "year", year, NULL });
}

static char *
make_offset (gint64 seconds)
{
  int minutes = ABS (seconds) / 60;

  if (minutes % 60 == 0)
    return g_strdup_printf ("UTC%s%d", seconds < 0 ? "−" : "+", minutes / 60);
  return g_strdup_printf ("UTC%s%d:%02d", seconds < 0 ? "−" : "+", minutes / 60, minutes % 60);
}

/* Who gets a mail, and so by which clock and in which language it says when */
typedef struct
{
  const char *language;
  const char *zone;
} Reader;

/* Of whom nobody knows where that is goes by the clock of the meeting. */
static Reader
get_reader (TdmOutboxMessage *message, const char *language)
{
  TdmPerson *person = tdm_outbox_message_get_person (message);
  const char *zone = person ? tdm_record_get_text (TDM_RECORD (person), TDM_PERSON_ZONE) : "";

  return (Reader) { language, *zone && tdm_zone_exists (zone) ? zone : NULL };
}

/* "Tuesday, 2 March 2027, 10:00 to 11:00 (Berlin time, UTC+1)" */
static char *
make_time (const char *zone, gint64 instant, gint64 minutes, const char *language)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *local = tdm_zone_from_utc (zone, instant, NULL);
  g_autoptr (GDateTime) start = local ? g_date_time_new_from_iso8601 (local, utc) : NULL;
  g_autoptr (GDateTime) end = start ? g_date_time_add_minutes (start, (int) minutes) : NULL;
  g_autofree char *text = get_text ("time", "Comment", language);
  g_autofree char *day = NULL, *from = NULL, *to = NULL, *city = NULL, *offset = NULL;

  g_return_val_if_fail (start != NULL, g_strdup (""));

  day = make_day (start, language);
  from = g_date_time_format (start, "%H:%M");
  to = g_date_time_format (end, "%H:%M");
  city = tdm_zone_city (zone, language);
  offset = make_offset (g_date_time_to_unix (start) - instant);
  return fill (text, (const char *[]) { "day", day, "start", from, "end", to, "city", city, "offset", offset, NULL });
}

/* By the clock of the reader; beside it, if that shows another time, by the one of the meeting */
static char *
make_when (const TdmSlot *slot, Reader reader)
{
  gint64 instant = tdm_zone_resolve (slot->zone, slot->local_start, NULL);
  g_autofree char *there = instant != 0 ? make_time (slot->zone, instant, slot->minutes, reader.language) : NULL;
  g_autofree char *local = reader.zone && there ? tdm_zone_from_utc (reader.zone, instant, NULL) : NULL;
  g_autofree char *here = NULL;

  if (!there)
    return g_strdup (slot->local_start);
  if (!local || g_str_equal (local, slot->local_start))
    return g_steal_pointer (&there);
  here = make_time (reader.zone, instant, slot->minutes, reader.language);
  return g_strconcat (here, " · ", there, NULL);
}

static void
add_line (GString *out, char *taken_line)
{
  g_string_append_printf (out, "%s\n", taken_line);
  g_free (taken_line);
}

/* The dates of a schedule that are ahead, from one on, in the order of its rule, without those that are off */
static void
add_dates (GString *out, const TdmSchedule *schedule, const char *from, gint64 since, Reader reader)
{
  g_autoptr (GPtrArray) dates = tdm_schedule_list_dates (schedule);
  guint n_said = 0;

  for (guint i = 0; i < dates->len && n_said < DATES_MOST; i++)
    {
      TdmSlot slot = tdm_schedule_get_slot (schedule, dates->pdata[i]);

      if ((from && strcmp (dates->pdata[i], from) < 0) || tdm_slot_get_end (&slot) < since)
        continue;
      add_line (out, make_when (&slot, reader));
      n_said++;
    }
  if (n_said == DATES_MOST)
    g_string_append (out, "…\n");
}

static void
add_place (GString *out, const char *place, const char *language)
{
  if (*place)
    add_line (out, make_sentence ("place", language, "place", place));
}

static void
add_people (GString *out, const TdmSchedule *schedule, const char *language)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < schedule->attendees->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((TdmScheduleAttendee *) schedule->attendees->pdata[i])->name);
  add_line (out, make_sentence ("people", language, "people", names->str));
}

static gboolean
is_same_time (TdmOutboxMessage *message)
{
  const char *original = tdm_outbox_message_get_step (message)->original;
  TdmSlot old = tdm_schedule_get_slot (tdm_outbox_message_get_before (message), original);
  TdmSlot new = tdm_schedule_get_slot (tdm_outbox_message_get_schedule (message), original);

  return tdm_slot_same_time (&old, &new);
}

static gboolean
is_same_place (TdmOutboxMessage *message)
{
  const char *original = tdm_outbox_message_get_step (message)->original;
  TdmSlot old = tdm_schedule_get_slot (tdm_outbox_message_get_before (message), original);
  TdmSlot new = tdm_schedule_get_slot (tdm_outbox_message_get_schedule (message), original);

  return g_str_equal (old.place, new.place);
}

/* Nothing of the series is left but what was: the rest is called off. */
static gboolean
is_called_off (TdmOutboxMessage *message)
{
  TdmStepKind kind = tdm_outbox_message_get_step (message)->kind;

  return kind == TDM_STEP_CANCEL ||
         (kind == TDM_STEP_UPDATE && tdm_schedule_is_over (tdm_outbox_message_get_schedule (message),
                                                           tdm_outbox_message_get_stamp (message)));
}

static const char *
get_update_group (TdmOutboxMessage *message)
{
  if (is_called_off (message))
    return "cancel";
  return tdm_schedule_equal (tdm_outbox_message_get_before (message), tdm_outbox_message_get_schedule (message))
           ? "again"
           : "update";
}

static const char *
get_reply_group (TdmReply reply)
{
  if (reply == TDM_REPLY_DECLINED)
    return "reply-declined";
  return reply == TDM_REPLY_TENTATIVE ? "reply-tentative" : "reply-accepted";
}

static const char *
get_group (TdmOutboxMessage *message)
{
  switch (tdm_outbox_message_get_step (message)->kind)
    {
    case TDM_STEP_INVITE:
      return "invitation";
    case TDM_STEP_UPDATE:
      return get_update_group (message);
    case TDM_STEP_CHANGE_DATE:
      return is_same_time (message) ? is_same_place (message) ? "change-details" : "change-place" : "change-time";
    case TDM_STEP_CANCEL_DATE:
      return "cancel-date";
    case TDM_STEP_CANCEL_REST:
      return "leave";
    case TDM_STEP_REPLY:
      return get_reply_group (tdm_outbox_message_get_reply (message));
    case TDM_STEP_CANCEL:
      break;
    }
  return tdm_outbox_message_is_for_one (message) ? "leave" : "cancel";
}

static const TdmSchedule *
get_schedule (TdmOutboxMessage *message)
{
  return tdm_outbox_message_get_method (message) == TDM_METHOD_CANCEL || is_called_off (message)
           ? tdm_outbox_message_get_before (message)
           : tdm_outbox_message_get_schedule (message);
}

static void
add_change (GString *out, TdmOutboxMessage *message, const char *language)
{
  const char *original = tdm_outbox_message_get_step (message)->original;
  TdmSlot old = tdm_schedule_get_slot (tdm_outbox_message_get_before (message), original);
  TdmSlot new = tdm_schedule_get_slot (tdm_outbox_message_get_schedule (message), original);
  g_autofree char *before = make_when (&old, get_reader (message, language));
  g_autofree char *now = make_when (&new, get_reader (message, language));

  if (is_same_time (message))
    g_string_append_printf (out, "%s\n", now);
  else
    {
      add_line (out, make_sentence ("now", language, "when", now));
      add_line (out, make_sentence ("before", language, "when", before));
    }
  add_place (out, new.place, language);
}

static void
add_content (GString *out, TdmOutboxMessage *message, const char *language)
{
  const TdmScheduleStep *step = tdm_outbox_message_get_step (message);
  const TdmSchedule *schedule = get_schedule (message);

  if (step->kind == TDM_STEP_CHANGE_DATE)
    add_change (out, message, language);
  else if (step->kind == TDM_STEP_CANCEL_DATE)
    {
      TdmSlot slot = tdm_schedule_get_slot (schedule, step->original);

      add_line (out, make_when (&slot, get_reader (message, language)));
    }
  else
    {
      add_dates (out, schedule, step->original, tdm_outbox_message_get_stamp (message), get_reader (message, language));
      add_place (out, schedule->first.place, language);
    }
  add_people (out, schedule, language);
}

/**
 * tdm_message_text_get_language:
 * @message: a message
 * @otherwise: the language of those of whom nobody knows it
 *
 * Returns: (transfer none): the language in which it is written, such as `de`: the first of its person
 */
const char *
tdm_message_text_get_language (TdmOutboxMessage *message, const char *otherwise)
{
  /* People write codes or names. */
  static const struct { const char *beginning; const char *language; } known[] = {
    { "de", "de" }, { "ger", "de" }, { "en", "en" },
  };
  TdmPerson *person = tdm_outbox_message_get_person (message);
  const char *languages = person ? tdm_record_get_text (TDM_RECORD (person), TDM_PERSON_LANGUAGES) : "";

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strncasecmp (languages, known[i].beginning, strlen (known[i].beginning)) == 0)
      return known[i].language;
  return g_ascii_strncasecmp (otherwise, "de", 2) == 0 ? "de" : "en";
}

/**
 * tdm_message_text_make_subject:
 * @message: a message that can go
 * @language: see tdm_message_text_get_language()
 *
 * Returns: (transfer full): the subject of its mail
 */
char *
tdm_message_text_make_subject (TdmOutboxMessage *message, const char *language)
{
  g_autofree char *text = get_text (get_group (message), "Name", language);
  const TdmSlot *slot = tdm_outbox_message_is_reply (message) ? tdm_outbox_message_get_slot (message)
                                                              : &get_schedule (message)->first;

  return fill (text, (const char *[]) { "title", slot->summary, NULL });
}

/* What is answered, and nothing that was written beside it */
static char *
make_reply (TdmOutboxMessage *message, const char *language)
{
  const TdmSlot *slot = tdm_outbox_message_get_slot (message);
  const char *name = tdm_outbox_message_get_from_name (message);
  GString *out = g_string_new (NULL);

  add_line (out, make_sentence ("greeting", language, "name", tdm_outbox_message_get_name (message)));
  g_string_append_c (out, '\n');
  add_line (out, make_sentence (get_group (message), language, "name", name));
  g_string_append_printf (out, "\n%s\n", slot->summary);
  add_line (out, make_when (slot, get_reader (message, language)));
  g_string_append_printf (out, "\n%s\n", name);
  return g_string_free (out, FALSE);
}

/**
 * tdm_message_text_make:
 * @message: a message that can go
 * @language: see tdm_message_text_get_language()
 *
 * Returns: (transfer full): what its mail says: to whom, what it is about, when with date, time and zone in words,
 *   where, who, and what to do
 */
char *
tdm_message_text_make (TdmOutboxMessage *message, const char *language)
{
  const TdmSchedule *schedule;
  GString *out;

  if (tdm_outbox_message_is_reply (message))
    return make_reply (message, language);
  schedule = get_schedule (message);
  out = g_string_new (NULL);
  add_line (out, make_sentence ("greeting", language, "name", tdm_outbox_message_get_name (message)));
  g_string_append_c (out, '\n');
  add_line (out, make_sentence (get_group (message), language, "organizer",
                                *schedule->organizer_name ? schedule->organizer_name : schedule->organizer_email));
  g_string_append_c (out, '\n');
  add_content (out, message, language);
  if (tdm_outbox_message_get_step (message)->asks)
    {
      g_string_append_c (out, '\n');
      add_line (out, get_text ("answer", "Comment", language));
    }
  g_string_append_printf (out, "\n%s\n", schedule->organizer_name);
  return g_string_free (out, FALSE);
}
