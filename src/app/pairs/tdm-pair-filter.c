/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-pair-filter.h"

#include "app/common/tdm-search.h"
#include "base/tdm-compat.h"
#include "base/tdm-text.h"
#include "model/tdm-pair.h"

/* Which tandems a list shows. Compares folded text that every tandem keeps, so that a keystroke costs a search through
 * bytes and nothing else. */

struct _TdmPairFilter
{
  GtkFilter parent_instance;

  TdmRound *round;
  GStrv words;
  char *search;
  TdmPairShow show;
  char *area;
  char *department;
};

G_DEFINE_FINAL_TYPE (TdmPairFilter, tdm_pair_filter, GTK_TYPE_FILTER)

static gboolean
pair_filter_matches_state (TdmPairFilter *self, TdmPair *pair)
{
  switch (self->show)
    {
    case TDM_PAIR_SHOW_PREPARED:
      return tdm_pair_get_state (pair) < TDM_PAIR_ACTIVE;
    case TDM_PAIR_SHOW_UNDER_WAY:
      return tdm_pair_get_state (pair) == TDM_PAIR_ACTIVE;
    case TDM_PAIR_SHOW_PAUSED:
      return tdm_pair_get_state (pair) == TDM_PAIR_PAUSED;
    case TDM_PAIR_SHOW_OVER:
      return tdm_pair_is_over (pair);
    case TDM_PAIR_SHOW_ALL:
      break;
    }
  return TRUE;
}

static gboolean
tdm_pair_filter_match (GtkFilter *filter, gpointer item)
{
  TdmPairFilter *self = TDM_PAIR_FILTER (filter);
  TdmTopic *topic = tdm_pair_get_topic (item);

  if (tdm_pair_get_round (item) != self->round || !pair_filter_matches_state (self, item))
    return FALSE;
  if (self->area && (!topic || !g_str_equal (tdm_record_get_text (TDM_RECORD (topic), TDM_TOPIC_AREA), self->area)))
    return FALSE;
  if (self->department && g_strcmp0 (tdm_person_get_department (tdm_pair_get_mentee (item)), self->department) != 0 &&
      g_strcmp0 (tdm_person_get_department (tdm_pair_get_mentor (item)), self->department) != 0)
    return FALSE;
  return !self->words || tdm_search_matches ((const char *const *) self->words, tdm_pair_get_search_text (item));
}

static GtkFilterMatch
tdm_pair_filter_get_strictness (GtkFilter *filter)
{
  return TDM_PAIR_FILTER (filter)->round ? GTK_FILTER_MATCH_SOME : GTK_FILTER_MATCH_NONE;
}

static void
tdm_pair_filter_finalize (GObject *object)
{
  TdmPairFilter *self = TDM_PAIR_FILTER (object);

  g_clear_object (&self->round);
  g_strfreev (self->words);
  g_free (self->search);
  g_free (self->area);
  g_free (self->department);
  G_OBJECT_CLASS (tdm_pair_filter_parent_class)->finalize (object);
}

static void
tdm_pair_filter_class_init (TdmPairFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_pair_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = tdm_pair_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = tdm_pair_filter_get_strictness;
}

static void
tdm_pair_filter_init (TdmPairFilter *self)
{
}

void
tdm_pair_filter_set_round (TdmPairFilter *self, TdmRound *round)
{
  if (g_set_object (&self->round, round))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
tdm_pair_filter_set_search (TdmPairFilter *self, const char *search)
{
  g_autofree char *folded = tdm_text_fold (search);
  g_autofree char *before = g_strdup (self->search ? self->search : "");

  if (!tdm_set_str (&self->search, folded))
    return;

  g_strfreev (self->words);
  self->words = tdm_search_split (folded);
  gtk_filter_changed (GTK_FILTER (self), tdm_search_compare (before, folded));
}

/* An area or a department that is NULL lets all through. Returns whether anything is left out. */
gboolean
tdm_pair_filter_narrow (TdmPairFilter *self, TdmPairShow show, const char *area, const char *department)
{
  gboolean is_other_area = tdm_set_str (&self->area, area);
  gboolean is_other_department = tdm_set_str (&self->department, department);

  if (self->show != show || is_other_area || is_other_department)
    {
      self->show = show;
      gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
    }
  return show != TDM_PAIR_SHOW_ALL || area || department;
}

