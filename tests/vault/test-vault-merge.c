/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "vault/tdm-vault-error.h"
#include "vault-fixture.h"

/* Notes of two files that become one: a backup that comes back, or what was written on another computer. */

typedef struct
{
  Vault here;
  Vault there;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  vault_set_up (&self->here, data);
  vault_set_up (&self->there, data);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  vault_tear_down (&self->here, data);
  vault_tear_down (&self->there, data);
}

/* From now on the other file is a copy of what is here now. */
static void
part (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  vault_close (&self->there);
  g_free (self->there.path);
  self->there.path = tdm_test_folder_join (&self->there.folder, "copy.vault");
  tdm_vault_file_back_up (self->here.file, self->there.path, &error);
  g_assert_no_error (error);
  vault_reopen (&self->there);
}

static TdmVaultMerge
merge (TdmVaultFile *to, TdmVaultFile *from)
{
  g_autoptr (GError) error = NULL;
  TdmVaultMerge done;

  tdm_vault_file_merge (to, from, &done, &error);
  g_assert_no_error (error);
  return done;
}

static guint
count (Vault *vault)
{
  g_autoptr (GPtrArray) notes = tdm_vault_file_list (vault->file, NULL);

  return notes->len;
}

static guint
count_earlier (Vault *vault, const char *uid)
{
  g_autoptr (GPtrArray) notes = tdm_vault_file_list_earlier (vault->file, uid, NULL);

  return notes->len;
}

static void
expect_text (Vault *vault, TdmVaultNote *note, const char *expected)
{
  g_autofree char *text = vault_read (vault, note->uid);

  g_assert_cmpstr (text, ==, expected);
}

static TdmVaultNote *
read_again (Vault *vault, TdmVaultNote *note)
{
  return tdm_vault_file_read (vault->file, note->uid, 0, NULL);
}

static void
test_what_is_not_here_is_added (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) mine = vault_add (&self->here, "Mine", "here"), theirs = NULL, read = NULL;
  TdmVaultMerge done;

  tdm_clock_freeze (NOW - 5000);
  theirs = vault_add (&self->there, "Theirs", "there");
  tdm_clock_freeze (NOW);
  done = merge (self->here.file, self->there.file);
  g_assert_cmpint (done.n_added, ==, 1);
  g_assert_cmpint (count (&self->here), ==, 2);
  vault_reopen (&self->here);
  g_assert_true (tdm_vault_file_is_trusted (self->here.file));
  expect_text (&self->here, mine, "here");
  read = read_again (&self->here, theirs);
  g_assert_cmpstr (read->text, ==, "there");
  g_assert_cmpint (read->modified, ==, NOW - 5000);
}

static void
test_twice_is_as_once (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) theirs = vault_add (&self->there, "Theirs", "there");
  TdmVaultMerge done;

  merge (self->here.file, self->there.file);
  done = merge (self->here.file, self->there.file);
  g_assert_cmpint (done.n_added + done.n_updated + done.n_apart, ==, 0);
  g_assert_cmpint (count (&self->here), ==, 1);
}

static void
test_a_newer_state_comes_and_the_older_is_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (&self->here, "Title", "old"), theirs = NULL;
  TdmVaultMerge done;

  part (self);
  theirs = read_again (&self->there, note);
  vault_change (&self->there, theirs, "new");
  done = merge (self->here.file, self->there.file);
  g_assert_cmpint (done.n_updated, ==, 1);
  expect_text (&self->here, note, "new");
  g_assert_cmpint (count_earlier (&self->here, note->uid), ==, 1);
  vault_reopen (&self->here);
  g_assert_true (tdm_vault_file_is_trusted (self->here.file));
}

static void
test_an_older_state_becomes_an_earlier_version (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (&self->here, "Title", "old"), earlier = NULL;
  TdmVaultMerge done;

  part (self);
  vault_change (&self->here, note, "new");
  done = merge (self->here.file, self->there.file);
  g_assert_cmpint (done.n_added + done.n_updated + done.n_apart, ==, 0);
  expect_text (&self->here, note, "new");
  earlier = tdm_vault_file_read (self->here.file, note->uid, 1, NULL);
  g_assert_cmpstr (earlier->text, ==, "old");
}

static void
test_what_both_have_written_is_kept_apart (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (&self->here, "Title", "old"), theirs = NULL;
  TdmVaultMerge done;

  part (self);
  theirs = read_again (&self->there, note);
  vault_change (&self->here, note, "written here");
  vault_change (&self->there, theirs, "written there");
  done = merge (self->here.file, self->there.file);
  g_assert_cmpint (done.n_apart, ==, 1);
  g_assert_cmpint (count (&self->here), ==, 2);
  expect_text (&self->here, note, "written here");
  done = merge (self->here.file, self->there.file);
  g_assert_cmpint (done.n_apart, ==, 0);
  g_assert_cmpint (count (&self->here), ==, 2);
}

/* One side has saved more often, but on another way. */
static void
test_a_longer_branch_does_not_hide_a_shorter_one (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (&self->here, "Title", "old"), theirs = NULL;
  TdmVaultMerge done;

  part (self);
  theirs = read_again (&self->there, note);
  vault_change (&self->there, theirs, "one side, which is quite long so that it is kept when it goes");
  tdm_clock_freeze (NOW + 3600);
  vault_change (&self->here, note, "the other side, which is quite long so that it is kept when it goes");
  tdm_clock_freeze (NOW + 7200);
  vault_change (&self->here, note, "something else");
  done = merge (self->here.file, self->there.file);
  g_assert_cmpint (done.n_apart, ==, 1);
  expect_text (&self->here, note, "something else");
  g_assert_cmpint (count (&self->here), ==, 2);
}

