/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-text.h"
#include "exchange/tdm-list-cell.h"

#include <string.h>

/* What the cells of lists of people mean. */

static void
assert_cell (const char *cell, const char *expected)
{
  g_autofree char *text = tdm_list_cell_read (cell);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_formulas_that_were_made_harmless (void)
{
  assert_cell ("'=1+3", "=1+3");
  assert_cell ("'＠x", "＠x");
  assert_cell ("' -5", " -5");
  assert_cell ("'t Hooft", "'t Hooft");
  assert_cell ("''=1", "'=1");
  assert_cell ("=1+3", "=1+3");
  assert_cell ("=\"00123\"", "00123");
  assert_cell ("=\"a\"&\"b\"", "=\"a\"&\"b\"");
  assert_cell ("=\"", "=\"");
}

static void
assert_address (const char *cell, TdmListAddress kind, const char *expected)
{
  g_autofree char *email = NULL;

  g_assert_cmpint (tdm_list_cell_read_address (cell, &email), ==, kind);
  g_assert_cmpstr (email, ==, expected);
}

static void
test_addresses (void)
{
  assert_address ("anna@example.org", TDM_LIST_ADDRESS_GOOD, "anna@example.org");
  assert_address ("Anna Berg <anna@example.org>", TDM_LIST_ADDRESS_GOOD, "anna@example.org");
  assert_address ("mailto:anna@example.org;", TDM_LIST_ADDRESS_GOOD, "anna@example.org");
  assert_address ("", TDM_LIST_ADDRESS_NONE, NULL);
  assert_address ("Anonymous", TDM_LIST_ADDRESS_NONE, NULL);
  assert_address ("anna_firma.de#EXT#@tenant.onmicrosoft.com", TDM_LIST_ADDRESS_NONE, NULL);
  assert_address ("/o=Firma/ou=x/cn=Recipients/cn=anna", TDM_LIST_ADDRESS_NONE, NULL);
  assert_address ("anna.example.org", TDM_LIST_ADDRESS_WRONG, NULL);
  assert_address ("anna@example.org, bernd@example.org", TDM_LIST_ADDRESS_WRONG, NULL);
}

static void
assert_date (const char *cell, const char *expected)
{
  g_autofree char *date = tdm_list_cell_read_date (cell);

  g_assert_cmpstr (date, ==, expected);
}

static void
test_days (void)
{
  assert_date ("27.04.2026", "2026-04-27");
  assert_date ("7.4.2026 11:34", "2026-04-07");
  assert_date ("2026-04-27", "2026-04-27");
  assert_date ("2026-04-27T11:34:00", "2026-04-27");
  assert_date ("4/5/2026", NULL);
  assert_date ("31.02.2026", NULL);
  assert_date ("27.04.26", NULL);
  assert_date ("2026-04-27-1", NULL);
  assert_date ("Donnerstag, 26. Januar 2023", NULL);
  assert_date ("", NULL);
}

static void
assert_choices (const char *cell, const char *known, const char *expected)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) titles = g_strsplit (known, "|", -1);
  g_auto (GStrv) choices = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; titles[i]; i++)
    g_hash_table_add (keys, tdm_text_make_key (titles[i]));
  choices = tdm_list_cell_read_choices (cell, keys);
  joined = g_strjoinv ("|", choices);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_choices (void)
{
  assert_choices ("KI;Word;", "", "KI|Word");
  assert_choices ("KI, Word", "", "KI|Word");
  assert_choices ("KI\nWord, Excel", "", "KI|Word, Excel");
  assert_choices ("KI; Ethik|||Word", "", "KI; Ethik|Word");
  assert_choices ("KI; ki ; Word", "", "KI|Word");
  assert_choices ("Vergnügen", "", "Vergnügen");
  assert_choices (" ;; ", "", "");
}

static void
test_known_topics_with_commas (void)
{
  assert_choices ("Word, Excel, Teams", "Word, Excel", "Word, Excel|Teams");
  assert_choices ("Teams, Word, Excel", "word, excel|Word", "Teams|Word, Excel");
  assert_choices ("Word, Excel, Teams", "Word, Excel, Teams|Word, Excel", "Word, Excel, Teams");
  assert_choices ("Wordpress, Teams", "Word", "Wordpress|Teams");
}

/* Each choice is looked for among the topics, however many a cell has. */
static void
test_a_cell_full_of_choices (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) cell = g_string_new (NULL);
  g_auto (GStrv) choices = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (cell, "topic %u, ", i);
  choices = tdm_list_cell_read_choices (cell->str, keys);
  g_assert_cmpuint (g_strv_length (choices), ==, 3000);
  g_assert_cmpstr (choices[2999], ==, "topic 2999");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-cell/formulas-that-were-made-harmless", test_formulas_that_were_made_harmless);
  g_test_add_func ("/list-cell/addresses", test_addresses);
  g_test_add_func ("/list-cell/days", test_days);
  g_test_add_func ("/list-cell/choices", test_choices);
  g_test_add_func ("/list-cell/known-topics-with-commas", test_known_topics_with_commas);
  g_test_add_func ("/list-cell/a-cell-full-of-choices", test_a_cell_full_of_choices);
  return g_test_run ();
}
