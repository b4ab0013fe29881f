/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-common-ground.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "model/tdm-interest.h"
#include "model/tdm-meeting.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"

/* What two people bring to each other, and what may stand between them at first. Both give and both get: topics meet by
 * what they are, never by their words. */

/* Two people who are further apart talk openly only after they have met without a topic. */
#define LEVELS_MOST 2

static gboolean
offers_have (GListModel *offers, TdmTopic *topic)
{
  for (guint i = 0; i < g_list_model_get_n_items (offers); i++)
    {
      g_autoptr (TdmRecord) offer = g_list_model_get_item (offers, i);

      if (tdm_record_get_link (offer, TDM_OFFER_TOPIC) == topic)
        return TRUE;
    }
  return FALSE;
}

static int
needs_compare (gconstpointer a, gconstpointer b)
{
  TdmRecord *one = *(TdmRecord *const *) a, *other = *(TdmRecord *const *) b;
  gint64 strength = tdm_record_get_integer (one, TDM_NEED_STRENGTH);

  if (strength != tdm_record_get_integer (other, TDM_NEED_STRENGTH))
    return strength < tdm_record_get_integer (other, TDM_NEED_STRENGTH) ? 1 : -1;
  return g_utf8_collate (tdm_topic_get_title (tdm_record_get_link (one, TDM_NEED_TOPIC)),
                         tdm_topic_get_title (tdm_record_get_link (other, TDM_NEED_TOPIC)));
}

/* Returns: (transfer full) (element-type TdmTopic): what @learner needs and @giver offers, each once */
static GPtrArray *
common_ground_match (TdmPerson *learner, TdmPerson *giver)
{
  GListModel *needs = tdm_person_get_needs (learner), *offers = tdm_person_get_offers (giver);
  g_autoptr (GPtrArray) met = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *topics = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (needs); i++)
    {
      g_autoptr (TdmRecord) need = g_list_model_get_item (needs, i);
      TdmTopic *topic = tdm_record_get_link (need, TDM_NEED_TOPIC);

      if (topic && offers_have (offers, topic))
        g_ptr_array_add (met, g_steal_pointer (&need));
    }
  g_ptr_array_sort (met, needs_compare);
  for (guint i = 0; i < met->len; i++)
    {
      TdmTopic *topic = tdm_record_get_link (met->pdata[i], TDM_NEED_TOPIC);

      if (!g_ptr_array_find (topics, topic, NULL))
        g_ptr_array_add (topics, g_object_ref (topic));
    }
  return topics;
}

static GPtrArray *
common_ground_match_interests (TdmPerson *mentee, TdmPerson *mentor)
{
  GListModel *mine = tdm_person_get_interests (mentee), *yours = tdm_person_get_interests (mentor);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (yours); i++)
    {
      g_autoptr (TdmInterest) interest = g_list_model_get_item (yours, i);

      g_hash_table_add (keys, tdm_text_make_key (tdm_interest_get_title (interest)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (mine); i++)
    {
      g_autoptr (TdmInterest) interest = g_list_model_get_item (mine, i);
      g_autofree char *key = tdm_text_make_key (tdm_interest_get_title (interest));

      if (g_hash_table_remove (keys, key))
        g_ptr_array_add (titles, g_strdup (tdm_interest_get_title (interest)));
    }
  return titles;
}

/**
 * tdm_common_ground_find:
 * @self: (out caller-allocates): what was found, to be cleared with tdm_common_ground_clear()
 * @mentee: a live person whose needs, offers and interests are loaded
 * @mentor: another one
 */
void
tdm_common_ground_find (TdmCommonGround *self, TdmPerson *mentee, TdmPerson *mentor)
{
  g_return_if_fail (TDM_IS_PERSON (mentee) && TDM_IS_PERSON (mentor));

  self->learns = common_ground_match (mentee, mentor);
  self->gives = common_ground_match (mentor, mentee);
  self->interests = common_ground_match_interests (mentee, mentor);
}

void
tdm_common_ground_clear (TdmCommonGround *self)
{
  g_clear_pointer (&self->learns, g_ptr_array_unref);
  g_clear_pointer (&self->gives, g_ptr_array_unref);
  g_clear_pointer (&self->interests, g_ptr_array_unref);
}

static char *
topics_list (GPtrArray *topics)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++)
    {
      /* Translators: a topic, in quotation marks */
      g_autofree char *quoted = g_strdup_printf (C_ ("topic", "“%s”"), tdm_topic_get_title (topics->pdata[i]));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", quoted);
    }
  return g_string_free (text, FALSE);
}

