/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-message-text.h"

#include "calendar/tdm-schedule-step.h"
#include "calendar/tdm-zone-city.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-languages.h"
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

      while (end && *pair &&
             (strlen (*pair) != (gsize) (end - text - 1) || strncmp (*pair, text + 1, strlen (*pair)) != 0))
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

/* Who gets a mail, and so by which clock and in which language it says when */
typedef struct
{
  const char *language;
  const char *zone;
} Reader;

/* A person without a zone goes by the clock of the meeting. */
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
  g_autofree char *day_text = get_text ("day", "Comment", language);
  g_autofree char *text = get_text ("time", "Comment", language);
  g_autofree char *weekday = NULL, *month = NULL, *number = NULL, *year = NULL, *day = NULL;
  g_autofree char *from = NULL, *to = NULL, *city = NULL;
  g_autoptr (GString) offset = g_string_new ("UTC");
  gint64 east;

  g_return_val_if_fail (start != NULL, g_strdup (""));

  weekday = get_word ("weekdays", g_date_time_get_day_of_week (start) - 1, language);
  month = get_word ("months", g_date_time_get_month (start) - 1, language);
  number = g_date_time_format (start, "%-d");
  year = g_date_time_format (start, "%Y");
  day = fill (day_text, (const char *[]) { "weekday", weekday, "day", number, "month", month, "year", year, NULL });

  from = g_date_time_format (start, "%H:%M");
  to = g_date_time_format (end, "%H:%M");
  city = tdm_zone_city (zone, language);
  east = (g_date_time_to_unix (start) - instant) / 60;
  g_string_append_printf (offset, "%s%d", east < 0 ? "−" : "+", (int) ABS (east) / 60);
  if (east % 60 != 0)
    g_string_append_printf (offset, ":%02d", (int) ABS (east) % 60);
  return fill (text, (const char *[]) { "day", day, "start", from, "end", to, "city", city, "offset", offset->str,
                                        NULL });
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

/* As many of the dates ahead as one reads */
static void
add_dates (GString *out, const TdmSchedule *schedule, const char *from, gint64 since, Reader reader)
{
  g_autoptr (GPtrArray) dates = tdm_schedule_list_ahead (schedule, from, since);

  for (guint i = 0; i < MIN (dates->len, DATES_MOST); i++)
    {
      TdmSlot slot = tdm_schedule_get_slot (schedule, dates->pdata[i]);

      add_line (out, make_when (&slot, reader));
    }
  if (dates->len >= DATES_MOST)
    g_string_append (out, "…\n");
}

