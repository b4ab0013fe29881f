/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "inbox/inbox-fixture.h"

/* How much is looked at to find out which of the goals that come in are here already */

#define GOALS_MANY 300
#define FILES_MORE 10

/* Everything of a programme is read from lists: what is taken out of them is the work. The linker puts this in place of
 * the function of GLib. */
static int n_taken_out;

gpointer __real_g_list_model_get_item (GListModel *list, guint position);
gpointer __wrap_g_list_model_get_item (GListModel *list, guint position);

gpointer
__wrap_g_list_model_get_item (GListModel *list, guint position)
{
  g_atomic_int_inc (&n_taken_out);
  return __real_g_list_model_get_item (list, position);
}

static void
add_many_goals (InboxFixture *self)
{
  g_autoptr (TdmEdit) edit = tdm_edit_new ("Many goals");

  for (guint i = 0; i < GOALS_MANY; i++)
    {
      TdmRecord *goal = tdm_edit_insert (edit, TDM_TYPE_GOAL);

      tdm_record_set_link (goal, TDM_GOAL_PAIR, self->programme.pair);
      tdm_record_set_text (goal, TDM_GOAL_TITLE, "Moderate");
    }
  tdm_workspace_commit_async (self->programme.workspace, g_steal_pointer (&edit), tdm_test_result_cb,
                              &self->programme.result);
  tdm_test_programme_finish (&self->programme, "Many goals");
}

/* How much is looked at to match so many files, a goal in each */
static int
count_work (InboxFixture *self, guint n_files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_auto (GStrv) names = NULL;
  int before = g_atomic_int_get (&n_taken_out);

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.ics", i);
      g_autofree char *text =
        g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VTODO\r\nUID:far-away-%u\r\n"
                         "SUMMARY:a\r\nEND:VTODO\r\nEND:VCALENDAR\r\n", i);

      inbox_save (self, name, text);
      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  items = inbox_read_files (self, (const char *const *) names);
  g_assert_cmpuint (items->len, ==, n_files);
  for (guint i = 0; i < n_files; i++)
    inbox_expect (items, i, TDM_INBOX_GOALS, "1 goal: 1 new");
  return g_atomic_int_get (&n_taken_out) - before;
}

/* However many files come in, all goals that are here are looked at once. */
static void
test_more_files_look_at_no_more_goals (InboxFixture *self, gconstpointer data)
{
  int for_one, for_more;

  add_many_goals (self);
  /* The first time, all is loaded. */
  count_work (self, 1);
  for_one = count_work (self, 1);
  for_more = count_work (self, 1 + FILES_MORE);
  g_test_message ("%d for 1 file, %d for %d files", for_one, for_more, 1 + FILES_MORE);
  g_assert_cmpint (for_one, >=, GOALS_MANY);
  g_assert_cmpint (for_more - for_one, <, GOALS_MANY);
}

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);
  g_test_add ("/goal-matching/more-files-look-at-no-more-goals", InboxFixture, NULL, inbox_set_up,
              test_more_files_look_at_no_more_goals, inbox_tear_down);
  return g_test_run ();
}
