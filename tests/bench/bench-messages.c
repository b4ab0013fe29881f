/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bench.h"

#include "base/tdm-clock.h"
#include "delivery/tdm-hand-over.h"
#include "messages/tdm-outbox-message.h"
#include "bench-fixture.h"

/* Working out and writing what people need after one meeting of each of 1,000 series was moved, against a loop of plain
 * libical that writes the same bytes: a message to each of the two. */

static void
commit (BenchFixture *self, TdmEdit *taken_edit)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  tdm_workspace_commit_async (self->workspace, taken_edit, tdm_test_result_cb, &result);
  label = tdm_test_finish_change (self->workspace, &result, &error);
  g_assert_no_error (error);
}

/* Everybody knows all of it. */
static void
hand_over_all (BenchFixture *self)
{
  TdmEdit *edit = tdm_hand_over_edit_new ();

  for (guint i = 0; i < self->series->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) messages = tdm_outbox_message_retell (self->series->pdata[i], &error);

      g_assert_no_error (error);
      for (guint j = 0; j < messages->len; j++)
        tdm_hand_over_succeed (edit, messages->pdata[j], TDM_CHANNEL_FILE, NULL, BENCH_STAMP);
    }
  commit (self, edit);
}

static TdmMeeting *
find_ahead (TdmSeries *series)
{
  GListModel *meetings = tdm_pair_get_meetings (tdm_series_get_pair (series));

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);

      if (tdm_meeting_get_series (meeting) == series && tdm_meeting_get_start (meeting) > BENCH_STAMP &&
          tdm_meeting_get_state (meeting) <= TDM_MEETING_STATE_INVITED)
        return meeting;
    }
  g_error ("A series has no meeting ahead.");
}

/* One hour later */
static void
move_one_of_each (BenchFixture *self)
{
  TdmEdit *edit = tdm_edit_new ("Meetings moved");

  for (guint i = 0; i < self->series->len; i++)
    {
      TdmMeeting *meeting = find_ahead (self->series->pdata[i]);
      TdmRecord *draft = tdm_edit_update (edit, meeting);
      const char *start = tdm_meeting_get_local_start (meeting);
      g_autofree char *later = g_strdup_printf ("%.11s%02d%s", start, atoi (start + 11) + 1, start + 13);

      tdm_record_set_text (draft, TDM_MEETING_LOCAL_START, later);
      tdm_record_set_integer (draft, TDM_MEETING_START, tdm_meeting_get_start (meeting) + 3600);
    }
  commit (self, edit);
}

/* For each message a function is called that takes the bytes over. */
static void
write_all (BenchFixture *self, void (*take) (GBytes *bytes, gpointer data), gpointer data)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      g_autoptr (GPtrArray) messages = tdm_outbox_message_collect (self->series->pdata[i]);

      for (guint j = 0; j < messages->len; j++)
        {
          g_autoptr (GError) error = NULL;
          GBytes *bytes = tdm_outbox_message_write (messages->pdata[j], &error);

          g_assert_no_error (error);
          take (bytes, data);
        }
    }
}

static void
keep (GBytes *bytes, gpointer data)
{
  g_ptr_array_add (data, bytes);
}

static void
forget (GBytes *bytes, gpointer data)
{
  g_bytes_unref (bytes);
}

static void
measure (BenchFixture *self, BenchFigures *figures)
{
  double start = bench_now ();

  for (guint i = 0; i < self->invitations->len; i++)
    g_string_free (bare_invitation_build (self->invitations->pdata[i]), TRUE);
  bench_add (figures->baseline, start);
  start = bench_now ();
  write_all (self, forget, NULL);
  bench_add (figures->tandem, start);
}

/* What the baseline writes, read from what Tandem writes */
static void
read_messages (BenchFixture *self)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  write_all (self, keep, written);
  g_assert_cmpuint (written->len, ==, 2 * BENCH_INVITATIONS);
  for (guint i = 0; i < written->len; i++)
    g_ptr_array_add (self->invitations, bench_read (written->pdata[i]));
}

static void
check_same (BenchFixture *self)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  write_all (self, keep, written);
  for (guint i = 0; i < self->invitations->len; i++)
    {
      g_autoptr (GString) bare = bare_invitation_build (self->invitations->pdata[i]);
      g_autofree char *text = g_strndup (g_bytes_get_data (written->pdata[i], NULL),
                                         g_bytes_get_size (written->pdata[i]));
      g_autofree char *lines = bench_unfold (text), *bare_lines = bench_unfold (bare->str);

      if (!g_str_equal (lines, bare_lines))
        g_error ("Message %u differs. Tandem:\n%s\nThe baseline:\n%s", i, text, bare->str);
    }
}

void
bench_messages (BenchFigures *figures, const char *path, guint n_rounds)
{
  BenchFixture fixture = { 0 };

  tdm_clock_freeze (BENCH_STAMP);
  bench_fixture_set_up (&fixture, path);
  hand_over_all (&fixture);
  move_one_of_each (&fixture);
  read_messages (&fixture);
  check_same (&fixture);
  for (guint i = 0; i < n_rounds; i++)
    measure (&fixture, figures);
  bench_fixture_tear_down (&fixture);
}
