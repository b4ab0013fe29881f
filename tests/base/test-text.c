/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-text.h"

#include <string.h>

static void
assert_line (const char *typed, const char *kept)
{
  g_autofree char *clean = tdm_text_clean_line (typed);

  g_assert_cmpstr (clean, ==, kept);
}

static void
test_line_breaks_become_blanks (void)
{
  assert_line ("Anna\r\nATTENDEE:mailto:eve@example.org", "Anna ATTENDEE:mailto:eve@example.org");
  assert_line ("Anna\xe2\x80\xa8" "Beck", "Anna Beck");
}

static void
test_control_characters_go (void)
{
  assert_line ("A\x01\x7f" "B\xc2\x85", "A B");
}

static void
test_direction_overrides_go (void)
{
  assert_line ("An\xe2\x80\xaena\xe2\x80\x8b", "Anna");
  assert_line ("\xef\xbb\xbf" "Bo\xe2\x81\xa6", "Bo");
}

static void
test_names_stay (void)
{
  assert_line ("  Øyvind   Groß-Lüttmann ", "Øyvind Groß-Lüttmann");
  assert_line ("<b>Müller & Söhne</b>", "<b>Müller & Söhne</b>");
  assert_line ("O'Neill, MBA", "O'Neill, MBA");
}

static void
test_parts_become_one_character (void)
{
  assert_line ("Zoe\xcc\x88", "Zo\xc3\xab");
}

static void
test_bad_bytes_are_replaced (void)
{
  assert_line ("M\xfcller", "M\xef\xbf\xbdller");
  assert_line (NULL, "");
}

static void
test_blocks_keep_their_lines (void)
{
  g_autofree char *clean = tdm_text_clean_block ("one\r\n\ttwo\x02\n\n");

  g_assert_cmpstr (clean, ==, "one\n\ttwo");
}

static void
test_emails (void)
{
  static const char *const good[] = { "anna@example.org", "a.b+c@sub.example.co", "o'neill@example.org" };
  static const char *const bad[] = {
    "", "anna", "anna@", "@example.org", "anna@example", "anna@@example.org", "an na@example.org",
    ".anna@example.org", "anna.@example.org", "an..na@example.org", "anna@-example.org", "anna@example..org",
    "anna@example.org\r\nX:1", "anna@example.org?bcc=eve@example.org", "<anna@example.org>", "jörg@example.org",
    "anna@exämple.org", "\"anna\"@example.org", "anna@example.org,bo@example.org", NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (tdm_text_is_email (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tdm_text_is_email (bad[i]));
}

static void
test_dates (void)
{
  g_assert_true (tdm_text_is_date ("2028-02-29"));
  g_assert_false (tdm_text_is_date ("2026-02-29"));
  g_assert_false (tdm_text_is_date ("2026-13-01"));
  g_assert_false (tdm_text_is_date ("26-01-01"));
  g_assert_false (tdm_text_is_date ("2026-1-01 "));
  g_assert_false (tdm_text_is_date (NULL));
}

static void
test_counts_of_nothing_are_not_said (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;

  tdm_text_add_count (builder, "%u moved", 2);
  tdm_text_add_count (builder, "%u cancelled", 0);
  tdm_text_add_count (builder, "%u more", 1);
  parts = g_strv_builder_end (builder);
  text = g_strjoinv (", ", parts);
  g_assert_cmpstr (text, ==, "2 moved, 1 more");
}

static void
test_instants (void)
{
  g_autofree char *moment = tdm_text_write_instant (1806197400);
  g_autofree char *before = tdm_text_write_instant (-1);
  g_autofree char *beyond = tdm_text_write_instant (G_MAXINT64);

  g_assert_cmpstr (moment, ==, "2027-03-28T01:30:00Z");
  g_assert_cmpstr (before, ==, "1969-12-31T23:59:59Z");
  g_assert_cmpstr (beyond, ==, "9223372036854775807");
}

static void
assert_found (const char *query, const char *text)
{
  g_autofree char *needle = tdm_text_fold (query);
  g_autofree char *hay = tdm_text_fold (text);

  g_assert_nonnull (strstr (hay, needle));
}

static void
test_search_ignores_case_and_marks (void)
{
  assert_found ("gulay", "Gülay");
  assert_found ("STRASSE", "Straße");
  assert_found ("lukasz", "Łukasz");
  assert_found ("oyvind", "Øyvind");
  assert_found ("Zoë", "zoe\xcc\x88");
}

static void
assert_same_name (const char *one, const char *other, gboolean expected)
{
  g_autofree char *a = tdm_text_make_key (one), *b = tdm_text_make_key (other);

  if (g_str_equal (a, b) != expected)
    g_error ("“%s” (%s) and “%s” (%s) are %s", one, a, other, b, expected ? "two names" : "one name");
}

static void
test_spellings_of_one_name (void)
{
  assert_same_name ("Social Media", "social media", TRUE);
  assert_same_name ("Straße", "STRASSE", TRUE);
  assert_same_name ("STRA\u1E9EE", "straße", TRUE);
  assert_same_name ("Führung", "FU\u0308HRUNG", TRUE);
  assert_same_name ("  Gen   Z ", "Gen\u00A0Z", TRUE);
  assert_same_name ("Gen\u202F\u2009Z", "gen\tz", TRUE);
  assert_same_name ("Podcast\u2011Technik", "Podcast-Technik", TRUE);
  assert_same_name ("Kar\u00ADriere\u200B", "Karriere", TRUE);
  assert_same_name ("O\uFB03ce", "office", TRUE);
  assert_same_name ("ΣΊΣΥΦΟΣ", "σίσυφος", TRUE);
  assert_same_name (NULL, " \u00A0 ", TRUE);
}

static void
test_marks_and_words_make_another_name (void)
{
  assert_same_name ("Führen", "Fuhren", FALSE);
  assert_same_name ("Führen", "Fuehren", FALSE);
  assert_same_name ("Gen Z", "GenZ", FALSE);
  assert_same_name ("C", "C++", FALSE);
  assert_same_name ("Résumé", "Resume", FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/line-breaks-become-blanks", test_line_breaks_become_blanks);
  g_test_add_func ("/text/control-characters-go", test_control_characters_go);
  g_test_add_func ("/text/direction-overrides-go", test_direction_overrides_go);
  g_test_add_func ("/text/names-stay", test_names_stay);
  g_test_add_func ("/text/parts-become-one-character", test_parts_become_one_character);
  g_test_add_func ("/text/bad-bytes-are-replaced", test_bad_bytes_are_replaced);
  g_test_add_func ("/text/blocks-keep-their-lines", test_blocks_keep_their_lines);
  g_test_add_func ("/text/emails", test_emails);
  g_test_add_func ("/text/dates", test_dates);
  g_test_add_func ("/text/instants", test_instants);
  g_test_add_func ("/text/counts-of-nothing-are-not-said", test_counts_of_nothing_are_not_said);
  g_test_add_func ("/text/search-ignores-case-and-marks", test_search_ignores_case_and_marks);
  g_test_add_func ("/text/spellings-of-one-name", test_spellings_of_one_name);
  g_test_add_func ("/text/marks-and-words-make-another-name", test_marks_and_words_make_another_name);
  return g_test_run ();
}