/**
 * tdm_common_ground_describe_exchange:
 *
 * Returns: (transfer full): who learns and gives what, in the language of the program; empty where needs and offers do
 *   not meet
 */
char *
tdm_common_ground_describe_exchange (const TdmCommonGround *self, TdmPerson *mentee, TdmPerson *mentor)
{
  g_autofree char *learns = topics_list (self->learns);
  g_autofree char *gives = topics_list (self->gives);
  const char *who = tdm_person_get_name (mentee), *other = tdm_person_get_name (mentor);

  if (*learns && *gives)
    /* Translators: a person, then topics, and topics again */
    return g_strdup_printf (_ ("%s learns %s and gives %s."), who, learns, gives);
  if (*learns)
    /* Translators: a person, topics, and who teaches these */
    return g_strdup_printf (_ ("%s learns %s from %s."), who, learns, other);
  if (*gives)
    /* Translators: a person, topics, and who is taught these */
    return g_strdup_printf (_ ("%s gives %s to %s."), who, gives, other);
  return g_strdup ("");
}

/* Returns: (transfer full): what both like, empty for nothing */
char *
tdm_common_ground_describe_interests (const TdmCommonGround *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->interests->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) self->interests->pdata[i]);
  return text->len > 0 ? g_strdup_printf (_ ("In common: %s"), text->str) : g_strdup ("");
}

static gboolean
pair_has_informal_meeting (TdmPair *pair)
{
  GListModel *meetings = tdm_pair_get_meetings (pair);

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (TdmMeeting) meeting = g_list_model_get_item (meetings, i);
      TdmMeetingKind kind = tdm_meeting_get_kind (meeting);

      if ((kind == TDM_KIND_INFORMAL || kind == TDM_KIND_GETTING_TO_KNOW) && tdm_meeting_takes_place (meeting))
        return TRUE;
    }
  return FALSE;
}

static char *
pair_explain_gap (TdmPerson *mentee, TdmPerson *mentor)
{
  gint64 one = tdm_record_get_integer (TDM_RECORD (mentee), TDM_PERSON_LEVEL);
  gint64 other = tdm_record_get_integer (TDM_RECORD (mentor), TDM_PERSON_LEVEL);
  guint gap = one > 0 && other > 0 ? ABS (one - other) : 0;

  if (gap <= LEVELS_MOST)
    return NULL;
  /* Translators: two people */
  return g_strdup_printf (ngettext ("%s and %s are %u level apart.", "%s and %s are %u levels apart.", gap),
                          tdm_person_get_name (mentee), tdm_person_get_name (mentor), gap);
}

static char *
pair_explain_fame (TdmPerson *mentee, TdmPerson *mentor)
{
  gboolean one = tdm_record_get_integer (TDM_RECORD (mentee), TDM_PERSON_PUBLICLY_KNOWN);
  gboolean other = tdm_record_get_integer (TDM_RECORD (mentor), TDM_PERSON_PUBLICLY_KNOWN);

  /* Where both are, neither stands above the other. */
  if (one == other)
    return NULL;
  return g_strdup_printf (_ ("%s is publicly known."), tdm_person_get_name (one ? mentee : mentor));
}

/**
 * tdm_common_ground_suggest_first_meeting:
 * @pair: a live tandem whose meetings are loaded
 *
 * Where people are more than two levels apart, or one of them is known from the media, nerves keep them from talking
 * openly: a meeting without a topic helps, such as for getting to know each other. Once one is planned or took place,
 * there is nothing to suggest.
 *
 * Returns: (transfer full) (nullable): why it is suggested, in the language of the program
 */
char *
tdm_common_ground_suggest_first_meeting (TdmPair *pair)
{
  TdmPerson *mentee, *mentor;
  g_autofree char *gap = NULL;
  g_autofree char *fame = NULL;

  g_return_val_if_fail (TDM_IS_PAIR (pair), NULL);

  mentee = tdm_pair_get_mentee (pair);
  mentor = tdm_pair_get_mentor (pair);
  if (!mentee || !mentor || tdm_pair_is_over (pair) || pair_has_informal_meeting (pair))
    return NULL;
  gap = pair_explain_gap (mentee, mentor);
  fame = pair_explain_fame (mentee, mentor);
  if (!gap && !fame)
    return NULL;
  return g_strconcat (gap ? gap : "", gap && fame ? " " : "", fame ? fame : "", " ",
                      _ ("A first meeting without a topic makes it easier to talk openly."), NULL);
}
