/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-goals.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "calendar/tdm-todo.h"
#include "exchange/tdm-goal-merge.h"
#include "workspace/tdm-workspace.h"
#include "tdm-inbox-item-private.h"

/* Goals that came in: for which tandem they are, and what would change. They always ask. Nothing here knows when a goal
 * was changed last, so people see what taking over would change before they do it. */

/* As many lines as people read before they decide */
#define LINES_MOST 12

/* --- for which tandem -------------------------------------------------------------------- */

/* The only tandem of a person, or the only one at all for @email %NULL. Where there are several, the user is asked. */
static TdmPair *
workspace_find_only_pair (TdmWorkspace *workspace, const char *email)
{
  GListModel *pairs = tdm_workspace_get_pairs (workspace);
  TdmPair *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      if (tdm_pair_is_over (pair) ||
          (email && !tdm_person_has_email (tdm_pair_get_mentee (pair), email) &&
           !tdm_person_has_email (tdm_pair_get_mentor (pair), email)))
        continue;
      if (found)
        return NULL;
      found = pair;
    }
  return found;
}

/* --- words ------------------------------------------------------------------------------- */

/* "3 goals from Anna Beck" */
static char *
file_describe_goals (const TdmTodoFile *file)
{
  const char *giver = *file->organizer_name ? file->organizer_name : file->organizer_email;
  guint n = file->goals->len;

  if (*giver == '\0')
    return g_strdup_printf (ngettext ("%u goal", "%u goals", n), n);
  /* Translators: %s is a person */
  return g_strdup_printf (ngettext ("%u goal from %s", "%u goals from %s", n), n, giver);
}

static char *
parts_join (GStrvBuilder *parts, const char *separator)
{
  g_auto (GStrv) texts = g_strv_builder_end (parts);

  return g_strjoinv (separator, texts);
}

/* What would change, line by line. People who have gone on working since then may want to keep what is here. */
static char *
merge_describe_changes (const TdmGoalMerge *merge, const TdmTodoFile *file, TdmPair *pair)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  guint n_shown = MIN (merge->lines->len, LINES_MOST);
  guint n_hidden = merge->lines->len - n_shown;
  g_autoptr (GDateTime) time = file->stamp > 0 ? g_date_time_new_from_unix_local (file->stamp) : NULL;
  /* Translators: a day, for g_date_time_format() */
  g_autofree char *day = time ? g_date_time_format (time, C_ ("date", "%-e %B %Y")) : NULL;
  /* Translators: a day on which a file was written */
  g_autofree char *as_of = day ? g_strdup_printf (_ (", as of %s"), day) : g_strdup ("");
  /* Translators: the two people of a tandem */
  g_autofree char *people = g_strdup_printf (_ ("For the tandem of %s and %s"),
                                             tdm_person_get_name (tdm_pair_get_mentee (pair)),
                                             tdm_person_get_name (tdm_pair_get_mentor (pair)));
  g_autofree char *first = g_strconcat (people, as_of, NULL);

  g_strv_builder_add (lines, first);
  for (guint i = 0; i < n_shown; i++)
    g_strv_builder_add (lines, merge->lines->pdata[i]);
  tdm_text_add_count (lines, ngettext ("And %u more", "And %u more", n_hidden), n_hidden);
  /* Translators: goals and steps of a file */
  tdm_text_add_count (lines, ngettext ("%u is one of another tandem and stays as it is.",
                                    "%u are of another tandem and stay as they are.", merge->n_elsewhere),
                   merge->n_elsewhere);
  tdm_text_add_count (lines, ngettext ("%u has no words and is left out.", "%u have no words and are left out.",
                                    merge->n_untitled), merge->n_untitled);
  tdm_text_add_count (lines, ngettext ("%u is longer than 2,000 characters and is cut.",
                                    "%u are longer than 2,000 characters and are cut.", merge->n_cut), merge->n_cut);
  return parts_join (lines, "\n");
}

static void
item_set_pair (TdmInboxItem *item, GHashTable *known, TdmPair *pair)
{
  const TdmTodoFile *file = item->todos;
  g_autoptr (TdmGoalMerge) merge = tdm_goal_merge_new (NULL, known, pair, file);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *goals = file_describe_goals (file), *counts = NULL;

  /* Translators: goals */
  tdm_text_add_count (parts, ngettext ("%u new", "%u new", merge->n_new), merge->n_new);
  /* Translators: goals */
  tdm_text_add_count (parts, ngettext ("%u changed", "%u changed", merge->n_changed), merge->n_changed);
  /* Translators: goals */
  tdm_text_add_count (parts, ngettext ("%u as it is here", "%u as they are here", merge->n_same), merge->n_same);
  counts = parts_join (parts, ", ");
  g_set_object (&item->pair, pair);
  g_free (item->detail);
  item->detail = merge_describe_changes (merge, file, pair);
  if (merge->n_new + merge->n_changed > 0)
    /* Translators: such as "3 goals from Anna Beck: 2 new, 1 changed" */
    tdm_inbox_item_set_kind (item, TDM_INBOX_GOALS, g_strdup_printf (_ ("%s: %s"), goals, counts));
  else if (merge->n_same > 0)
    tdm_inbox_item_set_kind (item, TDM_INBOX_OLD, g_strdup_printf (_ ("%s: nothing new"), goals));
  else
    tdm_inbox_item_set_kind (item, TDM_INBOX_NOTHING, g_strdup_printf (_ ("%s: nothing can be taken over"), goals));
}

