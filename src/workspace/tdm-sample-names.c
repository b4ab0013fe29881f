/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-names.h"

#include <string.h>

/* Names that are two names already, or end in a title, get no second one. */
#define N_LONG_NAMES 4
/* RFC 5321 4.5.3.1.1 allows 64; some are left for a number. */
#define MOST_OF_LOCAL_PART 56

/**
 * TdmSampleNames:
 *
 * Names that nobody has had yet, with addresses that nobody has had yet.
 */
struct _TdmSampleNames
{
  const char *const *given;
  const char *const *family;
  guint n_given;
  guint n_family;
  guint8 *given_order;
  guint8 *family_order;
  guint next;
  GHashTable *addresses;
};

static guint8 *
make_order (guint n_items, TdmSampleRandom *random)
{
  guint8 *order = g_new (guint8, n_items);

  for (guint i = 0; i < n_items; i++)
    order[i] = i;
  tdm_sample_random_shuffle (random, order, n_items);
  return order;
}

/**
 * tdm_sample_names_new:
 * @words: the words; they must stay as long as the names
 * @random: what the names are shuffled with
 *
 * Returns: (transfer full): all names, none used
 */
TdmSampleNames *
tdm_sample_names_new (TdmSampleWords *words, TdmSampleRandom *random)
{
  TdmSampleNames *self = g_new0 (TdmSampleNames, 1);

  self->given = tdm_sample_words_get_codes (words, "names", "given");
  self->family = tdm_sample_words_get_codes (words, "names", "family");
  self->n_given = g_strv_length ((char **) self->given);
  self->n_family = g_strv_length ((char **) self->family);
  self->given_order = make_order (self->n_given, random);
  self->family_order = make_order (self->n_family, random);
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
tdm_sample_names_free (TdmSampleNames *self)
{
  g_free (self->given_order);
  g_free (self->family_order);
  g_hash_table_unref (self->addresses);
  g_free (self);
}

/* Every family name comes once before any comes again, each time with another given name; when all combinations are
 * used up, people have two family names. */
static gboolean
make_name (TdmSampleNames *self, guint number, const char **given, char **family)
{
  guint turn = number / self->n_family, first = self->family_order[number % self->n_family];
  guint second = turn / self->n_given, other;

  *given = self->given[self->given_order[(number % self->n_family + turn) % self->n_given]];
  if (second == 0)
    {
      *family = g_strdup (self->family[first]);
      return TRUE;
    }

  other = N_LONG_NAMES + (first + second) % (self->n_family - N_LONG_NAMES);
  if (first < N_LONG_NAMES || other == first)
    return FALSE;
  *family = g_strconcat (self->family[first], "-", self->family[other], NULL);
  return TRUE;
}

/* What is left of a name in an address: ASCII letters and hyphens, no title. The letter with a stroke through it and the
 * one without its dot are in no table of GLib. */
static char *
make_ascii (const char *name)
{
  g_autoptr (GString) plain = g_string_new_len (name, strcspn (name, ","));
  g_autofree char *ascii = NULL;
  char *to;

  g_string_replace (plain, "ı", "i", 0);
  g_string_replace (plain, "đ", "d", 0);
  to = ascii = g_str_to_ascii (plain->str, "de");

  for (const char *from = ascii; *from; from++)
    if (g_ascii_isalpha (*from) || *from == '-')
      *to++ = g_ascii_tolower (*from);
  *to = '\0';
  return g_steal_pointer (&ascii);
}

static gboolean
take_address (TdmSampleNames *self, char *taken_local, const char *domain, char **email)
{
  if (!g_hash_table_add (self->addresses, taken_local))
    return FALSE;

  *email = g_strconcat (taken_local, "@", domain, NULL);
  return TRUE;
}

/* Initial and family name, then the whole given name, then numbers */
static char *
make_address (TdmSampleNames *self, const char *given, const char *family, const char *domain)
{
  g_autofree char *first = make_ascii (given);
  g_autofree char *last = make_ascii (family);
  g_autofree char *local = g_strdup_printf ("%s.%.*s", first, MOST_OF_LOCAL_PART - (int) strlen (first) - 1, last);
  char *email = NULL;

  if (!take_address (self, g_strdup_printf ("%c.%.*s", first[0], MOST_OF_LOCAL_PART - 2, last), domain, &email) &&
      !take_address (self, g_strdup (local), domain, &email))
    for (guint number = 2; !email; number++)
      take_address (self, g_strdup_printf ("%s%u", local, number), domain, &email);
  return email;
}

/**
 * tdm_sample_names_next:
 * @self: names
 * @domain: where the person has mail
 * @name: (out) (transfer full): a new name
 * @email: (out) (transfer full): a new address
 */
void
tdm_sample_names_next (TdmSampleNames *self, const char *domain, char **name, char **email)
{
  g_autofree char *family = NULL;
  const char *given;

  while (!make_name (self, self->next++, &given, &family))
    ;
  *name = g_strconcat (given, " ", family, NULL);
  *email = make_address (self, given, family, domain);
}