/* What a message about one date is about, as it was and as it is */
static void
get_slots (TdmOutboxMessage *message, TdmSlot *old, TdmSlot *new)
{
  const char *original = tdm_outbox_message_get_step (message)->original;

  *old = tdm_schedule_get_slot (tdm_outbox_message_get_before (message), original);
  *new = tdm_schedule_get_slot (tdm_outbox_message_get_schedule (message), original);
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
get_group (TdmOutboxMessage *message)
{
  static const char *const replies[] = {
    [TDM_REPLY_ACCEPTED] = "reply-accepted",
    [TDM_REPLY_TENTATIVE] = "reply-tentative",
    [TDM_REPLY_DECLINED] = "reply-declined",
  };
  TdmSlot old, new;

  switch (tdm_outbox_message_get_step (message)->kind)
    {
    case TDM_STEP_INVITE:
      return "invitation";
    case TDM_STEP_UPDATE:
      if (is_called_off (message))
        return "cancel";
      return tdm_schedule_equal (tdm_outbox_message_get_before (message), tdm_outbox_message_get_schedule (message))
               ? "again"
               : "update";
    case TDM_STEP_CHANGE_DATE:
      get_slots (message, &old, &new);
      if (!tdm_slot_same_time (&old, &new))
        return "change-time";
      return g_str_equal (old.place, new.place) ? "change-details" : "change-place";
    case TDM_STEP_CANCEL_DATE:
      return "cancel-date";
    case TDM_STEP_CANCEL_REST:
      return tdm_outbox_message_is_optional (message) ? "leave-optional" : "leave";
    case TDM_STEP_REPLY:
      return replies[tdm_outbox_message_get_reply (message)];
    case TDM_STEP_CANCEL:
      break;
    }
  if (!tdm_outbox_message_is_for_one (message))
    return "cancel";
  return tdm_outbox_message_is_optional (message) ? "leave-optional" : "leave";
}

static const TdmSchedule *
get_schedule (TdmOutboxMessage *message)
{
  return tdm_outbox_message_get_method (message) == TDM_METHOD_CANCEL || is_called_off (message)
           ? tdm_outbox_message_get_before (message)
           : tdm_outbox_message_get_schedule (message);
}

static void
add_content (GString *out, TdmOutboxMessage *message, const char *language)
{
  const TdmScheduleStep *step = tdm_outbox_message_get_step (message);
  const TdmSchedule *schedule = get_schedule (message);
  const Reader reader = get_reader (message, language);
  g_autoptr (GString) names = g_string_new (NULL);
  TdmSlot old, slot = schedule->first;

  if (step->kind == TDM_STEP_CHANGE_DATE)
    {
      g_autofree char *before = NULL, *now = NULL;

      get_slots (message, &old, &slot);
      before = make_when (&old, reader);
      now = make_when (&slot, reader);
      if (tdm_slot_same_time (&old, &slot))
        g_string_append_printf (out, "%s\n", now);
      else
        {
          add_line (out, make_sentence ("now", language, "when", now));
          add_line (out, make_sentence ("before", language, "when", before));
        }
    }
  else if (step->kind == TDM_STEP_CANCEL_DATE)
    {
      slot = tdm_schedule_get_slot (schedule, step->original);
      add_line (out, make_when (&slot, reader));
    }
  else
    add_dates (out, schedule, step->original, tdm_outbox_message_get_stamp (message), reader);

  if (step->kind != TDM_STEP_CANCEL_DATE && *slot.place)
    add_line (out, make_sentence ("place", language, "place", slot.place));
  for (guint i = 0; i < schedule->attendees->len; i++)
    {
      const TdmScheduleAttendee *attendee = schedule->attendees->pdata[i];

      if (!attendee->is_optional)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", attendee->name);
    }
  add_line (out, make_sentence ("people", language, "people", names->str));
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
  TdmPerson *person = tdm_outbox_message_get_person (message);
  TdmLanguage first = person ? tdm_languages_get_first (tdm_record_get_text (TDM_RECORD (person), TDM_PERSON_LANGUAGES))
                             : TDM_LANGUAGE_OF_COMPUTER;

  if (first != TDM_LANGUAGE_OF_COMPUTER)
    return first == TDM_LANGUAGE_DE ? "de" : "en";
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
  GString *out = g_string_new (NULL);

  add_line (out, make_sentence ("greeting", language, "name", tdm_outbox_message_get_name (message)));
  g_string_append_c (out, '\n');
  if (tdm_outbox_message_is_reply (message))
    {
      /* What is answered, and nothing that was written beside it */
      const TdmSlot *slot = tdm_outbox_message_get_slot (message);

      add_line (out, make_sentence (get_group (message), language, "name", tdm_outbox_message_get_from_name (message)));
      g_string_append_printf (out, "\n%s\n", slot->summary);
      add_line (out, make_when (slot, get_reader (message, language)));
      g_string_append_printf (out, "\n%s\n", tdm_outbox_message_get_from_name (message));
    }
  else
    {
      const TdmSchedule *schedule = get_schedule (message);
      const char *name = schedule->organizer_name;

      add_line (out, make_sentence (get_group (message), language, "organizer",
                                    *name ? name : schedule->organizer_email));
      if (tdm_outbox_message_is_optional (message) && tdm_outbox_message_get_method (message) == TDM_METHOD_REQUEST &&
          !is_called_off (message))
        add_line (out, get_text ("optional", "Comment", language));
      g_string_append_c (out, '\n');
      add_content (out, message, language);
      if (tdm_outbox_message_get_step (message)->asks && !tdm_outbox_message_is_optional (message))
        {
          g_string_append_c (out, '\n');
          add_line (out, get_text ("answer", "Comment", language));
        }
      g_string_append_printf (out, "\n%s\n", name);
    }
  return g_string_free (out, FALSE);
}
