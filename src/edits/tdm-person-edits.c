/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-edits.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-pair.h"
#include "tdm-topic-edits.h"

/* What is written down about people. What is typed a second time is a slip: a topic stands once among
 * what a person wants to learn and once among what they can pass on, an interest once. A wish is a need or an offer. */

/* A need and an offer begin with the same fields. */
G_STATIC_ASSERT ((int) TDM_NEED_PERSON == (int) TDM_OFFER_PERSON);
G_STATIC_ASSERT ((int) TDM_NEED_TOPIC == (int) TDM_OFFER_TOPIC);
G_STATIC_ASSERT ((int) TDM_NEED_STRENGTH == (int) TDM_OFFER_STRENGTH);

/* Of three, so that it can be both more and less */
#define USUAL_STRENGTH 2

/**
 * tdm_person_edits_save:
 * @draft: a new person, or a draft of a live one
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if somebody would be their own manager,
 *   directly or through others, or their own assistant
 */
TdmEdit *
tdm_person_edits_save (TdmRecord *draft)
{
  TdmEdit *edit = tdm_edit_new_save (draft);
  gint64 id = tdm_record_get_id (draft);
  TdmPerson *manager = tdm_record_get_link (draft, TDM_PERSON_REPORTS_TO);
  TdmPerson *assistant = tdm_record_get_link (draft, TDM_PERSON_ASSISTANT);
  const char *name = tdm_record_get_text (draft, TDM_PERSON_NAME);

  if (id == 0)
    return edit;

  if (manager && tdm_record_get_id (TDM_RECORD (manager)) == id)
    /* Translators: %s is a person */
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("%s cannot report to themselves."), name);
  else if (manager && tdm_person_find_manager (manager, TDM_PERSON (draft)) > 0)
    /* Translators: manager, then the person whose manager that is to be */
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("%s reports to %s already, directly or through others."),
                     tdm_person_get_name (manager), name);
  if (assistant && tdm_record_get_id (TDM_RECORD (assistant)) == id)
    /* Translators: %s is a person */
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("%s cannot be their own assistant."), name);
  return edit;
}

/* As many as a sentence can name */
#define TANDEMS_NAMED 4

/* Returns: (transfer full): the people of some tandems besides @person, or both where it was left to others */
static char *
person_list_partners (TdmPerson *person, GPtrArray *pairs)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (pairs->len, TANDEMS_NAMED); i++)
    {
      TdmPerson *mentee = tdm_pair_get_mentee (pairs->pdata[i]), *mentor = tdm_pair_get_mentor (pairs->pdata[i]);
      const char *one = tdm_person_get_name (mentee == person ? mentor : mentee);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", one);
      if (mentee != person && mentor != person)
        g_string_append_printf (names, " – %s", tdm_person_get_name (mentor));
    }
  if (pairs->len > TANDEMS_NAMED)
    g_string_append (names, ", …");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * tdm_person_edits_remove:
 * @person: a live person
 * @pairs: (element-type TdmPair): the tandems that cannot do without the person, see tdm_workspace_find_tandems_async()
 *
 * Returns: (transfer full): the edit that takes a person out of the programme, with needs, offers and participations;
 * it fails with %TDM_MODEL_ERROR_STATE, and says where the person is still needed, if there are such
 * tandems */
TdmEdit *
tdm_person_edits_remove (TdmPerson *person, GPtrArray *pairs)
{
  TdmEdit *edit;
  g_autofree char *partners = NULL;

  g_return_val_if_fail (TDM_IS_PERSON (person), NULL);
  g_return_val_if_fail (pairs != NULL, NULL);

  edit = tdm_edit_new (NULL);
  if (pairs->len == 0)
    {
      tdm_edit_remove (edit, person);
      return edit;
    }
  partners = person_list_partners (person, pairs);
  tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE,
                   /* Translators: a person, then the partners in the tandems */
                   ngettext ("%s belongs to a tandem and its history: %s. As long as there is this tandem, the person "
                             "stays in the programme.",
                             "%s belongs to tandems and their history: %s. As long as there are these tandems, the "
                             "person stays in the programme.",
                             pairs->len),
                   tdm_person_get_name (person), partners);
  return edit;
}

/* --- topics and interests ------------------------------------------------------ */

