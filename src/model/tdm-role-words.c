/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-role-words.h"

#include "base/tdm-i18n.h"

#include <string.h>

/* What a programme calls those who learn and those who pass on, in both languages of the program, and what is said with
 * these words. Of a word of one's own neither gender nor plural is known: where it stands in a sentence, that is
 * another one than with the usual words. */

/* Empty for the usual one */
static const char *
programme_get_own_word (TdmProgramme *programme, TdmRole role)
{
  guint field = role == TDM_ROLE_MENTEE ? TDM_PROGRAMME_MENTEE_LABEL : TDM_PROGRAMME_MENTOR_LABEL;
  const char *word = programme ? tdm_record_get_text (TDM_RECORD (programme), field) : "";

  return g_str_equal (word, tdm_code_get_title (tdm_role_get_type (), role)) ? "" : word;
}

/**
 * tdm_role_words_get:
 * @programme: (nullable): the programme, %NULL where there is none
 *
 * Returns: (transfer none): what somebody with this role is called
 */
const char *
tdm_role_words_get (TdmProgramme *programme, TdmRole role)
{
  const char *own = programme_get_own_word (programme, role);

  return *own ? own : tdm_code_get_title (tdm_role_get_type (), role);
}

/**
 * tdm_role_words_fill:
 * @programme: (nullable): the programme
 * @usual: a text with the usual word, in the language of the program
 * @own: the same for any word, as a format with one %s
 *
 * Returns: (transfer full): one of the two, with the word of the programme if that has its own
 */
char *
tdm_role_words_fill (TdmProgramme *programme, TdmRole role, const char *usual, const char *own)
{
  const char *word = programme_get_own_word (programme, role);
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (usual != NULL, NULL);
  g_return_val_if_fail (own != NULL && strstr (own, "%s") != NULL, NULL);

  if (*word == '\0')
    return g_strdup (usual);
  parts = g_strsplit (own, "%s", 2);
  return g_strconcat (parts[0], word, parts[1], NULL);
}

/**
 * tdm_role_words_code_title:
 * @programme: (nullable): the programme
 * @codes: any enumeration of tdm-codes.h
 * @value: one of its values
 *
 * Returns: (transfer full): as tdm_code_get_title(), in the words of the programme
 */
char *
tdm_role_words_code_title (TdmProgramme *programme, GType codes, int value)
{
  const char *usual = tdm_code_get_title (codes, value);

  if (codes == tdm_role_get_type ())
    return g_strdup (tdm_role_words_get (programme, value));
  if (codes == tdm_side_get_type () && value != TDM_SIDE_JOINT)
    return tdm_role_words_fill (programme, value == TDM_SIDE_MENTEE ? TDM_ROLE_MENTEE : TDM_ROLE_MENTOR, usual, "%s");
  if (codes == tdm_pair_event_kind_get_type () && (value == TDM_EVENT_MENTEE_ASKED || value == TDM_EVENT_MENTOR_ASKED))
    return tdm_role_words_fill (programme, value == TDM_EVENT_MENTEE_ASKED ? TDM_ROLE_MENTEE : TDM_ROLE_MENTOR, usual,
                                /* Translators: %s is what a programme calls a mentee or a mentor */
                                C_ ("tandem event", "%s asked"));
  return g_strdup (usual);
}

/**
 * tdm_role_words_field_title:
 * @programme: (nullable): the programme
 * @field: any field of a record
 *
 * Returns: (transfer full): its title, in the words of the programme
 */
char *
tdm_role_words_field_title (TdmProgramme *programme, const TdmField *field)
{
  static const struct { const char *usual; TdmRole role; const char *own; } titles[] = {
    { "Mentee", TDM_ROLE_MENTEE, "%s" },
    { "Mentor", TDM_ROLE_MENTOR, "%s" },
    /* Translators: %s is what a programme calls a mentee or a mentor */
    { "Mentee asked on", TDM_ROLE_MENTEE, N_ ("%s asked on") },
    { "Mentee agreed on", TDM_ROLE_MENTEE, N_ ("%s agreed on") },
    { "Mentor asked on", TDM_ROLE_MENTOR, N_ ("%s asked on") },
    { "Mentor agreed on", TDM_ROLE_MENTOR, N_ ("%s agreed on") },
    { "Criterion for mentors", TDM_ROLE_MENTOR, N_ ("Criterion (%s)") },
  };

  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (field->title, titles[i].usual))
      return tdm_role_words_fill (programme, titles[i].role, _ (field->title), _ (titles[i].own));
  return g_strdup (_ (field->title));
}
