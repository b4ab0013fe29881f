/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-topic-edits.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-pair.h"

/* What people do with the catalogue of topics. A topic is known by the key of its title, in whichever area it stands,
 * so that typing makes no second one.
 *
 * A meeting keeps the words in which its topic was written, whatever becomes of the catalogue: they say what was talked
 * about on that day, and may stand in the calendars of others. */

/**
 * tdm_topic_edits_find:
 * @topics: (element-type TdmTopic): the catalogue
 * @title: (nullable): a title in any spelling
 *
 * Returns: (transfer none) (nullable): the topic of that name
 */
TdmTopic *
tdm_topic_edits_find (GListModel *topics, const char *title)
{
  g_autofree char *key = tdm_text_make_key (title);

  g_return_val_if_fail (G_IS_LIST_MODEL (topics), NULL);

  for (guint i = 0; *key && i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (TdmTopic) topic = g_list_model_get_item (topics, i);

      if (g_str_equal (tdm_topic_get_key (topic), key))
        return topic;
    }
  return NULL;
}

static TdmTopic *
topic_edits_find_draft (TdmEdit *edit, const char *title)
{
  g_autofree char *key = tdm_text_make_key (title);

  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);

      if (action == TDM_EDIT_INSERT && TDM_IS_TOPIC (record) &&
          g_str_equal (tdm_topic_get_key (TDM_TOPIC (record)), key))
        return TDM_TOPIC (record);
    }
  return NULL;
}

/**
 * tdm_topic_edits_find_or_add:
 * @edit: where a new one goes
 * @topics: (element-type TdmTopic): the catalogue
 * @title: (nullable): what was typed or read in
 *
 * Returns: (transfer none) (nullable): the live topic of that name, or a draft in @edit, the same one for all
 *   spellings; %NULL where @title has no words
 */
gpointer
tdm_topic_edits_find_or_add (TdmEdit *edit, GListModel *topics, const char *title)
{
  g_autofree char *clean = tdm_text_clean_line (title);
  TdmTopic *topic;

  g_return_val_if_fail (TDM_IS_EDIT (edit), NULL);

  if (*clean == '\0')
    return NULL;
  topic = tdm_topic_edits_find (topics, clean);
  topic = topic ? topic : topic_edits_find_draft (edit, clean);
  if (!topic)
    {
      topic = tdm_edit_insert_first (edit, TDM_TYPE_TOPIC);
      tdm_record_set_text (TDM_RECORD (topic), TDM_TOPIC_TITLE, clean);
    }
  return topic;
}

/* An area that is there already keeps its spelling, unless all topics in it are @moved. */
static char *
topic_edits_spell_area (GListModel *topics, const char *area, GPtrArray *moved)
{
  g_autofree char *key = tdm_text_make_key (area);

  for (guint i = 0; *key && i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (TdmRecord) topic = g_list_model_get_item (topics, i);
      const char *other = tdm_record_get_text (topic, TDM_TOPIC_AREA);
      g_autofree char *other_key = tdm_text_make_key (other);

      if (g_str_equal (other_key, key) && !(moved && g_ptr_array_find (moved, topic, NULL)))
        return g_strdup (other);
    }
  return g_strdup (area);
}

static void
topic_edits_fail_taken (TdmEdit *edit, TdmTopic *other)
{
  tdm_edit_refuse (edit, TDM_MODEL_ERROR_INVALID, _ ("There is a topic “%s” already."), tdm_topic_get_title (other));
}

/**
 * tdm_topic_edits_add:
 * @topics: (element-type TdmTopic): the catalogue
 * @title: its name
 * @area: (nullable): where it belongs
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if there is a topic of that name
 */
TdmEdit *
tdm_topic_edits_add (GListModel *topics, const char *title, const char *area)
{
  TdmEdit *edit = tdm_edit_new (NULL);
  TdmTopic *other = tdm_topic_edits_find (topics, title);
  g_autofree char *spelled = topic_edits_spell_area (topics, area, NULL);
  TdmRecord *topic;

  if (other)
    {
      topic_edits_fail_taken (edit, other);
      return edit;
    }
  topic = tdm_edit_insert (edit, TDM_TYPE_TOPIC);
  tdm_record_set_text (topic, TDM_TOPIC_TITLE, title);
  tdm_record_set_text (topic, TDM_TOPIC_AREA, spelled);
  return edit;
}

/**
 * tdm_topic_edits_add_all:
 * @topics: (element-type TdmTopic): the catalogue
 * @drafts: (element-type TdmTopic): topics that are in no file, such as those to start with
 *
 * Returns: (transfer full): the edit that adds those which are not there yet; it fails with %TDM_MODEL_ERROR_STATE if
 *   all of them are
 */
