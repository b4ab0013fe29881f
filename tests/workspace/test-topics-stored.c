/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "support/tdm-test.h"

#include "edits/tdm-topic-edits.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-record-types.h"

#include <string.h>

/* What hangs on a topic goes and comes back with it, in a file. */

typedef TdmTestProgramme Fixture;

static GListModel *
get_topics (Fixture *self)
{
  return tdm_workspace_get_topics (self->workspace);
}

static void
commit (Fixture *self, TdmEdit *taken_edit, const char *label)
{
  tdm_workspace_commit_async (self->workspace, taken_edit, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, label);
}

static TdmTopic *
find_topic (Fixture *self, const char *title)
{
  TdmTopic *topic = tdm_topic_edits_find (get_topics (self), title);

  g_assert_nonnull (topic);
  return topic;
}

static void
insert_profile (TdmEdit *edit, GType type, gpointer person, gpointer topic, int strength)
{
  TdmRecord *record = tdm_edit_insert (edit, type);
  gboolean is_need = type == TDM_TYPE_NEED;

  tdm_record_set_link (record, is_need ? (guint) TDM_NEED_PERSON : TDM_OFFER_PERSON, person);
  tdm_record_set_link (record, is_need ? (guint) TDM_NEED_TOPIC : TDM_OFFER_TOPIC, topic);
  tdm_record_set_integer (record, is_need ? (guint) TDM_NEED_STRENGTH : TDM_OFFER_STRENGTH, strength);
}

/* Anna needs both topics, Bo offers the first, and it is the topic of their tandem. */
static void
set_up (Fixture *self, gconstpointer data)
{
  TdmEdit *edit = tdm_edit_new ("Catalogue");
  gpointer anna, bo, hashtags, reach;

  tdm_test_programme_set_up (self, data);
  anna = tdm_pair_get_mentee (self->pair);
  bo = tdm_pair_get_mentor (self->pair);
  tdm_test_load (self->workspace, TDM_SCOPE_PROFILES, tdm_workspace_get_programme (self->workspace));
  hashtags = tdm_topic_edits_find_or_add (edit, get_topics (self), "Hashtags");
  reach = tdm_topic_edits_find_or_add (edit, get_topics (self), "Reach");
  insert_profile (edit, TDM_TYPE_NEED, anna, hashtags, 3);
  insert_profile (edit, TDM_TYPE_NEED, anna, reach, 1);
  insert_profile (edit, TDM_TYPE_OFFER, bo, hashtags, 2);
  tdm_record_set_link (tdm_edit_update (edit, self->pair), TDM_PAIR_TOPIC, hashtags);
  commit (self, edit, "Catalogue");
}

static void
assert_profiles (TdmTopic *topic, guint n_needs, guint n_offers)
{
  g_assert_cmpuint (g_list_model_get_n_items (tdm_record_get_children (topic, TDM_TYPE_NEED)), ==, n_needs);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_record_get_children (topic, TDM_TYPE_OFFER)), ==, n_offers);
}

static void
assert_as_before (Fixture *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (get_topics (self)), ==, 2);
  assert_profiles (find_topic (self, "Hashtags"), 1, 1);
  assert_profiles (find_topic (self, "Reach"), 1, 0);
  g_assert_true (tdm_pair_get_topic (self->pair) == find_topic (self, "Hashtags"));
}

static void
assert_removed (Fixture *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (get_topics (self)), ==, 1);
  g_assert_null (tdm_topic_edits_find (get_topics (self), "Hashtags"));
  g_assert_null (tdm_pair_get_topic (self->pair));
  g_assert_cmpuint (g_list_model_get_n_items (tdm_person_get_needs (tdm_pair_get_mentee (self->pair))), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (tdm_person_get_offers (tdm_pair_get_mentor (self->pair))), ==, 0);
}

static void
test_a_removed_topic_comes_back_with_all_that_hangs_on_it (Fixture *self, gconstpointer data)
{
  const char *label = "Topic removed: 1 need, 1 offer, 1 tandem without topic";

  assert_as_before (self);
  commit (self, tdm_topic_edits_remove (find_topic (self, "Hashtags"), tdm_workspace_get_pairs (self->workspace)),
          label);
  assert_removed (self);
  tdm_test_programme_undo (self, label);
  assert_as_before (self);
  tdm_test_programme_redo (self, label);
  assert_removed (self);
}

static void
assert_merged (Fixture *self)
{
  TdmTopic *reach = find_topic (self, "Reach");
  g_autoptr (TdmRecord) need = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (get_topics (self)), ==, 1);
  assert_profiles (reach, 1, 1);
  need = g_list_model_get_item (tdm_record_get_children (reach, TDM_TYPE_NEED), 0);
  g_assert_cmpint (tdm_record_get_integer (need, TDM_NEED_STRENGTH), ==, 3);
  g_assert_true (tdm_pair_get_topic (self->pair) == reach);
}

static void
test_merged_topics_come_apart_again (Fixture *self, gconstpointer data)
{
  commit (self,
          tdm_topic_edits_merge (find_topic (self, "Hashtags"), find_topic (self, "Reach"),
                                 tdm_workspace_get_pairs (self->workspace)),
          "Topics merged");
  assert_merged (self);
  tdm_test_programme_undo (self, "Topics merged");
  assert_as_before (self);
  tdm_test_programme_redo (self, "Topics merged");
  assert_merged (self);
}

/* --- every verb -------------------------------------------------------------- */

static TdmEdit *
make_add (Fixture *self)
{
  return tdm_topic_edits_add (get_topics (self), "Podcasts", "Networks");
}

