/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-words.h"

#include "base/tdm-i18n.h"
#include "model/tdm-pair.h"
#include "workspace/tdm-round-tandems.h"

/* The texts of some fields that are not empty, with dots between them. */
static char *
join_fields (TdmPerson *person, const guint *fields, guint n_fields)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *text = tdm_record_get_text (TDM_RECORD (person), fields[i]);

      if (*text && joined->len > 0)
        g_string_append (joined, " · ");
      g_string_append (joined, text);
    }
  return g_string_free (joined, FALSE);
}

/* Where a person works. */
char *
tdm_person_words_place (TdmPerson *person)
{
  const guint fields[] = { TDM_PERSON_DEPARTMENT, TDM_PERSON_SITE, TDM_PERSON_JOB_TITLE };

  return join_fields (person, fields, G_N_ELEMENTS (fields));
}

/* What tells people of the same name apart. */
char *
tdm_person_words_contact (TdmPerson *person)
{
  const guint fields[] = { TDM_PERSON_DEPARTMENT, TDM_PERSON_EMAIL };

  return join_fields (person, fields, G_N_ELEMENTS (fields));
}

/* What a search looks through. */
char *
tdm_person_words_search (TdmPerson *person)
{
  return g_strjoin ("\n", tdm_person_get_name (person), tdm_person_get_email (person),
                    tdm_person_get_department (person), NULL);
}

/* How a person takes part in a round, NULL if not in a tandem. */
char *
tdm_person_words_part (TdmPerson *person, TdmRoundTandems *tandems)
{
  GPtrArray *pairs = tdm_round_tandems_find (tandems, person);
  TdmPair *pair;

  if (!pairs)
    return NULL;
  if (pairs->len > 1)
    return g_strdup_printf (ngettext ("In %u tandem", "In %u tandems", pairs->len), pairs->len);

  pair = pairs->pdata[0];
  if (tdm_pair_get_mentee (pair) == person)
    return g_strdup_printf (_ ("Learns from %s"), tdm_person_get_name (tdm_pair_get_mentor (pair)));
  /* Translators: %s is a mentee, who is taught by the person of the row */
  return g_strdup_printf (_ ("Teaches %s"), tdm_person_get_name (tdm_pair_get_mentee (pair)));
}
