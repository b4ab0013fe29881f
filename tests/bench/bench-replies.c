/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bench.h"

#include "base/tdm-clock.h"
#include "inbox/inbox-fixture.h"
#include "bare-reply.h"
#include "bench-fixture.h"

/* Taking over 10,000 answers out of mailboxes, against 1,000 of them and against a loop that only parses the same mails
 * with GMime and libical: nothing may grow faster than the number of answers. */

#define MANY 10000
#define FEW 1000

static const char *const zone =
  "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nX-LIC-LOCATION:Europe/Berlin\r\nBEGIN:DAYLIGHT\r\nTZNAME:CEST\r\n"
  "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19810329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"
  "END:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
  "DTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

static char *
make_mail (TdmMeeting *meeting, TdmPerson *person)
{
  TdmSeries *series = tdm_meeting_get_series (meeting);
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (tdm_meeting_get_start (meeting));
  const char *original = tdm_meeting_get_recurrence_id (meeting);
  const char *email = tdm_person_get_email (person), *name = tdm_person_get_name (person);
  g_autofree char *compact = g_strdup_printf ("%.4s%.2s%.5s%.2s%.2s", original, original + 5, original + 8,
                                              original + 14, original + 17);
  g_autofree char *local = g_date_time_format (start, "%Y%m%dT%H%M%SZ");
  g_autofree char *calendar = g_strdup_printf (
    "BEGIN:VCALENDAR\r\nPRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\n%s"
    "BEGIN:VEVENT\r\nDTSTAMP:20260716T100000Z\r\nUID:%s\r\nSEQUENCE:99\r\nSUMMARY:Tandem\r\nSTATUS:CONFIRMED\r\n"
    "ATTENDEE;CN=\"%s\";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:%s\r\n"
    "RECURRENCE-ID;TZID=%s:%s\r\nDTSTART:%s\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    zone, tdm_record_get_uid (TDM_RECORD (series)), name, email, tdm_series_get_zone (series), compact, local);
  g_autofree char *mail = inbox_mail_thunderbird (calendar, email);

  return g_strdup_printf ("From %s Thu Jul 16 10:00:00 2026\n%s\n", email, mail);
}

static TdmMeeting *
find_open (TdmSeries *series, guint index)
{
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (series));

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_series (meeting) == series && *tdm_meeting_get_recurrence_id (meeting) &&
          tdm_meeting_get_state (meeting) <= TDM_MEETING_STATE_INVITED && index-- == 0)
        return meeting;
    }
  return NULL;
}

static void
add_mails (GPtrArray *mails, TdmSeries *series, guint index)
{
  TdmMeeting *meeting = find_open (series, index);
  TdmPair *pair = tdm_series_get_pair (series);

  if (!meeting || mails->len + 2 > MANY)
    return;
  g_ptr_array_add (mails, make_mail (meeting, tdm_pair_get_mentee (pair)));
  g_ptr_array_add (mails, make_mail (meeting, tdm_pair_get_mentor (pair)));
}

/* About as many dates as there are answers, of many series: so it is after a round has begun. */
static GPtrArray *
make_mails (BenchFixture *self)
{
  GPtrArray *mails = g_ptr_array_new_with_free_func (g_free);

  for (guint index = 0; index < 20; index++)
    for (guint i = 0; i < self->series->len; i++)
      add_mails (mails, self->series->pdata[i], index);
  if (mails->len < MANY)
    g_error ("The file has only meetings for %u answers.", mails->len);
  return mails;
}

/* Mailboxes of a thousand */
static GPtrArray *
write_mailboxes (BenchFixture *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) mails = make_mails (self);

  for (guint i = 0; i < MANY; i += FEW)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *name = g_strdup_printf ("%u.mbox", i);
      g_autofree char *path = g_build_filename (self->out, name, NULL);
      g_autoptr (GError) error = NULL;

      for (guint j = i; j < i + FEW; j++)
        g_string_append (text, mails->pdata[j]);
      g_file_set_contents (path, text->str, text->len, &error);
      g_assert_no_error (error);
      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  return files;
}

static void
finish_change (BenchFixture *self, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_test_finish_change (self->workspace, result, &error);

  g_assert_no_error (error);
}

static void
take_over (BenchFixture *self, GPtrArray *files, guint n)
{
  g_autoptr (GAsyncResult) read = NULL;
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  tdm_inbox_read_async (self->workspace, files, NULL, tdm_test_result_cb, &read);
  items = tdm_inbox_read_finish (self->workspace, tdm_test_wait (&read), &error);
  g_assert_no_error (error);
  if (tdm_inbox_count_sure (items) != n)
    g_error ("%u of %u answers are sure; the first is: %s", tdm_inbox_count_sure (items), n,
             tdm_inbox_item_get_text (items->pdata[0]));
  tdm_workspace_commit_async (self->workspace, tdm_inbox_apply (self->workspace, items), tdm_test_result_cb, &result);
  finish_change (self, &result);
}

/* With new answers each time: what was taken over is taken back, and that is not measured. */
static void
measure (BenchFixture *self, GPtrArray *files, guint n, GArray *times)
{
  double start = bench_now ();
  GAsyncResult *result = NULL;

  take_over (self, files, n);
  bench_add (times, start);
  tdm_workspace_undo_async (self->workspace, tdm_test_result_cb, &result);
  finish_change (self, &result);
}

static void
measure_bare (GPtrArray *files, GArray *times)
{
  double start = bench_now ();
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    n += bare_reply_count (g_file_peek_path (files->pdata[i]));
  bench_add (times, start);
  g_assert_cmpuint (n, ==, MANY);
}

void
bench_replies (BenchFigures *figures, const char *path, guint n_rounds)
{
  BenchFixture fixture = { 0 };
  g_autoptr (GPtrArray) files = NULL, few = g_ptr_array_new ();

  tdm_clock_freeze (BENCH_STAMP);
  bench_fixture_set_up (&fixture, path);
  files = write_mailboxes (&fixture);
  g_ptr_array_add (few, files->pdata[0]);
  for (guint i = 0; i < n_rounds; i++)
    {
      measure (&fixture, few, FEW, figures[0].baseline);
      measure (&fixture, files, MANY, figures[0].tandem);
      g_array_append_val (figures[1].tandem, g_array_index (figures[0].tandem, double, i));
      measure_bare (files, figures[1].baseline);
    }
  bench_fixture_tear_down (&fixture);
}