static TdmEdit *
make_add_all (Fixture *self)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  TdmRecord *draft = tdm_record_new (TDM_TYPE_TOPIC);

  g_ptr_array_add (drafts, draft);
  tdm_record_set_text (draft, TDM_TOPIC_TITLE, "Podcasts");
  return tdm_topic_edits_add_all (get_topics (self), drafts);
}

static TdmEdit *
make_change (Fixture *self)
{
  return tdm_topic_edits_change (find_topic (self, "Hashtags"), get_topics (self), "Good hashtags", "Networks");
}

static TdmEdit *
make_move (Fixture *self)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  g_ptr_array_add (moved, find_topic (self, "Hashtags"));
  g_ptr_array_add (moved, find_topic (self, "Reach"));
  return tdm_topic_edits_set_area (moved, get_topics (self), "Networks");
}

static TdmEdit *
make_merge (Fixture *self)
{
  return tdm_topic_edits_merge (find_topic (self, "Hashtags"), find_topic (self, "Reach"),
                                tdm_workspace_get_pairs (self->workspace));
}

static TdmEdit *
make_remove (Fixture *self)
{
  return tdm_topic_edits_remove (find_topic (self, "Hashtags"), tdm_workspace_get_pairs (self->workspace));
}

typedef TdmEdit *(*Verb) (Fixture *self);

static const struct
{
  const char *path;
  Verb make;
} verbs[] = {
  { "/topics/verbs/add", make_add },       { "/topics/verbs/add-all", make_add_all },
  { "/topics/verbs/change", make_change }, { "/topics/verbs/move", make_move },
  { "/topics/verbs/merge", make_merge },   { "/topics/verbs/remove", make_remove },
};

static void
add_wishes (GString *out, TdmTopic *topic, GType type)
{
  GListModel *wishes = tdm_record_get_children (topic, type);

  for (guint i = 0; i < g_list_model_get_n_items (wishes); i++)
    {
      g_autoptr (TdmRecord) wish = g_list_model_get_item (wishes, i);

      g_string_append_printf (out, "  %s %s %" G_GINT64_FORMAT "\n", g_type_name (type),
                              tdm_person_get_name (tdm_record_get_link (wish, 0)), tdm_record_get_integer (wish, 2));
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All topics, and what hangs on them; they have no order of their own. */
static char *
describe (Fixture *self)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);
  GListModel *pairs = tdm_workspace_get_pairs (self->workspace);

  G_STATIC_ASSERT (TDM_NEED_PERSON == 0 && TDM_OFFER_PERSON == 0 && TDM_NEED_STRENGTH == 2 && TDM_OFFER_STRENGTH == 2);
  for (guint i = 0; i < g_list_model_get_n_items (get_topics (self)); i++)
    {
      g_autoptr (TdmTopic) topic = g_list_model_get_item (get_topics (self), i);
      GString *text = g_string_new (tdm_topic_get_title (topic));

      g_string_append_printf (text, " (%s)\n", tdm_record_get_text (TDM_RECORD (topic), TDM_TOPIC_AREA));
      add_wishes (text, topic, TDM_TYPE_NEED);
      add_wishes (text, topic, TDM_TYPE_OFFER);
      g_ptr_array_add (topics, g_string_free (text, FALSE));
    }
  g_ptr_array_sort (topics, compare_texts);
  for (guint i = 0; i < topics->len; i++)
    g_string_append (out, topics->pdata[i]);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      g_string_append_printf (out, "tandem about %s\n",
                              tdm_pair_get_topic (pair) ? tdm_topic_get_title (tdm_pair_get_topic (pair)) : "nothing");
    }
  return g_string_free (out, FALSE);
}

static void
assert_described (Fixture *self, const char *expected)
{
  g_autofree char *now = describe (self);

  g_assert_cmpstr (now, ==, expected);
}

/* And the file has what the window shows. */
static void
test_a_verb_is_undone_and_redone (Fixture *self, gconstpointer verb)
{
  g_autofree char *before = describe (self), *label = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  tdm_workspace_commit_async (self->workspace, ((Verb) verb) (self), tdm_test_result_cb, &self->result);
  label = tdm_test_finish_change (self->workspace, &self->result, &error);
  g_assert_no_error (error);
  after = describe (self);
  g_assert_cmpstr (after, !=, before);
  tdm_test_programme_undo (self, label);
  assert_described (self, before);
  tdm_test_programme_redo (self, label);
  assert_described (self, after);

  tdm_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  self->workspace = tdm_test_open (self->folder.path, TDM_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  tdm_test_load (self->workspace, TDM_SCOPE_PROFILES, tdm_workspace_get_programme (self->workspace));
  assert_described (self, after);
}

static void
test_a_refused_name_changes_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  tdm_workspace_commit_async (self->workspace,
                              tdm_topic_edits_change (find_topic (self, "Hashtags"), get_topics (self), "REACH", NULL),
                              tdm_test_result_cb, &self->result);
  label = tdm_test_finish_change (self->workspace, &self->result, &error);
  g_assert_null (label);
  g_assert_cmpstr (error->message, ==, "There is a topic “Reach” already.");
  assert_as_before (self);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("/topics/a-removed-topic-comes-back", test_a_removed_topic_comes_back_with_all_that_hangs_on_it);
  ADD ("/topics/merged-topics-come-apart-again", test_merged_topics_come_apart_again);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_test_add (verbs[i].path, Fixture, verbs[i].make, set_up, test_a_verb_is_undone_and_redone,
                tdm_test_programme_tear_down);
  ADD ("/topics/a-refused-name-changes-nothing", test_a_refused_name_changes_nothing);
  return g_test_run ();
}
