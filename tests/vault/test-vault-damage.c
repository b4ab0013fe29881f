/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-clock.h"
#include "base/tdm-file-error.h"
#include "vault/tdm-vault-error.h"
#include "vault-fixture.h"

/* What a disk or a transfer can do to the file: what is there is right or marked, and nothing is overwritten. */

typedef struct
{
  guint n_whole;
  guint n_partly;
  guint n_refused;
} Outcome;

static void
open_damaged (Vault *self, GPtrArray *expected, const guint8 *bytes, gsize length, Outcome *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) after = NULL;
  guint n_right;

  vault_put_bytes (self, bytes, length);
  if (!vault_try (self, PASSPHRASE, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == TDM_VAULT_ERROR || error->domain == TDM_FILE_ERROR);
      outcome->n_refused++;
    }
  else
    {
      n_right = vault_check_notes (self, expected);
      if (n_right == expected->len && tdm_vault_file_is_trusted (self->file))
        outcome->n_whole++;
      else
        outcome->n_partly++;
    }
  vault_close (self);
  after = vault_get_bytes (self);
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after), bytes, length);
}

static void
test_a_flipped_bit_anywhere (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autoptr (GBytes) before = NULL;
  g_autofree guint8 *bytes = NULL;
  Outcome outcome = { 0 };
  guint n_changed = 0;
  gsize length;

  vault_close (self);
  before = vault_get_bytes (self);
  length = g_bytes_get_size (before);
  bytes = g_memdup2 (g_bytes_get_data (before, NULL), length);
  for (gsize i = 0; i < length; i++)
    {
      /* Most of a small file is unused: there one byte of a hundred will do. */
      if (bytes[i] == 0 && i % 101 != 0)
        continue;
      if (i % 7 != 0)
        continue;
      bytes[i] ^= 1 << (i % 8);
      open_damaged (self, notes, bytes, length, &outcome);
      bytes[i] ^= 1 << (i % 8);
      n_changed++;
    }
  g_test_message ("%u changed: %u whole, %u partly, %u refused", n_changed, outcome.n_whole, outcome.n_partly,
                  outcome.n_refused);
  g_assert_cmpint (n_changed, >, 500);
  g_assert_cmpint (outcome.n_partly, >, 50);
  g_assert_cmpint (outcome.n_refused, >, 20);
}

static void
test_a_truncated_file (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autoptr (GBytes) before = NULL;
  Outcome outcome = { 0 };

  vault_close (self);
  before = vault_get_bytes (self);
  for (gsize length = 1; length < g_bytes_get_size (before); length += 1021)
    open_damaged (self, notes, g_bytes_get_data (before, NULL), length, &outcome);
  g_assert_cmpint (outcome.n_refused, >, 60);
  g_assert_cmpint (outcome.n_whole + outcome.n_partly, ==, 0);
}

/* The order of the rows in a page of a table WITHOUT ROWID, as https://www.sqlite.org/fileformat.html#b_tree_pages has
 * it: a type (10 for a leaf), at 3 the number of cells, from 8 on where each of them is, two bytes each. */
static void
turn_order_round (guint8 *page)
{
  guint n_cells = page[3] << 8 | page[4];
  guint16 *cells = (guint16 *) (page + 8);

  g_assert_cmpint (page[0], ==, 10);
  g_assert_cmpint (n_cells, ==, 3);
  for (guint i = 0; i < n_cells / 2; i++)
    {
      guint16 cell = cells[i];

      cells[i] = cells[n_cells - 1 - i];
      cells[n_cells - 1 - i] = cell;
    }
}

