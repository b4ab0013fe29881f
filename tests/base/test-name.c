/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "base/tdm-name.h"

typedef struct
{
  const char *name;
  const char *first;
  const char *last;
  const char *initials;
} Name;

static const Name names[] = {
  { "Anna Beck", "Anna", "Beck", "AB" },
  { "Beck, Anna", "Anna", "Beck", "AB" },
  { "Dr. Thomas Kühn", "Thomas", "Kühn", "TK" },
  { "Prof. Dr.-Ing. Öykü Aksoylu", "Öykü", "Aksoylu", "ÖA" },
  { "Dr. h. c. Ada Beck", "Ada", "Beck", "AB" },
  { "Frau Mia Groß", "Mia", "Groß", "MG" },
  { "Kühn, Dr. Thomas", "Thomas", "Kühn", "TK" },
  { "Dora O'Neill, MBA", "Dora", "O'Neill", "DO" },
  { "Dora O'Neill, M.A.", "Dora", "O'Neill", "DO" },
  { "J. Beck", "J.", "Beck", "JB" },
  { "Ursula von der Heide", "Ursula", "Heide", "UH" },
  { "von der Heide, Ursula", "Ursula", "Heide", "UH" },
  { "Ada Groß-Lüttmann", "Ada", "Groß-Lüttmann", "AG" },
  { "Martin King Jr.", "Martin", "King", "MK" },
  { "Carla Ünal (extern)", "Carla", "Ünal", "CÜ" },
  { "émile zola", "émile", "zola", "ÉZ" },
  { "Lu Wei ", "Lu", "Wei", "LW" },
  { "Madonna", "Madonna", "Madonna", "M" },
  { "Dr. Kühn", "Kühn", "Kühn", "K" },
  { "Dr.", "Dr.", "Dr.", "D" },
  { ", Anna", "Anna", "Anna", "A" },
  { "", "", "", "" },
};

static void
test_what_people_are_called_by (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *first = tdm_name_find_first (names[i].name), *last = tdm_name_find_last (names[i].name);
      g_autofree char *initials = tdm_name_make_initials (names[i].name);

      g_assert_cmpstr (first, ==, names[i].first);
      g_assert_cmpstr (last, ==, names[i].last);
      g_assert_cmpstr (initials, ==, names[i].initials);
    }
}

static void
assert_turned (const char *name, const char *expected)
{
  g_autofree char *turned = tdm_name_turn (name);

  g_assert_cmpstr (turned, ==, expected);
}

static void
test_last_names_in_front (void)
{
  assert_turned ("Berg, Anna", "Anna Berg");
  assert_turned ("von der Heide,  Dr. Ursula Maria", "Dr. Ursula Maria von der Heide");
  assert_turned ("Dora O'Neill, MBA", "Dora O'Neill, MBA");
  assert_turned ("Berg, Anna, MBA", "Berg, Anna, MBA");
  assert_turned (", Anna", "Anna");
  assert_turned ("Berg,", "Berg,");
  assert_turned ("Anna Berg", "Anna Berg");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/what-people-are-called-by", test_what_people_are_called_by);
  g_test_add_func ("/name/last-names-in-front", test_last_names_in_front);
  return g_test_run ();
}
