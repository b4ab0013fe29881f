/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-partner-rules.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "model/tdm-participation.h"

/* Who can be a tandem in a round. Every programme answers that in its own way: some want juniors to teach their own
 * managers, others must not have it. So these are rules of a round, and all of them can be switched off. */

static void
objection_free (gpointer data)
{
  TdmObjection *self = data;

  g_free (self->text);
  g_free (self);
}

static void
objections_add (GPtrArray *objections, TdmObjectionKind kind, TdmObjectionWeight weight, char *taken_text)
{
  TdmObjection *objection = g_new (TdmObjection, 1);

  *objection = (TdmObjection) { kind, weight, taken_text };
  g_ptr_array_add (objections, objection);
}

static void
objections_check_managers (GPtrArray *objections, TdmRound *round, TdmPerson *mentee, TdmPerson *mentor)
{
  TdmManagerRule rule = tdm_record_get_integer (TDM_RECORD (round), TDM_ROUND_MANAGER_RULE);
  guint up = tdm_person_find_manager (mentor, mentee);
  TdmPerson *manager = up > 0 ? mentee : mentor, *other = up > 0 ? mentor : mentee;

  if (rule == TDM_MANAGER_ALLOW)
    return;
  if (up == 0)
    up = tdm_person_find_manager (mentee, mentor);
  if (up == 0)
    return;
  objections_add (objections, TDM_OBJECTION_MANAGER,
                  rule == TDM_MANAGER_FORBID ? TDM_OBJECTION_FORBIDS : TDM_OBJECTION_WARNS,
                  /* Translators: two people, the second of whom is the manager of the first */
                  g_strdup_printf (up == 1 ? _ ("%s reports to %s")
                                           /* Translators: the second is the manager of a manager of the first */
                                           : _ ("%s reports to %s by way of others"),
                                   tdm_person_get_name (other), tdm_person_get_name (manager)));
}

/* Whether two people came to meet in a tandem, whoever of them learned */
static gboolean
pair_has_brought_together (TdmPair *pair, TdmPerson *one, TdmPerson *other)
{
  TdmPerson *mentee = tdm_pair_get_mentee (pair), *mentor = tdm_pair_get_mentor (pair);

  switch (tdm_pair_get_state (pair))
    {
    case TDM_PAIR_PROPOSED:
    case TDM_PAIR_ASKED:
    case TDM_PAIR_CONFIRMED:
    case TDM_PAIR_DECLINED:
      return FALSE;
    default:
      return (mentee == one && mentor == other) || (mentee == other && mentor == one);
    }
}

static void
objections_check_earlier (GPtrArray *objections, TdmRound *round, TdmPerson *mentee, TdmPerson *mentor,
                          GListModel *pairs)
{
  if (tdm_record_get_integer (TDM_RECORD (round), TDM_ROUND_EARLIER_RULE) == TDM_PARTNER_ALLOW)
    return;
  for (guint i = 0; pairs && i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);
      TdmRound *earlier = tdm_pair_get_round (pair);

      if (!earlier || earlier == round || !pair_has_brought_together (pair, mentee, mentor))
        continue;
      objections_add (objections, TDM_OBJECTION_EARLIER, TDM_OBJECTION_EXCLUDES,
                      /* Translators: two people, and the title of another round */
                      g_strdup_printf (_ ("%s and %s were a tandem before: %s"), tdm_person_get_name (mentee),
                                       tdm_person_get_name (mentor), tdm_round_get_title (earlier)));
      return;
    }
}

static void
objections_check_departments (GPtrArray *objections, TdmRound *round, TdmPerson *mentee, TdmPerson *mentor)
{
  g_autofree char *one = tdm_text_clean_line (tdm_person_get_department (mentee));
  g_autofree char *other = tdm_text_clean_line (tdm_person_get_department (mentor));
  g_autofree char *folded = tdm_text_fold (one);
  g_autofree char *other_folded = tdm_text_fold (other);

  if (tdm_record_get_integer (TDM_RECORD (round), TDM_ROUND_DEPARTMENT_RULE) == TDM_PARTNER_ALLOW || !*folded ||
      !g_str_equal (folded, other_folded))
    return;
  objections_add (objections, TDM_OBJECTION_DEPARTMENT, TDM_OBJECTION_EXCLUDES,
                  /* Translators: %s is the name of a department */
                  g_strdup_printf (_ ("Both are in the same department: %s"), one));
}

