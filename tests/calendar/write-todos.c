/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "calendar/tdm-todo-writer.h"
#include "fixture.h"
#include "todo-fixture.h"

/* Writes the goals of the fixture as a calendar file, for other programs to read: `write-todos FILE`. */

int
main (int argc, char *argv[])
{
  g_autoptr (TdmPair) pair = fixture_pair_new ("Zoë \"Z\" Öztürk, M.A.", "Bo Chen");
  g_autoptr (GPtrArray) goals = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 2);
  g_object_set (tdm_pair_get_mentee (pair), "email", "zoe@example.org", NULL);
  g_object_set (pair, "started-on", "2026-03-02", NULL);
  goals = todo_goals_new (pair);
  bytes = tdm_todo_write (goals, STAMP);
  g_file_set_contents (argv[1], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return 0;
}
