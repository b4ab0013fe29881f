/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "fixture.h"
#include "mail/tdm-mail-error.h"

#include <string.h>

static void
expect_error (const TdmLetter *letter, TdmMailError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tdm_letter_write (letter, &error));
  g_assert_error (error, TDM_MAIL_ERROR, (int) code);
}

static void
test_same_letter_gives_same_bytes (void)
{
  g_autoptr (GBytes) calendar = g_bytes_new_static (FIXTURE_CALENDAR, strlen (FIXTURE_CALENDAR));
  TdmLetter letter = fixture_letter (calendar);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = tdm_letter_write (&letter, &error);
  g_autoptr (GBytes) second = tdm_letter_write (&letter, &error);
  g_autoptr (GBytes) other = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));

  letter.message_id = "6f1d9a8e-1@tandem.example";
  other = tdm_letter_write (&letter, &error);
  g_assert_no_error (error);
  g_assert_false (g_bytes_equal (first, other));
}

static void
test_bad_addresses_are_refused (void)
{
  static const char *const bad[] = {
    NULL,
    "",
    "anna",
    "anna@",
    "@example.org",
    "anna@example.org\r\nBcc: all@example.org",
    "anna@example.org, b@example.org",
    "<anna@example.org>",
    "anna\0@example.org",
    "anna @example.org",
    "änna@example.org",
  };
  g_autoptr (GBytes) calendar = g_bytes_new_static (FIXTURE_CALENDAR, strlen (FIXTURE_CALENDAR));
  TdmLetter letter = fixture_letter (calendar);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      letter.to_email = bad[i];
      expect_error (&letter, TDM_MAIL_ERROR_ADDRESS);
      letter.to_email = "anna@example.org";
      letter.from_email = bad[i];
      expect_error (&letter, TDM_MAIL_ERROR_ADDRESS);
      letter.from_email = "office@tandem.example";
    }
}

static void
test_bad_ids_and_methods_are_refused (void)
{
  static const char *const bad_ids[] = {
    NULL,
    "",
    "one",
    "@example.org",
    "one@",
    "one@two@three",
    "one@example.org>\r\nBcc: <all@example.org",
    "one two@example.org",
    "<one@example.org>",
    "einß@example.org",
  };
  static const char *const bad_methods[] = { NULL, "", "request", "PUBLISH", "REQUEST\r\nBcc: all@example.org" };
  g_autoptr (GBytes) calendar = g_bytes_new_static (FIXTURE_CALENDAR, strlen (FIXTURE_CALENDAR));
  TdmLetter letter = fixture_letter (calendar);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_ids); i++)
    {
      letter.message_id = bad_ids[i];
      expect_error (&letter, TDM_MAIL_ERROR_FAILED);
    }
  letter.message_id = "6f1d9a8e-0@tandem.example";
  for (gsize i = 0; i < G_N_ELEMENTS (bad_methods); i++)
    {
      letter.method = bad_methods[i];
      expect_error (&letter, TDM_MAIL_ERROR_FAILED);
    }
  letter.method = "CANCEL";
  letter.calendar = NULL;
  expect_error (&letter, TDM_MAIL_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/same-letter-gives-same-bytes", test_same_letter_gives_same_bytes);
  g_test_add_func ("/letter/bad-addresses-are-refused", test_bad_addresses_are_refused);
  g_test_add_func ("/letter/bad-ids-and-methods-are-refused", test_bad_ids_and_methods_are_refused);
  return g_test_run ();
}