static int
objections_compare (gconstpointer a, gconstpointer b)
{
  const TdmObjection *x = *(const TdmObjection *const *) a, *y = *(const TdmObjection *const *) b;

  return x->weight != y->weight ? (int) y->weight - (int) x->weight : (int) x->kind - (int) y->kind;
}

/**
 * tdm_partner_rules_check:
 * @round: the round whose rules count
 * @mentee: who would learn
 * @mentor: who would give
 * @pairs: (nullable) (element-type TdmPair): the tandems of all rounds
 *
 * It makes no difference which of two people is the manager, nor who learned from whom before. A tandem that never
 * began is none that was there before, nor is one of the same round.
 *
 * Returns: (transfer full) (element-type TdmObjection): what speaks against the two, the weightiest first; empty where
 *   nothing does
 */
GPtrArray *
tdm_partner_rules_check (TdmRound *round, TdmPerson *mentee, TdmPerson *mentor, GListModel *pairs)
{
  GPtrArray *objections = g_ptr_array_new_with_free_func (objection_free);

  g_return_val_if_fail (TDM_IS_ROUND (round), objections);
  g_return_val_if_fail (TDM_IS_PERSON (mentee) && TDM_IS_PERSON (mentor), objections);

  objections_check_managers (objections, round, mentee, mentor);
  objections_check_earlier (objections, round, mentee, mentor, pairs);
  objections_check_departments (objections, round, mentee, mentor);
  g_ptr_array_sort (objections, objections_compare);
  return objections;
}

/**
 * tdm_partner_rules_forbid:
 * @objections: (element-type TdmObjection): of tdm_partner_rules_check()
 *
 * Returns: whether the two cannot be a tandem in that round
 */
gboolean
tdm_partner_rules_forbid (GPtrArray *objections)
{
  return objections->len > 0 && ((const TdmObjection *) objections->pdata[0])->weight == TDM_OBJECTION_FORBIDS;
}

/**
 * tdm_partner_rules_count_tandems:
 * @round: a round
 * @person: a person
 * @role: as what the person is in them
 * @but: (nullable): a tandem that does not count
 *
 * Returns: in how many tandems of the round a person is; those that are over count no more
 */
guint
tdm_partner_rules_count_tandems (TdmRound *round, TdmPerson *person, TdmRole role, TdmPair *but)
{
  GListModel *pairs;
  guint n_pairs = 0;

  g_return_val_if_fail (TDM_IS_ROUND (round), 0);

  pairs = tdm_record_get_children (round, TDM_TYPE_PAIR);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      n_pairs += tdm_pair_get_member (pair, role) == person && pair != but && !tdm_pair_is_over (pair);
    }
  return n_pairs;
}

/**
 * tdm_partner_rules_describe_capacity:
 * @round: a round whose participations are loaded
 * @person: who would be in one more tandem there
 * @role: as what
 * @but: (nullable): a tandem that does not count, for the person would come into it; it is none more for whoever is in
 *   it in that role already
 *
 * It can be done all the same: people may have agreed to it. A tandem that is over counts no more.
 *
 * Returns: (transfer full) (nullable): a sentence without a full stop, in the language of the program, if @person takes
 *   on no more
 */
char *
tdm_partner_rules_describe_capacity (TdmRound *round, TdmPerson *person, TdmRole role, TdmPair *but)
{
  TdmParticipation *participation;
  guint capacity, n_pairs;

  g_return_val_if_fail (TDM_IS_ROUND (round), NULL);
  g_return_val_if_fail (TDM_IS_PERSON (person), NULL);

  if (but && tdm_pair_get_member (but, role) == person)
    return NULL;
  participation = tdm_participation_find (round, person, role);
  /* Whoever does not take part there yet takes part with one. */
  capacity = 1;
  if (participation)
    capacity = (guint) tdm_record_get_integer (TDM_RECORD (participation), TDM_PARTICIPATION_CAPACITY);
  n_pairs = tdm_partner_rules_count_tandems (round, person, role, but);
  if (n_pairs < capacity)
    return NULL;
  /* Translators: a person, how many tandems that person takes on in a round, and in how many the person is there */
  return g_strdup_printf (ngettext ("%s takes on %u tandem in this role, and is in %u already",
                                    "%s takes on %u tandems in this role, and is in %u already", capacity),
                          tdm_person_get_name (person), capacity, n_pairs);
}
