/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "vault/tdm-note-excerpt.h"

#include <string.h>

/* How a note begins, as lists say it */

static void
assert_excerpt (const char *text, const char *expected)
{
  g_autofree char *excerpt = tdm_note_excerpt_make (text, strlen (text));

  g_assert_cmpstr (excerpt, ==, expected);
}

static void
test_one_line (void)
{
  assert_excerpt ("First line\n\n  second   line", "First line second line");
  assert_excerpt (" \n\t", NULL);
}

static void
test_what_is_bold_is_said_plainly (void)
{
  assert_excerpt ("**Trust** and **who speaks first**", "Trust and who speaks first");
  assert_excerpt ("So **much\nmore** of it", "So **much more** of it");
  assert_excerpt ("2 ** 3 ** 4", "2 ** 3 ** 4");
  assert_excerpt ("**open", "**open");
  assert_excerpt ("****", "****");
}

static void
test_a_heading_is_said_plainly (void)
{
  assert_excerpt ("# Goals\n## First **steps**\nGo on", "Goals First steps Go on");
  assert_excerpt ("#1 of all", "#1 of all");
  assert_excerpt ("Room # 4", "Room # 4");
}

/* Stars whose end is behind what the excerpt shows */
static void
test_bold_to_the_end (void)
{
  g_autofree char *long_text = g_strnfill (90, 'x');
  g_autofree char *text = g_strconcat ("**", long_text, "**", NULL);
  g_autofree char *excerpt = tdm_note_excerpt_make (text, strlen (text));

  g_assert_cmpuint (g_utf8_strlen (excerpt, -1), ==, 81);
  g_assert_false (strstr (excerpt, "*") != NULL);
  g_assert_true (g_str_has_suffix (excerpt, "…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note-excerpt/one-line", test_one_line);
  g_test_add_func ("/note-excerpt/what-is-bold-is-said-plainly", test_what_is_bold_is_said_plainly);
  g_test_add_func ("/note-excerpt/a-heading-is-said-plainly", test_a_heading_is_said_plainly);
  g_test_add_func ("/note-excerpt/bold-to-the-end", test_bold_to_the_end);
  return g_test_run ();
}