/* Whether none of the wishes but @besides is about @topic; otherwise @edit says so. */
static gboolean
wishes_check_topic (GListModel *wishes, gpointer topic, gpointer besides, TdmEdit *edit)
{
  for (guint i = 0; topic && i < g_list_model_get_n_items (wishes); i++)
    {
      g_autoptr (TdmRecord) wish = g_list_model_get_item (wishes, i);

      if (wish != besides && tdm_record_get_link (wish, TDM_NEED_TOPIC) == topic)
        {
          /* Translators: %s is a topic */
          tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("“%s” is in the list already."),
                           tdm_topic_get_title (topic));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * tdm_person_edits_add_topic:
 * @person: a live person whose needs and offers are loaded
 * @side: %TDM_TYPE_NEED for what the person wants to learn, %TDM_TYPE_OFFER for what the person can pass on
 * @topics: (element-type TdmTopic): all topics of the programme
 * @title: what was typed
 *
 * A topic that is none yet becomes one.
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if the topic is there already
 */
TdmEdit *
tdm_person_edits_add_topic (TdmPerson *person, GType side, GListModel *topics, const char *title)
{
  gboolean is_need = side == TDM_TYPE_NEED;
  TdmEdit *edit = tdm_edit_new (is_need ? _ ("Need added") : _ ("Offer added"));
  g_autofree char *today = tdm_clock_today ();
  GListModel *wishes = tdm_record_get_children (person, side);
  gpointer topic = tdm_topic_edits_find_or_add (edit, topics, title);
  TdmRecord *draft;

  if (!wishes_check_topic (wishes, topic, NULL, edit))
    return edit;
  draft = tdm_edit_insert (edit, side);
  tdm_record_set_link (draft, TDM_NEED_PERSON, person);
  tdm_record_set_link (draft, TDM_NEED_TOPIC, topic);
  tdm_record_set_integer (draft, TDM_NEED_STRENGTH, USUAL_STRENGTH);
  tdm_record_set_text (draft, is_need ? (guint) TDM_NEED_NOTED_ON : TDM_OFFER_NOTED_ON, today);
  return edit;
}

/**
 * tdm_person_edits_set_topic:
 * @wish: a live need or offer of a person whose needs and offers are loaded
 * @topics: (element-type TdmTopic): all topics of the programme
 * @title: what was typed
 *
 * Returns: (transfer full): the edit that makes it one of another topic; it fails as tdm_person_edits_add_topic() does
 */
TdmEdit *
tdm_person_edits_set_topic (gpointer wish, GListModel *topics, const char *title)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  gpointer topic = tdm_topic_edits_find_or_add (edit, topics, title);
  GListModel *wishes = tdm_record_get_children (tdm_record_get_link (wish, TDM_NEED_PERSON), G_OBJECT_TYPE (wish));

  if (wishes_check_topic (wishes, topic, wish, edit))
    tdm_record_set_link (tdm_edit_update (edit, wish), TDM_NEED_TOPIC, topic);
  return edit;
}

/**
 * tdm_person_edits_set_strength:
 * @wish: a live need or offer
 * @strength: how much is needed, or can be passed on: 1, 2 or 3
 *
 * The day stays on which it was noted: what was said then is only weighed otherwise.
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_person_edits_set_strength (gpointer wish, int strength)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  tdm_record_set_integer (tdm_edit_update (edit, wish), TDM_NEED_STRENGTH, strength);
  return edit;
}

static gboolean
titles_are_same (const char *a, const char *b)
{
  g_autofree char *a_key = tdm_text_make_key (a), *b_key = tdm_text_make_key (b);

  return g_str_equal (a_key, b_key);
}

static TdmInterest *
person_find_interest (TdmPerson *person, const char *title)
{
  GListModel *interests = tdm_person_get_interests (person);

  for (guint i = 0; i < g_list_model_get_n_items (interests); i++)
    {
      g_autoptr (TdmInterest) interest = g_list_model_get_item (interests, i);

      if (titles_are_same (tdm_interest_get_title (interest), title))
        return interest;
    }
  return NULL;
}

static void
person_edits_fail_for_interest (TdmEdit *edit, TdmInterest *there)
{
  tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("“%s” is in the list already."), tdm_interest_get_title (there));
}

/**
 * tdm_person_edits_add_interest:
 * @person: a live person whose interests are loaded
 * @title: what the person likes
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if the interest is there already
 */
TdmEdit *
tdm_person_edits_add_interest (TdmPerson *person, const char *title)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmInterest *there = person_find_interest (person, title);
  TdmRecord *draft = tdm_edit_insert (edit, TDM_TYPE_INTEREST);

  if (there)
    person_edits_fail_for_interest (edit, there);
  tdm_record_set_link (draft, TDM_INTEREST_PERSON, person);
  tdm_record_set_text (draft, TDM_INTEREST_TITLE, title);
  return edit;
}

/**
 * tdm_person_edits_rename_interest:
 * @interest: a live interest
 * @title: its new words
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if the person has another one of that name
 */
TdmEdit *
tdm_person_edits_rename_interest (gpointer interest, const char *title)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmInterest *there = person_find_interest (tdm_record_get_link (interest, TDM_INTEREST_PERSON), title);

  if (there && there != interest)
    person_edits_fail_for_interest (edit, there);
  tdm_record_set_text (tdm_edit_update (edit, interest), TDM_INTEREST_TITLE, title);
  return edit;
}

/* --- participations ------------------------------------------------------------- */

/**
 * tdm_person_edits_set_motives:
 * @motives: why the person takes part from now on, see tdm_motives_set()
 */
TdmEdit *
tdm_person_edits_set_motives (TdmParticipation *participation, const char *motives)
{
  TdmEdit *edit = tdm_edit_new (NULL);

  tdm_record_set_text (tdm_edit_update (edit, participation), TDM_PARTICIPATION_MOTIVES, motives);
  return edit;
}