/* What was saved more often is not what was written later. */
static void
test_more_revisions_are_not_more_recent (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (&self->here, "Title", "old"), theirs = NULL;

  part (self);
  theirs = read_again (&self->there, note);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("then %u", i);

      tdm_clock_freeze (NOW + 60 + i);
      vault_change (&self->there, theirs, text);
    }
  tdm_clock_freeze (NOW + 300);
  vault_change (&self->here, note, "today");
  g_assert_cmpint (merge (self->here.file, self->there.file).n_apart, ==, 1);
  expect_text (&self->here, note, "today");
  g_assert_cmpint (count (&self->here), ==, 2);
  g_assert_cmpint (merge (self->there.file, self->here.file).n_apart, ==, 1);
  expect_text (&self->there, note, "then 4");
}

static void
test_what_was_deleted_here_comes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (&self->here, "Title", "text");

  part (self);
  g_assert_true (tdm_vault_file_delete (self->here.file, note->uid, NULL));
  merge (self->here.file, self->there.file);
  expect_text (&self->here, note, "text");
}

static void
flip (Vault *vault)
{
  vault_close (vault);
  vault_run_sql (vault, "UPDATE note SET sealed = zeroblob (length (sealed))");
}

static void
test_a_damaged_note_is_mended (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) note = vault_add (&self->here, "Title", "text");

  part (self);
  flip (&self->here);
  vault_reopen (&self->here);
  g_assert_true (tdm_vault_file_accept (self->here.file, NULL));
  g_assert_cmpint (merge (self->here.file, self->there.file).n_updated, ==, 1);
  expect_text (&self->here, note, "text");
  g_assert_cmpint (count_earlier (&self->here, note->uid), ==, 1);
  vault_reopen (&self->here);
  g_assert_true (tdm_vault_file_is_trusted (self->here.file));
}

static void
test_what_cannot_be_read_there_is_counted (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) bad = vault_add (&self->there, "Bad", "text"), good = NULL;
  TdmVaultMerge done;

  flip (&self->there);
  vault_reopen (&self->there);
  g_assert_true (tdm_vault_file_accept (self->there.file, NULL));
  good = vault_add (&self->there, "Good", "text");
  done = merge (self->here.file, self->there.file);
  g_assert_cmpint (done.n_damaged, ==, 1);
  g_assert_cmpint (done.n_added, ==, 1);
  expect_text (&self->here, good, "text");
}

static void
test_the_other_file_stays_as_it_is (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmVaultNote) mine = vault_add (&self->here, "Mine", ""), theirs = vault_add (&self->there, "Theirs", "");
  g_autoptr (GBytes) before = NULL, after = NULL;

  vault_close (&self->there);
  before = vault_get_bytes (&self->there);
  vault_reopen (&self->there);
  merge (self->here.file, self->there.file);
  vault_close (&self->there);
  after = vault_get_bytes (&self->there);
  g_assert_cmpint (g_bytes_compare (before, after), ==, 0);
}

static void
test_notes_about_a_tandem_are_deleted_and_no_others (Fixture *self, gconstpointer data)
{
  const char *const pairs[] = { "one", "two", NULL };
  const char *const about[] = { "one", "three", "" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    {
      g_autoptr (TdmVaultNote) note = tdm_vault_note_new (NULL);

      tdm_vault_note_set (&note->title, "Title");
      tdm_vault_note_set (&note->pair, about[i]);
      vault_save (&self->here, note);
    }
  tdm_vault_file_delete_about (self->here.file, pairs, &error);
  g_assert_no_error (error);
  vault_reopen (&self->here);
  g_assert_cmpint (count (&self->here), ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  ADD ("/vault-merge/what-is-not-here-is-added", test_what_is_not_here_is_added);
  ADD ("/vault-merge/twice-is-as-once", test_twice_is_as_once);
  ADD ("/vault-merge/a-newer-state-comes-and-the-older-is-kept", test_a_newer_state_comes_and_the_older_is_kept);
  ADD ("/vault-merge/an-older-state-becomes-an-earlier-version", test_an_older_state_becomes_an_earlier_version);
  ADD ("/vault-merge/what-both-have-written-is-kept-apart", test_what_both_have_written_is_kept_apart);
  ADD ("/vault-merge/a-longer-branch-does-not-hide-a-shorter-one", test_a_longer_branch_does_not_hide_a_shorter_one);
  ADD ("/vault-merge/more-revisions-are-not-more-recent", test_more_revisions_are_not_more_recent);
  ADD ("/vault-merge/what-was-deleted-here-comes-back", test_what_was_deleted_here_comes_back);
  ADD ("/vault-merge/a-damaged-note-is-mended", test_a_damaged_note_is_mended);
  ADD ("/vault-merge/what-cannot-be-read-there-is-counted", test_what_cannot_be_read_there_is_counted);
  ADD ("/vault-merge/the-other-file-stays-as-it-is", test_the_other_file_stays_as_it_is);
  ADD ("/vault-merge/notes-about-a-tandem-are-deleted-and-no-others",
       test_notes_about_a_tandem_are_deleted_and_no_others);

  return g_test_run ();
}
