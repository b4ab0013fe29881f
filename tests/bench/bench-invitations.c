/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bench.h"

#include "base/tdm-clock.h"
#include "calendar/tdm-invitation.h"
#include "delivery/tdm-export.h"
#include "bench-fixture.h"

/* Exporting 1,000 invitations against a loop of plain libical that writes the same lines into files of the same names
 * in the same way, folded as libical folds; and building them only. */

static void
build_all (BenchFixture *self, BenchFigures *figures)
{
  double start = bench_now ();

  for (guint i = 0; i < self->series->len; i++)
    g_bytes_unref (bench_build (self->series->pdata[i]));
  bench_add (figures->tandem, start);
}

static void
build_all_bare (BenchFixture *self, BenchFigures *figures)
{
  double start = bench_now ();

  for (guint i = 0; i < self->invitations->len; i++)
    g_string_free (bare_invitation_build (self->invitations->pdata[i]), TRUE);
  bench_add (figures->baseline, start);
}

static void
write_all (BenchFixture *self, BenchFigures *figures)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->out);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  double start = bench_now ();
  int n_written;

  tdm_export_folder_async (self->workspace, self->series, folder, NULL, NULL, NULL, tdm_test_result_cb, &result);
  n_written = tdm_export_finish (self->workspace, tdm_test_wait (&result), NULL, &error);
  bench_add (figures->tandem, start);
  g_assert_no_error (error);
  g_assert_cmpint (n_written, ==, BENCH_INVITATIONS);
}

static void
write_bare (BenchFixture *self, guint i)
{
  g_autofree char *name = tdm_invitation_file_name (self->series->pdata[i]);
  g_autofree char *path = g_build_filename (self->bare_out, name, NULL);
  g_autoptr (GString) text = bare_invitation_build (self->invitations->pdata[i]);
  g_autoptr (GError) error = NULL;

  /* Flushed, as what is remembered as handed over has to be */
  g_file_set_contents_full (path, text->str, text->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                            0666, &error);
  g_assert_no_error (error);
}

static void
write_all_bare (BenchFixture *self, BenchFigures *figures)
{
  double start = bench_now ();

  for (guint i = 0; i < self->invitations->len; i++)
    write_bare (self, i);
  bench_add (figures->baseline, start);
}

static void
check_same (BenchFixture *self)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      g_autofree char *name = tdm_invitation_file_name (self->series->pdata[i]);
      g_autofree char *path = g_build_filename (self->out, name, NULL);
      g_autofree char *bare_path = g_build_filename (self->bare_out, name, NULL);
      g_autofree char *text = NULL, *bare_text = NULL, *lines = NULL, *bare_lines = NULL;

      if (!g_file_get_contents (path, &text, NULL, NULL) || !g_file_get_contents (bare_path, &bare_text, NULL, NULL))
        g_error ("%s is missing.", name);
      lines = bench_unfold (text);
      bare_lines = bench_unfold (bare_text);
      if (!g_str_equal (lines, bare_lines))
        g_error ("%s differs. Tandem:\n%s\nThe baseline:\n%s", name, text, bare_text);
    }
}

void
bench_invitations (BenchFigures *figures, const char *path, guint n_rounds)
{
  tdm_clock_freeze (BENCH_STAMP);
  for (guint i = 0; i < n_rounds; i++)
    {
      BenchFixture fixture = { 0 };

      /* A fresh copy each time, for exporting changes the file. */
      bench_fixture_set_up (&fixture, path);
      bench_fixture_read_invitations (&fixture);
      build_all_bare (&fixture, &figures[1]);
      build_all (&fixture, &figures[1]);
      write_all_bare (&fixture, &figures[0]);
      write_all (&fixture, &figures[0]);
      check_same (&fixture);
      bench_fixture_tear_down (&fixture);
    }
}
