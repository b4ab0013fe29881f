/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "notebook/tdm-passphrase.h"

/* How hard a passphrase is to guess, about. */

static void
test_what_is_tried_first_is_very_weak (void)
{
  static const char *const passphrases[] = { "a",        "1234",         "geheim", "secret1", "aaaaaaaaaaaaaaaaaaaa",
                                             "12345678", "abcdefghijkl", "Anna Bo" };

  for (guint i = 0; i < G_N_ELEMENTS (passphrases); i++)
    g_assert_cmpint (tdm_passphrase_rate (passphrases[i]), ==, TDM_PASSPHRASE_VERY_WEAK);
}

static void
test_one_word_more_makes_it_better (void)
{
  g_assert_cmpint (tdm_passphrase_rate (""), ==, TDM_PASSPHRASE_EMPTY);
  g_assert_cmpint (tdm_passphrase_rate ("horse battery"), ==, TDM_PASSPHRASE_WEAK);
  g_assert_cmpint (tdm_passphrase_rate ("correct horse battery"), ==, TDM_PASSPHRASE_FAIR);
  g_assert_cmpint (tdm_passphrase_rate ("correct horse battery staple"), ==, TDM_PASSPHRASE_STRONG);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passphrase/what-is-tried-first-is-very-weak", test_what_is_tried_first_is_very_weak);
  g_test_add_func ("/passphrase/one-word-more-makes-it-better", test_one_word_more_makes_it_better);

  return g_test_run ();
}