/**
 * tdm_inbox_goals_set_pair:
 * @workspace: a workspace in which the goals of all rounds are loaded
 * @item: goals that came in
 * @pair: the tandem that they are for
 *
 * Finds out what taking them over would change. Nothing changes yet.
 */
void
tdm_inbox_goals_set_pair (TdmWorkspace *workspace, TdmInboxItem *item, TdmPair *pair)
{
  g_autoptr (GHashTable) known = NULL;

  g_return_if_fail (TDM_IS_PAIR (pair));
  g_return_if_fail (item->todos != NULL);

  known = tdm_goal_merge_index (tdm_workspace_get_pairs (workspace));
  item_set_pair (item, known, pair);
}

/* Shows the titles, so that people know where the goals belong. */
static void
item_ask_for_pair (TdmInboxItem *item, TdmWorkspace *workspace)
{
  GPtrArray *of_file = item->todos->goals;
  g_autofree char *goals = file_describe_goals (item->todos);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  guint n_shown = MIN (of_file->len, LINES_MOST);
  guint n_hidden = of_file->len - n_shown;

  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *title = tdm_goal_merge_shorten (((TdmTodo *) of_file->pdata[i])->title);

      if (*title)
        g_strv_builder_add (titles, title);
    }
  tdm_text_add_count (titles, ngettext ("And %u more", "And %u more", n_hidden), n_hidden);
  g_free (item->detail);
  item->detail = parts_join (titles, "\n");
  if (g_list_model_get_n_items (tdm_workspace_get_pairs (workspace)) > 0)
    /* Translators: %s is such as "3 goals from Anna Beck" */
    tdm_inbox_item_set_kind (item, TDM_INBOX_GOALS, g_strdup_printf (_ ("%s. For which tandem?"), goals));
  else
    tdm_inbox_item_set_kind (item, TDM_INBOX_NOTHING,
                             g_strdup_printf (_ ("%s: there is no tandem here yet."), goals));
}

/**
 * tdm_inbox_goals_match:
 * @workspace: a workspace in which the goals of all rounds are loaded
 * @known: all of these, see tdm_goal_merge_index()
 * @item: goals that came in
 *
 * Finds out for which tandem they are: the one that has some of them, or else the only one of the person who gives
 * them, or else the only one. Nothing changes.
 */
void
tdm_inbox_goals_match (TdmWorkspace *workspace, GHashTable *known, TdmInboxItem *item)
{
  const TdmTodoFile *file = item->todos;
  TdmPair *pair = NULL;

  for (guint i = 0; !pair && i < file->goals->len; i++)
    {
      const TdmTodo *goal = file->goals->pdata[i];
      TdmRecord *record = g_hash_table_lookup (known, goal->uid);

      if (!record && *goal->parent)
        record = g_hash_table_lookup (known, goal->parent);
      pair = tdm_record_get_ancestor (record, TDM_TYPE_PAIR);
    }
  if (!pair && *file->organizer_email)
    pair = workspace_find_only_pair (workspace, file->organizer_email);
  if (!pair)
    pair = workspace_find_only_pair (workspace, NULL);
  if (pair)
    item_set_pair (item, known, pair);
  else
    item_ask_for_pair (item, workspace);
}

/**
 * tdm_inbox_goals_add:
 * @edit: what changes goes here
 * @workspace: a workspace in which the goals of all rounds are loaded
 * @item: goals whose tandem is known
 *
 * Takes goals over.
 */
void
tdm_inbox_goals_add (TdmEdit *edit, TdmWorkspace *workspace, TdmInboxItem *item)
{
  g_autoptr (GHashTable) known = tdm_goal_merge_index (tdm_workspace_get_pairs (workspace));
  g_autoptr (TdmGoalMerge) merge = NULL;

  g_return_if_fail (tdm_inbox_item_get_pair (item) != NULL);

  merge = tdm_goal_merge_new (edit, known, tdm_inbox_item_get_pair (item), item->todos);
}
