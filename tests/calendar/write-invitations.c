/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-recurrence.h"
#include "calendar/tdm-zone.h"
#include "fixture.h"

/* Writes invitations of many shapes into a folder, for other programs to read, and what they must find there:
 * `expected.tsv` has a line a file with the name, the zone, the sequence, the addresses and, for every meeting, its
 * first and last second, UTC, and its start on the clocks. */

typedef struct
{
  const char *folder;
  GString *expected;
  guint n;
} Output;

typedef struct
{
  const char *name;
  const char *rule;
  const char *start;
  int minutes;
} Shape;

/* Each crosses both changes of the clocks, north and south of the equator. */
static const Shape shapes[] = {
  { "weekly", "FREQ=WEEKLY;BYDAY=TU;COUNT=60", "2026-02-03T10:00:00", 60 },
  { "every-2-weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=30", "2026-02-06T09:30:00", 45 },
  { "every-3-weeks", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU;COUNT=20", "2026-02-08T23:15:00", 30 },
  { "first-tuesday", "FREQ=MONTHLY;BYDAY=1TU;COUNT=14", "2026-02-03T00:00:00", 60 },
  { "second-wednesday", "FREQ=MONTHLY;BYDAY=2WE;COUNT=14", "2026-02-11T07:00:00", 30 },
  { "third-thursday", "FREQ=MONTHLY;BYDAY=3TH;COUNT=14", "2026-02-19T12:00:00", 45 },
  { "fourth-sunday", "FREQ=MONTHLY;BYDAY=4SU;COUNT=14", "2026-02-22T15:00:00", 60 },
  { "last-friday", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=14", "2026-02-27T18:30:00", 60 },
  { "last-sunday", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SU;COUNT=12", "2026-01-25T08:00:00", 60 },
  { "day-1", "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=14", "2026-02-01T10:00:00", 60 },
  { "day-15", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15;COUNT=8", "2026-02-15T10:00:00", 30 },
  { "day-28", "FREQ=MONTHLY;BYMONTHDAY=28;COUNT=14", "2026-02-28T10:00:00", 45 },
  { "last-day", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=14", "2026-01-31T10:00:00", 60 },
  { "once", "", "2026-07-14T10:00:00", 60 },
};

/* The last three have clocks that follow no rule in 2026. */
static const char *const zones[] = {
  "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "Europe/Dublin",
  "America/Vancouver", "Africa/Casablanca", "Africa/Cairo",
};

static void
write_file (Output *self, const char *name, const char *content, gssize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_file_set_contents (path, content, size, &error);
  g_assert_no_error (error);
}

static void
write_invitation (Output *self, const char *name, TdmSeries *series, GListStore *meetings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fixture_invitation_new (series, meetings, &error);

  g_assert_no_error (error);
  write_file (self, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
expect_meeting (Output *self, TdmMeeting *meeting)
{
  g_autoptr (GError) error = NULL;
  gint64 start = tdm_zone_to_utc (tdm_meeting_get_zone (meeting), tdm_meeting_get_local_start (meeting), &error);

  g_assert_no_error (error);
  if (tdm_record_get_integer (TDM_RECORD (meeting), TDM_MEETING_STATE) == TDM_MEETING_STATE_CANCELLED)
    return;
  g_string_append_printf (self->expected, "\t%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%s", start,
                          start + 60 * tdm_meeting_get_minutes (meeting), tdm_meeting_get_local_start (meeting));
}

static void
expect (Output *self, const char *name, TdmSeries *series, GListStore *meetings)
{
  TdmPair *pair = tdm_series_get_pair (series);

  g_string_append_printf (self->expected, "%s\t%s\t%" G_GINT64_FORMAT "\t%s\t%s", name, tdm_series_get_zone (series),
                          tdm_series_get_sequence (series), tdm_person_get_email (tdm_pair_get_mentee (pair)),
                          tdm_person_get_email (tdm_pair_get_mentor (pair)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (meetings)); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (G_LIST_MODEL (meetings), i);

      expect_meeting (self, meeting);
    }
  g_string_append_c (self->expected, '\n');
}

static GListStore *
plan (TdmSeries *series)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmRecurrence) recurrence = tdm_recurrence_parse (tdm_series_get_rule (series), &error);
  g_auto (GStrv) dates = tdm_recurrence_expand (recurrence, tdm_series_get_local_start (series), &error);
  GListStore *meetings = g_list_store_new (TDM_TYPE_MEETING);

  g_assert_no_error (error);
  for (char **date = dates; *date; date++)
    {
      g_autoptr (TdmMeeting) meeting = fixture_meeting_new (series, *date, *date);

      g_list_store_append (meetings, meeting);
    }
  return meetings;
}

static TdmMeeting *
get_meeting (GListStore *meetings, guint i)
{
  g_autoptr (TdmMeeting) meeting = g_list_model_get_item (G_LIST_MODEL (meetings), i);

  return meeting;
}

/* The third moved to the next day at another hour, the fourth longer, the first and the sixth cancelled */
static void
change (TdmSeries *series, GListStore *meetings)
{
  TdmMeeting *moved = get_meeting (meetings, 2);
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) later = NULL;
  g_autofree char *utc = g_strconcat (tdm_meeting_get_local_start (moved), "Z", NULL);
  g_autofree char *local = NULL;

  start = g_date_time_new_from_iso8601 (utc, NULL);
  later = g_date_time_add_hours (start, 29);
  local = g_date_time_format (later, "%Y-%m-%dT%H:%M:%S");
  g_object_set (moved, "local-start", local, "place", "Canteen", NULL);
  g_object_set (get_meeting (meetings, 3), "minutes", (gint64) 90, NULL);
  g_object_set (get_meeting (meetings, 0), "state", TDM_MEETING_STATE_CANCELLED, NULL);
  g_object_set (get_meeting (meetings, 5), "state", TDM_MEETING_STATE_CANCELLED, NULL);
  g_object_set (series, "sequence", (gint64) 3, NULL);
}

static void
write_shape (Output *self, const Shape *shape, const char *zone, gboolean changed)
{
  g_autoptr (TdmPair) pair = fixture_pair_new ("Zoë \"Z\" Öztürk, M.A.", "Bo Chen");
  g_autoptr (TdmSeries) series = fixture_series_new (pair, shape->rule, zone, shape->start, shape->minutes);
  g_autoptr (GListStore) meetings = plan (series);
  g_autofree char *name = g_strdup_printf ("%03u-%s%s.ics", self->n++, shape->name, changed ? "-changed" : "");

  g_object_set (tdm_pair_get_mentee (pair), "email", "zoe@example.org", NULL);
  if (changed)
    change (series, meetings);
  write_invitation (self, name, series, meetings);
  expect (self, name, series, meetings);
}

int
main (int argc, char *argv[])
{
  Output output = { argv[1], g_string_new (NULL), 0 };

  g_assert_cmpint (argc, ==, 2);
  for (guint zone = 0; zone < G_N_ELEMENTS (zones); zone++)
    for (guint shape = 0; shape < G_N_ELEMENTS (shapes); shape++)
      {
        write_shape (&output, &shapes[shape], zones[zone], FALSE);
        if (*shapes[shape].rule)
          write_shape (&output, &shapes[shape], zones[zone], TRUE);
      }
  write_file (&output, "expected.tsv", output.expected->str, -1);
  g_string_free (output.expected, TRUE);
  return 0;
}