TdmEdit *
tdm_topic_edits_add_all (GListModel *topics, GPtrArray *drafts)
{
  TdmEdit *edit;
  g_autofree char *label = NULL;
  guint n_added;

  g_return_val_if_fail (drafts != NULL, NULL);

  edit = tdm_edit_new (NULL);
  for (guint i = 0; i < drafts->len; i++)
    {
      guint size = tdm_edit_get_size (edit);
      TdmRecord *draft = drafts->pdata[i];
      TdmRecord *topic = tdm_topic_edits_find_or_add (edit, topics, tdm_topic_get_title (TDM_TOPIC (draft)));
      g_autofree char *area = topic_edits_spell_area (topics, tdm_record_get_text (draft, TDM_TOPIC_AREA), NULL);

      if (tdm_edit_get_size (edit) > size)
        tdm_record_set_text (topic, TDM_TOPIC_AREA, area);
    }

  n_added = tdm_edit_get_size (edit);
  if (n_added == 0)
    tdm_edit_refuse (edit, TDM_MODEL_ERROR_STATE, _ ("All of these topics are in the catalogue already."));
  label = g_strdup_printf (ngettext ("%u topic added", "%u topics added", n_added), n_added);
  tdm_edit_set_label (edit, label);
  return edit;
}

/**
 * tdm_topic_edits_change:
 * @topic: a live topic
 * @topics: (element-type TdmTopic): the catalogue
 * @title: its name, perhaps another spelling of the one it has
 * @area: (nullable): where it belongs; %NULL leaves that as it is
 *
 * Returns: (transfer full): the edit; it fails with %TDM_MODEL_ERROR_INVALID if another topic has that name, with which
 *   this one can be merged
 */
TdmEdit *
tdm_topic_edits_change (TdmTopic *topic, GListModel *topics, const char *title, const char *area)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autofree char *spelled = NULL;
  TdmEdit *edit;
  TdmTopic *other;
  TdmRecord *draft;

  g_return_val_if_fail (TDM_IS_TOPIC (topic), NULL);

  edit = tdm_edit_new (NULL);
  other = tdm_topic_edits_find (topics, title);
  if (other && other != topic)
    {
      topic_edits_fail_taken (edit, other);
      return edit;
    }
  draft = tdm_edit_update (edit, topic);
  tdm_record_set_text (draft, TDM_TOPIC_TITLE, title);
  if (!g_str_equal (tdm_topic_get_title (TDM_TOPIC (draft)), tdm_topic_get_title (topic)))
    tdm_edit_set_label (edit, _ ("Topic renamed"));
  if (area)
    {
      g_ptr_array_add (moved, topic);
      spelled = topic_edits_spell_area (topics, area, moved);
      tdm_record_set_text (draft, TDM_TOPIC_AREA, spelled);
    }
  return edit;
}

/**
 * tdm_topic_edits_set_area:
 * @moved: (element-type TdmTopic): live topics, such as all of an area that gets another name
 * @topics: (element-type TdmTopic): the catalogue
 * @area: (nullable): where they belong from now on; "" for no area
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_topic_edits_set_area (GPtrArray *moved, GListModel *topics, const char *area)
{
  TdmEdit *edit;
  g_autofree char *spelled = NULL;

  g_return_val_if_fail (moved != NULL, NULL);

  edit = tdm_edit_new (ngettext ("Topic moved to another area", "Topics moved to another area", moved->len));
  spelled = topic_edits_spell_area (topics, area, moved);
  for (guint i = 0; i < moved->len; i++)
    tdm_record_set_text (tdm_edit_update (edit, moved->pdata[i]), TDM_TOPIC_AREA, spelled);
  return edit;
}

/* The fields of a need and of an offer that say the same thing */
typedef struct
{
  GType type;
  guint person;
  guint topic;
  guint strength;
  guint source;
  guint noted_on;
} ProfileFields;