static void
turn_rows_round (Vault *self, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  g_autoptr (GBytes) before = NULL, root = NULL;
  g_autofree char *number = NULL;
  g_autofree guint8 *bytes = NULL;
  guint page_size;

  vault_close (self);
  root = vault_get_blob (self, sql);
  number = g_strndup (g_bytes_get_data (root, NULL), g_bytes_get_size (root));
  before = vault_get_bytes (self);
  bytes = g_memdup2 (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  page_size = bytes[16] << 8 | bytes[17];
  turn_order_round (bytes + (g_ascii_strtoull (number, NULL, 10) - 1) * page_size);
  vault_put_bytes (self, bytes, g_bytes_get_size (before));
}

static void
test_notes_in_the_wrong_order_are_read (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autoptr (GError) error = NULL;

  turn_rows_round (self, "note");
  g_assert_true (vault_try (self, PASSPHRASE, NULL));
  g_assert_cmpint (vault_check_notes (self, notes), ==, 3);
  g_assert_false (tdm_vault_file_is_in_order (self->file));
  g_assert_false (tdm_vault_file_is_trusted (self->file));
  g_assert_false (tdm_vault_file_accept (self->file, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_DAMAGED);
}

static void
test_notes_in_the_wrong_order_are_not_backed_up (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autofree char *copy = tdm_test_folder_join (&self->folder, "copy.vault");
  g_autoptr (GError) error = NULL;

  turn_rows_round (self, "note");
  g_assert_true (vault_try (self, PASSPHRASE, NULL));
  g_assert_false (tdm_vault_file_back_up (self->file, copy, &error));
  g_assert_error (error, TDM_VAULT_ERROR, TDM_VAULT_ERROR_DAMAGED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
test_notes_in_the_wrong_order_are_taken_over (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);
  g_autoptr (TdmVaultFile) harmed = NULL;
  g_autoptr (GError) error = NULL;
  TdmVaultMerge done = { 0 };

  turn_rows_round (self, "note");
  g_assert_true (vault_try (self, PASSPHRASE, NULL));
  harmed = g_steal_pointer (&self->file);
  vault_create (self, "fresh.vault");

  g_assert_true (tdm_vault_file_merge (self->file, harmed, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (done.n_added, ==, 3);
  g_assert_true (tdm_vault_file_is_trusted (self->file));
  g_assert_cmpint (vault_check_notes (self, notes), ==, 3);
}

static void
test_earlier_states_in_the_wrong_order_leave_the_notes (Vault *self, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = vault_add_some (self);

  tdm_clock_freeze (NOW + 2 * TDM_VAULT_EARLIER_APART);
  for (guint i = 0; i < notes->len; i++)
    vault_change (self, notes->pdata[i], "changed");
  turn_rows_round (self, "earlier");
  g_assert_true (vault_try (self, PASSPHRASE, NULL));
  g_assert_false (tdm_vault_file_is_in_order (self->file));
  g_assert_false (tdm_vault_file_is_trusted (self->file));
  g_assert_cmpint (vault_check_notes (self, notes), ==, 3);
}

static void
test_an_empty_file (Vault *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  vault_put_bytes (self, (const guint8 *) "", 0);
  g_assert_false (vault_try (self, PASSPHRASE, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_TANDEM);
}

static void
test_a_file_of_another_kind (Vault *self, gconstpointer data)
{
  g_autoptr (TdmWorkspace) programme = tdm_test_new_programme (&self->folder);
  g_autoptr (GError) error = NULL;

  tdm_workspace_close (programme);
  vault_close (self);
  g_free (self->path);
  self->path = g_strdup (self->folder.path);
  g_assert_false (vault_try (self, PASSPHRASE, &error));
  g_assert_error (error, TDM_FILE_ERROR, TDM_FILE_ERROR_NOT_TANDEM);
}

int
main (int argc, char *argv[])
{
  tdm_test_init (&argc, &argv);

  VAULT_ADD ("/harm/damaged/a-flipped-bit-anywhere", test_a_flipped_bit_anywhere);
  VAULT_ADD ("/harm/damaged/notes-in-the-wrong-order", test_notes_in_the_wrong_order_are_read);
  VAULT_ADD ("/harm/damaged/notes-in-the-wrong-order-are-not-backed-up",
             test_notes_in_the_wrong_order_are_not_backed_up);
  VAULT_ADD ("/harm/damaged/notes-in-the-wrong-order-are-taken-over", test_notes_in_the_wrong_order_are_taken_over);
  VAULT_ADD ("/harm/damaged/earlier-states-in-the-wrong-order", test_earlier_states_in_the_wrong_order_leave_the_notes);
  VAULT_ADD ("/harm/damaged/a-truncated-file", test_a_truncated_file);
  VAULT_ADD ("/harm/damaged/an-empty-file", test_an_empty_file);
  VAULT_ADD ("/harm/damaged/a-file-of-another-kind", test_a_file_of_another_kind);

  return g_test_run ();
}
