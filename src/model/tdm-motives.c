/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-motives.h"

/* The motives of a participation are text codes with ", " between them. Words that are no code of this version stay as
 * they are: a later version, or another program, has put them there. */

#define SEPARATOR ", "

static const char *
motive_get_code (TdmMotive motive)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (tdm_motive_get_type ());

  return g_enum_get_value (codes, motive)->value_nick;
}

/**
 * tdm_motives_have:
 * @motives: the motives of a participation
 * @motive: one of these, perhaps
 */
gboolean
tdm_motives_have (const char *motives, TdmMotive motive)
{
  g_auto (GStrv) codes = NULL;

  g_return_val_if_fail (motives != NULL, FALSE);

  codes = g_strsplit (motives, SEPARATOR, -1);
  return g_strv_contains ((const char *const *) codes, motive_get_code (motive));
}

/**
 * tdm_motives_set:
 * @motives: the motives of a participation
 * @motive: one that comes or goes
 * @is_one: whether it is one of them from now on
 *
 * Returns: (transfer full): the motives, those of this version in the order of their enumeration
 */
char *
tdm_motives_set (const char *motives, TdmMotive motive, gboolean is_one)
{
  g_autoptr (GEnumClass) known = g_type_class_ref (tdm_motive_get_type ());
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL, all = NULL;

  g_return_val_if_fail (motives != NULL, NULL);

  for (guint i = 0; i < known->n_values; i++)
    if (known->values[i].value == (int) motive ? is_one : tdm_motives_have (motives, known->values[i].value))
      g_strv_builder_add (kept, known->values[i].value_nick);
  codes = g_strsplit (motives, SEPARATOR, -1);
  for (guint i = 0; codes[i]; i++)
    if (*codes[i] && !g_enum_get_value_by_nick (known, codes[i]))
      g_strv_builder_add (kept, codes[i]);
  all = g_strv_builder_end (kept);
  return g_strjoinv (SEPARATOR, all);
}