/* What people need or offer goes over to @into. Who has both keeps the stronger one, with what is known of it. */
static void
topic_edits_merge_profiles (TdmEdit *edit, TdmTopic *topic, TdmTopic *into, const ProfileFields *fields)
{
  GListModel *moved = tdm_record_get_children (topic, fields->type);
  GListModel *kept = tdm_record_get_children (into, fields->type);
  g_autoptr (GHashTable) by_person = g_hash_table_new (NULL, NULL);

  for (guint i = g_list_model_get_n_items (kept); i > 0; i--)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (kept, i - 1);

      g_hash_table_insert (by_person, tdm_record_get_link (record, fields->person), record);
    }
  for (guint i = 0; i < g_list_model_get_n_items (moved); i++)
    {
      g_autoptr (TdmRecord) record = g_list_model_get_item (moved, i);
      TdmRecord *other = g_hash_table_lookup (by_person, tdm_record_get_link (record, fields->person));

      if (!other)
        {
          g_hash_table_insert (by_person, tdm_record_get_link (record, fields->person), record);
          tdm_record_set_link (tdm_edit_update (edit, record), fields->topic, into);
        }
      else if (tdm_record_get_integer (record, fields->strength) > tdm_record_get_integer (other, fields->strength))
        {
          const guint said[] = { fields->strength, fields->source, fields->noted_on };

          tdm_record_copy_fields (tdm_edit_update (edit, other), record, said, G_N_ELEMENTS (said));
        }
    }
}

/**
 * tdm_topic_edits_merge:
 * @topic: a live topic that is to go
 * @into: the live topic that stays; what people need and offer of both is loaded
 * @pairs: (element-type TdmPair): all tandems
 *
 * Returns: (transfer full): the edit that makes one topic of two: needs, offers and tandems go over
 */
TdmEdit *
tdm_topic_edits_merge (TdmTopic *topic, TdmTopic *into, GListModel *pairs)
{
  const ProfileFields needs = { TDM_TYPE_NEED, TDM_NEED_PERSON, TDM_NEED_TOPIC, TDM_NEED_STRENGTH, TDM_NEED_SOURCE,
                                TDM_NEED_NOTED_ON };
  const ProfileFields offers = { TDM_TYPE_OFFER, TDM_OFFER_PERSON, TDM_OFFER_TOPIC, TDM_OFFER_STRENGTH,
                                 TDM_OFFER_SOURCE, TDM_OFFER_NOTED_ON };
  TdmEdit *edit;

  g_return_val_if_fail (TDM_IS_TOPIC (topic) && TDM_IS_TOPIC (into) && topic != into, NULL);

  edit = tdm_edit_new (_ ("Topics merged"));
  topic_edits_merge_profiles (edit, topic, into, &needs);
  topic_edits_merge_profiles (edit, topic, into, &offers);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmRecord) pair = g_list_model_get_item (pairs, i);

      if (tdm_record_get_link (pair, TDM_PAIR_TOPIC) == topic)
        tdm_record_set_link (tdm_edit_update (edit, pair), TDM_PAIR_TOPIC, into);
    }
  if (*tdm_record_get_text (TDM_RECORD (into), TDM_TOPIC_AREA) == '\0')
    tdm_record_set_text (tdm_edit_update (edit, into), TDM_TOPIC_AREA,
                         tdm_record_get_text (TDM_RECORD (topic), TDM_TOPIC_AREA));
  tdm_edit_remove (edit, topic);
  return edit;
}

/**
 * tdm_topic_edits_remove:
 * @topic: a live topic; what people need and offer of it is loaded
 * @pairs: (element-type TdmPair): all tandems
 *
 * What people need and offer of it goes with it, and tandems about it have no topic then: the label says how many.
 *
 * Returns: (transfer full): the edit
 */
TdmEdit *
tdm_topic_edits_remove (TdmTopic *topic, GListModel *pairs)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  TdmEdit *edit;
  guint n_needs, n_offers, n_pairs = 0;

  g_return_val_if_fail (TDM_IS_TOPIC (topic), NULL);

  edit = tdm_edit_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmRecord) pair = g_list_model_get_item (pairs, i);

      n_pairs += tdm_record_get_link (pair, TDM_PAIR_TOPIC) == topic;
    }
  n_needs = g_list_model_get_n_items (tdm_record_get_children (topic, TDM_TYPE_NEED));
  n_offers = g_list_model_get_n_items (tdm_record_get_children (topic, TDM_TYPE_OFFER));
  tdm_text_add_count (builder, ngettext ("%u need", "%u needs", n_needs), n_needs);
  tdm_text_add_count (builder, ngettext ("%u offer", "%u offers", n_offers), n_offers);
  tdm_text_add_count (builder, ngettext ("%u tandem without topic", "%u tandems without topic", n_pairs), n_pairs);
  parts = g_strv_builder_end (builder);
  if (parts[0])
    {
      g_autofree char *all = g_strjoinv (", ", parts);
      /* Translators: what goes with the topic, such as “2 needs, 1 offer, 1 tandem without topic” */
      g_autofree char *label = g_strdup_printf (_ ("Topic removed: %s"), all);

      tdm_edit_set_label (edit, label);
    }
  tdm_edit_remove (edit, topic);
  return edit;
}
